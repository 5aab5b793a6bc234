import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_KINDS, type BidKind } from '../../src/domain/bid.ts';
import { partnerId } from '../../src/domain/ids.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { DAY, type Instant } from '../../src/domain/time.ts';
import { closedWeek } from '../../src/domain/week.ts';
import { isEmptyRecap, recap } from '../../src/tally/recap.ts';
import { together } from '../../src/tally/together.ts';

const [ANA, BEN] = [partnerId(1), partnerId(2)];
/** Sunday, half past six in Berlin. */
const SUNDAY: Instant = Date.parse('2026-11-29T18:30:00+01:00');
const { from, until } = closedWeek(SUNDAY);

function given(by: Moment['by'], kind: BidKind, count: number, first = from): readonly Moment[] {
  return Array.from({ length: count }, (_, seq) => ({
    ...{ seq, at: first + seq * 1_000, by, kind, energy: 'attentive' as const, prompted: false },
  }));
}

const recapOf = (by: Moment['by'], moments: readonly Moment[]) => recap(moments, { by, partners: [ANA, BEN] }, SUNDAY);

describe('a recap', () => {
  it('on Sunday is of the week before the one that ends', () => {
    expect(new Date(from).toISOString()).toBe('2026-11-16T00:00:00.000Z');
    expect(until - from).toBe(7 * DAY);
  });

  it('says to both the same of the two, and to each what they gave', () => {
    const moments = [...given(ANA, 'play', 3), ...given(BEN, 'play', 8), ...given(BEN, 'good-news', 2)];

    expect(recapOf(ANA, moments)).toEqual({
      ...{ from, until, together: [{ kind: 'play', amount: 'many' }] },
      own: [{ kind: 'play', count: 3 }],
    });
    expect(recapOf(BEN, moments)).toMatchObject({
      together: [{ kind: 'play', amount: 'many' }],
      own: [
        { kind: 'good-news', count: 2 },
        { kind: 'play', count: 8 },
      ],
    });
  });

  it('says of the two what /nod us says', () => {
    const moments = [...given(ANA, 'play', 30), ...given(BEN, 'play', 3), ...given(BEN, 'affection', 30)];

    expect(recapOf(ANA, moments).together).toEqual(together(moments, [ANA, BEN], SUNDAY).lines);
  });

  it('knows nothing of the days since', () => {
    const lately = [...given(ANA, 'play', 9, until), ...given(BEN, 'play', 9, until)];

    expect(isEmptyRecap(recapOf(ANA, lately))).toBe(true);
  });

  it('is empty for a reader exactly where they gave nothing, whatever the other gave', () => {
    const some = (by: Moment['by']) =>
      fc
        .array(fc.tuple(fc.constantFrom(...BID_KINDS), fc.integer({ min: 1, max: 12 })), { maxLength: 4 })
        .map((kinds) => kinds.flatMap(([kind, count]) => given(by, kind, count)));

    fc.assert(
      fc.property(some(ANA), some(BEN), (anas, bens) => {
        expect(isEmptyRecap(recapOf(ANA, [...anas, ...bens]))).toBe(anas.length === 0);
      }),
      { seed: 3 },
    );
  });
});
