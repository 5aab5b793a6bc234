import { describe, expect, it } from 'vitest';
import { partOfDay } from '../../../src/coach/hints/part-of-day.ts';

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

describe('the part of a day', () => {
  it.each([
    ['7:59', 'bedtime'],
    ['8:00', 'morning'],
    ['10:59', 'morning'],
    ['11:00', 'day'],
    ['16:59', 'day'],
    ['17:00', 'evening'],
    ['20:59', 'evening'],
    ['21:00', 'bedtime'],
    ['22:00', 'bedtime'],
    ['0:00', 'bedtime'],
  ] as const)('is at %s %s where quiet hours are from 22:00 to 8:00', (time, part) => {
    expect(partOfDay(minutes(time), { from: 22 * 60, until: 8 * 60 })).toBe(part);
    expect(partOfDay(minutes(time), { from: 600, until: 600 })).toBe(part); // nobody is quiet never
  });

  it.each([
    ['7:00', 'bedtime'],
    ['15:59', 'bedtime'],
    ['16:00', 'morning'],
    ['18:59', 'morning'],
    ['19:00', 'evening'],
    ['22:00', 'day'],
    ['3:00', 'day'],
    ['6:59', 'day'],
  ] as const)('is at %s %s where somebody works nights and sleeps from 8:00 to 16:00', (time, part) => {
    expect(partOfDay(minutes(time), { from: 8 * 60, until: 16 * 60 })).toBe(part);
  });
});
