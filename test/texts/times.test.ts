import { describe, expect, it } from 'vitest';
import { plural } from '../../src/texts/en/plural.ts';
import { times } from '../../src/texts/en/times.ts';
import { sayAgo, sayDayAndTime, sayInstant, sayMinute } from '../../src/texts/times.ts';

const berlin = (local: string) => Date.parse(`${local}+01:00`);

describe('times as a person reads them', () => {
  it.each([
    [0, '00:00'],
    [485, '08:05'],
    [24 * 60, '00:00'],
  ])('writes minute %i as %s', (minute, said) => {
    expect(sayMinute(minute)).toBe(said);
  });

  it('leaves out stretches that are empty', () => {
    expect(times.spans([{ from: 0, until: 0 }])).toBe('none');
    expect(times.spans([{ from: 1320, until: 480 }])).toBe('22:00–08:00');
  });

  it('leaves it to the device whose clock a moment is read on', () => {
    const at = berlin('2026-11-25T23:45:00');

    expect(sayDayAndTime(at)).toBe('<t:1795646700:f>');
    expect(sayAgo(at + 999)).toBe('<t:1795646700:R>');
  });

  it('names the day only when it is another one where the reader lives', () => {
    const now = berlin('2026-11-25T23:30:00');
    const styleIn = (zone: string, at: number) => sayInstant(at, now, zone).slice(-3);

    expect(styleIn('Europe/Berlin', berlin('2026-11-25T23:45:00'))).toBe(':t>');
    expect(styleIn('Europe/Berlin', berlin('2026-11-26T00:15:00'))).toBe(':f>');
    expect(styleIn('Europe/London', berlin('2026-11-26T00:15:00'))).toBe(':t>');
  });

  it.each([
    [20, 'a minute'],
    [60, '1 minute'],
    [400, '7 minutes'],
    [3_599, '1 hour'],
    [7_300, '2 hours'],
  ])('says %i seconds as %s', (seconds, said) => {
    expect(times.duration(seconds)).toBe(said);
  });

  it('counts one and many', () => {
    const forms = { one: '# person', other: '# people' };

    expect([0, 1, 2].map((count) => plural(count, forms))).toEqual(['0 people', '1 person', '2 people']);
  });
});
