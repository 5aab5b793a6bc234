import { fnv, fnvOfPair, fnvStep } from './fnv.ts';

/**
 * N-grams for the wide part of a model, hashed from the words' own hashes, so that nothing is joined for them. Which of them a
 * step makes, and in which groups, is its own.
 */
export type Hashes = readonly number[];

/** What stands before the first and behind the last word. */
export const OPENS = fnv('^');
export const ENDS = fnv('$');

/** The words with their edges. */
export const edged = (words: Hashes): Hashes => [OPENS, ...words, ENDS];

/** Several hashes as one, in this order. */
export const joined = (first: number, ...others: Hashes): number => others.reduce(fnvOfPair, first);

const TRIPLE = fnv('triple');

/** Three words in a row, or two and the end; two and the beginning are a step's own. */
export function trigramsOf(words: Hashes): Hashes {
  const all = edged(words);
  return all.slice(1, -2).map((word, at) => joined(TRIPLE, word, all[at + 2] ?? ENDS, all[at + 3] ?? ENDS));
}

const OVER_ONE = fnv('over one');
const OVER_TWO = fnv('over two');

/** Two words with one or two others between them: what "so … happy" says, whoever it is. */
export function skipBigramsOf(words: Hashes): Hashes {
  const all = edged(words);
  const pairs = (skip: number, mark: number) => all.slice(skip).map((word, at) => joined(mark, all[at] ?? OPENS, word));
  return [...pairs(2, OVER_ONE), ...pairs(3, OVER_TWO)];
}

const PIECE = fnv('piece'); // so that "skill" does not feed the bucket of "kill"
const EDGE = ' '.charCodeAt(0);
const OPENS_WITH_A_LETTER = /^\p{L}/u;

/**
 * Runs of three and four characters of each word, its edges among them: what is left of a word that is misspelled. Numbers,
 * emoji and what was set aside have none.
 */
export function piecesOf(words: readonly string[]): Hashes {
  const pieces: number[] = [];
  for (const word of words) {
    if (!OPENS_WITH_A_LETTER.test(word)) continue;
    const codeAt = (at: number) => (at < 0 || at === word.length ? EDGE : word.charCodeAt(at));
    for (let at = -1; at + 2 <= word.length; at += 1) {
      let hash = fnvStep(fnvStep(PIECE, codeAt(at)), codeAt(at + 1));
      for (let next = at + 2; next <= Math.min(at + 3, word.length); next += 1) {
        hash = fnvStep(hash, codeAt(next));
        pieces.push(hash);
      }
    }
  }
  return pieces;
}

/** The bucket of a hash: its lowest bits, since there are a power of two of buckets. */
export const bucketAmong = (hash: number, buckets: number) => hash & (buckets - 1);

/** The buckets of a group of n-grams. */
export function bucketsOf(grams: Hashes, buckets: number): readonly number[] {
  return capped(grams.map((gram) => bucketAmong(gram, buckets)));
}

/** A word said over and over counts so often at most, or "no no no …" would be surer than anything else. Our choice. */
export const MOST_OF_A_WORD = 3;

/** The buckets, each at most so often. */
export function capped(buckets: readonly number[]): readonly number[] {
  const seen = new Map<number, number>();
  return buckets.filter((bucket) => {
    const times = (seen.get(bucket) ?? 0) + 1;
    seen.set(bucket, times);
    return times <= MOST_OF_A_WORD;
  });
}
