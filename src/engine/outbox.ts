import type { DyadId, PartnerId, PersonId } from '../domain/ids.ts';
import type { Whisper } from '../domain/nudge.ts';
import { type Instant, SECOND } from '../domain/time.ts';
import { NodError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Platform, SentCard } from '../ports/platform.ts';
import type { OutboxRow, Store } from '../ports/store.ts';
import { doneCard, WHISPER_PATH, whisperCard, whisperId } from '../texts/cards.ts';
import { createCouriers } from './couriers.ts';
import { isLive, isSeated, maySend, personOf, saysSomething } from './deliverable.ts';
import type { Desk } from './desk.ts';
import { CARD_LIVES, isOutOfReach, withoutAbout } from './outbox-order.ts';
import type { Removal } from './removal.ts';

/**
 * Delivers nudges at most once: a row commits as `sending` before the post, and after a crash it is looked
 * for, never posted again; what this process could not post it looks for as well, and posts again if it is not there. Takes moot ones back, and deletes every card after its day.
 */
export interface Outbox {
  /** Rows a crash or a stop left behind. */
  load(): Promise<void>;
  /** `since`: it goes from then on, where that is later than its own time. */
  queue(dyad: DyadId, whisper: Whisper, since?: Instant): void;
  /** `at`: when time alone made it moot. */
  retract(dyad: DyadId, seq: number, at?: Instant): void;
  find(dyad: DyadId, seq: number): OutboxRow | undefined;
  of(dyad: DyadId): readonly OutboxRow[];
  /** Rows that no transaction has saved yet; they join the runner's next one. */
  unsaved(): readonly OutboxRow[];
  /** The transaction went through: only what changed since then is still unsaved. */
  markSaved(rows: readonly OutboxRow[]): void;
  /** Does what is due; resolves when nothing more is due now. */
  work(): Promise<void>;
  /** Lets go of everything of a couple, or of one of them, and gives the cards that are out. */
  letGo(dyad: DyadId, of?: PartnerId): readonly SentCard[];
  /** Lets go of everything of a couple, or of one of them, and deletes the cards that are out. */
  drop(dyad: DyadId, of?: PartnerId): Promise<void>;
  stop(): Promise<void>;
}

export interface OutboxParts {
  readonly store: Store;
  readonly platform: Platform;
  readonly removal: Removal;
  readonly clock: Clock;
  readonly log: Log;
  readonly deskOf: (dyad: DyadId) => Desk | undefined;
  /** Writes when nothing else is being written. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  /** A card was deleted after its day. */
  readonly over: (dyad: DyadId, whisper: Whisper) => void;
  /** A card never went out; `closed`: direct messages cannot reach them. */
  readonly undelivered: (dyad: DyadId, whisper: Whisper, closed: boolean) => void;
}

/** A failed delivery is tried again after 5 s, 10 s, 20 s …, at most five times. Our choice. */
const FIRST_RETRY = 5 * SECOND;
const MOST_ATTEMPTS = 5;
/**
 * A message is sent so long after its time: by then it is saved, whoever else did something meanwhile (law 6).
 * What was on its way for 3 s has come, and a batch waits for 250 ms.
 */
const SENT_AFTER = 3 * SECOND + 250;

const keyOf = (dyad: DyadId, seq: number) => `${dyad}.${seq}`;

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, platform, removal, clock, log } = parts;
  const rows = new Map<string, OutboxRow>();
  const unsaved = new Set<string>();
  /** Rows that another process was posting when it ended: what became of that post nobody ever heard. */
  const leftBehind = new Set<string>();
  const couriers = createCouriers({ clock, log, ready, workOn });

  const deskOf = (row: OutboxRow) => parts.deskOf(row.dyad);

  /** Replaces the row; the runner's next transaction, or `save`, makes it durable. What is moot is about nothing. */
  function put(row: OutboxRow): void {
    if (!isSeated(deskOf(row), row)) return;
    const key = keyOf(row.dyad, row.whisper.seq);
    rows.set(key, isLive(deskOf(row), row) ? row : { ...row, whisper: withoutAbout(row.whisper) });
    unsaved.add(key);
  }

  async function save(row: OutboxRow): Promise<void> {
    put(row);
    await parts.inTurn(async () => {
      const newest = rows.get(keyOf(row.dyad, row.whisper.seq)); // they may have been forgotten meanwhile
      if (!newest || !isSeated(deskOf(newest), newest)) return;
      await store.commit({ states: [], moments: [], outbox: [newest], ledger: [] });
      markSaved([newest]);
    });
  }

  function markSaved(saved: readonly OutboxRow[]): void {
    for (const row of saved) {
      const key = keyOf(row.dyad, row.whisper.seq);
      if (rows.get(key) === row) unsaved.delete(key);
    }
  }

  async function remove(row: OutboxRow): Promise<void> {
    const key = keyOf(row.dyad, row.whisper.seq);
    rows.delete(key);
    unsaved.delete(key);
    try {
      await store.removeFromOutbox(row.dyad, row.whisper.seq);
    } catch (error) {
      if (isSeated(deskOf(row), row)) rows.set(key, row); // to be tried again
      throw error;
    }
  }

  async function send(row: OutboxRow): Promise<void> {
    const person = personOf(deskOf(row), row);
    if (!person || !maySend(deskOf(row), row, clock.now())) return giveUp(row, false);
    if (!(await saysSomething(store, deskOf(row), row))) return giveUp(row, false);
    const sending: OutboxRow = { ...row, status: 'sending' };
    await save(sending);
    if (!maySend(deskOf(row), sending, clock.now())) return giveUp(sending, false); // it became moot while that was saved
    const name = { dyad: row.dyad, seq: row.whisper.seq };
    try {
      const sent = await platform.whisper(person, whisperCard(name), whisperId(name));
      await markSent(sending, sent);
    } catch (error) {
      await afterFailedSend(sending, person, error);
    }
  }

  async function markSent(row: OutboxRow, sent: { channel: string; message: string }): Promise<void> {
    const at = clock.now();
    const out = { ...row, sent: { ...sent, at } as NonNullable<OutboxRow['sent']> };
    if (!isSeated(deskOf(row), row)) await removal.soon(out.sent); // nobody is there to read it any more
    // It may have become moot while it was on its way.
    await save({ ...out, status: isLive(deskOf(row), row) ? 'sent' : 'retracting', dueAt: at, attempts: 0 });
  }

  async function afterFailedSend(row: OutboxRow, person: PersonId, error: unknown): Promise<void> {
    if (error instanceof NodError && error.code === 'DIRECT_MESSAGES_CLOSED') return giveUp(row, true);
    log.debug({ attempts: row.attempts + 1 }, 'a direct message could not be sent');
    await lookFor(row, person, { otherwise: 'retry' });
  }

  /** Whether a message whose post had no answer is there after all. */
  async function lookFor(
    row: OutboxRow,
    person: PersonId,
    { otherwise }: { otherwise: 'retry' | 'expire' },
  ): Promise<void> {
    try {
      const sent = await platform.findWhisper(
        person,
        WHISPER_PATH,
        whisperId({ dyad: row.dyad, seq: row.whisper.seq }),
      );
      if (sent) return await markSent(row, sent);
    } catch {
      const tooOld = clock.now() > row.whisper.at + CARD_LIVES;
      return tooOld ? giveUp(row, false) : later(row, 'sending');
    }
    if (otherwise === 'expire' || row.attempts + 1 >= MOST_ATTEMPTS) return giveUp(row, false);
    await later(row, 'queued');
  }

  async function giveUp(row: OutboxRow, closed: boolean): Promise<void> {
    await remove(row);
    parts.undelivered(row.dyad, row.whisper, closed);
  }

  async function later(row: OutboxRow, status: OutboxRow['status']): Promise<void> {
    const attempts = row.attempts + 1;
    const wait = FIRST_RETRY * 2 ** Math.min(attempts - 1, 8);
    await save({ ...row, status, attempts, dueAt: clock.now() + wait });
  }

  async function takeBack(row: OutboxRow): Promise<void> {
    if (!row.sent) return remove(row);
    try {
      await platform.rewrite(row.sent, doneCard());
    } catch {
      return isOutOfReach(row, clock.now()) ? remove(row) : later(row, 'retracting');
    }
    await save({ ...row, status: 'retracted' });
  }

  async function deleteCard(row: OutboxRow): Promise<void> {
    try {
      if (row.sent) await platform.remove(row.sent);
    } catch {
      if (!isOutOfReach(row, clock.now())) return later(row, row.status);
    }
    await remove(row);
    parts.over(row.dyad, row.whisper);
  }

  async function workOn(row: OutboxRow): Promise<void> {
    switch (row.status) {
      case 'queued':
        return send(row);
      case 'sending': {
        const person = personOf(deskOf(row), row);
        if (!person) return remove(row);
        return lookFor(row, person, {
          otherwise: leftBehind.has(keyOf(row.dyad, row.whisper.seq)) ? 'expire' : 'retry',
        });
      }
      case 'retracting':
        return takeBack(row);
      case 'sent':
      case 'retracted':
        return deleteCard(row);
    }
  }

  function ready(): readonly [string, OutboxRow][] {
    return [...rows].filter(([key, row]) => isReady(row, unsaved.has(key)));
  }

  function isReady(row: OutboxRow, isUnsaved: boolean): boolean {
    const desk = deskOf(row);
    // What is moot stays so, and its edit may be repeated: it waits neither for the disk nor for history.
    if (row.status === 'retracting') return desk !== undefined;
    // While history is being read, nobody knows yet whether a moment is still live.
    return !isUnsaved && desk !== undefined && desk.reading !== 'behind';
  }

  function letGo(dyad: DyadId, of?: PartnerId): readonly SentCard[] {
    const own = [...rows].filter(([, row]) => row.dyad === dyad);
    const gone = own.filter(([, { whisper }]) => of === undefined || whisper.to === of);
    for (const [key] of gone) {
      rows.delete(key);
      unsaved.delete(key);
    }
    for (const [key, row] of own) if (rows.has(key)) put(row); // none is about anything now
    return gone.flatMap(([, { sent }]) => (sent ? [sent] : []));
  }

  return {
    async load() {
      for (const row of await store.wholeOutbox()) {
        const key = keyOf(row.dyad, row.whisper.seq);
        rows.set(key, row);
        if (row.status === 'sending') leftBehind.add(key);
      }
      for (const row of [...rows.values()])
        if (row.status === 'sent' && !isLive(deskOf(row), row)) this.retract(row.dyad, row.whisper.seq);
    },
    queue(dyad, whisper, since = whisper.at) {
      put({ dyad, whisper, status: 'queued', attempts: 0, dueAt: since + SENT_AFTER });
    },
    retract(dyad, seq, at) {
      const row = rows.get(keyOf(dyad, seq));
      // Queued and sending rows ask whether they are still live when it matters.
      if (row?.status === 'sent')
        put({ ...row, status: 'retracting', attempts: 0, dueAt: at === undefined ? clock.now() : at + SENT_AFTER });
    },
    find: (dyad, seq) => rows.get(keyOf(dyad, seq)),
    of: (dyad) => [...rows.values()].filter((row) => row.dyad === dyad),
    unsaved: () => [...unsaved].map((key) => rows.get(key)).filter((row) => row !== undefined),
    markSaved,
    work: couriers.work,
    letGo,
    async drop(dyad, of) {
      const gone = [...rows.values()].filter((row) => row.dyad === dyad && (of === undefined || row.whisper.to === of));
      const out = letGo(dyad, of);
      await couriers.back(gone.map(({ whisper }) => keyOf(dyad, whisper.seq)));
      const cards = [...out, ...letGo(dyad, of)]; // one may have come out meanwhile
      for (const sent of cards) await removal.soon(sent);
      for (const { whisper } of gone) await store.removeFromOutbox(dyad, whisper.seq);
    },
    stop: couriers.stop,
  };
}
