import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { partnerId } from '../../src/domain/ids.ts';
import { DEPOSIT_STYLES, type Moment } from '../../src/domain/moment.ts';
import { DAY, type Instant, SECOND } from '../../src/domain/time.ts';
import { closedWeek } from '../../src/domain/week.ts';
import { together } from '../../src/tally/together.ts';

/**
 * `/nod us` is the one answer that depends on the other, and on no more of them than this: whether each gave at
 * least three of a kind in a week that is over, and one of three words for what they gave together.
 */

const [ANA, BEN] = [partnerId(1), partnerId(2)];
const NOW: Instant = Date.parse('2026-05-28T12:00:00Z');
const { from, until } = closedWeek(NOW);

/** What Ben gave, and what of it may show: times, warmth and pace may not. */
const given = (by: Moment['by'], when: fc.Arbitrary<Instant>) =>
  fc.array(
    fc.record({
      seq: fc.nat(),
      at: when.map((at) => Math.floor(at / SECOND) * SECOND),
      by: fc.constant(by),
      kind: fc.constantFrom(...BID_KINDS.slice(0, 3)),
      energy: fc.constantFrom('low' as const, 'attentive', 'enthusiastic'),
      style: fc.constantFrom(...DEPOSIT_STYLES),
      availableSeconds: fc.nat({ max: 14_400 }),
      prompted: fc.boolean(),
    }),
    { maxLength: 60, size: 'max' },
  );
const inTheWeek = fc.integer({ min: from, max: until - 1 });
const atAnyTime = fc.integer({ min: from - 20 * DAY, max: NOW });

const counts = (moments: readonly Moment[], kind: Moment['kind']) =>
  moments.filter((moment) => moment.kind === kind && moment.at >= from && moment.at < until).length;

/** Written a second time on purpose, from the promise and not from the code. */
function mayShow(anas: readonly Moment[], bens: readonly Moment[]): readonly unknown[] {
  return BID_KINDS.map((kind) => {
    const [hers, his] = [counts(anas, kind), counts(bens, kind)];
    if (hers < 3 || his < 3) return 'nothing';
    if (hers + his < 10) return 'a few';
    return hers + his < 25 ? 'many' : 'lots';
  });
}

describe('/nod us', () => {
  it('tells of the other only whether each gave three, and one of three words for both', () => {
    fc.assert(
      fc.property(given(ANA, inTheWeek), given(BEN, inTheWeek), given(BEN, atAnyTime), (anas, bens, others) => {
        const shows = (theirs: readonly Moment[]) => together([...anas, ...theirs], [ANA, BEN], NOW);

        if (JSON.stringify(mayShow(anas, bens)) === JSON.stringify(mayShow(anas, others)))
          expect(shows(others)).toEqual(shows(bens));
        expect(shows(bens).lines.map(({ amount }) => amount)).toEqual(
          mayShow(anas, bens).filter((word) => word !== 'nothing'),
        );
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('tells nothing of days that are not over', () => {
    fc.assert(
      fc.property(
        given(ANA, inTheWeek),
        given(BEN, inTheWeek),
        given(BEN, fc.integer({ min: until, max: NOW })),
        (anas, bens, lately) => {
          const before = together([...anas, ...bens], [ANA, BEN], NOW);

          expect(together([...anas, ...bens, ...lately], [ANA, BEN], NOW)).toEqual(before);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });

  it('shows both the same', () => {
    fc.assert(
      fc.property(given(ANA, atAnyTime), given(BEN, atAnyTime), (anas, bens) => {
        const all = [...anas, ...bens];

        expect(together(all, [BEN, ANA], NOW)).toEqual(together(all, [ANA, BEN], NOW));
      }),
      { seed: 7, numRuns: 50 },
    );
  });
});
