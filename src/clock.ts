import type { Clock } from './ports/clock.ts';

/** Longer timers fire at once in Node, so a long sleep is taken in pieces of at most this. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The system's clock; only `main` and `cli` make one. */
export function createSystemClock(): Clock {
  const now = () => Date.now();
  return {
    now,
    async sleepUntil(at, signal) {
      for (let left = at - now(); left > 0; left = at - now()) await sleep(Math.min(left, LONGEST_TIMER), signal);
    },
  };
}

function sleep(time: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, time);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
