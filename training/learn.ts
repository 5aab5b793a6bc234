// Trains a model of src/learned: the fast part example by example, the deep part in batches. No randomness
// but a seeded one, so the same lessons give the same numbers.
import type { DeepPart, FastPart, Features } from '../src/learned/model.ts';
import { fastScores, logChances } from '../src/learned/model.ts';

/** What is to be learned about one example. */
export interface Lesson {
  /** As it is asked in turn: with and without what was said before; one is enough. */
  readonly features: readonly Features[];
  /** One a question: the share of each class, or nothing where it does not apply. */
  readonly truth: readonly (readonly number[] | undefined)[];
}

/** What shapes the training of one question. */
export interface Asked {
  readonly classes: readonly string[];
  /** How much this question counts beside the others. */
  readonly weight: number;
  /** How far rare classes are lifted (0 not at all, 1 to equal weight). */
  readonly lift: number;
}

/** Passes, step size and pull towards zero of the fast part: chosen by leaving blocks out. */
const FAST = { passes: 10, step: 0.15, pull: 1e-3 };
/** The deep part: hidden units, passes, examples a batch, step size, pull, share of inputs and units left out. */
const DEEP = { hidden: 128, passes: 8, batch: 64, step: 2e-3, pull: 2e-2, dropout: 0.3 };

/** Mulberry32: a small seeded generator, public domain. */
function createDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(items: readonly T[], dice: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(dice() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** How much each class counts: rare ones more, by the question's lift. */
function liftsOf(lessons: readonly Lesson[], asked: readonly Asked[]): readonly (readonly number[])[] {
  return asked.map(({ classes, lift }, question) => {
    const counts = classes.map((_, at) => lessons.reduce((sum, { truth }) => sum + (truth[question]?.[at] ?? 0), 0));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => (count === 0 ? 0 : (total / (classes.length * count)) ** lift));
  });
}

/** How far each output is off, weighed; nothing for questions that do not apply. */
function slopesOf(
  scores: Float64Array,
  { truth }: Lesson,
  terms: { asked: readonly Asked[]; lifts: readonly (readonly number[])[] },
): Float64Array {
  const slopes = new Float64Array(scores.length);
  let from = 0;
  terms.asked.forEach(({ classes, weight }, question) => {
    const right = truth[question];
    if (right) {
      const chances = logChances(scores.subarray(from, from + classes.length));
      const counts = weight * right.reduce((sum, share, at) => sum + share * (terms.lifts[question]?.[at] ?? 1), 0);
      chances.forEach((chance, at) => {
        slopes[from + at] = counts * (Math.exp(chance) - (right[at] ?? 0));
      });
    }
    from += classes.length;
  });
  return slopes;
}

const outputsOf = (asked: readonly Asked[]) => asked.reduce((sum, { classes }) => sum + classes.length, 0);

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

const largest = (values: Float32Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;

/** Numbers that are learned together, with what Adam remembers of their slopes (Kingma and Ba 2015). */
interface Learned {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly mean: Float32Array;
  readonly spread: Float32Array;
  readonly pull: number;
}

function learned(count: number, pull: number, first: () => number = () => 0): Learned {
  const empty = () => new Float32Array(count);
  return { values: empty().map(first), slopes: empty(), mean: empty(), spread: empty(), pull };
}

/** One step of AdamW; slopes are used up. */
function step({ values, slopes, mean, spread, pull }: Learned, { size, time }: { size: number; time: number }): void {
  const ofMean = 1 / (1 - 0.9 ** time);
  const ofSpread = 1 / (1 - 0.999 ** time);
  for (let at = 0; at < values.length; at += 1) {
    const slope = slopes[at] as number;
    slopes[at] = 0;
    const m = 0.9 * (mean[at] as number) + 0.1 * slope;
    const s = 0.999 * (spread[at] as number) + 0.001 * slope * slope;
    mean[at] = m;
    spread[at] = s;
    values[at] = (values[at] as number) * (1 - size * pull) - (size * m * ofMean) / (Math.sqrt(s * ofSpread) + 1e-8);
  }
}

export interface DeepShape {
  readonly asked: readonly Asked[];
  readonly dense: number;
  readonly factBuckets: number;
}

/** One hidden layer, and a way past it, on the vector and the facts; rounded to 8 bits where it is large. */
export function learnDeep(lessons: readonly Lesson[], { asked, dense, factBuckets }: DeepShape): DeepPart {
  const outputs = outputsOf(asked);
  const inputs = dense + factBuckets;
  const { hidden } = DEEP;
  const dice = createDice(2);
  const spread = Math.sqrt(2 / dense);
  const into = learned(inputs * hidden, DEEP.pull, () => (dice() * 2 - 1) * spread);
  const hiddenBias = learned(hidden, 0);
  const out = learned(hidden * outputs, DEEP.pull, () => (dice() * 2 - 1) * Math.sqrt(1 / hidden));
  const past = learned(inputs * outputs, DEEP.pull);
  const outBias = learned(outputs, 0);
  const all = [into, hiddenBias, out, past, outBias];
  const lifts = liftsOf(lessons, asked);
  const seen = lessons.filter(({ features }) => features[0]?.dense !== undefined);
  const batches = Math.ceil(seen.length / DEEP.batch);
  let time = 0;
  for (let pass = 0; pass < DEEP.passes; pass += 1) {
    const order = shuffled(seen, dice);
    for (let from = 0; from < order.length; from += DEEP.batch) {
      const batch = order.slice(from, from + DEEP.batch);
      for (const lesson of batch) {
        const features = lesson.features[pass % lesson.features.length] as Features;
        backward(
          { into, hiddenBias, out, past, outBias },
          { inputs: inputsOf(features, { dense, factBuckets }), lesson, dice, share: 1 / batch.length, asked, lifts },
        );
      }
      time += 1;
      const size = DEEP.step * (1 - time / (batches * DEEP.passes + 1));
      for (const one of all) step(one, { size, time });
    }
  }
  return {
    dense,
    factBuckets,
    hidden,
    ...roundedRows(into.values, hidden, 'into'),
    hiddenBias: hiddenBias.values,
    out: out.values,
    ...roundedRows(past.values, outputs, 'past'),
    outBias: outBias.values,
  } as DeepPart;
}

type Input = readonly [at: number, value: number];

function inputsOf({ dense, facts }: Features, shape: { dense: number; factBuckets: number }): Input[] {
  const inputs: Input[] = [];
  dense?.forEach((value, at) => {
    if (value !== 0) inputs.push([at, value]);
  });
  for (const fact of facts) inputs.push([shape.dense + (fact % shape.factBuckets), 1]);
  return inputs;
}

interface Layers {
  readonly into: Learned;
  readonly hiddenBias: Learned;
  readonly out: Learned;
  readonly past: Learned;
  readonly outBias: Learned;
}

interface Seen {
  readonly inputs: readonly Input[];
  readonly lesson: Lesson;
  readonly dice: () => number;
  readonly share: number;
  readonly asked: readonly Asked[];
  readonly lifts: readonly (readonly number[])[];
}

/** Forward, then backward: adds the example's slopes to every layer. */
function backward(
  { into, hiddenBias, out, past, outBias }: Layers,
  { inputs, lesson, dice, share, asked, lifts }: Seen,
): void {
  const hidden = hiddenBias.values.length;
  const outputs = outBias.values.length;
  const keep = 1 - DEEP.dropout;
  const kept = inputs.flatMap(([at, value]): Input[] => (dice() < keep ? [[at, value / keep]] : []));
  const units = Float32Array.from(hiddenBias.values);
  const scores = Float64Array.from(outBias.values);
  for (const [at, value] of kept) {
    for (let unit = 0; unit < hidden; unit += 1)
      units[unit] = (units[unit] as number) + value * (into.values[at * hidden + unit] as number);
    for (let output = 0; output < outputs; output += 1)
      scores[output] = (scores[output] as number) + value * (past.values[at * outputs + output] as number);
  }
  for (let unit = 0; unit < hidden; unit += 1) {
    const value = units[unit] as number;
    units[unit] = value > 0 && dice() < keep ? value / keep : 0;
    const active = units[unit] as number;
    if (active > 0)
      for (let output = 0; output < outputs; output += 1)
        scores[output] = (scores[output] as number) + active * (out.values[unit * outputs + output] as number);
  }
  const slopes = slopesOf(scores, lesson, { asked, lifts });
  const ofUnits = new Float32Array(hidden);
  for (let output = 0; output < outputs; output += 1)
    outBias.slopes[output] = (outBias.slopes[output] as number) + (slopes[output] as number) * share;
  for (let unit = 0; unit < hidden; unit += 1) {
    const active = units[unit] as number;
    if (active === 0) continue;
    let sum = 0;
    for (let output = 0; output < outputs; output += 1) {
      const slope = (slopes[output] as number) * share;
      sum += slope * (out.values[unit * outputs + output] as number);
      out.slopes[unit * outputs + output] = (out.slopes[unit * outputs + output] as number) + slope * active;
    }
    ofUnits[unit] = sum / keep;
    hiddenBias.slopes[unit] = (hiddenBias.slopes[unit] as number) + (ofUnits[unit] as number);
  }
  for (const [at, value] of kept) {
    for (let unit = 0; unit < hidden; unit += 1)
      into.slopes[at * hidden + unit] = (into.slopes[at * hidden + unit] as number) + value * (ofUnits[unit] as number);
    for (let output = 0; output < outputs; output += 1)
      past.slopes[at * outputs + output] =
        (past.slopes[at * outputs + output] as number) + value * share * (slopes[output] as number);
  }
}

/** Rows rounded to 8 bits, a step for each. */
function roundedRows(values: Float32Array, width: number, name: 'into' | 'past') {
  const rows = values.length / width;
  const steps = new Float32Array(rows);
  const rounded = new Int8Array(values.length);
  for (let row = 0; row < rows; row += 1) {
    const part = values.subarray(row * width, (row + 1) * width);
    const size = largest(part) / 127;
    steps[row] = size;
    part.forEach((value, at) => {
      rounded[row * width + at] = Math.round(value / size);
    });
  }
  return { [name]: rounded, [`${name}Steps`]: steps };
}
