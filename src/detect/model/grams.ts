import { fnv, fnvOfPair } from '../../learned/fnv.ts';
import {
  bucketAmong,
  bucketsOf,
  capped,
  ENDS,
  edged,
  joined,
  MOST_OF_A_WORD,
  OPENS,
  piecesOf,
  skipBigramsOf,
  trigramsOf,
} from '../../learned/grams.ts';
import type { Token } from '../tokens.ts';

/**
 * Buckets of the wide part, of which those that many lines have get a row of it; facts lie in the lowest of them. So many
 * that a frequent n-gram shares its row with another frequent one seven times in a hundred, and one that was never met finds
 * a stranger's as often (ADR 34).
 */
export const GRAM_BUCKETS = 2 ** 22;

/** Each word, each pair of neighbours in "^ a b … z $", and "^ a b": hashed from the words' own hashes, joining none. */
export function wordsAndPairs(tokens: readonly Token[], buckets: number): readonly number[] {
  const grams = new Array<number>(2 * tokens.length + 2); // at once as long as it will be: growing costs more than filling
  let at = 0;
  let before = OPENS;
  for (const { lexeme } of tokens) {
    grams[at] = bucketAmong(lexeme.hash, buckets);
    grams[at + 1] = bucketAmong(fnvOfPair(before, lexeme.hash), buckets);
    before = lexeme.hash;
    at += 2;
  }
  grams[at] = bucketAmong(fnvOfPair(before, ENDS), buckets);
  const opening = fnvOfPair(OPENS, tokens[0]?.lexeme.hash ?? ENDS);
  grams[at + 1] = bucketAmong(fnvOfPair(opening, tokens[1]?.lexeme.hash ?? ENDS), buckets);
  return mayRepeat(grams) ? capped(grams) : grams;
}

/** All n-grams that the wide part adds up, group by group: what a group says is averaged out by its length. */
export function gramsOf(tokens: readonly Token[]): readonly (readonly number[])[] {
  const words = tokens.map(({ lexeme }) => lexeme.hash);
  const pieces = piecesOf(tokens.map(({ lexeme }) => lexeme.word));
  const rest = [pieces, trigramsOf(words), skipBigramsOf(words), classesOf(tokens)];
  return [wordsAndPairs(tokens, GRAM_BUCKETS), ...rest.map((grams) => bucketsOf(grams, GRAM_BUCKETS))];
}

const CLASS = fnv('class');

/** Classes of words (`<kin>`), alone and beside the word or the class that stands next: what holds of mum holds of gran. */
function classesOf(tokens: readonly Token[]): readonly number[] {
  const words = edged(tokens.map(({ lexeme }) => lexeme.hash));
  const grams: number[] = [];
  tokens.forEach(({ lexeme }, at) => {
    const [before, after] = [words[at] ?? OPENS, words[at + 2] ?? ENDS];
    const next = tokens[at + 1]?.lexeme.classes ?? [];
    for (const name of lexeme.classes) {
      const own = hashOfClass(name);
      grams.push(joined(CLASS, own), joined(CLASS, before, own), joined(CLASS, own, after));
      for (const other of next) grams.push(joined(CLASS, own, hashOfClass(other)));
    }
  });
  return grams;
}

/** By name, as they are first met; there are as many as classes. */
const CLASS_HASHES = new Map<string, number>();

/** Marked, so that the class "dear" is not the word. */
function hashOfClass(name: string): number {
  const known = CLASS_HASHES.get(name);
  if (known !== undefined) return known;
  const hash = fnv(`<${name}>`);
  CLASS_HASHES.set(name, hash);
  return hash;
}

/** Fewer grams than these are not worth counting. */
const SHORT = 24;
/** How many of the message at hand fall on each so many buckets; all zero between messages. */
const TIMES = new Uint8Array(2 ** 10);

/** False where no bucket is met too often, since not even those that share its lowest bits are together. */
function mayRepeat(buckets: readonly number[]): boolean {
  if (buckets.length < SHORT) return false;
  let most = 0;
  for (const bucket of buckets) {
    const place = bucket & (TIMES.length - 1);
    const times = (TIMES[place] ?? 0) + 1;
    TIMES[place] = times;
    if (times > most) most = times;
  }
  TIMES.fill(0);
  return most > MOST_OF_A_WORD;
}
