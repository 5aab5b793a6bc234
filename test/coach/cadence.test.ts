import { describe, expect, it } from 'vitest';
import { consider } from '../../src/coach/consider.ts';
import type { PartnerState } from '../../src/domain/dyad.ts';
import { REASONS, type Reason } from '../../src/domain/nudge.ts';
import { DAY } from '../../src/domain/time.ts';
import { weekOf } from '../../src/domain/week.ts';
import { ben, whispering } from './gate-cases.ts';

/** The verdict on a moment of this reason, so many days after the last nudge. */
function verdictAfter(days: number, bens: (time: number) => Partial<PartnerState>, reason: Reason = 'silence') {
  const state = ben(({ time }) => ({ coachedAt: time - days * DAY, ...bens(time) }))(whispering(reason));
  const [first] = consider(state, state.time, { chance: () => 0, options: { quietStart: true } });
  return first?.verdict === 'silent' ? first.gate : first?.verdict;
}

/** The fewest whole days after a nudge at which the next may come. */
function daysApart(bens: (time: number) => Partial<PartnerState>, reason?: Reason): number {
  const days = Array.from({ length: 60 }, (_, day) => day + 1);
  return days.find((day) => verdictAfter(day, bens, reason) === 'nudge') ?? Number.POSITIVE_INFINITY;
}

const answered =
  (...counts: readonly number[]) =>
  (time: number): Partial<PartnerState> => ({
    ownAccord: counts.map((count, index) => ({ week: weekOf(time) - 7 * (counts.length - 1 - index), count })),
  });
const ignored = (ignoredInARow: number) => () => ({ ignoredInARow });

describe('the cadence of nudges', () => {
  it.each([
    { who: 'nobody answered anything by themselves', weeks: [0], days: 1 },
    { who: 'a week of one a day', weeks: [9], days: 1 },
    { who: 'three weeks of one a day', weeks: [7, 7, 7], days: 2 },
    { who: 'a week of three a day', weeks: [21], days: 2 },
    { who: 'two such weeks', weeks: [21, 21], days: 4 },
    { who: 'four of them', weeks: [21, 21, 21, 21], days: 8 },
    { who: 'five weeks of four a day', weeks: [28, 28, 28, 28, 28], days: 14 },
    { who: 'whoever answers all day long', weeks: [90, 90, 90, 90, 90], days: 14 },
  ])('fades as unprompted answers rise: $days days apart after $who', ({ weeks, days }) => {
    expect(daysApart(answered(...weeks))).toBe(days);
  });

  it('comes back when answers become fewer: what is older than four weeks counts no more', () => {
    const before = answered(40, 40, 0, 0, 0, 0);

    expect(daysApart(before)).toBe(4); // of the two good weeks one still counts
    expect(daysApart(answered(40, 40, 0, 0, 0, 0, 0))).toBe(1);
  });

  it.each(REASONS.filter((reason) => reason !== 'promise'))('fades for %s', (reason) => {
    expect(verdictAfter(7, answered(30, 30, 30), reason)).toBe('fading');
    expect(verdictAfter(9, answered(30, 30, 30), reason)).toBe('nudge');
  });

  it('does not fade for a promise, whose time they named themselves', () => {
    expect(verdictAfter(1, answered(90, 90, 90), 'promise')).toBe('nudge');
  });

  it.each([
    { unopened: 0, days: 1 },
    { unopened: 1, days: 1 },
    { unopened: 2, days: 7 },
    { unopened: 3, days: 14 },
    { unopened: 4, days: 28 },
    { unopened: 9, days: 28 },
  ])('backs off for $days days after $unopened in a row that stayed unopened', ({ unopened, days }) => {
    expect(daysApart(ignored(unopened))).toBe(days);
  });

  it('backs off from every reason alike', () => {
    for (const reason of REASONS) expect(verdictAfter(6, ignored(2), reason)).toBe('back-off');
  });

  it('is free before the first nudge, however much is answered', () => {
    const state = ben(({ time }) => answered(90)(time))(whispering('silence'));

    const [first] = consider(state, state.time, { chance: () => 0, options: { quietStart: true } });

    expect(first?.verdict).toBe('nudge');
  });
});
