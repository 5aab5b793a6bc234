import { Worker } from 'node:worker_threads';
import type { SentenceVector } from '../domain/reading.ts';
import type { Encoder } from '../ports/encoder.ts';
import type { AskedOfWorker, WorkerAnswer } from './worker.ts';

type Vectors = readonly (SentenceVector | undefined)[];
interface Waiting {
  readonly count: number;
  answer(vectors: Vectors): void;
}

/** Broken so often, the worker is not started again: what it was asked stays without vectors. Our choice. */
const MOST_STARTS = 5;

/**
 * The sentence encoder in a thread of its own, so that nothing else waits for it. Started at the first text;
 * should it die, what it was asked goes without vectors and the next text starts it again.
 */
export function createWorkerEncoder(workerFile: URL = workerBeside()): Encoder {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  let starts = 0;
  let isClosed = false;

  function lose(lost: Worker): void {
    if (worker !== lost) return;
    worker = undefined;
    for (const one of waiting.values()) one.answer(nothingFor(one.count));
    waiting.clear();
  }

  function start(): Worker | undefined {
    if (isClosed || starts >= MOST_STARTS) return undefined;
    starts += 1;
    const started = new Worker(workerFile);
    started.unref(); // it keeps no process alive that has nothing left to do
    started.on('message', ({ number, vectors }: WorkerAnswer) => {
      waiting.get(number)?.answer(vectors);
      waiting.delete(number);
      if (waiting.size === 0) started.unref();
    });
    started.on('error', () => lose(started));
    started.on('exit', () => lose(started));
    return started;
  }

  return {
    encode(texts) {
      if (texts.every((text) => text.trim() === '')) return Promise.resolve(nothingFor(texts.length));
      worker ??= start();
      const running = worker;
      if (!running) return Promise.resolve(nothingFor(texts.length));
      asked += 1;
      const number = asked;
      return new Promise((answer) => {
        waiting.set(number, { count: texts.length, answer });
        running.ref();
        running.postMessage({ number, texts } satisfies AskedOfWorker);
      });
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

const nothingFor = (count: number): Vectors => Array.from({ length: count }, () => undefined);

/** The same ending as this file: TypeScript in development, JavaScript once built (tsc rewrites no URL). */
function workerBeside(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
}
