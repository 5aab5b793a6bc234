import { MINUTE, SECOND } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { createAlarm } from './alarm.ts';
import type { Batches } from './batches.ts';
import type { Desk } from './desk.ts';
import type { Outbox } from './outbox.ts';

/** When what the desks did is made durable: soon after it happened, or at once when it is much. */
export interface Saving {
  /** One transaction for everything that is unsaved; then the outbox may deliver it. */
  now(): Promise<boolean>;
  /** Plans the next transaction after a desk did something. */
  plan(desk: Desk): void;
  /** Plans one in a while, for what just could not be saved. */
  again(): void;
  /** No more by itself; `now` still saves. */
  stop(): void;
}

/** A batch is committed after this, or when it holds so many events. Design, "Engine". */
const BATCH_WAIT = 250;
const BATCH_EVENTS = 100;
/** A failed transaction is tried again after this. Our choice. */
const SAVE_AGAIN = 5 * SECOND;
/** So long may the bytes of what was changed stay: message ids rest 48 hours, and not until the daily purge. Our choice. */
const TIDY_AFTER = 10 * MINUTE;

export function createSaving(parts: {
  readonly clock: Clock;
  readonly batches: Batches;
  readonly outbox: Pick<Outbox, 'work'>;
  readonly store: Pick<Store, 'tidy'>;
  readonly log: Log;
}): Saving {
  const { clock, batches, outbox, store, log } = parts;
  const alarm = createAlarm(clock, () => void now());
  const tidying = createAlarm(clock, () => void tidy());
  let stopped = false;

  async function now(): Promise<boolean> {
    const saved = await batches.save();
    void outbox.work(); // what is to be taken back goes whether or not the disk is full
    if (!saved) again();
    if (saved && !stopped) tidying.setEarlier(clock.now() + TIDY_AFTER);
    return saved;
  }

  function again(): void {
    if (!stopped) alarm.setEarlier(clock.now() + SAVE_AGAIN);
  }

  /** In the same turn as a batch would be: both write. */
  async function tidy(): Promise<void> {
    await batches
      .inTurn(() => store.tidy())
      .catch((error: unknown) => {
        if (!stopped) log.debug({ code: codeOf(error) }, 'the database could not be tidied and is at the next purge');
      });
  }

  return {
    now,
    plan({ unsaved }) {
      if (unsaved && unsaved.events >= BATCH_EVENTS) void now();
      else if (unsaved) alarm.setEarlier(clock.now() + BATCH_WAIT);
    },
    again,
    stop() {
      stopped = true;
      alarm.set(undefined);
      tidying.set(undefined);
    },
  };
}
