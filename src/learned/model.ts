import type { BitSet } from './bit-set.ts';

/**
 * What a trained model is, and how it is asked: plain arithmetic on numbers that training made. A fast part
 * adds up rows of a hashed table; where a sentence vector is at hand, a deep part (one hidden layer) and a wide one are
 * weighed in. `detect` and `pair` each have a model; training/ makes them.
 */
export interface Model {
  /** One question each: "which kind", "how harsh"; its classes stand side by side in every array below. */
  readonly questions: readonly Question[];
  readonly fast: FastPart;
  readonly deep: DeepPart;
  readonly wide: WidePart;
  /**
   * A number beside the classes, such as how much hangs on it: a weight for each input of the deep part, one for each
   * class of the first question, and last what is always added. Empty where nothing is gauged.
   */
  readonly gauge: Float32Array;
}

export interface Question {
  readonly name: string;
  readonly classes: readonly string[];
  /** What scores mean in an everyday chat. */
  readonly everyday: Calibrations;
  /** What they mean of a line or a pair that stands by itself, where that differs. */
  readonly alone?: Calibrations;
}

/**
 * Where a line, or a bid with its reply, is met: in a chat, where much is small talk and most answers turn toward, or handed over
 * by itself, as in a file of single lines or pairs.
 */
export type Setting = 'everyday' | 'alone';

/** Turn scores into probabilities: by the fast part alone, and by all. Found on blocks left out of training. */
export interface Calibrations {
  readonly fast: Calibration;
  readonly full: Stacking;
  /** By all and by what the lines before were, where the last of them is known; absent where no lines count. */
  readonly after?: Stacking;
}

/** Divides the scores by the temperature, then shifts each class. Platt scaling for several classes. */
export interface Calibration {
  readonly temperature: number;
  readonly shift: readonly number[];
}

/** Weighs what all parts say into one log-chance a class: logistic regression on their log-chances (Wolpert 1992). */
export interface Stacking {
  /** One row a class: what each of `stackedFrom` counts for it, and behind them each of `beforeFrom` where lines count. */
  readonly weights: readonly (readonly number[])[];
  /** Always added. */
  readonly bias: readonly number[];
  /** What each class is given on top while the best is sought, so that rare ones are said as often as they are worth it. */
  readonly due: readonly number[];
}

export interface FastPart {
  /** One 8-bit number a bucket and output, bucket by bucket. */
  readonly table: Int8Array;
  /** What one step of the table is worth. */
  readonly step: number;
  readonly bias: Float32Array;
}

export interface DeepPart {
  /** Numbers of the dense input; buckets of facts follow them as further inputs. */
  readonly dense: number;
  readonly factBuckets: number;
  readonly hidden: number;
  /** Inputs × hidden, input by input; 8-bit, a step for each input. */
  readonly into: Int8Array;
  readonly intoSteps: Float32Array;
  readonly hiddenBias: Float32Array;
  /** Hidden × outputs, then inputs × outputs past the hidden layer. */
  readonly out: Float32Array;
  readonly past: Int8Array;
  readonly pastSteps: Float32Array;
  readonly outBias: Float32Array;
}

/**
 * One line over everything at once: the dense input and many n-grams, which know what the vector of a misspelled word does
 * not, and facts where a step adds them. They share its buckets, of which few have a row.
 */
export interface WidePart {
  /** Which buckets have a row; the others say nothing. */
  readonly kept: BitSet;
  /** One 8-bit number a kept bucket and output, bucket by bucket. */
  readonly table: Int8Array;
  /** What one step of the table is worth. */
  readonly step: number;
  readonly bias: Float32Array;
  /** Dense inputs × outputs. */
  readonly dense: Float32Array;
}

/** What is asked about. */
export interface Features {
  /** Buckets of words and word pairs; their weights are averaged out by length. */
  readonly words: readonly number[];
  /** Buckets of facts; their weights count in full. */
  readonly facts: readonly number[];
  readonly dense?: Float32Array;
  /** Buckets of n-grams, and of what else the wide part looks at; there where the dense input is. */
  readonly grams?: readonly BucketGroup[];
}

/** Buckets that count alike. */
export interface BucketGroup {
  readonly buckets: readonly number[];
  /** What each of them counts. */
  readonly each: number;
}

/** What scores of one question are where they stand among those of all. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * What all parts say of a question, which it is stacked from: the log-chances of its classes by each part, and behind them
 * those of the first question, where it is another: what is a bid is seldom harsh.
 */
export function stackedFrom(parts: readonly Scores[], own: Span, first: Span): number[] {
  const said = ({ from, until }: Span) => parts.flatMap((scores) => logChances(scores.slice(from, until)));
  return own.from === first.from ? said(own) : [...said(own), ...said(first)];
}

/** Scores of all outputs, side by side, by one part. */
export type Scores = readonly number[] | Float64Array;

/** The log-chance of each class, but for a constant. */
export function stacked(inputs: readonly number[], { weights, bias }: Pick<Stacking, 'weights' | 'bias'>): number[] {
  return weights.map((row, one) => row.reduce((sum, weight, at) => sum + weight * (inputs[at] ?? 0), bias[one] ?? 0));
}

/** What the question's scores mean in a setting. */
export function calibrationsOf({ everyday, alone }: Question, setting: Setting): Calibrations {
  return setting === 'alone' ? (alone ?? everyday) : everyday;
}

/** What each of so many counts: a long message must not shout a short one down. */
export function shareOf({ length }: readonly number[]): number {
  return 1 / Math.sqrt(Math.max(1, length));
}

/** A group that is averaged out by its length. */
export const averaged = (buckets: readonly number[]): BucketGroup => ({ buckets, each: shareOf(buckets) });

/** A group in which each counts in full. */
export const inFull = (buckets: readonly number[]): BucketGroup => ({ buckets, each: 1 });

/** What is gauged of an example of this class, as a line through what was learned; nothing without a vector. */
export function gauged(
  { gauge, deep }: Pick<Model, 'gauge' | 'deep'>,
  { dense, facts }: Features,
  one: number,
): number | undefined {
  if (!dense || gauge.length === 0) return undefined;
  let sum = (gauge.at(-1) ?? 0) + (gauge[deep.dense + deep.factBuckets + one] ?? 0);
  for (let at = 0; at < dense.length; at += 1) sum += (dense[at] ?? 0) * (gauge[at] ?? 0);
  for (const fact of facts) sum += gauge[deep.dense + (fact % deep.factBuckets)] ?? 0;
  return sum;
}

export function indexOfMost(values: ArrayLike<number>): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  return best;
}

/** The chances that scores stand for: their exponents, as shares of one. */
export function softmax(scores: readonly number[]): number[] {
  return intoChances(scores.slice());
}

/** The same, in their own place. */
export function intoChances(scores: number[]): number[] {
  const most = scores[indexOfMost(scores)] ?? 0;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) {
    const chance = Math.exp((scores[at] ?? 0) - most);
    scores[at] = chance;
    sum += chance;
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / sum;
  return scores;
}

export function logChances(scores: ArrayLike<number>): number[] {
  const most = scores[indexOfMost(scores)] ?? 0;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) sum += Math.exp((scores[at] ?? 0) - most);
  const less = most + Math.log(sum);
  return Array.from(scores, (score) => score - less);
}
