import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_OPEN } from '../../src/domain/settings.ts';
import { DAY } from '../../src/domain/time.ts';
import { isUnobserved, later, OPEN_END, overlapsUnobserved, spanForgottenAt } from '../../src/engine/spans.ts';
import { BID_END, dyadState } from '../support/dyad-state.ts';

const TWO_GAPS = dyadState({
  unobserved: [
    { from: 10, until: 20 },
    { from: 30, until: 31 },
  ],
});

describe('unobserved time', () => {
  it.each([
    { at: 9, unobserved: false },
    { at: 10, unobserved: true },
    { at: 19, unobserved: true },
    { at: 20, unobserved: false },
    { at: 30, unobserved: true },
  ])('begins with its first instant and ends before its last: at $at it is $unobserved', ({ at, unobserved }) => {
    expect(isUnobserved(TWO_GAPS, at)).toBe(unobserved);
  });

  it('touches a stretch exactly when an instant of the stretch is unobserved', () => {
    const instant = fc.integer({ min: 5, max: 36 });

    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 12 }), (from, length) => {
        const instants = Array.from({ length }, (_, passed) => from + passed);

        expect(overlapsUnobserved(TWO_GAPS, from, from + length)).toBe(
          instants.some((at) => isUnobserved(TWO_GAPS, at)),
        );
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it('is forgotten once no bid that is still open can reach back to it, and never while it runs', () => {
    expect(spanForgottenAt({ from: BID_END - DAY, until: BID_END })).toBe(BID_END + LONGEST_OPEN);
    expect(spanForgottenAt({ from: BID_END, until: OPEN_END })).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the later of two instants', () => {
  it('is the second where there is no first', () => {
    expect([later(undefined, 7), later(5, 7), later(9, 7)]).toEqual([7, 7, 9]);
  });
});
