import { codeOf } from '../errors.ts';
import type { Log } from '../ports/log.ts';
import type { Batch, Store } from '../ports/store.ts';
import type { Desk, Unsaved } from './desk.ts';
import type { Outbox } from './outbox.ts';
import { createQueue } from './queue.ts';

/** Makes what the desks did durable: one transaction for all couples, all or nothing. */
export interface Batches {
  /** Saves everything that is unsaved, after any batch still under way; false when it has to be tried again. */
  save(): Promise<boolean>;
  /** Runs the task when no batch is being saved; none is saved until it is done. */
  inTurn<T>(task: () => Promise<T>): Promise<T>;
}

export interface BatchesParts {
  readonly store: Store;
  readonly log: Log;
  readonly outbox: Pick<Outbox, 'unsaved' | 'markSaved'>;
  readonly desks: () => readonly Desk[];
}

export function createBatches({ store, log, outbox, desks }: BatchesParts): Batches {
  const inTurn = createQueue();

  async function saveNow(): Promise<boolean> {
    const taken = desks().flatMap((desk) => (desk.unsaved ? [{ desk, unsaved: desk.unsaved }] : []));
    const rows = outbox.unsaved();
    if (taken.length === 0 && rows.length === 0) return true;
    for (const { desk } of taken) desk.unsaved = undefined;
    const batch: Batch = {
      states: taken.map(({ desk }) => ({ dyad: desk.row.id, state: desk.session.state })),
      moments: taken.flatMap(({ desk, unsaved }) => unsaved.moments.map((moment) => ({ dyad: desk.row.id, moment }))),
      ledger: taken.flatMap(({ unsaved }) => unsaved.ledger),
      outbox: rows,
    };
    try {
      await store.commit(batch);
    } catch (error) {
      log.error({ code: codeOf(error) }, 'a batch could not be saved and is kept for another try');
      for (const { desk, unsaved } of taken) giveBack(desk, unsaved);
      return false;
    }
    outbox.markSaved(rows);
    return true;
  }

  return { save: () => inTurn(saveNow), inTurn };
}

/** What a failed transaction held goes first into the next one. */
function giveBack(desk: Desk, failed: Unsaved): void {
  const since = desk.unsaved ?? { events: 0, moments: [], ledger: [] };
  desk.unsaved = {
    events: failed.events + since.events,
    moments: [...failed.moments, ...since.moments],
    ledger: [...failed.ledger, ...since.ledger],
  };
}
