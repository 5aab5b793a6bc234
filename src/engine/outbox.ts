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
import { CARD_LIVES, isOutOfReach } from './outbox-order.ts';
import { createOutboxRows, keyOf, keyOfRow } from './outbox-rows.ts';
import type { Removal } from './removal.ts';

/**
 * Delivers nudges at most once: a row commits as `sending` before the post, and after a crash it is looked for, never
 * posted again; what this process could not post it looks for as well, and posts again if it is not there. Takes moot
 * ones back, and deletes every card after its day.
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
  /** Plans a transaction for what could not be saved. */
  readonly saveAgain: () => void;
  /** A card was deleted after its day. */
  readonly over: (dyad: DyadId, whisper: Whisper) => void;
  /** A card never went out; `closed`: direct messages cannot reach them. */
  readonly undelivered: (dyad: DyadId, whisper: Whisper, closed: boolean) => void;
}

/** What failed is tried again after 5 s, 10 s … 21 min; nothing is posted more than five times. Our choice. */
const FIRST_RETRY = 5 * SECOND;
const LONGEST_WAIT = 2 ** 8 * FIRST_RETRY;
const MOST_POSTS = 5;
/**
 * A message is sent so long after its time: by then it is saved, whoever else did something meanwhile (law 6).
 * What was on its way for 3 s has come, and a batch waits for 250 ms.
 */
const SENT_AFTER = 3 * SECOND + 250;

const waitAfter = (failures: number) => Math.min(2 ** (failures - 1) * FIRST_RETRY, LONGEST_WAIT);

export function createOutbox(parts: OutboxParts): Outbox {
  const { store, platform, removal, clock, log } = parts;
  const rows = createOutboxRows(parts);
  const { put, save, remove, letGo } = rows;
  /** Rows that another process was posting when it ended: what became of that post nobody ever heard. */
  const leftBehind = new Set<string>();
  /** How often in a row nobody could look for what was posted. */
  const failedLooks = new Map<string, number>();
  const couriers = createCouriers({ clock, log, ready, workOn });

  const deskOf = (row: OutboxRow) => parts.deskOf(row.dyad);

  async function send(row: OutboxRow): Promise<void> {
    const may = await mayGo(row);
    if (may === undefined) return; // it stays as it is, and is looked at again once history is read
    if (!may || !(await saysSomething(store, deskOf(row), row))) return giveUp(row, false);
    const sending: OutboxRow = { ...row, status: 'sending', attempts: row.attempts + 1 };
    await save(sending);
    const still = await mayGo(sending); // more was heard while that was saved
    if (still === undefined) return save(row);
    const person = personOf(deskOf(row), row);
    if (!still || !person) return giveUp(sending, false);
    let sent: SentCard;
    try {
      const name = { dyad: row.dyad, seq: row.whisper.seq };
      sent = await platform.whisper(person, whisperCard(name), whisperId(name));
    } catch (error) {
      return afterFailedSend(sending, person, error);
    }
    await markSent(sending, sent);
  }

  /** Whether it may go out by all that was heard; undefined while history is being read, which nobody waits for. */
  async function mayGo(row: OutboxRow): Promise<boolean | undefined> {
    const isBehind = () => deskOf(row)?.reading === 'behind';
    if (!isBehind()) await deskOf(row)?.enqueue(() => {}); // an answer may wait there for its vector
    return isBehind() ? undefined : maySend(deskOf(row), row, clock.now());
  }

  async function markSent(row: OutboxRow, sent: SentCard): Promise<void> {
    failedLooks.delete(keyOfRow(row));
    const at = clock.now();
    if (!isSeated(deskOf(row), row)) await removal.soon(sent); // nobody is there to read it any more
    // It may have become moot while it was on its way.
    const status = isLive(deskOf(row), row) ? 'sent' : 'retracting';
    await save({ ...row, status, sent: { ...sent, at }, dueAt: at, attempts: 0 });
  }

  async function afterFailedSend(row: OutboxRow, person: PersonId, error: unknown): Promise<void> {
    if (error instanceof NodError && error.code === 'DIRECT_MESSAGES_CLOSED') return giveUp(row, true);
    log.debug({ attempts: row.attempts }, 'a direct message could not be sent');
    await lookFor(row, person);
  }

  /** Whether a message whose post had no answer is there after all; only what this process posted is posted again. */
  async function lookFor(row: OutboxRow, person: PersonId): Promise<void> {
    const key = keyOfRow(row);
    let found: SentCard | undefined;
    try {
      found = await platform.findWhisper(person, WHISPER_PATH, whisperId({ dyad: row.dyad, seq: row.whisper.seq }));
    } catch {
      if (clock.now() > row.whisper.at + CARD_LIVES) return giveUp(row, false);
      const failures = (failedLooks.get(key) ?? 0) + 1;
      failedLooks.set(key, failures);
      return later(row, failures);
    }
    if (found) return markSent(row, found);
    failedLooks.delete(key);
    if (leftBehind.has(key) || row.attempts >= MOST_POSTS) return giveUp(row, false);
    await later({ ...row, status: 'queued' });
  }

  async function giveUp(row: OutboxRow, closed: boolean): Promise<void> {
    failedLooks.delete(keyOfRow(row));
    await remove(row);
    parts.undelivered(row.dyad, row.whisper, closed);
  }

  function later(row: OutboxRow, failures = row.attempts): Promise<void> {
    return save({ ...row, dueAt: clock.now() + waitAfter(failures) });
  }

  async function takeBack(row: OutboxRow): Promise<void> {
    if (!row.sent) return remove(row);
    try {
      await platform.rewrite(row.sent, doneCard());
    } catch {
      return isOutOfReach(row, clock.now()) ? remove(row) : later({ ...row, attempts: row.attempts + 1 });
    }
    await save({ ...row, status: 'retracted' });
  }

  async function deleteCard(row: OutboxRow): Promise<void> {
    try {
      if (row.sent) await platform.remove(row.sent);
    } catch {
      if (!isOutOfReach(row, clock.now())) return later({ ...row, attempts: row.attempts + 1 });
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
        return person ? lookFor(row, person) : remove(row);
      }
      case 'retracting':
        return takeBack(row);
      case 'sent':
      case 'retracted':
        return deleteCard(row);
    }
  }

  function ready(): readonly [string, OutboxRow][] {
    rows.all().forEach(holdToNow);
    return rows
      .all()
      .filter(isReady)
      .map((row) => [keyOfRow(row), row]);
  }

  function isReady(row: OutboxRow): boolean {
    const desk = deskOf(row);
    if (!desk) return false;
    // What is out is taken back when it is moot, and deleted after its day: neither waits for the disk or for history.
    if (row.sent) return true;
    // While history is being read, nobody knows yet whether a moment is still live.
    return !rows.isUnsaved(row) && desk.reading !== 'behind';
  }

  /** Where this computer's clock was ahead, a card would stay so much longer than its day. */
  function holdToNow(row: OutboxRow): void {
    const now = clock.now();
    const { status, sent, dueAt } = row;
    const isAhead = (sent && sent.at > now) || dueAt > now + LONGEST_WAIT;
    if (status === 'queued' || !isAhead) return;
    put({ ...row, dueAt: now, ...(sent ? { sent: { ...sent, at: Math.min(sent.at, now) } } : {}) });
    parts.saveAgain();
  }

  return {
    async load() {
      for (const row of await store.wholeOutbox()) {
        rows.load(row);
        if (row.status === 'sending') leftBehind.add(keyOfRow(row));
      }
      for (const row of rows.all())
        if (row.status === 'sent' && !isLive(deskOf(row), row)) this.retract(row.dyad, row.whisper.seq);
    },
    queue(dyad, whisper, since = whisper.at) {
      put({ dyad, whisper, status: 'queued', attempts: 0, dueAt: since + SENT_AFTER });
    },
    retract(dyad, seq, at) {
      const row = rows.get(dyad, seq);
      // Queued and sending rows ask whether they are still live when it matters.
      if (row?.status === 'sent')
        put({ ...row, status: 'retracting', attempts: 0, dueAt: at === undefined ? clock.now() : at + SENT_AFTER });
    },
    find: rows.get,
    of: (dyad) => rows.all().filter((row) => row.dyad === dyad),
    unsaved: rows.unsaved,
    markSaved: rows.markSaved,
    work: couriers.work,
    letGo,
    async drop(dyad, of) {
      const gone = rows.all().filter((row) => row.dyad === dyad && (of === undefined || row.whisper.to === of));
      const out = letGo(dyad, of);
      await couriers.back(gone.map(({ whisper }) => keyOf(dyad, whisper.seq)));
      const cards = [...out, ...letGo(dyad, of)]; // one may have come out meanwhile
      for (const sent of cards) await removal.soon(sent);
      for (const { whisper } of gone) await store.removeFromOutbox(dyad, whisper.seq);
    },
    stop: couriers.stop,
  };
}
