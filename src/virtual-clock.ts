import type { Instant } from './domain/time.ts';
import type { Clock } from './ports/clock.ts';

/** A clock that stands still until somebody moves it. */
export interface VirtualClock extends Clock {
  /** Moves to the instant, waking every sleeper on the way at the very time it asked for. */
  advanceTo(at: Instant): Promise<void>;
  advance(milliseconds: number): Promise<void>;
}

interface Sleeper {
  readonly at: Instant;
  readonly wake: () => void;
}

// Enough for a promise chain with a database commit or two in it; the socket side has `settled()` of the fake.
const TURNS_TO_SETTLE = 5;

/** Lets promises and what they schedule run, without waiting for time to pass. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS_TO_SETTLE; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/**
 * A clock for the demonstration, for tests and for the fake Discord alike. `afterEachWake` runs whenever somebody was woken, and before
 * the clock moves on; pass the fake's `settled` to let the sockets come to rest as well.
 */
export function createVirtualClock(start: Instant, afterEachWake: () => Promise<void> = settle): VirtualClock {
  const sleepers = new Set<Sleeper>();
  let time = start;
  let moving: Promise<void> = Promise.resolve();

  function sleepUntil(at: Instant, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (at <= time) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        sleepers.delete(sleeper);
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        at,
        wake() {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
      };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  /** The earliest sleeper due by then; of two due at once, the one who lay down first. */
  function nextDue(by: Instant): Sleeper | undefined {
    let next: Sleeper | undefined;
    for (const sleeper of sleepers) {
      if (sleeper.at <= by && (next === undefined || sleeper.at < next.at)) next = sleeper;
    }
    return next;
  }

  async function move(to: Instant): Promise<void> {
    if (to < time) throw new RangeError(`The clock stands at ${time} and cannot go back to ${to}.`);
    await afterEachWake();
    for (let sleeper = nextDue(to); sleeper !== undefined; sleeper = nextDue(to)) {
      sleepers.delete(sleeper);
      time = sleeper.at;
      sleeper.wake();
      await afterEachWake();
    }
    time = to;
    await afterEachWake();
  }

  /** One move at a time, so that two who move the same clock cannot cross. */
  function queue(next: () => Promise<void>): Promise<void> {
    const moved = moving.then(next);
    moving = moved.catch(() => {});
    return moved;
  }

  return {
    now: () => time,
    sleepUntil,
    advanceTo: (at) => queue(() => move(at)),
    advance: (milliseconds) => queue(() => move(time + milliseconds)),
  };
}
