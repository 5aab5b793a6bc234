import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, chancesOf, createAsker } from '../../src/learned/asker.ts';
import { countBefore, type LineBefore } from '../../src/learned/lines-before.ts';
import {
  averaged,
  type Features,
  gauged,
  indexOfMost,
  inFull,
  logChances,
  type Model,
  type Question,
  type Stacking,
  softmax,
  stackedFrom,
} from '../../src/learned/model.ts';

const PLAIN = { temperature: 1, shift: [0, 0] };

/** Fast and deep part alike, the wide one not at all. */
const HALVES: Stacking = {
  weights: [
    [0.5, 0, 0.5, 0, 0, 0],
    [0, 0.5, 0, 0.5, 0, 0],
  ],
  bias: [0, 0],
  due: [0, 0],
};
const WEATHER: Question = { name: 'weather', classes: ['sun', 'rain'], everyday: { fast: PLAIN, full: HALVES } };

/** Two buckets, two classes; the vector's one number speaks for the second, through the hidden unit and past it. */
const MODEL: Model = {
  questions: [WEATHER],
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
  wide: {
    kept: Int8Array.of(0b10, 0b100), // buckets 1 and 10
    table: Int8Array.of(0, 10, 0, 100),
    step: 0.5,
    bias: Float32Array.of(1, 0),
    dense: Float32Array.of(0, 3),
  },
  gauge: Float32Array.of(0.5, 0.25, 0, 0, 0.125, 1),
};

const weather = (features: Features, model = MODEL) => {
  const [answered] = createAsker(model).answers(features);
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

  it('weighs the wide part in: grams of buckets that have a row, as each counts, and the vector', () => {
    const alone = [
      [0, 0, 0, 0, 1, 0],
      [0, 0, 0, 0, 0, 1],
    ];
    const everyday = { fast: PLAIN, full: { ...HALVES, weights: alone } };
    const model: Model = { ...MODEL, questions: [{ ...WEATHER, everyday }] };
    const lead = (features: Features) => {
      const [sun, rain] = weather(features, model).scores;
      return (rain ?? 0) - (sun ?? 0);
    };

    expect(lead({ words: [], facts: [], dense: Float32Array.of(2) })).toBeCloseTo(2 * 3 - 1, 5);
    // What has no row counts in the length all the same; facts and words are none of its business.
    const grams = [averaged([1, 1, 1, 1]), inFull([10, 1]), averaged([0, 9, 11, 16]), averaged([1, 0, 0, 0])];
    expect(lead({ words: [1], facts: [1], grams, dense: Float32Array.of(2) })).toBeCloseTo(
      4 * (5 / 2) + (50 + 5) + 0 + 5 / 2 + 2 * 3 - 1,
      5,
    );
  });

  it('lets nothing through a hidden unit that is not woken', () => {
    const [sun, rain] = weather({ words: [], facts: [], dense: Float32Array.of(-1) }).scores;

    // Only the way past the hidden layer speaks: −1 for rain, and it counts half.
    expect((rain ?? 0) - (sun ?? 0)).toBeCloseTo(-0.5, 5);
  });

  it('tells everyday chances apart from what it would pick when every class gets its due', () => {
    const everyday = { fast: { temperature: 1, shift: [3, -3] }, full: { ...HALVES, bias: [3, -3], due: [0, 7] } };
    const model: Model = { ...MODEL, questions: [{ ...WEATHER, everyday }] };

    const byWords = weather({ words: [1], facts: [] }, model);
    const byBoth = weather({ words: [1], facts: [], dense: Float32Array.of(0) }, model);

    for (const { best, chances } of [byWords, byBoth]) {
      expect(best).toBe(1);
      expect(chances[1]).toBeLessThan(0.1);
    }
  });

  it('lets what was said before count in a chat', () => {
    const [weights, after] = [HALVES.weights, new Array<number>(countBefore(2)).fill(0)];
    const rainAfterRain = [
      [...(weights[0] ?? []), ...after],
      [...(weights[1] ?? []), ...after.with(3, 4)],
    ]; // the other's
    const everyday = { fast: PLAIN, full: HALVES, after: { ...HALVES, weights: rainAfterRain } };
    const asker = createAsker({ ...MODEL, questions: [{ ...WEATHER, everyday }] });
    const features = { words: [0], facts: [], dense: Float32Array.of(0) };
    const rainBehind = (...before: readonly (LineBefore | undefined)[]) =>
      asker.answers(features, { setting: 'everyday', before }).map((one) => chancesOf(one)[1] ?? 0);
    const chances = asker.impression({ words: [1], facts: [], dense: Float32Array.of(2) }) ?? [];

    const [clear] = rainBehind();

    expect(chances[1]).toBeGreaterThan(0.9);
    expect(rainBehind({ own: true, chances })).toEqual([clear]);
    expect(rainBehind(undefined, { own: false, chances })).toEqual([clear]); // the last line is not known
    expect(rainBehind({ own: false, chances })[0]).toBeGreaterThan((clear ?? 1) + 0.2);
    expect(asker.impression({ words: [1], facts: [] })).toBeUndefined();
  });

  it('lets what was said of the first question count for the others', () => {
    const [fast, deep] = [[0, 1, 2, 0], Float64Array.of(1, 0, 0, 3)];
    const [first, second] = [
      { from: 0, until: 2 },
      { from: 2, until: 4 },
    ];

    const alone = stackedFrom([fast, deep], first, first);
    const both = stackedFrom([fast, deep], second, first);

    expect(alone).toEqual([...logChances([0, 1]), ...logChances([1, 0])]);
    expect(both).toEqual([...logChances([2, 0]), ...logChances([0, 3]), ...alone]);
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

  it('gauges the vector, the facts and the class together', () => {
    const gauge = gauged(MODEL, { words: [], facts: [0], dense: Float32Array.of(2) }, 1);

    expect(gauge).toBe(2 * 0.5 + 0.25 + 0.125 + 1);
  });

  it('gauges nothing without a vector', () => {
    expect(gauged(MODEL, { words: [0], facts: [0] }, 1)).toBeUndefined();
  });
});
