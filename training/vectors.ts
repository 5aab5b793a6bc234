// Sentence vectors of everything that is learned from, kept between runs beside other caches: they cost minutes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { SentenceVector } from '../src/domain/reading.ts';
import { together } from '../src/domain/utterance.ts';
import { createSentenceEncoder } from '../src/encoders/sentences.ts';

const FOLDER = new URL('../node_modules/.cache/nod/', import.meta.url);
const [KEYS, NUMBERS] = [new URL('vectors.txt', FOLDER), new URL('vectors.bin', FOLDER)];
const SIZE = 512;

const keyOf = (message: string) => createHash('sha256').update(message).digest('hex').slice(0, 24);
const messagesOf = (text: string) => text.split('\n').filter((message) => message.trim() !== '');

/** The vector of each text, as the engine would make it: message by message. */
export async function vectorsOf(texts: readonly string[]): Promise<ReadonlyMap<string, SentenceVector>> {
  const known = readCache();
  const missing = [...new Set(texts.flatMap(messagesOf))].filter((message) => !known.has(keyOf(message)));
  if (missing.length > 0) {
    const vectors = await createSentenceEncoder().encode(missing);
    missing.forEach((message, at) => {
      const vector = vectors[at];
      if (vector) known.set(keyOf(message), vector);
    });
    writeCache(known);
  }
  const found = new Map<string, SentenceVector>();
  for (const text of texts) {
    const vector = together(messagesOf(text).map((message) => known.get(keyOf(message))));
    if (vector) found.set(text, vector);
  }
  return found;
}

function readCache(): Map<string, SentenceVector> {
  if (!existsSync(KEYS)) return new Map();
  const keys = readFileSync(KEYS, 'utf8').split('\n');
  const bytes = readFileSync(NUMBERS);
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return new Map(keys.map((key, at) => [key, numbers.subarray(at * SIZE, (at + 1) * SIZE)]));
}

function writeCache(known: ReadonlyMap<string, SentenceVector>): void {
  mkdirSync(FOLDER, { recursive: true });
  const numbers = new Float32Array(known.size * SIZE);
  [...known.values()].forEach((vector, at) => {
    numbers.set(vector, at * SIZE);
  });
  writeFileSync(KEYS, [...known.keys()].join('\n'));
  writeFileSync(NUMBERS, new Uint8Array(numbers.buffer));
}
