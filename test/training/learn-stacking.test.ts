import { describe, expect, it } from 'vitest';
import { createDice } from '../../training/dice.ts';
import { learnStacking, type StackingRow } from '../../training/learn-stacking.ts';

/** What the first input counts for yes, and what yes starts from, in the examples below. */
const COUNTS = 1.5;

/** Two inputs, of which the second says nothing; yes is so much rarer. */
function rows(count: number, { rare, isElsewhere }: { rare: number; isElsewhere: boolean }): readonly StackingRow[] {
  const dice = createDice(11);
  return Array.from({ length: count }, () => {
    const inputs = [4 * dice() - 2, 4 * dice() - 2];
    const isYes = dice() < 1 / (1 + Math.exp(rare - COUNTS * (inputs[0] ?? 0)));
    return { inputs, truth: isYes ? [0, 1] : [1, 0], isElsewhere };
  });
}

/** By how much each input and the bias speak for yes. */
function forYes(found: ReturnType<typeof learnStacking>) {
  const [no, yes] = found.weights;
  return {
    inputs: [0, 1].map((at) => (yes?.[at] ?? 0) - (no?.[at] ?? 0)),
    bias: (found.bias[1] ?? 0) - (found.bias[0] ?? 0),
  };
}

describe('weighing all parts', () => {
  it('finds what each input counts, and how rare a class is', () => {
    const { inputs, bias } = forYes(learnStacking(rows(20_000, { rare: 1, isElsewhere: false })));

    expect(inputs[0]).toBeCloseTo(COUNTS, 1);
    expect(inputs[1]).toBeCloseTo(0, 1);
    expect(bias).toBeCloseTo(-1, 1);
  });

  it('learns from elsewhere what counts, but not how rare a class is', () => {
    const here = rows(4_000, { rare: 1, isElsewhere: false });
    const elsewhere = rows(16_000, { rare: -2, isElsewhere: true });

    const { inputs, bias } = forYes(learnStacking([...here, ...elsewhere]));

    expect(Math.abs((inputs[0] ?? 0) - COUNTS)).toBeLessThan(0.1);
    expect(Math.abs(bias + 1)).toBeLessThan(0.2);
  });

  it('finds the same numbers again', () => {
    const some = rows(500, { rare: 0, isElsewhere: false });

    expect(learnStacking(some)).toEqual(learnStacking(some));
  });
});
