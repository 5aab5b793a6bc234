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
  let sleeping: AbortController | undefined;

  function set(at: Instant | undefined): void {
    if (at === due) return;
    sleeping?.abort();
    sleeping = undefined;
    due = at;
    if (at === undefined) return;
    const mine = new AbortController();
    sleeping = mine;
    clock.sleepUntil(at, mine.signal).then(
      () => {
        if (sleeping !== mine) return;
        sleeping = undefined;
        due = undefined;
        ring();
      },
      () => {}, // moved or stopped
    );
  }

  return {
    set,
    setEarlier(at) {
      if (due === undefined || at < due) set(at);
    },
  };
}
