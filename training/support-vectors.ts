// Support vector machines, for the parts of a model of src/learned that are lines: the fast one and the wide one.
import type { FastPart, Features } from '../src/learned/model.ts';
import { createDice } from './dice.ts';
import { type Asked, type Lesson, largest, liftsOf, outputsOf, shuffled } from './learn.ts';

/** What one way of learning is set to. */
export interface Machine {
  /** What a mistake costs beside large weights, passes at most, and the largest wrong that is let stand. */
  readonly cost: number;
  readonly passes: number;
  readonly enough: number;
  readonly asked: readonly Asked[];
  readonly buckets: number;
  /** Weights are rounded to so many steps on either side of zero. */
  readonly steps: number;
  /** Numbers of the dense input that count, and what each is multiplied by, so that it weighs about as much as a word. */
  readonly dense?: { readonly size: number; readonly scale: number };
  /** What each bucket is worth in an example. */
  readonly worthOf: (features: Features) => ReadonlyMap<number, number>;
}

/** A line for each class. */
export interface Lines extends FastPart {
  /** Dense inputs × outputs; empty where none count. */
  readonly dense: Float32Array;
}

/** Margins times this are about log-odds, so that they can be weighed with those of the deep part. Chosen by leaving blocks out. */
const STEEPNESS = 2.2;

/** What pulls at nothing mostly goes on so: it is looked at every so many passes, which takes two thirds of the time. Our choice. */
const WHOLE_EVERY = 3;

/**
 * One class against all others, with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008). On blocks left
 * out it read the nine kinds three points better than softmax regression by AdaGrad.
 */
export function learnLines(lessons: readonly Lesson[], machine: Machine): Lines {
  const { asked, buckets, dense: { size, scale } = NO_DENSE } = machine;
  const outputs = outputsOf(asked);
  const table = new Float32Array(buckets * outputs);
  const dense = new Float32Array(size * outputs);
  const bias = new Float32Array(outputs);
  const lifts = liftsOf(lessons, asked);
  let output = 0;
  asked.forEach(({ classes }, question) => {
    const known = rowsOf(
      lessons.filter(({ truth }) => truth[question] !== undefined),
      machine,
    );
    classes.forEach((_, one) => {
      const weights = separate(known, { question, one, lift: lifts[question]?.[one] ?? 1, machine });
      const put = (to: Float32Array, at: number, by: number, weight: number | undefined) => {
        to[at * outputs + output] = STEEPNESS * by * (weight as number);
      };
      for (let bucket = 0; bucket < buckets; bucket += 1) put(table, bucket, 1, weights[bucket]);
      for (let input = 0; input < size; input += 1) put(dense, input, scale, weights[buckets + input]);
      put(bias, 0, 1, weights[buckets + size]);
      output += 1;
    });
  });
  const step = largest(table) / machine.steps;
  return { table: Int8Array.from(table, (value) => Math.round(value / step)), step, bias, dense };
}

const NO_DENSE = { size: 0, scale: 1 };

/** Examples as one long list of buckets with what each is worth; row `n` stretches from `starts[n]` to `starts[n + 1]`. */
interface Rows {
  readonly lessons: readonly Lesson[];
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly values: Float64Array;
  /** Of each row its dense input, up to the last number that is not zero. */
  readonly dense: readonly Float32Array[];
  readonly scale: number;
  /** Where the dense inputs stand among the weights. */
  readonly denseFrom: number;
  /** Of each row the sum of the squares, the bias among them. */
  readonly sizes: Float64Array;
  /** A lesson that is asked about in several ways counts once. */
  readonly shares: Float64Array;
}

const NOTHING: Float32Array = new Float32Array(0);

/** What each is worth is worked out twice, since all of it at once would not fit into the memory that Node takes by itself. */
function rowsOf(lessons: readonly Lesson[], { buckets: denseFrom, dense, worthOf }: Machine): Rows {
  const asked = lessons.flatMap((lesson) => lesson.features.map((features) => ({ lesson, features })));
  const { scale } = dense ?? NO_DENSE;
  const starts = new Int32Array(asked.length + 1);
  asked.forEach(({ features }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + worthOf(features).size;
  });
  const buckets = new Int32Array(starts[asked.length] ?? 0);
  const values = new Float64Array(buckets.length);
  const vectors = asked.map(({ features }) => (dense ? filledPart(features.dense) : NOTHING));
  const squares = (sum: number, value: number) => sum + value * value;
  const sizes = Float64Array.from(asked, ({ features }, row) => {
    const worth = worthOf(features);
    buckets.set([...worth.keys()], starts[row]);
    values.set([...worth.values()], starts[row]);
    return [...worth.values()].reduce(squares, 1) + scale * scale * (vectors[row] as Float32Array).reduce(squares, 0);
  });
  return {
    lessons: asked.map(({ lesson }) => lesson),
    starts,
    buckets,
    values,
    dense: vectors,
    scale,
    denseFrom,
    sizes,
    shares: Float64Array.from(asked, ({ lesson }) => 1 / lesson.features.length),
  };
}

/** Behind it all is zero, as where nothing was said before. */
function filledPart(dense: Float32Array = NOTHING): Float32Array {
  return dense.subarray(0, dense.findLastIndex((value) => value !== 0) + 1);
}

/** One class against the others of its question: a weight for each bucket and dense input, and last the bias. */
function separate(
  rows: Rows,
  { question, one, lift, machine }: { question: number; one: number; lift: number; machine: Machine },
): Float64Array {
  const { cost, passes, enough, buckets, dense = NO_DENSE } = machine;
  const weights = new Float64Array(buckets + dense.size + 1);
  const dice = createDice(1);
  const shares = rows.lessons.map(({ truth }) => truth[question]?.[one] ?? 0);
  const sides = Float64Array.from(shares, (share) => (share > 0 ? 1 : -1));
  const slacks = Float64Array.from(
    shares,
    (share, row) => 1 / (2 * cost * (rows.shares[row] as number) * (share > 0 ? share * lift : 1)),
  );
  const pulls = new Float64Array(shares.length);
  let order = [...pulls.keys()];
  for (let pass = 0; pass < passes; pass += 1) {
    order = shuffled(order, dice);
    const isWhole = pass % WHOLE_EVERY === 0;
    let worst = 0;
    for (const row of order) {
      const [side, slack, pull] = [sides[row] as number, slacks[row] as number, pulls[row] as number];
      if (pull === 0 && !isWhole) continue;
      const slope = side * marginOf(rows, row, weights) - 1 + slack * pull;
      const wrong = pull === 0 ? Math.min(slope, 0) : slope;
      worst = Math.max(worst, Math.abs(wrong));
      if (wrong === 0) continue;
      const pulled = Math.max(0, pull - slope / ((rows.sizes[row] as number) + slack));
      pulls[row] = pulled;
      move(weights, { rows, row, by: (pulled - pull) * side });
    }
    if (isWhole && worst < enough) break;
  }
  return weights;
}

function marginOf(
  { starts, buckets, values, dense, scale, denseFrom }: Rows,
  row: number,
  weights: Float64Array,
): number {
  let margin = weights[weights.length - 1] as number;
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at += 1) {
    margin += (weights[buckets[at] as number] as number) * (values[at] as number);
  }
  const vector = dense[row] as Float32Array;
  let sum = 0;
  for (let at = 0; at < vector.length; at += 1) sum += (weights[denseFrom + at] as number) * (vector[at] as number);
  return margin + scale * sum;
}

function move(weights: Float64Array, { rows, row, by }: { rows: Rows; row: number; by: number }): void {
  weights[weights.length - 1] = (weights[weights.length - 1] as number) + by;
  const end = rows.starts[row + 1] as number;
  for (let at = rows.starts[row] as number; at < end; at += 1) {
    const bucket = rows.buckets[at] as number;
    weights[bucket] = (weights[bucket] as number) + by * (rows.values[at] as number);
  }
  const vector = rows.dense[row] as Float32Array;
  const scaled = by * rows.scale;
  for (let at = 0; at < vector.length; at += 1) {
    const input = rows.denseFrom + at;
    weights[input] = (weights[input] as number) + scaled * (vector[at] as number);
  }
}

/** Adds what each of these buckets is worth, for a `worthOf`. */
export function addWorth(worth: Map<number, number>, buckets: readonly number[], each: number): void {
  for (const bucket of buckets) worth.set(bucket, (worth.get(bucket) ?? 0) + each);
}
