import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import type { Desk } from './desk.ts';
import { readHistory } from './read-history.ts';
import { listensNow } from './watching.ts';

/** Reads what a couple said while nobody heard it, in their queue and one reading after the other. */
export interface Missed {
  /**
   * Puts a reading into the queue, unless one waits there: whatever is heard from now on comes behind it. Told again is
   * what a resumed session has told by itself.
   */
  read(desk: Desk, isToldAgain?: boolean): void;
  /** Stops all readings, those that wait too, so that nobody waits behind them; tells whether there was anything to read. */
  interrupt(desk: Desk): boolean;
}

export interface MissedParts {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  readonly stopping: AbortSignal;
  /** The connection is gone for now. */
  readonly isAway: () => boolean;
  /** Called after a desk did something. */
  readonly plan: (desk: Desk) => void;
  /** All has been read. */
  readonly onRead: (desk: Desk) => void;
  /** The channel is gone or closed to Nod; called in the couple's queue. */
  readonly onClosed: (desk: Desk) => void;
}

export function createMissed({ platform, clock, log, stopping, isAway, plan, onRead, onClosed }: MissedParts): Missed {
  async function readNow(desk: Desk, signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, stopping]);
    const reading = await readHistory(desk, {
      ...{ platform, clock, log, isAway, signal: either },
      onProgress: () => plan(desk),
    });
    if (reading === undefined || isAway() || desk.readQueued) return; // lost again meanwhile: it is read once more
    desk.missed = false;
    if (reading === 'closed') {
      onClosed(desk);
      return;
    }
    desk.reading = 'live';
    onRead(desk);
  }

  return {
    read(desk, isToldAgain = false) {
      if (!listensNow(desk)) {
        desk.reading = 'live'; // nothing is read, so nothing is behind
        return;
      }
      desk.reading = 'behind';
      if (!isToldAgain) desk.missed = true;
      if (desk.readQueued) return;
      desk.readQueued = true;
      const interrupt = new AbortController();
      desk.readings.add(interrupt);
      void desk.enqueue(async () => {
        const isWanted = desk.readQueued; // else a switch went off meanwhile
        desk.readQueued = false;
        try {
          if (isWanted) await readNow(desk, interrupt.signal);
        } finally {
          desk.readings.delete(interrupt);
        }
      });
    },
    interrupt(desk) {
      for (const reading of desk.readings) reading.abort();
      return desk.reading === 'behind';
    },
  };
}
