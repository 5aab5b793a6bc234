import { createHash } from 'node:crypto';
import { writings } from '../../support/search-bytes.ts';
import type { Leak, Place } from './leaks.ts';

/** Looks for thousands of words at once, each written in every way of `findLeaks`; it takes more the more it knows. */
export interface WordSearch {
  /** From now on this is looked for as well. */
  add(word: string): void;
  findIn(places: readonly Place[]): readonly Leak[];
}

interface Needle {
  readonly word: string;
  readonly as: Leak['as'];
  readonly bytes: Buffer;
}

/** Every needle is at least so long, so that its first bytes can be looked up as one number. */
const BEGINNING_BYTES = 4;

export function createWordSearch(): WordSearch {
  const byBeginning = new Map<number, Needle[]>();

  function findAt(bytes: Buffer, at: number): readonly Needle[] {
    const candidates = byBeginning.get(bytes.readUInt32LE(at)) ?? [];
    return candidates.filter((needle) => bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes));
  }

  function findInPlace({ name, bytes }: Place): readonly Leak[] {
    const found = new Map<string, Leak>();
    for (let at = 0; at + BEGINNING_BYTES <= bytes.length; at += 1)
      for (const { word, as } of findAt(bytes, at)) found.set(`${word} ${as}`, { place: name, word, as });
    return [...found.values()];
  }

  return {
    add(word) {
      for (const needle of needlesFor(word)) {
        const beginning = needle.bytes.readUInt32LE(0);
        const alike = byBeginning.get(beginning);
        if (alike) alike.push(needle);
        else byBeginning.set(beginning, [needle]);
      }
    },
    findIn: (places) => places.flatMap(findInPlace),
  };
}

function needlesFor(word: string): readonly Needle[] {
  const cases = [...new Set([word, word.toLowerCase(), word.toUpperCase()])];
  const written = cases.flatMap((one) =>
    writings(one).flatMap(({ encoding, needles }) => needles.map((bytes) => ({ word, as: encoding, bytes }))),
  );
  return [...written, ...digestsOf(word).map((bytes) => ({ word, as: 'digest' as const, bytes }))];
}

/** As bytes, and as a program would write them out; a short message is recovered from any of these by trying. */
function digestsOf(word: string): readonly Buffer[] {
  return ['md5', 'sha1', 'sha256'].flatMap((name) => {
    const digest = createHash(name).update(word).digest();
    const hex = digest.toString('hex');
    const base64 = digest.toString('base64').replace(/=+$/, '');
    return [digest, ...[hex, hex.toUpperCase(), base64, digest.toString('base64url')].map((text) => Buffer.from(text))];
  });
}
