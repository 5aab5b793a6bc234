import { fnv, fnvOfPair } from '../../learned/fnv.ts';
import { bucketsOf, ENDS, edged, type Hashes, joined, skipBigramsOf, trigramsOf } from '../../learned/grams.ts';
import type { ReadText } from '../reply-text.ts';

/** Buckets of the wide part: ten and more for each that has a row, so that few n-grams share one. */
export const REPLY_GRAM_BUCKETS = 2 ** 20;

const ASKS = '?';

/**
 * All n-grams of a reply that the wide part adds up, in three groups: words and pairs of neighbours; the same beside the family
 * of bids that is answered, since "me too" accepts an apology and takes good news over; and words farther apart.
 */
export function replyGramsOf(reply: ReadText, family: string): readonly (readonly number[])[] {
  const words = hashesOf(reply);
  const near = [...words, ...pairsOf(words)];
  const answered = fnv(`to ${family}`);
  const groups = [near, near.map((gram) => joined(answered, gram)), [...trigramsOf(words), ...skipBigramsOf(words)]];
  return groups.map((grams) => bucketsOf(grams, REPLY_GRAM_BUCKETS));
}

/** Words in order, a mark behind each part that asks, and the emoji last, wherever they stood. */
function hashesOf({ parts, emoji }: ReadText): Hashes {
  return [...parts.flatMap(({ words, asks }) => (asks ? [...words, ASKS] : words)), ...emoji].map(fnv);
}

/** Neighbours, the edges among them. */
function pairsOf(words: Hashes): Hashes {
  const all = edged(words);
  return all.slice(1).map((word, at) => fnvOfPair(all[at] ?? ENDS, word));
}
