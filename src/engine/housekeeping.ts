import { DAY } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { createAlarm } from './alarm.ts';
import type { Removal } from './removal.ts';

/** Removes what may no longer be kept: once a day, and what a crash left of couples that had ended. */
export interface Housekeeping {
  /** Removes old rows now, and again every day. */
  purge(): Promise<void>;
  /** Both of the couple had left when the process ended. */
  toEnd(row: DyadRow): void;
  /** Deletes the cards of such couples, then all that is stored of them; the platform must be connected. */
  finishEndings(): Promise<void>;
}

export interface HousekeepingParts {
  readonly store: Store;
  readonly removal: Removal;
  readonly clock: Clock;
  readonly log: Log;
  /** What else is done once a day. */
  readonly daily: () => void;
  /** Aborted once Nod ends: nothing more is done then, and what fails is nobody's news. */
  readonly stopping: AbortSignal;
}

const PURGE_EVERY = DAY;

export function createHousekeeping(parts: HousekeepingParts): Housekeeping {
  const { store, removal, clock, log, daily, stopping } = parts;
  const ended: DyadRow[] = [];
  const alarm = createAlarm(clock, () => {
    daily();
    void purge();
  });
  stopping.addEventListener('abort', () => alarm.set(undefined));

  async function purge(): Promise<void> {
    try {
      await store.purge(clock.now());
    } catch (error) {
      if (!stopping.aborted)
        log.error({ code: codeOf(error) }, 'old rows could not be removed and are tried again tomorrow');
    }
    if (!stopping.aborted) alarm.set(clock.now() + PURGE_EVERY);
  }

  async function end(row: DyadRow): Promise<void> {
    for (const { sent } of await store.outbox(row.id)) if (sent) await removal.soon(sent);
    await store.endDyad(row.id);
  }

  return {
    purge,
    toEnd: (row) => void ended.push(row),
    async finishEndings() {
      for (const row of ended.splice(0)) {
        await end(row).catch((error: unknown) => {
          if (!stopping.aborted) log.error({ code: codeOf(error) }, 'an ended couple is removed at the next start');
        });
      }
    },
  };
}
