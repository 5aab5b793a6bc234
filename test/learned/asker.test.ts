import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answered, chanceOfOthers, leastLead, mayReach } from '../../src/learned/asker.ts';
import { createFastScorer } from '../../src/learned/fast-part.ts';

describe('the fast part', () => {
  const OUTPUTS = 5; // no multiple of four, so that the last pack of a row is not full
  const ROWS = 40;
  const table = fc.int8Array({ minLength: OUTPUTS * ROWS, maxLength: OUTPUTS * ROWS });
  const some = (maxLength: number) => fc.array(fc.nat({ max: ROWS - 1 }), { maxLength });

  it('adds up rows as one would by hand, however many', () => {
    const bias = Float32Array.from({ length: OUTPUTS }, (_, output) => output);
    fc.assert(
      fc.property(table, some(700), some(9), (numbers, words, facts) => {
        const scores = createFastScorer({ table: numbers, step: 0.5, bias })({ words, facts });

        const sum = (rows: readonly number[], output: number) =>
          rows.reduce((total, row) => total + (numbers[row * OUTPUTS + output] ?? 0), 0);
        const share = 1 / Math.sqrt(Math.max(1, words.length));
        scores.forEach((score, output) => {
          expect(score).toBeCloseTo((sum(words, output) * share + sum(facts, output)) * 0.5 + output, 9);
        });
      }),
    );
  });

  it('adds up the largest and the smallest numbers of many rows', () => {
    const scoreOf = createFastScorer({ table: Int8Array.of(127, -128), step: 1, bias: Float32Array.of(0, 0) });

    expect(scoreOf({ words: [], facts: new Array<number>(1_000).fill(0) })).toEqual([127_000, -128_000]);
  });
});

describe('a chance that is not worked out', () => {
  const scores = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 2, maxLength: 9 });
  const chance = fc.double({ min: 0.01, max: 0.99, noNaN: true });

  it('would have been too small', () => {
    fc.assert(
      fc.property(scores, chance, (some, least) => {
        const answered: Answered = {
          scores: [7, ...some, 7],
          from: 1,
          until: 1 + some.length,
          calibration: { temperature: 0.7, shift: [0.5] },
        };

        const isPassedOver = !mayReach(answered, leastLead(least, some.length - 1));

        if (isPassedOver) expect(chanceOfOthers(answered)).toBeLessThan(least);
      }),
    );
  });

  it('is one that no class alone and no two together could have', () => {
    const answered = (ahead: number): Answered => ({
      scores: [0, ahead, ahead],
      from: 0,
      until: 3,
      calibration: { temperature: 1, shift: [0, 0, 0] },
    });
    const lead = leastLead(0.5, 2);

    expect(mayReach(answered(Math.log(0.49)), lead)).toBe(false);
    expect(mayReach(answered(Math.log(0.51)), lead)).toBe(true);
  });
});
