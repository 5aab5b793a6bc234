import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';

/** One thing that is due at one time; setting it again moves it. */
export interface Alarm {
  /** Undefined: nothing is due. */
  set(at: Instant | undefined): void;
  /** Keeps the earlier of what is set and this. */
  setEarlier(at: Instant): void;
}

/** Rings through the injected clock, so that tests and replay move it. */
export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let due: Instant | undefined;
  let sleep: { readonly until: Instant; readonly over: AbortController } | undefined;

  function set(at: Instant | undefined): void {
    if (at === due) return;
    due = at;
    // With every message what is due next moves on a little: the sleep goes on, and ends too early once.
    if (at !== undefined && sleep !== undefined && sleep.until <= at) return;
    sleep?.over.abort();
    sleep = undefined;
    if (at !== undefined) sleepUntil(at);
  }

  function sleepUntil(until: Instant): void {
    const mine = { until, over: new AbortController() };
    sleep = mine;
    clock.sleepUntil(until, mine.over.signal).then(
      () => {
        if (sleep === mine) wake();
      },
      () => {}, // moved or stopped
    );
  }

  function wake(): void {
    sleep = undefined;
    if (due === undefined) return;
    if (clock.now() < due) {
      sleepUntil(due);
      return;
    }
    due = undefined;
    ring();
  }

  return {
    set,
    setEarlier(at) {
      if (due === undefined || at < due) set(at);
    },
  };
}
