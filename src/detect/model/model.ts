import type { Features } from './features.ts';
import { CLASSES, type StrainWeights, type Weights } from './weights.ts';

/** What the model makes of an utterance. */
export interface Guess {
  readonly kind: (typeof CLASSES)[number];
  /** 0–1, calibrated at everyday prevalence. */
  readonly confidence: number;
}

/** Adds up the weights of the features for each class. */
export function scoresOf(
  { words, facts }: Features,
  { table, step, bias }: Pick<Weights, 'table' | 'step' | 'bias'>,
): Float64Array {
  const scores = Float64Array.from(bias);
  const share = step / Math.sqrt(Math.max(1, words.length)); // a long message must not shout a short one down
  // Class by class: a sum that is a plain number is added to several times faster than one in an array.
  for (let kind = 0; kind < CLASSES.length; kind += 1) {
    let score = scores[kind] ?? 0;
    for (const bucket of words) score += (table[bucket * CLASSES.length + kind] ?? 0) * share;
    for (const bucket of facts) score += (table[bucket * CLASSES.length + kind] ?? 0) * step;
    scores[kind] = score;
  }
  return scores;
}

/** The class with the highest score, and how often such a guess is right. */
export function guess(features: Features, weights: Weights): Guess {
  const scores = scoresOf(features, weights);
  const best = indexOfMost(scores);
  for (let kind = 0; kind < scores.length; kind += 1) {
    scores[kind] = (scores[kind] ?? 0) / weights.temperature + (weights.shift[kind] ?? 0); // at everyday prevalence
  }
  return { kind: CLASSES[best] ?? 'none', confidence: softmax(scores)[best] ?? 0 };
}

/** 0–1: how likely the utterance strains the bond. */
export function strainOf({ words, facts }: Features, { table, step, bias }: StrainWeights): number {
  let ofWords = 0;
  for (const bucket of words) ofWords += (table[bucket] ?? 0) * step;
  let ofFacts = 0;
  for (const bucket of facts) ofFacts += (table[bucket] ?? 0) * step;
  const score = bias + ofWords / Math.sqrt(Math.max(1, words.length)) + ofFacts;
  return 1 / (1 + Math.exp(-score));
}

export function indexOfMost(values: Float64Array): number {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) if ((values[index] ?? 0) > (values[best] ?? 0)) best = index;
  return best;
}

export function softmax(scores: Float64Array): Float64Array {
  const shares = new Float64Array(scores.length);
  const most = scores[indexOfMost(scores)] ?? 0;
  let sum = 0;
  for (let kind = 0; kind < scores.length; kind += 1) {
    const power = Math.exp((scores[kind] ?? 0) - most);
    shares[kind] = power;
    sum += power;
  }
  for (let kind = 0; kind < shares.length; kind += 1) shares[kind] = (shares[kind] ?? 0) / sum;
  return shares;
}
