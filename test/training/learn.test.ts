import { describe, expect, it } from 'vitest';
import { bestOf, createAsker } from '../../src/learned/asker.ts';
import { createFullScorer } from '../../src/learned/full-parts.ts';
import { type Features, gauged, inFull, type Model } from '../../src/learned/model.ts';
import type { Lesson } from '../../training/learn.ts';
import { learnDeep } from '../../training/learn-deep.ts';
import { learnFast } from '../../training/learn-fast.ts';
import { learnGauge } from '../../training/learn-gauge.ts';
import { learnWide } from '../../training/learn-wide.ts';

const CALIBRATION = { temperature: 1, shift: [0, 0] };
const ASKED = [{ name: 'which', classes: ['no', 'yes'], weight: 1, lift: 0.5 }];
const SHAPE = {
  asked: ASKED,
  buckets: 64,
  dense: 2,
  factBuckets: 8,
  gramBuckets: 64,
  fastSteps: 127,
  wide: { cost: 0.3, scale: 0.25 },
};

/** Learns all parts; where there is a vector, the deep part counts so much, the fast part the rest, and the wide one nothing. */
function learn(lessons: readonly Lesson[], share: number): Model {
  const weights = [
    [1 - share, 0, share, 0, 0, 0],
    [0, 1 - share, 0, share, 0, 0],
  ];
  const everyday = { fast: CALIBRATION, full: { weights, bias: [0, 0], due: [0, 0] } };
  return {
    questions: [{ name: 'which', classes: ['no', 'yes'], everyday }],
    fast: learnFast(lessons, SHAPE),
    deep: learnDeep(lessons, SHAPE),
    wide: learnWide(lessons, SHAPE),
    gauge: learnGauge(lessons, SHAPE),
  };
}

const answer = (model: Model, features: Features) => createAsker(model).answers(features).map(bestOf)[0];

/** Each case so often that there is something to learn from. */
const often = (cases: readonly (readonly [Features, yes: boolean])[]): readonly Lesson[] =>
  Array.from({ length: 120 }, () => cases)
    .flat()
    .map(([features, yes]) => ({ features: [features], truth: [[yes ? 0 : 1, yes ? 1 : 0]] }));

describe('learning', () => {
  it('finds the words that tell', () => {
    const cases = [
      [{ words: [1, 2], facts: [] }, true],
      [{ words: [2, 3], facts: [] }, false],
    ] as const;

    const model = learn(often(cases), 0);

    for (const [features, yes] of cases) expect(answer(model, features)).toBe(yes ? 1 : 0);
  });

  it('finds what only both numbers of a vector tell together', () => {
    const cases = [
      [{ words: [], facts: [], dense: Float32Array.of(2, 2) }, false],
      [{ words: [], facts: [], dense: Float32Array.of(-2, -2) }, false],
      [{ words: [], facts: [], dense: Float32Array.of(2, -2) }, true],
      [{ words: [], facts: [], dense: Float32Array.of(-2, 2) }, true],
    ] as const;

    const model = learn(often(cases), 1);

    for (const [features, yes] of cases) expect(answer(model, features)).toBe(yes ? 1 : 0);
  });

  it('finds in the wide part what n-grams and the vector tell', () => {
    const cases = [
      [{ words: [], facts: [], grams: [inFull([1, 9])], dense: Float32Array.of(0.1, 0.1) }, true],
      [{ words: [], facts: [], grams: [inFull([1, 10])], dense: Float32Array.of(0.1, 0.1) }, false],
      [{ words: [], facts: [], grams: [inFull([1, 11])], dense: Float32Array.of(4, 0) }, true],
      [{ words: [], facts: [], grams: [inFull([1, 11])], dense: Float32Array.of(-4, 0) }, false],
    ] as const;

    const wide = learnWide(often(cases), SHAPE);

    const scores = createFullScorer({ deep: learnDeep(often(cases), SHAPE), wide });
    for (const [features, yes] of cases) {
      const [no = 0, isYes = 0] = scores(features)[1] ?? [];
      expect(isYes > no).toBe(yes);
    }
  });

  it('rounds the fast part to as many steps as it is given', () => {
    const lessons = often([
      [{ words: [1, 2], facts: [] }, true],
      [{ words: [2, 3], facts: [4] }, false],
    ]);
    const most = (fastSteps: number) =>
      Math.max(...learnFast(lessons, { ...SHAPE, fastSteps }).table.map((step) => Math.abs(step)));

    expect([127, 31, 7].map(most)).toEqual([127, 31, 7]);
  });

  it('learns the same numbers from the same lessons', () => {
    const lessons = often([
      [{ words: [1], facts: [4], dense: Float32Array.of(1, 0) }, true],
      [{ words: [3], facts: [5], dense: Float32Array.of(0, 1) }, false],
    ]);

    expect(learn(lessons, 0.5)).toEqual(learn(lessons, 0.5));
  });

  it('learns nothing from a question that does not apply', () => {
    const [lesson] = often([[{ words: [1], facts: [], dense: Float32Array.of(1, 0) }, true]]);

    const { fast } = learn([{ features: (lesson as Lesson).features, truth: [undefined] }], 0);

    expect(fast.table.every((value) => value === 0)).toBe(true);
  });

  it('finds how much hangs on what, whatever the kind', () => {
    const lessons = Array.from({ length: 400 }, (_, at) => {
      const [one, other] = [Math.sin(at), Math.cos(3 * at)];
      const isYes = at % 2 === 0;
      return {
        features: [{ words: [], facts: [at % 3], dense: Float32Array.of(8 * one, 8 * other) }],
        truth: [[isYes ? 0 : 1, isYes ? 1 : 0]],
        gauged: { of: isYes ? 1 : 0, amount: 0.5 + 0.2 * one - 0.1 * other + (isYes ? 0.1 : 0) },
      };
    });

    const model = learn(lessons, 0.5);

    const gap = lessons.map(({ features, gauged: { of, amount } }) =>
      Math.abs((gauged(model, features[0] as Features, of) ?? 0) - amount),
    );
    expect(Math.max(...gap)).toBeLessThan(0.06);
  });

  it('gauges finitely however little there is to learn from', () => {
    const lesson = {
      features: [{ words: [], facts: [], dense: Float32Array.of(1, 0) }],
      truth: [[0, 1]],
      gauged: { of: 1, amount: 0.5 },
    };

    const { gauge } = learn([lesson, lesson, { ...lesson, gauged: { of: 1, amount: 0 } }], 0.5);

    expect(gauge.length).toBeGreaterThan(0);
    expect(gauge.every(Number.isFinite)).toBe(true);
  });

  it('gauges nothing where no lesson tells an intensity', () => {
    expect(learn(often([[{ words: [1], facts: [], dense: Float32Array.of(1, 0) }, true]]), 0.5).gauge).toHaveLength(0);
  });
});
