import type { DyadId, PartnerId } from '../domain/ids.ts';
import type { SentCard } from '../ports/platform.ts';
import type { OutboxRow, Store } from '../ports/store.ts';
import { isLive, isSeated } from './deliverable.ts';
import type { Desk } from './desk.ts';
import { withoutAbout } from './outbox-order.ts';

/** The rows of the outbox as they stand by now, and which of them no transaction has saved yet. */
export interface OutboxRows {
  /** A row as the store has it. */
  load(row: OutboxRow): void;
  /** Replaces the row; the runner's next transaction, or `save`, makes it durable. What is moot is about nothing. */
  put(row: OutboxRow): void;
  /** Where that fails the row stands all the same, and joins the runner's next transaction. */
  save(row: OutboxRow): Promise<void>;
  remove(row: OutboxRow): Promise<void>;
  get(dyad: DyadId, seq: number): OutboxRow | undefined;
  all(): readonly OutboxRow[];
  isUnsaved(row: OutboxRow): boolean;
  unsaved(): readonly OutboxRow[];
  markSaved(rows: readonly OutboxRow[]): void;
  /** Lets go of everything of a couple, or of one of them, and gives the cards that are out. */
  letGo(dyad: DyadId, of?: PartnerId): readonly SentCard[];
}

export interface OutboxRowsParts {
  readonly store: Pick<Store, 'commit' | 'removeFromOutbox'>;
  readonly deskOf: (dyad: DyadId) => Desk | undefined;
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  /** Plans a transaction for what could not be saved. */
  readonly saveAgain: () => void;
}

export const keyOf = (dyad: DyadId, seq: number) => `${dyad}.${seq}`;
export const keyOfRow = ({ dyad, whisper }: OutboxRow) => keyOf(dyad, whisper.seq);

export function createOutboxRows({ store, inTurn, ...parts }: OutboxRowsParts): OutboxRows {
  const rows = new Map<string, OutboxRow>();
  const unsaved = new Set<string>();

  const deskOf = (row: OutboxRow) => parts.deskOf(row.dyad);

  function put(row: OutboxRow): void {
    if (!isSeated(deskOf(row), row)) return;
    const key = keyOfRow(row);
    rows.set(key, isLive(deskOf(row), row) ? row : { ...row, whisper: withoutAbout(row.whisper) });
    unsaved.add(key);
  }

  function markSaved(saved: readonly OutboxRow[]): void {
    for (const row of saved) if (rows.get(keyOfRow(row)) === row) unsaved.delete(keyOfRow(row));
  }

  return {
    load: (row) => void rows.set(keyOfRow(row), row),
    put,
    async save(row) {
      put(row);
      await inTurn(async () => {
        const newest = rows.get(keyOfRow(row)); // they may have been forgotten meanwhile
        if (!newest || !isSeated(deskOf(newest), newest)) return;
        await store.commit({ states: [], moments: [], outbox: [newest], ledger: [] }).catch((error: unknown) => {
          parts.saveAgain();
          throw error;
        });
        markSaved([newest]);
      });
    },
    async remove(row) {
      const key = keyOfRow(row);
      rows.delete(key);
      try {
        await store.removeFromOutbox(row.dyad, row.whisper.seq);
      } catch (error) {
        if (isSeated(deskOf(row), row)) rows.set(key, row); // to be tried again
        throw error;
      }
      unsaved.delete(key);
    },
    get: (dyad, seq) => rows.get(keyOf(dyad, seq)),
    all: () => [...rows.values()],
    isUnsaved: (row) => unsaved.has(keyOfRow(row)),
    unsaved: () => [...unsaved].map((key) => rows.get(key)).filter((row) => row !== undefined),
    markSaved,
    letGo(dyad, of) {
      const own = [...rows].filter(([, row]) => row.dyad === dyad);
      const gone = own.filter(([, { whisper }]) => of === undefined || whisper.to === of);
      for (const [key] of gone) {
        rows.delete(key);
        unsaved.delete(key);
      }
      for (const [key, row] of own) if (rows.has(key)) put(row); // none is about anything now
      return gone.flatMap(([, { sent }]) => (sent ? [sent] : []));
    },
  };
}
