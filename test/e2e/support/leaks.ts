import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type FoundWord, findWords } from '../../support/search-bytes.ts';

/** Where words could come to rest: a file, a log, what was handed to a part. */
export interface Place {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A word that rests where none may. */
export interface Leak extends Pick<FoundWord, 'word'> {
  readonly place: string;
  readonly as: FoundWord['encoding'] | 'digest';
}

/**
 * Every word found in any place, as it was written, in capitals, in the encodings of `findWords`, or as a
 * plain digest, from which a short message is recovered by trying.
 */
export function findLeaks(places: readonly Place[], words: readonly string[]): readonly Leak[] {
  return places.flatMap(({ name, bytes }) => words.flatMap((word) => leaksOf(word, { place: name, bytes })));
}

function leaksOf(word: string, { place, bytes }: { place: string; bytes: Buffer }): readonly Leak[] {
  const cases = [...new Set([word, word.toLowerCase(), word.toUpperCase()])];
  const written = findWords(bytes, cases).map(({ encoding }): Leak => ({ place, word, as: encoding }));
  const digested = findWords(bytes, digestsOf(word)).map((): Leak => ({ place, word, as: 'digest' }));
  return [...written, ...digested];
}

function digestsOf(word: string): readonly string[] {
  return ['md5', 'sha1', 'sha256'].flatMap((name) => {
    const digest = createHash(name).update(word).digest();
    return [digest.toString('hex'), digest.toString('base64').replace(/=+$/, ''), digest.toString('base64url')];
  });
}

/** What was recorded in memory, as a place. */
export function placeOf(name: string, recorded: unknown): Place {
  return { name, bytes: Buffer.from(typeof recorded === 'string' ? recorded : JSON.stringify(recorded)) };
}

/** A file, or every file in a folder; empty when nothing is there. */
export function placeAt(name: string, path: string): Place {
  return { name, bytes: existsSync(path) ? Buffer.concat(filesIn(path).map((file) => readFileSync(file))) : EMPTY };
}

const EMPTY = Buffer.alloc(0);

function filesIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, String(name)))
    .filter((file) => statSync(file).isFile());
}

/** Every string that can be reached from an object, its private parts and raw bytes aside. */
export function stringsIn(root: object): readonly string[] {
  const seen = new Set<unknown>([root]);
  const queue: unknown[] = [root];
  const strings: string[] = [];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const part of partsOf(next as object)) {
      if (typeof part === 'string') strings.push(part);
      if (typeof part !== 'object' || part === null || seen.has(part)) continue;
      seen.add(part);
      queue.push(part);
    }
  }
  return strings;
}

function partsOf(whole: object): readonly unknown[] {
  if (ArrayBuffer.isView(whole)) return [];
  const held = whole instanceof Map ? [...whole.keys(), ...whole.values()] : whole instanceof Set ? [...whole] : [];
  const named = Reflect.ownKeys(whole).map((key) => Object.getOwnPropertyDescriptor(whole, key)?.value);
  return [...held, ...named];
}
