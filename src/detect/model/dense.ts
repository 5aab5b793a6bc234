import type { ReadingContext, Said, SentenceVector } from '../../domain/reading.ts';

/** Numbers of a sentence vector. */
const VECTOR = 512;
/** Numbers that the model takes in: the vector of what is read, and of what was said last before it. */
export const UTTERANCE_DENSE = 2 * VECTOR;
/** Buckets of its facts. */
export const UTTERANCE_FACTS = 1_024;

/** Brings a vector of length 1 to about the size of a fact; chosen on blocks left out of training. */
const SCALE = 8;

/** What is read and what was said before it, as the model takes it in; nothing where it has no vector itself. */
export function denseOf(
  { vector }: Pick<Said, 'vector'>,
  { earlier }: Pick<ReadingContext, 'earlier'>,
): Float32Array | undefined {
  if (!isUsable(vector)) return undefined;
  const before = earlier.at(-1)?.vector;
  const dense = new Float32Array(UTTERANCE_DENSE);
  dense.set(vector);
  if (isUsable(before)) dense.set(before, VECTOR);
  return dense.map((value) => SCALE * value);
}

/** One that another encoder made, or a broken one, is worse than none. */
function isUsable(vector: SentenceVector | undefined): vector is SentenceVector {
  return vector?.length === VECTOR && vector.every(Number.isFinite);
}
