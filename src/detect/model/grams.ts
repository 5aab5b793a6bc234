import { fnv, fnvOfPair, fnvStep } from '../../learned/fnv.ts';
import type { Token } from '../tokens.ts';

/**
 * Buckets of the wide part, of which those that many lines have get a row of it; facts lie in the lowest of them. So many
 * that a frequent n-gram shares its row with another frequent one seven times in a hundred, and one that was never met finds
 * a stranger's as often (ADR 34).
 */
export const GRAM_BUCKETS = 2 ** 22;

/** The lowest bits of a hash, since there are a power of two of buckets. */
export const bucketAmong = (hash: number, buckets: number) => hash & (buckets - 1);
const bucketOf = (hash: number) => bucketAmong(hash, GRAM_BUCKETS);

const OPENS = fnv('^');
const ENDS = fnv('$');

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
  const rest = [piecesOf(tokens), trigramsOf(tokens), skipBigramsOf(tokens), classesOf(tokens)];
  return [wordsAndPairs(tokens, GRAM_BUCKETS), ...rest.map(capped)];
}

const PIECE = fnv('piece'); // so that "skill" does not feed the bucket of "kill"
const EDGE = ' '.charCodeAt(0);
const OPENS_WITH_A_LETTER = /^\p{L}/u;

/**
 * Runs of three and four characters of each word, its edges among them: what is left of a word that is misspelled. Numbers,
 * emoji and what was set aside have none.
 */
function piecesOf(tokens: readonly Token[]): readonly number[] {
  const pieces: number[] = [];
  for (const { lexeme } of tokens) {
    const { word } = lexeme;
    if (!OPENS_WITH_A_LETTER.test(word)) continue;
    const codeAt = (at: number) => (at < 0 || at === word.length ? EDGE : word.charCodeAt(at));
    for (let at = -1; at + 2 <= word.length; at += 1) {
      let hash = fnvStep(fnvStep(PIECE, codeAt(at)), codeAt(at + 1));
      for (let next = at + 2; next <= Math.min(at + 3, word.length); next += 1) {
        hash = fnvStep(hash, codeAt(next));
        pieces.push(bucketOf(hash));
      }
    }
  }
  return pieces;
}

/** The words with their edges, as hashes. */
const edged = (tokens: readonly Token[]) => [OPENS, ...tokens.map(({ lexeme }) => lexeme.hash), ENDS];

/** Several hashes as one, in this order. */
const joined = (first: number, ...others: readonly number[]) => bucketOf(others.reduce(fnvOfPair, first));

const TRIPLE = fnv('triple');

/** Three words in a row, or two and the end; two and the beginning stand among the pairs. */
function trigramsOf(tokens: readonly Token[]): readonly number[] {
  const words = edged(tokens);
  return words.slice(1, -2).map((word, at) => joined(TRIPLE, word, words[at + 2] ?? ENDS, words[at + 3] ?? ENDS));
}

const OVER_ONE = fnv('over one');
const OVER_TWO = fnv('over two');

/** Two words with one or two others between them: what "so … happy" says, whoever it is. */
function skipBigramsOf(tokens: readonly Token[]): readonly number[] {
  const words = edged(tokens);
  const pairs = (skip: number, mark: number) =>
    words.slice(skip).map((word, at) => joined(mark, words[at] ?? OPENS, word));
  return [...pairs(2, OVER_ONE), ...pairs(3, OVER_TWO)];
}

const CLASS = fnv('class');

/** Classes of words (`<kin>`), alone and beside the word or the class that stands next: what holds of mum holds of gran. */
function classesOf(tokens: readonly Token[]): readonly number[] {
  const words = edged(tokens);
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

/** A word said over and over counts so often at most, or "no no no …" would be surer than anything else. Our choice. */
const MOST_OF_A_WORD = 3;
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

/** The buckets, each at most so often. */
function capped(buckets: readonly number[]): readonly number[] {
  const seen = new Map<number, number>();
  return buckets.filter((bucket) => {
    const times = (seen.get(bucket) ?? 0) + 1;
    seen.set(bucket, times);
    return times <= MOST_OF_A_WORD;
  });
}
