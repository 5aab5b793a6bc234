import { parentPort } from 'node:worker_threads';
import { createSentenceEncoder } from './sentences.ts';

/** What is asked of the worker, and what it answers; `number` ties them together. */
export interface AskedOfWorker {
  readonly number: number;
  readonly texts: readonly string[];
}
export interface WorkerAnswer {
  readonly number: number;
  readonly vectors: readonly (Float32Array | undefined)[];
}

const encoder = createSentenceEncoder();

parentPort?.on('message', async ({ number, texts }: AskedOfWorker) => {
  const vectors = await encoder.encode(texts).catch(() => texts.map(() => undefined));
  const answer: WorkerAnswer = { number, vectors };
  parentPort?.postMessage(answer);
});
