// Trains how all parts of a model of src/learned are weighed together.
import { type Stacking, softmax } from '../src/learned/model.ts';

/** What all parts said of an example they had not learned from, and what is right. */
export interface StackingRow {
  readonly inputs: readonly number[];
  readonly truth: readonly number[];
  /** It tells what a class weighs, but not how frequent it is. */
  readonly isElsewhere: boolean;
}

/**
 * How far weights are pulled towards zero, passes at most (the loss settles to five digits in two hundred), and the largest
 * step that is let stand. The pull keeps inputs that say the same from growing against each other.
 */
const STACKING = { pull: 1e-4, passes: 200, enough: 1e-5 };

/**
 * Multinomial logistic regression. Each pass divides the slopes by a bound on how they can bend (Böhning 1992), the same
 * for all classes, and goes on a little past where it lands (Nesterov 1983).
 */
export function learnStacking(rows: readonly StackingRow[]): Pick<Stacking, 'weights' | 'bias'> {
  const [classes, width] = [rows[0]?.truth.length ?? 0, (rows[0]?.inputs.length ?? 0) + 2];
  const inputs = rows.map((row) => Float64Array.of(...row.inputs, 1, row.isElsewhere ? 1 : 0));
  const bend = bendOf(inputs, width);
  let found = Array.from({ length: classes }, () => new Float64Array(width));
  let ahead = found;
  for (let pass = 1; pass <= STACKING.passes; pass += 1) {
    const slopes = slopesAt(ahead, inputs, rows);
    const next = ahead.map((row, one) => minus(row, solved(bend, slopes[one] as Float64Array)));
    const past = (pass - 1) / (pass + 2);
    ahead = next.map((row, one) => row.map((value, at) => value + past * (value - (found[one]?.[at] ?? 0))));
    const step = Math.max(...next.map((row, one) => Math.max(...minus(row, found[one] as Float64Array).map(Math.abs))));
    found = next;
    if (step < STACKING.enough) break;
  }
  return {
    weights: found.map((row) => Array.from(row.subarray(0, width - 2), rounded)),
    bias: found.map((row) => rounded(row[width - 2] ?? 0)),
  };
}

/** As found numbers are written down: more digits tell nothing. */
export const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

const minus = (one: Float64Array, other: Float64Array) => one.map((value, at) => value - (other[at] ?? 0));

function slopesAt(
  weights: readonly Float64Array[],
  inputs: readonly Float64Array[],
  rows: readonly StackingRow[],
): readonly Float64Array[] {
  const slopes = weights.map((row) => row.map((value) => 2 * STACKING.pull * value));
  inputs.forEach((values, at) => {
    const chances = softmax(weights.map((row) => dot(row, values)));
    const truth = rows[at]?.truth ?? [];
    chances.forEach((chance, one) => {
      addTo(slopes[one] as Float64Array, values, (chance - (truth[one] ?? 0)) / rows.length);
    });
  });
  return slopes;
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

function addTo(sums: Float64Array, values: Float64Array, by: number): void {
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] as number) + (values[at] as number) * by;
}

/** The lower triangle (Cholesky) of the bound: half of the inputs' products, and the pull. */
function bendOf(inputs: readonly Float64Array[], width: number): readonly Float64Array[] {
  const bound = Array.from({ length: width }, () => new Float64Array(width));
  for (const values of inputs) {
    bound.forEach((row, at) => {
      addTo(row, values, (0.5 * (values[at] as number)) / inputs.length);
    });
  }
  const lower = Array.from({ length: width }, () => new Float64Array(width));
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const [ofRow, ofColumn] = [lower[row] as Float64Array, lower[column] as Float64Array];
      const pull = row === column ? 2 * STACKING.pull : 0;
      const rest = (bound[row]?.[column] ?? 0) + pull - dot(ofRow.subarray(0, column), ofColumn.subarray(0, column));
      ofRow[column] = row === column ? Math.sqrt(rest) : rest / (ofColumn[column] as number);
    }
  }
  return lower;
}

/** What times the bound gives these: down the triangle, and up again. */
function solved(lower: readonly Float64Array[], given: Float64Array): Float64Array {
  const found = Float64Array.from(given);
  for (let row = 0; row < found.length; row += 1) {
    const line = lower[row] as Float64Array;
    found[row] = ((found[row] as number) - dot(line.subarray(0, row), found.subarray(0, row))) / (line[row] as number);
  }
  for (let row = found.length - 1; row >= 0; row -= 1) {
    let rest = found[row] as number;
    for (let below = row + 1; below < found.length; below += 1) {
      rest -= (lower[below]?.[row] ?? 0) * (found[below] as number);
    }
    found[row] = rest / (lower[row]?.[row] ?? 1);
  }
  return found;
}
