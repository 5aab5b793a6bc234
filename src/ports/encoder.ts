import type { SentenceVector } from '../domain/reading.ts';

/**
 * Turns words into vectors that lie near each other where they mean alike. Slow beside everything else that
 * reads, so it works at the edge: steps get vectors as arguments. Vectors tell of their words, so they are
 * held just as long as these (law 2): no encoder keeps any.
 */
export interface Encoder {
  /** One vector a text, in order; undefined where there is nothing to read or it could not be read. Never rejects. */
  encode(texts: readonly string[]): Promise<readonly (SentenceVector | undefined)[]>;
  close(): Promise<void>;
}

/** Where the fast reading is enough. */
export const NO_ENCODER: Encoder = { encode: async (texts) => texts.map(() => undefined), async close() {} };
