import { SECOND } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
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
  /** No more by itself; `now` still saves. */
  stop(): void;
}

/** A batch is committed after this, or when it holds so many events. Design, "Engine". */
const BATCH_WAIT = 250;
const BATCH_EVENTS = 100;
/** A failed transaction is tried again after this. Our choice. */
const SAVE_AGAIN = 5 * SECOND;

export function createSaving(parts: {
  readonly clock: Clock;
  readonly batches: Batches;
  readonly outbox: Pick<Outbox, 'work'>;
}): Saving {
  const { clock, batches, outbox } = parts;
  const alarm = createAlarm(clock, () => void now());
  let stopped = false;

  async function now(): Promise<boolean> {
    const saved = await batches.save();
    void outbox.work(); // what is to be taken back goes whether or not the disk is full
    if (!saved && !stopped) alarm.setEarlier(clock.now() + SAVE_AGAIN);
    return saved;
  }

  return {
    now,
    plan({ unsaved }) {
      if (unsaved && unsaved.events >= BATCH_EVENTS) void now();
      else if (unsaved) alarm.setEarlier(clock.now() + BATCH_WAIT);
    },
    stop() {
      stopped = true;
      alarm.set(undefined);
    },
  };
}
