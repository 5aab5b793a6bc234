import { createHash } from 'node:crypto';
import type { SentenceVector } from '../../../src/domain/reading.ts';
import { writings } from '../../support/search-bytes.ts';
import type { Leak, Place } from './leaks.ts';

/** Looks for thousands of words at once, each written in every way of `findLeaks`; it takes more the more it knows. */
export interface WordSearch {
  /** From now on this is looked for as well. */
  add(word: string): void;
  /** So is this vector of somebody's words, as bytes and as JSON. */
  addVector(vector: SentenceVector): void;
  findIn(places: readonly Place[]): readonly FoundLeak[];
}

/** As `Leak`, or what was made of the words for comparing them. */
export type FoundLeak = Omit<Leak, 'as'> & { readonly as: Leak['as'] | 'vector' };

interface Needle {
  readonly word: string;
  readonly as: FoundLeak['as'];
  readonly bytes: Buffer;
}

/** Every needle is at least so long, so that its first bytes can be looked up as one number. */
const BEGINNING_BYTES = 8;

/** Spread well, since many needles begin with the same four bytes; by Knuth's multiplier. */
function beginningOf(bytes: Buffer, at: number): number {
  return Math.imul(bytes.readUInt32LE(at), 0x9e3779b1) ^ bytes.readUInt32LE(at + 4);
}

const NONE: readonly Needle[] = [];

export function createWordSearch(): WordSearch {
  const byBeginning = new Map<number, Needle[]>();

  function findAt(bytes: Buffer, at: number): readonly Needle[] {
    const candidates = byBeginning.get(beginningOf(bytes, at));
    if (candidates === undefined) return NONE;
    return candidates.filter((needle) => bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes));
  }

  function findInPlace({ name, bytes }: Place): readonly FoundLeak[] {
    const found = new Map<string, FoundLeak>();
    for (let at = 0; at + BEGINNING_BYTES <= bytes.length; at += 1)
      for (const { word, as } of findAt(bytes, at)) found.set(`${word} ${as}`, { place: name, word, as });
    return [...found.values()];
  }

  function addNeedles(needles: readonly Needle[]): void {
    for (const needle of needles) {
      const beginning = beginningOf(needle.bytes, 0);
      const alike = byBeginning.get(beginning);
      if (alike) alike.push(needle);
      else byBeginning.set(beginning, [needle]);
    }
  }

  return {
    add: (word) => addNeedles(needlesFor(word)),
    addVector: (vector) => addNeedles(needlesForVector(vector)),
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

/** Its first numbers are enough to know it by. */
const FIRST_NUMBERS = 4;

/** The digits that do not depend on what comes after the bytes. */
const certainBase64 = (bytes: Buffer) => bytes.toString('base64').slice(0, Math.floor((bytes.length * 8) / 6));

function needlesForVector(vector: SentenceVector): readonly Needle[] {
  const numbers = [...vector.slice(0, FIRST_NUMBERS)];
  const [single, double] = [Float32Array.from(numbers), Float64Array.from(numbers)];
  const raw = [single, double].map(({ buffer }) => Buffer.from(buffer));
  const written = raw.flatMap((bytes) => [bytes.toString('hex'), certainBase64(bytes)]);
  const all = [...raw, ...[numbers.join(), ...written].map((text) => Buffer.from(text))];
  return all.map((bytes) => ({ word: `a vector that begins with ${numbers[0]}`, as: 'vector', bytes }));
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
