import type { DyadId } from '../domain/ids.ts';
import { DAY } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { createAlarm } from './alarm.ts';
import type { Desk } from './desk.ts';
import { hasEnded } from './door.ts';
import type { Removal } from './removal.ts';

/** Removes what may no longer be kept: once a day, and what a crash or a full disk left of couples that had ended. */
export interface Housekeeping {
  /** Both have left: nothing of the couple stays. What cannot be removed now is tried again every day and at a start. */
  end(desk: Desk): Promise<void>;
  /** Removes old rows now, and again every day. */
  purge(): Promise<void>;
  /** Both of the couple had left when the process ended. */
  toEnd(row: DyadRow): void;
  /** Deletes the cards of such couples, then all that is stored of them; the platform must be connected. */
  finishEndings(): Promise<void>;
}

export interface HousekeepingParts {
  readonly store: Store;
  readonly desks: Map<DyadId, Desk>;
  /** Takes back all that is out to the couple. */
  readonly drop: (dyad: DyadId) => Promise<void>;
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
  const { store, desks, drop, removal, clock, log, daily, stopping } = parts;
  const ended: DyadRow[] = [];
  const alarm = createAlarm(clock, () => {
    daily();
    endLeft();
    void finishEndings();
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

  async function end({ row }: Desk): Promise<void> {
    if (!desks.delete(row.id)) return;
    try {
      await drop(row.id);
      await store.endDyad(row.id);
    } catch (error) {
      // That both have left is saved. Whoever is the second must not read more of it than the first.
      ended.push(row);
      if (!stopping.aborted) log.error({ code: codeOf(error) }, 'an ended couple is removed later');
    }
  }

  /** Where the last of them left while nothing could be saved, nobody is told that it was saved since. */
  function endLeft(): void {
    const over = [...desks.values()].filter(({ session, unsaved }) => hasEnded(session.state) && !unsaved);
    for (const desk of over) void end(desk);
  }

  async function finish(row: DyadRow): Promise<void> {
    for (const { sent } of await store.outbox(row.id)) if (sent) await removal.soon(sent);
    await store.endDyad(row.id);
  }

  async function finishEndings(): Promise<void> {
    for (const row of ended.splice(0)) {
      await finish(row).catch((error: unknown) => {
        ended.push(row);
        if (!stopping.aborted) log.error({ code: codeOf(error) }, 'an ended couple is removed later');
      });
    }
  }

  return { end, purge, toEnd: (row) => void ended.push(row), finishEndings };
}
