/**
 * What a trained model is, and how it is asked: plain arithmetic on numbers that training made. A fast part
 * adds up rows of a hashed table; where a sentence vector is at hand, a deep part (one hidden layer) is
 * weighed in. `detect` and `pair` each have one; training/ makes them.
 */
export interface Model {
  /** One question each: "which kind", "how harsh"; its classes stand side by side in every array below. */
  readonly questions: readonly Question[];
  readonly fast: FastPart;
  readonly deep: DeepPart;
}

export interface Question {
  readonly name: string;
  readonly classes: readonly string[];
  /** How much the deep part counts where there is a vector, 0–1; found on blocks left out of training. */
  readonly blend: number;
  /** What scores mean in an everyday chat. */
  readonly everyday: Calibrations;
  /** What they mean of a line that stands by itself, where that differs. */
  readonly alone?: Calibrations;
}

/** Where a line is met: in a chat, where much is small talk, or handed over by itself, as in a file of single lines. */
export type Setting = 'everyday' | 'alone';

/** Turn scores into probabilities: by the fast part alone, and by both. */
export interface Calibrations {
  readonly fast: Calibration;
  readonly full: Calibration;
}

/** Divides the scores by the temperature, then shifts each class. Platt scaling for several classes. */
export interface Calibration {
  readonly temperature: number;
  readonly shift: readonly number[];
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

/** What is asked about. */
export interface Features {
  /** Buckets of words and word pairs; their weights are averaged out by length. */
  readonly words: readonly number[];
  /** Buckets of facts; their weights count in full. */
  readonly facts: readonly number[];
  readonly dense?: Float32Array;
}

/** What one question came to. */
export interface Answered {
  /** Log-chances when every class is given its due, also the rare ones. */
  readonly scores: Float64Array;
  /** The class with the highest score. */
  readonly best: number;
  /** The chance of each class in its setting, 0–1. */
  readonly chances: Float64Array;
}

/** Asks every question of the model. */
export function ask(model: Model, features: Features, setting: Setting = 'everyday'): readonly Answered[] {
  const fast = fastScores(model.fast, features);
  const deep = features.dense && deepScores(model.deep, features);
  let from = 0;
  return model.questions.map((question) => {
    const until = from + question.classes.length;
    const scores = blended(fast.subarray(from, until), deep?.subarray(from, until), question.blend);
    from = until;
    const chances = calibrated(scores, calibrationOf(question, { setting, hasDeep: deep !== undefined }));
    return { scores, best: indexOfMost(scores), chances };
  });
}

/** Both parts' log-chances, weighed. */
export function blended(fast: Float64Array, deep: Float64Array | undefined, blend: number): Float64Array {
  const scores = logChances(fast);
  if (!deep) return scores;
  const ofDeep = logChances(deep);
  for (let at = 0; at < scores.length; at += 1) {
    scores[at] = (1 - blend) * (scores[at] ?? 0) + blend * (ofDeep[at] ?? 0);
  }
  return scores;
}

/** What the question's scores mean in a setting. */
export function calibrationOf(
  { everyday, alone }: Question,
  { setting, hasDeep }: { readonly setting: Setting; readonly hasDeep: boolean },
): Calibration {
  const calibrations = setting === 'alone' ? (alone ?? everyday) : everyday;
  return hasDeep ? calibrations.full : calibrations.fast;
}

/** The chances that the scores mean. */
export function calibrated(scores: Float64Array, { temperature, shift }: Calibration): Float64Array {
  const moved = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += 1) moved[at] = (scores[at] ?? 0) / temperature + (shift[at] ?? 0);
  return softmax(moved);
}

// Loops over typed arrays here and below: `map` and `reduce` cost several times the sums themselves.
export function fastScores({ table, step, bias }: FastPart, { words, facts }: Features): Float64Array {
  const scores = new Float64Array(bias.length);
  for (const bucket of words) addRow(scores, table, { row: bucket, by: 1 });
  const share = 1 / Math.sqrt(Math.max(1, words.length)); // a long message must not shout a short one down
  for (let output = 0; output < scores.length; output += 1) scores[output] = (scores[output] ?? 0) * share;
  for (const bucket of facts) addRow(scores, table, { row: bucket, by: 1 });
  for (let output = 0; output < scores.length; output += 1) {
    scores[output] = (scores[output] ?? 0) * step + (bias[output] ?? 0);
  }
  return scores;
}

export function deepScores(deep: DeepPart, { dense, facts }: Features): Float64Array {
  const hidden = Float64Array.from(deep.hiddenBias);
  const scores = Float64Array.from(deep.outBias);
  const add = (input: number, value: number) => {
    addRow(hidden, deep.into, { row: input, by: value * (deep.intoSteps[input] ?? 0) });
    addRow(scores, deep.past, { row: input, by: value * (deep.pastSteps[input] ?? 0) });
  };
  dense?.forEach((value, input) => {
    add(input, value);
  });
  for (const fact of facts) add(deep.dense + (fact % deep.factBuckets), 1);
  hidden.forEach((value, unit) => {
    if (value > 0) addRow(scores, deep.out, { row: unit, by: value });
  });
  return scores;
}

function addRow(sums: Float64Array, rows: Int8Array | Float32Array, { row, by }: { row: number; by: number }): void {
  const from = row * sums.length;
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (rows[from + at] ?? 0) * by;
}

export function indexOfMost(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  return best;
}

export function softmax(scores: Float64Array): Float64Array {
  const chances = logChances(scores);
  for (let at = 0; at < chances.length; at += 1) chances[at] = Math.exp(chances[at] ?? 0);
  return chances;
}

export function logChances(scores: Float64Array): Float64Array {
  const most = scores[indexOfMost(scores)] ?? 0;
  let sum = 0;
  for (let at = 0; at < scores.length; at += 1) sum += Math.exp((scores[at] ?? 0) - most);
  const less = most + Math.log(sum);
  const chances = new Float64Array(scores.length);
  for (let at = 0; at < scores.length; at += 1) chances[at] = (scores[at] ?? 0) - less;
  return chances;
}
