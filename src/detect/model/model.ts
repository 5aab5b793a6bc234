import type { Features } from './features.ts';
import { CLASSES, type StrainWeights, type Weights } from './weights.ts';

/** What the model makes of an utterance. */
export interface Guess {
  readonly kind: (typeof CLASSES)[number];
  /** 0–1, calibrated at everyday prevalence. */
  readonly confidence: number;
}

/** Adds up the weights of the features, once for all classes. */
export function scoresOf(
  { words, facts }: Features,
  { table, step, bias }: Pick<Weights, 'table' | 'step' | 'bias'>,
): Float64Array {
  const scores = Float64Array.from(bias);
  const share = step / Math.sqrt(Math.max(1, words.length)); // a long message must not shout a short one down
  for (const bucket of words) addRow(scores, table, { bucket, by: share });
  for (const bucket of facts) addRow(scores, table, { bucket, by: step });
  return scores;
}

function addRow(scores: Float64Array, table: Int8Array, { bucket, by }: { bucket: number; by: number }): void {
  const start = bucket * CLASSES.length;
  for (let kind = 0; kind < CLASSES.length; kind += 1)
    scores[kind] = (scores[kind] ?? 0) + (table[start + kind] ?? 0) * by;
}

/** The class with the highest score, and how often such a guess is right. */
export function guess(features: Features, weights: Weights): Guess {
  const scores = scoresOf(features, weights);
  const best = indexOfMost(scores);
  const everyday = scores.map((score, kind) => score / weights.temperature + (weights.shift[kind] ?? 0));
  return { kind: CLASSES[best] ?? 'none', confidence: softmax(everyday)[best] ?? 0 };
}

/** 0–1: how likely the utterance strains the bond. */
export function strainOf({ words, facts }: Features, { table, step, bias }: StrainWeights): number {
  const add = (sum: number, bucket: number) => sum + (table[bucket] ?? 0) * step;
  const score = bias + words.reduce(add, 0) / Math.sqrt(Math.max(1, words.length)) + facts.reduce(add, 0);
  return 1 / (1 + Math.exp(-score));
}

export function indexOfMost(values: Float64Array): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}

export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
