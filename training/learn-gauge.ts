// Trains the gauge of a model of src/learned: how much hangs on what was said.
import type { Features } from '../src/learned/model.ts';
import type { Lesson } from './learn.ts';

/**
 * How far weights are pulled towards zero (chosen by leaving blocks out), rounds of solving at most, and the share of
 * what was to be explained at the outset that is let stand.
 */
const GAUGE = { pull: 30, rounds: 80, enough: 1e-12 };

/** An example as numbers and the places where they count. */
interface Row {
  readonly dense: Float32Array;
  readonly places: readonly number[];
  readonly amount: number;
}

/**
 * Ridge regression of the intensity on the vector, the facts and the kind, solved by conjugate gradients (Hestenes and
 * Stiefel 1952); empty where no lesson tells an intensity.
 */
export function learnGauge(
  lessons: readonly Lesson[],
  { dense, factBuckets }: { readonly dense: number; readonly factBuckets: number },
): Float32Array {
  const classes = lessons[0]?.truth[0]?.length ?? 0;
  const width = dense + factBuckets + classes + 1;
  const rows = lessons.flatMap((lesson) => rowsOf(lesson, { dense, factBuckets, last: width - 1 }));
  if (rows.length === 0) return new Float32Array(0);
  const weights = new Float64Array(width);
  const rest = backward(rows, { width, amounts: rows.map(({ amount }) => amount) });
  let along = Float64Array.from(rest);
  let size = dot(rest, rest);
  const enough = size * GAUGE.enough;
  for (let round = 0; round < GAUGE.rounds && size > enough; round += 1) {
    const turned = backward(rows, { width, amounts: rows.map((row) => forward(row, along)) });
    for (let at = 0; at < width; at += 1) turned[at] = (turned[at] as number) + GAUGE.pull * (along[at] as number);
    const step = size / dot(along, turned);
    for (let at = 0; at < width; at += 1) {
      weights[at] = (weights[at] as number) + step * (along[at] as number);
      rest[at] = (rest[at] as number) - step * (turned[at] as number);
    }
    const next = dot(rest, rest);
    along = along.map((value, at) => (rest[at] as number) + (next / size) * value);
    size = next;
  }
  return Float32Array.from(weights);
}

function rowsOf(
  { features, gauged }: Lesson,
  { dense, factBuckets, last }: { readonly dense: number; readonly factBuckets: number; readonly last: number },
): readonly Row[] {
  if (!gauged) return [];
  return features.flatMap(({ dense: vector, facts }: Features) => {
    const places = [...facts.map((fact) => dense + (fact % factBuckets)), dense + factBuckets + gauged.of, last];
    return vector ? [{ dense: vector, places, amount: gauged.amount }] : [];
  });
}

function forward({ dense, places }: Row, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < dense.length; at += 1) sum += (dense[at] as number) * (weights[at] as number);
  for (const place of places) sum += weights[place] as number;
  return sum;
}

/** What each weight would have to move for the rows to come to these amounts. */
function backward(
  rows: readonly Row[],
  { width, amounts }: { readonly width: number; readonly amounts: readonly number[] },
): Float64Array {
  const sums = new Float64Array(width);
  rows.forEach(({ dense, places }, row) => {
    const amount = amounts[row] as number;
    for (let at = 0; at < dense.length; at += 1) sums[at] = (sums[at] as number) + (dense[at] as number) * amount;
    for (const place of places) sums[place] = (sums[place] as number) + amount;
  });
  return sums;
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] as number), 0);
}
