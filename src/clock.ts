import { MINUTE } from './domain/time.ts';
import type { Clock } from './ports/clock.ts';

/**
 * A long sleep is taken in pieces of at most this: Node's timers stand still while the computer is suspended, and know
 * nothing of a clock that was set. Our choice.
 */
const LONGEST_TIMER = MINUTE;

/** The system's clock; only `main` and `cli` make one. */
export function createSystemClock(): Clock {
  const now = () => Date.now();
  return {
    now,
    async sleepUntil(at, signal) {
      // What is due already comes after a breath too: whoever waits for it again and again must not hold up all else.
      do await sleep(Math.min(Math.max(0, at - now()), LONGEST_TIMER), signal);
      while (now() < at);
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
