import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import { closedWeek } from '../../src/domain/week.ts';
import { keptTogether } from '../../src/tally/kept.ts';
import { MONDAY } from './samples.ts';

/** Two days after the week that began on `MONDAY` ended: the first instant at which that week is told. */
const CLOSED = MONDAY + 9 * DAY;
const monday = MONDAY / DAY;
const kept = (count: number, weeksBefore = 0) => [{ week: monday - 7 * weeksBefore, count }];

describe('what both may read of promises that were kept', () => {
  it.each([
    [3, 3, 'a few'],
    [4, 5, 'a few'],
    [5, 5, 'many'],
    [22, 3, 'lots'],
  ])('says of %i and %i: %s', (ones, others, amount) => {
    expect(keptTogether([kept(ones), kept(others)], CLOSED)).toBe(amount);
    expect(keptTogether([kept(others), kept(ones)], CLOSED)).toBe(amount);
  });

  it('says nothing where one of them kept fewer than three, however many the other kept', () => {
    expect(keptTogether([kept(2), kept(40)], CLOSED)).toBeUndefined();
    expect(keptTogether([kept(40), []], CLOSED)).toBeUndefined();
  });

  it('says nothing of a week before it has been over for two days', () => {
    expect(closedWeek(CLOSED - 1).until).toBe(MONDAY);
    expect(keptTogether([kept(9), kept(9)], CLOSED - 1)).toBeUndefined();
  });

  it('tells of four closed weeks together, and of nothing older', () => {
    const bits = [...kept(1, 3), ...kept(1, 2), ...kept(1)];

    expect(keptTogether([bits, kept(3, 3)], CLOSED)).toBe('a few');
    expect(keptTogether([bits, kept(3, 4)], CLOSED)).toBeUndefined();
    expect(keptTogether([bits, kept(3, 3)], CLOSED + 7 * DAY)).toBeUndefined();
  });
});
