import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, chancesOf, createAsker } from '../../src/learned/asker.ts';
import {
  blended,
  type Features,
  gauged,
  indexOfMost,
  logChances,
  type Model,
  softmax,
} from '../../src/learned/model.ts';

const PLAIN = { temperature: 1, shift: [0, 0] };

/** Two buckets, two classes; the vector's one number speaks for the second, through the hidden unit and past it. */
const MODEL: Model = {
  questions: [{ name: 'weather', classes: ['sun', 'rain'], blend: 0.5, everyday: { fast: PLAIN, full: PLAIN } }],
  fast: { table: Int8Array.of(10, 0, 0, 10), step: 0.1, bias: Float32Array.of(0, 0) },
  deep: {
    dense: 1,
    factBuckets: 2,
    hidden: 1,
    into: Int8Array.of(1, 0, 0),
    intoSteps: Float32Array.of(1, 1, 1),
    hiddenBias: Float32Array.of(0),
    out: Float32Array.of(0, 2),
    past: Int8Array.of(0, 1, 0, 0, 0, 0),
    pastSteps: Float32Array.of(1, 1, 1),
    outBias: Float32Array.of(0, 0),
  },
  gauge: Float32Array.of(0.5, 0.25, 0, 0, 0.125, 1),
};

const weather = (features: Features, model = MODEL) => {
  const [answered] = createAsker(model)(features);
  if (!answered) throw new Error('the model has one question');
  return { ...answered, best: bestOf(answered), chances: chancesOf(answered) };
};

describe('a trained model', () => {
  it('adds up the rows of words and facts', () => {
    expect(weather({ words: [0], facts: [] }).best).toBe(0);
    expect(weather({ words: [0], facts: [1, 1] }).best).toBe(1);
  });

  it('lets a long message shout no louder than a short one', () => {
    const [short] = weather({ words: [0], facts: [] }).chances;
    const [long] = weather({ words: [0, 0, 0, 0], facts: [] }).chances;

    // Four times the words weigh twice as much, by the root of the length.
    expect(long).toBeCloseTo(1 / (1 + Math.exp(-2)), 5);
    expect(short).toBeCloseTo(1 / (1 + Math.exp(-1)), 5);
  });

  it('weighs the deep part in where there is a vector', () => {
    const without = weather({ words: [0], facts: [] });
    const rainy = weather({ words: [0], facts: [], dense: Float32Array.of(2) });

    expect(without.best).toBe(0);
    expect(rainy.best).toBe(1);
  });

  it('lets nothing through a hidden unit that is not woken', () => {
    const [sun, rain] = weather({ words: [], facts: [], dense: Float32Array.of(-1) }).scores;

    // Only the way past the hidden layer speaks: −1 for rain, half of it by the blend.
    expect((rain ?? 0) - (sun ?? 0)).toBeCloseTo(-0.5, 5);
  });

  it('tells everyday chances apart from what it would pick when every class gets its due', () => {
    const rare = { temperature: 1, shift: [3, -3] };
    const [question] = MODEL.questions;
    const model = { ...MODEL, questions: [{ ...question, everyday: { fast: rare, full: rare } }] } as Model;

    const { best, chances } = weather({ words: [1], facts: [] }, model);

    expect(best).toBe(1);
    expect(chances[1]).toBeLessThan(0.1);
  });
});

describe('chances', () => {
  const scores = fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 1, maxLength: 9 });

  it('are shares of one, whatever the scores', () => {
    fc.assert(
      fc.property(scores, (some) => {
        const chances = softmax(some);

        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        expect(chances[indexOfMost(some)]).toBe(Math.max(...chances));
      }),
    );
  });

  it('lie between those of the two parts', () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 1, noNaN: true }), (some, blend) => {
        const [fast, deep] = [Float64Array.from(some), Float64Array.from(some.toReversed())];
        const [one, other] = [logChances(fast), logChances(deep)];

        blended(fast, deep, blend).forEach((score, at) => {
          expect(score).toBeGreaterThanOrEqual(Math.min(one[at] ?? 0, other[at] ?? 0) - 1e-9);
          expect(score).toBeLessThanOrEqual(Math.max(one[at] ?? 0, other[at] ?? 0) + 1e-9);
        });
      }),
    );
  });

  it('gauges the vector, the facts and the class together', () => {
    const gauge = gauged(MODEL, { words: [], facts: [0], dense: Float32Array.of(2) }, 1);

    expect(gauge).toBe(2 * 0.5 + 0.25 + 0.125 + 1);
  });

  it('gauges nothing without a vector', () => {
    expect(gauged(MODEL, { words: [0], facts: [0] }, 1)).toBeUndefined();
  });
});
