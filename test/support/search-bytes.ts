import { existsSync, readFileSync } from 'node:fs';

/** Where a word was found, and how it was written there. */
export interface FoundWord {
  readonly word: string;
  readonly encoding: 'utf8' | 'utf16le' | 'base64' | 'hex';
}

/** A word shorter than this, in bytes, turns up in any file by chance. */
const SHORTEST_WORD = 4;

/** Every word that rests in the bytes, in whichever way a program might have written it. Case counts. */
export function findWords(bytes: Buffer, words: readonly string[]): FoundWord[] {
  return words.flatMap((word) =>
    writings(word).flatMap(({ encoding, needles }) =>
      needles.some((needle) => bytes.includes(needle)) ? [{ word, encoding }] : [],
    ),
  );
}

/** Every way in which a program might write the word. */
export function writings(word: string): { encoding: FoundWord['encoding']; needles: Buffer[] }[] {
  const plain = Buffer.from(word, 'utf8');
  if (plain.length < SHORTEST_WORD) throw new RangeError(`"${word}" is too short to search for`);
  const hex = plain.toString('hex');
  return [
    { encoding: 'utf8', needles: [plain] },
    { encoding: 'utf16le', needles: [Buffer.from(word, 'utf16le')] },
    { encoding: 'base64', needles: [0, 1, 2].flatMap((offset) => base64At(plain, offset)) },
    { encoding: 'hex', needles: [Buffer.from(hex), Buffer.from(hex.toUpperCase())] },
  ];
}

/** The base64 digits that depend on the word alone when `offset` bytes come before it; ordinary and URL-safe. */
function base64At(plain: Buffer, offset: number): Buffer[] {
  const digits = Buffer.concat([Buffer.alloc(offset), plain]).toString('base64');
  const first = Math.ceil((offset * 8) / 6);
  const end = Math.floor(((offset + plain.length) * 8) / 6);
  const certain = digits.slice(first, end);
  return [Buffer.from(certain), Buffer.from(certain.replaceAll('+', '-').replaceAll('/', '_'))];
}

/**
 * Everything a SQLite database keeps on disk. Close the store first where its lock matters: closing a file
 * that SQLite holds in the same process gives the lock away.
 */
export function databaseBytes(file: string): Buffer {
  const files = ['', '-wal', '-shm', '-journal'].map((ending) => `${file}${ending}`);
  return Buffer.concat(files.filter((name) => existsSync(name)).map((name) => readFileSync(name)));
}
