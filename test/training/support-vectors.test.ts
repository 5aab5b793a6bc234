import { describe, expect, it } from 'vitest';
import { bitSetOf, countOf } from '../../src/learned/bit-set.ts';
import { createFullScorer } from '../../src/learned/full-parts.ts';
import { averaged, type Features, inFull } from '../../src/learned/model.ts';
import { createDice } from '../../training/dice.ts';
import type { Lesson } from '../../training/learn.ts';
import { learnDeep } from '../../training/learn-deep.ts';
import { learnWide } from '../../training/learn-wide.ts';
import { learnLines, type Machine } from '../../training/support-vectors.ts';

const ASKED = [{ classes: ['no', 'yes'], weight: 1, lift: 0 }];
const STEEPNESS = 2.2;
const EXACT = { cost: 1, passes: 2_000, enough: 1e-9, steps: 127, asked: ASKED, buckets: 4 };

const lesson = (features: Features, isYes: boolean): Lesson => ({
  features: [features],
  truth: [isYes ? [0, 1] : [1, 0]],
});
const ofVector = (...numbers: number[]): Features => ({ words: [], facts: [], dense: Float32Array.of(...numbers) });

describe('support vector machines', () => {
  it('find the line that the dense input asks for, at whatever scale it counts', () => {
    const [size, scale] = [3, 0.25];
    const machine: Machine = { ...EXACT, dense: { size: 1, scale }, worthOf: () => new Map() };
    const lessons = [lesson(ofVector(size), true), lesson(ofVector(-size), false)];

    const { dense } = learnLines(lessons, machine);

    // By symmetry there is no bias; what is left is the least of w²/2 + 2 (1 − w x)², so w = 4 x / (1 + 4 x²), x being scaled.
    const x = size * scale;
    expect((dense[1] as number) / scale / STEEPNESS).toBeCloseTo((4 * x) / (1 + 4 * x * x), 4);
    expect(dense[0]).toBeCloseTo(-(dense[1] as number), 6);
  });

  it('find the same on buckets, each counting what it is worth', () => {
    const worthOf = ({ facts: [fact] }: Features) => new Map([[0, fact === 1 ? 2 : -2]]);
    const lessons = [lesson({ words: [], facts: [1] }, true), lesson({ words: [], facts: [0] }, false)];

    const { table, step } = learnLines(lessons, { ...EXACT, worthOf });

    expect((table[1] as number) * step).toBeCloseTo((STEEPNESS * 8) / 17, 2);
  });

  it('come to the optimum although most examples are looked at in some passes only', () => {
    const [size, dice] = [6, createDice(5)];
    const points = Array.from({ length: 40 }, () => ({
      x: Array.from({ length: size }, () => 4 * dice() - 2),
      isYes: dice() < 0.5,
    }));
    const lessons = points.map(({ x, isYes }) => lesson(ofVector(...x), isYes));

    const { dense, bias } = learnLines(lessons, { ...EXACT, dense: { size, scale: 1 }, worthOf: () => new Map() });

    // Where the slope of |w|²/2 + Σ max(0, 1 − y f(x))² is nothing: w = Σ 2 max(0, 1 − y f(x)) y x, of the class yes.
    const weights = Array.from({ length: size }, (_, at) => (dense[2 * at + 1] as number) / STEEPNESS);
    const always = (bias[1] as number) / STEEPNESS;
    const due = weights.map((_, at) =>
      points.reduce((sum, { x, isYes }) => {
        const side = isYes ? 1 : -1;
        const margin = side * x.reduce((all, value, input) => all + value * (weights[input] as number), always);
        return sum + 2 * Math.max(0, 1 - margin) * side * (x[at] as number);
      }, 0),
    );
    weights.forEach((weight, at) => {
      expect(weight).toBeCloseTo(due[at] as number, 3);
    });
  });
});

describe('the wide part', () => {
  const shape = { asked: ASKED, gramBuckets: 64, dense: 2, factBuckets: 8, wide: { cost: 0.3, scale: 0.25 } };
  const cases = [
    lesson(
      {
        words: [1],
        facts: [5],
        grams: [averaged([1, 2, 2]), averaged([9, 10, 11, 11]), inFull([5])],
        dense: Float32Array.of(1, -2),
      },
      true,
    ),
    lesson(
      {
        words: [3],
        facts: [5, 6],
        grams: [averaged([3]), averaged([12]), inFull([5, 6])],
        dense: Float32Array.of(-1, 2),
      },
      false,
    ),
  ];

  const often = (some: readonly Lesson[], times = 200) => Array.from({ length: times }, () => some).flat();

  it('is asked as it was taught: what it learned lies on the right side by as much as a margin', () => {
    // Grams of their own, too few to have rows, count in the length of their group when it is taught and when it is asked.
    const lessons = often(cases).map((one, at): Lesson => {
      const [features] = one.features as [Features];
      const grams = [...(features.grams ?? []), averaged([20, 32 + (at % 32)])];
      return { ...one, features: [{ ...features, grams }] };
    });
    const wide = learnWide(lessons.slice(0, 128), shape);

    // With many alike each example comes as near to its margin of 1 as it costs to be short of it, and as rounding lets it.
    const scores = createFullScorer({ deep: learnDeep(cases, shape), wide });
    for (const { features, truth } of lessons.slice(0, 2)) {
      const [no = 0, yes = 0] = scores(features[0] as Features)[1] ?? [];
      const side = truth[0]?.[1] === 1 ? 1 : -1;
      expect((side * yes) / STEEPNESS).toBeCloseTo(1, 1);
      expect((side * no) / STEEPNESS).toBeCloseTo(-1, 1);
    }
  });

  it('has a row for what five lessons have, however they are asked about, and for nothing else', () => {
    const [one, other] = cases as [Lesson, Lesson];
    const [features] = other.features as [Features];
    const twice = { ...other, features: [{ ...features, grams: [averaged([21])] }, features, features] }; // the last counts, once
    const anew = { ...other, truth: [undefined, ...other.truth] };

    const { kept, table } = learnWide([...often([one], 5), ...often([twice, anew], 4)], shape);

    expect(countOf(kept)).toBe(6);
    expect(kept).toEqual(bitSetOf([1, 2, 5, 9, 10, 11], shape.gramBuckets));
    expect(table).toHaveLength(6 * 2);
  });

  it('learns nothing from what has no vector', () => {
    const without = lesson({ words: [1], facts: [] }, false);

    expect(learnWide([...often(cases), ...often([without])], shape)).toEqual(learnWide(often(cases), shape));
  });
});
