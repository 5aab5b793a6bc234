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

/** Examples as one long list of buckets with what each is worth; row `n` stretches from `starts[n]` to `starts[n + 1]`. */
interface Rows {
  readonly lessons: readonly Lesson[];
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly values: Float64Array;
  /** Of each row the sum of the squares, the bias among them. */
  readonly sizes: Float64Array;
  /** A lesson that is asked about in several ways counts once. */
  readonly shares: Float64Array;
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
  let output = 0;
  asked.forEach(({ classes }, question) => {
    const known = rowsOf(lessons.filter(({ truth }) => truth[question] !== undefined));
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

function rowsOf(lessons: readonly Lesson[]): Rows {
  const rows = lessons.flatMap((lesson) => lesson.features.map((features) => ({ lesson, worth: worthOf(features) })));
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ worth }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + worth.size;
  });
  const buckets = new Int32Array(starts[rows.length] ?? 0);
  const values = new Float64Array(buckets.length);
  rows.forEach(({ worth }, row) => {
    buckets.set([...worth.keys()], starts[row]);
    values.set([...worth.values()], starts[row]);
  });
  return {
    lessons: rows.map(({ lesson }) => lesson),
    starts,
    buckets,
    values,
    sizes: Float64Array.from(rows, ({ worth }) => [...worth.values()].reduce((sum, value) => sum + value * value, 1)),
    shares: Float64Array.from(rows, ({ lesson }) => 1 / lesson.features.length),
  };
}

/** What each bucket is worth in an example: words share, facts count in full. */
function worthOf({ words, facts }: Features): ReadonlyMap<number, number> {
  const share = 1 / Math.sqrt(Math.max(1, words.length));
  const worth = new Map<number, number>();
  for (const bucket of words) worth.set(bucket, (worth.get(bucket) ?? 0) + share);
  for (const bucket of facts) worth.set(bucket, (worth.get(bucket) ?? 0) + 1);
  return worth;
}

/** One class against the others of its question: a weight for each bucket, and last the bias. */
function separate(
  rows: Rows,
  { question, one, lift, buckets }: { question: number; one: number; lift: number; buckets: number },
): Float64Array {
  const weights = new Float64Array(buckets + 1);
  const dice = createDice(1);
  const shares = rows.lessons.map(({ truth }) => truth[question]?.[one] ?? 0);
  const sides = Float64Array.from(shares, (share) => (share > 0 ? 1 : -1));
  const slacks = Float64Array.from(
    shares,
    (share, row) => 1 / (2 * FAST.cost * (rows.shares[row] as number) * (share > 0 ? share * lift : 1)),
  );
  const pulls = new Float64Array(shares.length);
  let order = [...pulls.keys()];
  for (let pass = 0; pass < FAST.passes; pass += 1) {
    order = shuffled(order, dice);
    let worst = 0;
    for (const row of order) {
      const [side, slack, pull] = [sides[row] as number, slacks[row] as number, pulls[row] as number];
      const slope = side * marginOf(rows, row, weights) - 1 + slack * pull;
      const wrong = pull === 0 ? Math.min(slope, 0) : slope;
      worst = Math.max(worst, Math.abs(wrong));
      if (wrong === 0) continue;
      const pulled = Math.max(0, pull - slope / ((rows.sizes[row] as number) + slack));
      pulls[row] = pulled;
      move(weights, { rows, row, by: (pulled - pull) * side });
    }
    if (worst < FAST.enough) break;
  }
  return weights;
}

function marginOf({ starts, buckets, values }: Rows, row: number, weights: Float64Array): number {
  let margin = weights[weights.length - 1] as number;
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at += 1) {
    margin += (weights[buckets[at] as number] as number) * (values[at] as number);
  }
  return margin;
}

function move(weights: Float64Array, { rows, row, by }: { rows: Rows; row: number; by: number }): void {
  weights[weights.length - 1] = (weights[weights.length - 1] as number) + by;
  const end = rows.starts[row + 1] as number;
  for (let at = rows.starts[row] as number; at < end; at += 1) {
    const bucket = rows.buckets[at] as number;
    weights[bucket] = (weights[bucket] as number) + by * (rows.values[at] as number);
  }
}
