import { Worker } from 'node:worker_threads';
import type { SentenceVector } from '../domain/reading.ts';
import { MINUTE, SECOND } from '../domain/time.ts';
import type { Encoder } from '../ports/encoder.ts';
import type { AskedOfWorker, WorkerAnswer } from './worker.ts';

type Vectors = readonly (SentenceVector | undefined)[];
interface Waiting {
  readonly count: number;
  answer(vectors: Vectors): void;
}

/** Broken so often without one answer, it is not started again: what it was asked stays without vectors. Our choice. */
const MOST_STARTS = 5;
/**
 * A worker that leaves something unanswered for so long hangs, and is ended: a partner's off switch may be waiting
 * behind it. Far above the half second that loading and a whole page take. Our choice.
 */
const LONGEST_ANSWER_MILLISECONDS = 10 * SECOND;
/** After such a worker none is started for a while, so that not every message in a queue waits for its own. Our choice. */
const REST_AFTER_HANGING = MINUTE;

/**
 * The sentence encoder in a thread of its own, so that nothing else waits for it. Started at the first text;
 * should it die or hang, what it was asked goes without vectors and a later text starts it again.
 */
export function createWorkerEncoder(
  workerFile: URL = workerBeside(),
  longestAnswerMilliseconds = LONGEST_ANSWER_MILLISECONDS,
): Encoder {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;
  let starts = 0;
  let mayStart = true;
  let isClosed = false;

  function answered(from: Worker, { number, vectors }: WorkerAnswer): void {
    starts = 0; // this one works
    waiting.get(number)?.answer(vectors);
    waiting.delete(number);
    if (waiting.size === 0) from.unref();
  }

  function lose(lost: Worker): void {
    if (worker !== lost) return;
    worker = undefined;
    for (const one of waiting.values()) one.answer(nothingFor(one.count));
    waiting.clear();
  }

  function end(hanging: Worker): void {
    mayStart = false;
    setTimeout(() => {
      mayStart = true;
    }, REST_AFTER_HANGING).unref();
    lose(hanging);
    void hanging.terminate();
  }

  function start(): Worker | undefined {
    if (isClosed || !mayStart || starts >= MOST_STARTS) return undefined;
    starts += 1;
    return startWorker(workerFile, { answered, lose });
  }

  function ask(running: Worker, texts: readonly string[]): Promise<Vectors> {
    asked += 1;
    const number = asked;
    return new Promise((resolve) => {
      const limit = setTimeout(() => end(running), longestAnswerMilliseconds).unref();
      const answer = (vectors: Vectors) => {
        clearTimeout(limit);
        resolve(vectors);
      };
      waiting.set(number, { count: texts.length, answer });
      running.ref();
      running.postMessage({ number, texts } satisfies AskedOfWorker);
    });
  }

  return {
    async encode(texts) {
      if (texts.every((text) => text.trim() === '')) return nothingFor(texts.length);
      worker ??= start();
      return worker ? ask(worker, texts) : nothingFor(texts.length);
    },
    async close() {
      isClosed = true;
      await worker?.terminate();
    },
  };
}

interface WorkerOutlets {
  answered(from: Worker, answer: WorkerAnswer): void;
  lose(lost: Worker): void;
}

/** Undefined where Node refuses at once, as it does when no thread is to be had. */
function startWorker(workerFile: URL, { answered, lose }: WorkerOutlets): Worker | undefined {
  try {
    const started = new Worker(workerFile);
    started.unref(); // it keeps no process alive that has nothing left to do
    started.on('message', (answer: WorkerAnswer) => answered(started, answer));
    started.on('error', () => lose(started));
    started.on('exit', () => lose(started));
    return started;
  } catch {
    return undefined;
  }
}

const nothingFor = (count: number): Vectors => Array.from({ length: count }, () => undefined);

/** Node starts workers from JavaScript alone, so in development too the built one is taken; `npm ci` builds it. */
function workerBeside(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(isSource ? '../../dist/src/encoders/worker.js' : './worker.js', import.meta.url);
}
