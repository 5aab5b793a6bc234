import { createRowFinder, NO_ROW } from './bit-set.ts';
import type { DeepPart, Features, Model, Scores, WidePart } from './model.ts';

/** What the parts say that need a vector, each by itself. */
export type FullScorer = (features: Features) => readonly Scores[];

/** Makes the parts ready that need a vector. */
export function createFullScorer({ deep, wide }: Pick<Model, 'deep' | 'wide'>): FullScorer {
  const wideScores = createWideScorer(wide);
  return (features) => [deepScores(deep, features), wideScores(features)];
}

function deepScores(deep: DeepPart, { dense, facts }: Features): Float64Array {
  const hidden = Float64Array.from(deep.hiddenBias);
  const scores = Float64Array.from(deep.outBias);
  const add = (input: number, value: number) => {
    addRow(hidden, deep.into, { row: input, by: value * (deep.intoSteps[input] ?? 0) });
    addRow(scores, deep.past, { row: input, by: value * (deep.pastSteps[input] ?? 0) });
  };
  dense?.forEach((value, input) => {
    if (value !== 0) add(input, value); // half of them are zeros where nothing was said before
  });
  for (const fact of facts) add(deep.dense + (fact % deep.factBuckets), 1);
  hidden.forEach((value, unit) => {
    if (value > 0) addRow(scores, deep.out, { row: unit, by: value });
  });
  return scores;
}

function createWideScorer({ kept, table, step, bias, dense }: WidePart): (features: Features) => Scores {
  const rowOf = createRowFinder(kept);
  return ({ grams = [], dense: vector }) => {
    const scores = Float64Array.from(bias);
    for (const { buckets, each } of grams) {
      for (const bucket of buckets) {
        const row = rowOf(bucket);
        if (row !== NO_ROW) addRow(scores, table, { row, by: step * each });
      }
    }
    vector?.forEach((value, row) => {
      if (value !== 0) addRow(scores, dense, { row, by: value });
    });
    return scores;
  };
}

// A loop over typed arrays: `map` and `reduce` cost several times the sums themselves.
function addRow(sums: Float64Array, rows: Int8Array | Float32Array, { row, by }: { row: number; by: number }): void {
  const from = row * sums.length;
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (rows[from + at] ?? 0) * by;
}
