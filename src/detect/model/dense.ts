import type { SentenceVector } from '../../domain/reading.ts';

/** Numbers of the vector as the model takes it in, and buckets of its facts. */
export const UTTERANCE_DENSE = 512;
export const UTTERANCE_FACTS = 1_024;

/** Brings a vector of length 1 to about the size of a fact; chosen on blocks left out of training. */
const SCALE = 8;

export function denseOf(vector: SentenceVector): Float32Array {
  return vector.map((value) => SCALE * value);
}
