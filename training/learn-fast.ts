// Trains the fast part of a model of src/learned: for each class a line between it and all others.
import type { FastPart, Features } from '../src/learned/model.ts';
import { createDice } from './dice.ts';
import { type Asked, type Lesson, largest, liftsOf, outputsOf, shuffled } from './learn.ts';

/**
 * What a mistake costs beside large weights (chosen by leaving blocks out), passes at most, and the largest wrong that
 * is let stand.
 */
const FAST = { cost: 0.3, passes: 60, enough: 0.01 };
/** Margins times this are about log-odds, so that they can be weighed with those of the deep part. Chosen the same way. */
const STEEPNESS = 2.2;

/** An example as a sparse row: buckets, each worth one of two shares, and one bucket that always counts. */
interface Row {
  readonly lesson: Lesson;
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  /** Sum of the squares, the bias among them. */
  readonly size: number;
  /** A lesson that is asked about in several ways counts once. */
  readonly share: number;
}

/**
 * Support vector machines on hashed words and facts, one class against all others, with squared hinge loss, by dual
 * coordinate descent (Hsieh et al. 2008); rounded to 8 bits. On blocks left out it read the nine kinds three points
 * better than softmax regression by AdaGrad.
 */
export function learnFast(
  lessons: readonly Lesson[],
  { asked, buckets }: { asked: readonly Asked[]; buckets: number },
): FastPart {
  const outputs = outputsOf(asked);
  const table = new Float32Array(buckets * outputs);
  const bias = new Float32Array(outputs);
  const lifts = liftsOf(lessons, asked);
  const rows = lessons.flatMap(rowsOf);
  let output = 0;
  asked.forEach(({ classes }, question) => {
    const known = rows.filter(({ lesson }) => lesson.truth[question] !== undefined);
    classes.forEach((_, one) => {
      const weights = separate(known, { question, one, lift: lifts[question]?.[one] ?? 1, buckets });
      for (let bucket = 0; bucket < buckets; bucket += 1) {
        table[bucket * outputs + output] = STEEPNESS * (weights[bucket] as number);
      }
      bias[output] = STEEPNESS * (weights[buckets] as number);
      output += 1;
    });
  });
  const step = largest(table) / 127;
  return { table: Int8Array.from(table, (value) => Math.round(value / step)), step, bias };
}

function rowsOf(lesson: Lesson): readonly Row[] {
  return lesson.features.map((features) => rowOf(lesson, features));
}

function rowOf(lesson: Lesson, { words, facts }: Features): Row {
  const share = 1 / Math.sqrt(Math.max(1, words.length));
  const worth = new Map<number, number>();
  for (const bucket of words) worth.set(bucket, (worth.get(bucket) ?? 0) + share);
  for (const bucket of facts) worth.set(bucket, (worth.get(bucket) ?? 0) + 1);
  const values = Float32Array.from(worth.values());
  const size = values.reduce((sum, value) => sum + value * value, 1);
  return { lesson, buckets: Int32Array.from(worth.keys()), values, size, share: 1 / lesson.features.length };
}

/** One class against the others of its question: a weight for each bucket, and last the bias. */
function separate(
  rows: readonly Row[],
  { question, one, lift, buckets }: { question: number; one: number; lift: number; buckets: number },
): Float64Array {
  const weights = new Float64Array(buckets + 1);
  const dice = createDice(1);
  const points = rows.map((row) => {
    const share = row.lesson.truth[question]?.[one] ?? 0;
    const side = share > 0 ? 1 : -1;
    const cost = FAST.cost * row.share * (side > 0 ? share * lift : 1);
    return { row, side, slack: 1 / (2 * cost), pull: 0 };
  });
  for (let pass = 0; pass < FAST.passes; pass += 1) {
    let worst = 0;
    for (const point of shuffled(points, dice)) {
      const { row, side, slack, pull } = point;
      const slope = side * marginOf(row, weights) - 1 + slack * pull;
      const wrong = pull === 0 ? Math.min(slope, 0) : slope;
      worst = Math.max(worst, Math.abs(wrong));
      if (wrong === 0) continue;
      point.pull = Math.max(0, pull - slope / (row.size + slack));
      move(row, weights, (point.pull - pull) * side);
    }
    if (worst < FAST.enough) break;
  }
  return weights;
}

function marginOf({ buckets, values }: Row, weights: Float64Array): number {
  let margin = weights[weights.length - 1] as number;
  for (let at = 0; at < buckets.length; at += 1) {
    margin += (weights[buckets[at] as number] as number) * (values[at] as number);
  }
  return margin;
}

function move({ buckets, values }: Row, weights: Float64Array, by: number): void {
  weights[weights.length - 1] = (weights[weights.length - 1] as number) + by;
  for (let at = 0; at < buckets.length; at += 1) {
    const bucket = buckets[at] as number;
    weights[bucket] = (weights[bucket] as number) + by * (values[at] as number);
  }
}
