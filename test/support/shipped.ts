import { loadReaders } from '../../src/cli/load-reader.ts';
import { createSentenceEncoder } from '../../src/encoders/sentences.ts';

/** What reads and pairs as it ships: the trained models, and vectors of what is said. */
export const SHIPPED = { ...loadReaders(), encoder: createSentenceEncoder() };
