import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/tally/wilson.ts';

const counts = fc
  .integer({ min: 1, max: 10_000 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }));

describe('the Wilson interval', () => {
  it('holds the share and stays between nothing and all', () => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        const { share, low, high } = wilson(successes, trials);

        expect(share).toBe(successes / trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('narrows as the same share is seen more often', () => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        const few = wilson(successes, trials);
        const many = wilson(successes * 4, trials * 4);

        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  it('is a mirror image of itself', () => {
    fc.assert(
      fc.property(counts, ({ successes, trials }) => {
        const some = wilson(successes, trials);
        const others = wilson(trials - successes, trials);

        expect(others.high).toBeCloseTo(1 - some.low, 12);
        expect(others.low).toBeCloseTo(1 - some.high, 12);
      }),
    );
  });

  it('equals the bounds worked out by hand for 8 of 10', () => {
    const { low, high } = wilson(8, 10);

    // centre (0.8 + 0.19207) / 1.38415 = 0.71674, reach 0.22658
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });
});
