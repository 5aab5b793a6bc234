// npm run train: builds assets/weights.bin from training/corpus, the same bytes from the same corpus.
import { writeFileSync } from 'node:fs';
import { BUCKETS, type Features, featuresOf } from '../src/detect/model/features.ts';
import { indexOfMost, scoresOf, softmax } from '../src/detect/model/model.ts';
import { CLASSES, packWeights, type StrainWeights, type Weights } from '../src/detect/model/weights.ts';
import { weigh } from '../src/detect/weighing.ts';
import { blockNames, type Example, examplesOf, hear, type Line, saidOf, TEST_BLOCK } from './corpus.ts';

interface Lesson {
  readonly block: string;
  readonly features: Features;
  /** What it is: one class, or two that annotators parted on, half each. */
  readonly truth: readonly { readonly kind: number; readonly share: number }[];
  /** Somebody called it harsh. */
  readonly harsh: boolean;
}

/** Passes over the corpus, step size and pull towards zero: chosen by leaving one block out at a time. */
const PASSES = 12;
const STEP = 0.15;
const PULL = 1e-3;
/** How far rare kinds are lifted (0 not at all, 1 to equal weight). Chosen the same way. */
const BALANCE = 0.7;
/** Blocks with the proportions of everyday chat: what confidence is calibrated on. */
const NATURAL = ['alder', 'birch', 'cedar', 'damson'];

const classOf = (kind: Line['kind']) => CLASSES.indexOf(kind);

function lessonOf({ block, line, context }: Example): Lesson {
  const hearing = hear(saidOf(line), context);
  const features = featuresOf(hearing, weigh(hearing).bid);
  const second = line.second === undefined || line.second === 'same' ? line.kind : line.second.kind;
  const kinds = second === line.kind ? [line.kind] : [line.kind, second];
  const harsh = line.harsh !== undefined || (typeof line.second === 'object' && line.second.harsh !== undefined);
  return { block, features, truth: kinds.map((kind) => ({ kind: classOf(kind), share: 1 / kinds.length })), harsh };
}

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

/** The linear model, before it is rounded to 8 bits. */
interface Trained {
  readonly table: Float32Array;
  readonly bias: Float32Array;
}

/** Softmax regression by AdaGrad, one example at a time. */
function train(lessons: readonly Lesson[]): Trained {
  const kinds = CLASSES.length;
  const table = new Float32Array(BUCKETS * kinds);
  const bias = new Float32Array(kinds);
  const speed = { table: new Float32Array(BUCKETS * kinds), bias: new Float32Array(kinds) };
  const lift = liftOf(lessons);
  const dice = createDice(1);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { features, truth } of shuffled(lessons, dice)) {
      const chances = softmax(floatScores(features, { table, bias }));
      const gap = Float64Array.from(chances);
      for (const { kind, share } of truth) gap[kind] = (gap[kind] ?? 0) - share;
      const weight = truth.reduce((sum, { kind, share }) => sum + share * (lift[kind] ?? 1), 0);
      const share = 1 / Math.sqrt(Math.max(1, features.words.length));
      for (let kind = 0; kind < kinds; kind += 1) {
        const slope = (gap[kind] ?? 0) * weight;
        speed.bias[kind] = (speed.bias[kind] ?? 0) + slope * slope;
        bias[kind] = (bias[kind] ?? 0) - (STEP * 0.3 * slope) / Math.sqrt((speed.bias[kind] ?? 0) + 1e-6);
        for (const bucket of features.words)
          nudge(table, speed.table, { at: bucket * kinds + kind, slope: slope * share });
        for (const bucket of features.facts) nudge(table, speed.table, { at: bucket * kinds + kind, slope });
      }
    }
  }
  return { table, bias };
}

function nudge(table: Float32Array, speed: Float32Array, { at, slope }: { at: number; slope: number }): void {
  const pulled = slope + PULL * (table[at] ?? 0);
  speed[at] = (speed[at] ?? 0) + pulled * pulled;
  table[at] = (table[at] ?? 0) - (STEP * pulled) / Math.sqrt((speed[at] ?? 0) + 1e-4);
}

/** How much more a harsh line counts than another; they are one in forty. Chosen by leaving blocks out. */
const HARSH_LIFT = 4;
const STRAIN_PASSES = 10;

/** Logistic regression by AdaGrad: does it sound strained? */
function trainStrain(lessons: readonly Lesson[]): StrainWeights {
  const table = new Float32Array(BUCKETS);
  const speed = new Float32Array(BUCKETS);
  let bias = 0;
  let biasSpeed = 0;
  const dice = createDice(1);
  for (let pass = 0; pass < STRAIN_PASSES; pass += 1) {
    for (const { features, harsh } of shuffled(lessons, dice)) {
      const share = 1 / Math.sqrt(Math.max(1, features.words.length));
      const sum = (buckets: readonly number[]) => buckets.reduce((total, bucket) => total + (table[bucket] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-(bias + sum(features.words) * share + sum(features.facts))));
      const slope = harsh ? (chance - 1) * HARSH_LIFT : chance;
      biasSpeed += slope * slope;
      bias -= (0.05 * slope) / Math.sqrt(biasSpeed + 1e-6);
      for (const at of features.words) nudge(table, speed, { at, slope: slope * share });
      for (const at of features.facts) nudge(table, speed, { at, slope });
    }
  }
  const step = largest(table) / 127;
  return { step, bias, table: Int8Array.from(table, (value) => Math.round(value / step)) };
}

const largest = (table: Float32Array) => table.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function floatScores({ words, facts }: Features, { table, bias }: Trained): Float64Array {
  const scores = Float64Array.from(bias);
  const share = 1 / Math.sqrt(Math.max(1, words.length));
  const add = (bucket: number, by: number) => {
    for (let kind = 0; kind < CLASSES.length; kind += 1) {
      scores[kind] = (scores[kind] ?? 0) + (table[bucket * CLASSES.length + kind] ?? 0) * by;
    }
  };
  for (const bucket of words) add(bucket, share);
  for (const bucket of facts) add(bucket, 1);
  return scores;
}

function liftOf(lessons: readonly Lesson[]): readonly number[] {
  return CLASSES.map((_, kind) => {
    const count = lessons.filter(({ truth }) => truth[0]?.kind === kind).length;
    return count === 0 ? 0 : (lessons.length / (CLASSES.length * count)) ** BALANCE;
  });
}

function quantise({ table, bias }: Trained): Pick<Weights, 'table' | 'step' | 'bias'> {
  const step = largest(table) / 127;
  return { step, bias, table: Int8Array.from(table, (value) => Math.round(value / step)) };
}

/** Temperature and a shift for each class that make the scores of unseen blocks as likely as they can be. */
function calibrate(scored: readonly { readonly scores: Float64Array; readonly truth: Lesson['truth'] }[]) {
  let slopeOfScores = 1;
  const shift = new Float64Array(CLASSES.length);
  for (let round = 0; round < 400; round += 1) {
    const down = new Float64Array(CLASSES.length);
    let downSlope = 0;
    for (const { scores, truth } of scored) {
      const chances = softmax(scores.map((score, kind) => score * slopeOfScores + (shift[kind] ?? 0)));
      for (const { kind, share } of truth) chances[kind] = (chances[kind] ?? 0) - share;
      chances.forEach((gap, kind) => {
        down[kind] = (down[kind] ?? 0) + gap / scored.length;
        downSlope += (gap * (scores[kind] ?? 0)) / scored.length;
      });
    }
    slopeOfScores -= 0.5 * downSlope;
    down.forEach((gap, kind) => {
      shift[kind] = (shift[kind] ?? 0) - 2 * gap;
    });
  }
  return { temperature: 1 / slopeOfScores, shift: Float32Array.from(shift) };
}

/** Everything that may be learned from. */
export function learnable(): readonly Example[] {
  return blockNames()
    .filter((block) => block !== TEST_BLOCK)
    .flatMap(examplesOf);
}

/** The weights that the examples teach, and how often they are right on natural blocks that were left out. */
export function teach(examples = learnable()): {
  readonly weights: Weights;
  readonly lessons: number;
  readonly right: number;
} {
  const lessons = examples.map(lessonOf);
  const unseen = NATURAL.flatMap((block) => {
    const model = quantise(train(lessons.filter((lesson) => lesson.block !== block)));
    return lessons
      .filter((lesson) => lesson.block === block)
      .map(({ features, truth }) => ({ scores: scoresOf(features, model), truth }));
  });
  const weights = { ...quantise(train(lessons)), ...calibrate(unseen), strain: trainStrain(lessons) };
  const hits = unseen.filter(({ scores, truth }) => truth.some(({ kind }) => kind === indexOfMost(scores)));
  return { weights, lessons: lessons.length, right: hits.length / unseen.length };
}

if (process.argv[1]?.endsWith('train.ts')) {
  const { weights, lessons, right } = teach();
  writeFileSync(new URL('../assets/weights.bin', import.meta.url), packWeights(weights));
  console.log(`${lessons} utterances; ${Math.round(100 * right)} % of natural chat right in blocks left out`);
}
