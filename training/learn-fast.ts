// Trains the fast part of a model of src/learned, example by example.
import { type FastPart, type Features, fastScores } from '../src/learned/model.ts';
import { createDice } from './dice.ts';
import { type Asked, type Lesson, largest, liftsOf, outputsOf, shuffled, slopesOf } from './learn.ts';

/** Passes, step size and pull towards zero of the fast part: chosen by leaving blocks out. */
const FAST = { passes: 10, step: 0.15, pull: 1e-3 };

/** Softmax regression on hashed words and facts by AdaGrad, one example at a time; rounded to 8 bits. */
export function learnFast(
  lessons: readonly Lesson[],
  { asked, buckets }: { asked: readonly Asked[]; buckets: number },
): FastPart {
  const outputs = outputsOf(asked);
  const table = new Float32Array(buckets * outputs);
  const speed = new Float32Array(buckets * outputs);
  const bias = new Float32Array(outputs);
  const biasSpeed = new Float32Array(outputs);
  const lifts = liftsOf(lessons, asked);
  const dice = createDice(1);
  const nudge = (bucket: number, slopes: Float64Array, share: number) => {
    for (let output = 0; output < outputs; output += 1) {
      const at = bucket * outputs + output;
      const slope = (slopes[output] ?? 0) * share;
      if (slope === 0) continue;
      const pulled = slope + FAST.pull * (table[at] ?? 0);
      speed[at] = (speed[at] ?? 0) + pulled * pulled;
      table[at] = (table[at] ?? 0) - (FAST.step * pulled) / Math.sqrt((speed[at] ?? 0) + 1e-4);
    }
  };
  for (let pass = 0; pass < FAST.passes; pass += 1) {
    for (const lesson of shuffled(lessons, dice)) {
      const features = lesson.features[pass % lesson.features.length] as Features;
      const slopes = slopesOf(floatScores(features, { table, bias }), lesson, { asked, lifts });
      const share = 1 / Math.sqrt(Math.max(1, features.words.length));
      slopes.forEach((slope, output) => {
        biasSpeed[output] = (biasSpeed[output] ?? 0) + slope * slope;
        bias[output] = (bias[output] ?? 0) - (FAST.step * 0.3 * slope) / Math.sqrt((biasSpeed[output] ?? 0) + 1e-6);
      });
      for (const bucket of features.words) nudge(bucket, slopes, share);
      for (const bucket of features.facts) nudge(bucket, slopes, 1);
    }
  }
  const step = largest(table) / 127;
  return { table: Int8Array.from(table, (value) => Math.round(value / step)), step, bias };
}

const floatScores = (features: Features, { table, bias }: { table: Float32Array; bias: Float32Array }) =>
  fastScores({ table: table as unknown as Int8Array, step: 1, bias }, features);
