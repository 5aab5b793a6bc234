import { type Instant, SECOND } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxRow } from '../ports/store.ts';
import { createAlarm } from './alarm.ts';
import { nextOf } from './outbox-order.ts';

/** Work on the rows of the outbox, each by itself: a call that has no answer for long holds up nothing else. */
export interface Couriers {
  /** Does what is due; resolves when nothing more is due now. */
  work(): Promise<void>;
  /** Resolves when nothing is under way with the rows of these keys. */
  back(keys: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

export interface CouriersParts {
  readonly clock: Clock;
  readonly log: Log;
  /** What may be worked on, by key. */
  readonly ready: () => readonly (readonly [key: string, row: OutboxRow])[];
  readonly workOn: (row: OutboxRow) => Promise<void>;
}

/** A row whose work failed in a way nobody foresaw is left alone for so long. Our choice. */
const AGAIN_AFTER = 5 * SECOND;
/**
 * So many are under way at once. Of more, the last would wait in the line of discord.js, which lets fifty calls a second
 * through, and go out when its moment was looked at long before; what is to be taken back may wait there. Our choice.
 */
const MOST_AT_ONCE = 20;

export function createCouriers({ clock, log, ready, workOn }: CouriersParts): Couriers {
  const underWay = new Map<string, Promise<void>>();
  const leftAloneUntil = new Map<string, Instant>();
  let stopped = false;
  const alarm = createAlarm(clock, begin);

  function next() {
    const isFull = underWay.size >= MOST_AT_ONCE;
    const free = ready().filter(([key, row]) => !underWay.has(key) && (!isFull || row.status === 'retracting'));
    return nextOf(
      free.map(([key, row]) => ({ key, row, from: leftAloneUntil.get(key) ?? 0 })),
      clock.now(),
    );
  }

  function begin(): void {
    for (let due = next(); due && !stopped; due = next()) {
      if (due.at > clock.now()) {
        alarm.set(due.at);
        return;
      }
      underWay.set(due.key, carry(due.key, due.row));
    }
  }

  async function carry(key: string, row: OutboxRow): Promise<void> {
    try {
      await workOn(row);
      leftAloneUntil.delete(key);
    } catch {
      log.error({}, 'the outbox could not do its work and tries again in a moment');
      leftAloneUntil.set(key, clock.now() + AGAIN_AFTER);
    }
    underWay.delete(key);
    begin();
  }

  /** What was done may have brought the next thing to do with the same row. */
  async function back(keys: readonly string[]): Promise<void> {
    const still = () => keys.flatMap((key) => underWay.get(key) ?? []);
    for (let waiting = still(); waiting.length > 0; waiting = still()) await Promise.all(waiting);
  }

  return {
    async work() {
      begin();
      while (underWay.size > 0) await back([...underWay.keys()]);
    },
    back,
    async stop() {
      stopped = true;
      alarm.set(undefined);
      await back([...underWay.keys()]);
    },
  };
}
