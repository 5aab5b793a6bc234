import type { DyadId, PartnerId, PersonId } from '../domain/ids.ts';
import { SECOND } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Platform, SentCard } from '../ports/platform.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import type { Batches } from './batches.ts';
import type { Desk } from './desk.ts';
import { notSaved } from './not-saved.ts';
import type { Outbox } from './outbox.ts';
import type { Removal } from './removal.ts';

/** What forgetting somebody works with; `desks` loses the couples that end by it. */
export interface ForgettingParts {
  readonly store: Store;
  readonly platform: Platform;
  readonly removal: Removal;
  readonly clock: Clock;
  readonly log: Log;
  readonly desks: Map<DyadId, Desk>;
  readonly batches: Pick<Batches, 'inTurn'>;
  readonly outbox: Outbox;
  /** Ends listening on their side at once, as when they leave. */
  readonly leave: (desk: Desk, by: PartnerId) => Promise<void>;
  /** Plans anew what is due for whoever is left: to them it is a couple whose partner has left (law 6). */
  readonly goOn: (desk: Desk) => void;
  /** Saves what is unsaved, and takes back what is moot by it. */
  readonly save: () => Promise<boolean>;
}

/** How long the platform may take to delete Nod's messages; the rest of deleting does not wait longer. Our choice. */
const PATIENCE = 10 * SECOND;

/**
 * Deletes all that Nod has of a person. Their side ends as if they left; their messages from Nod go, while
 * it is still known which; then the store forgets them in one transaction, during which nothing else is written
 * and nothing happens in their couples. Whatever comes later was for somebody who is not there.
 */
export function createForgetting(parts: ForgettingParts): (person: PersonId) => Promise<void> {
  const { store, platform, desks, batches, outbox, log } = parts;

  return async (person) => {
    const rows = await store.dyadsOf(platform.name, person);
    const seated = () => rows.map(({ id }) => desks.get(id)).filter((desk) => desk !== undefined);
    for (const desk of seated()) await parts.leave(desk, memberOf(desk.row, person));
    await parts.save();
    await removeCards(parts, () => cardsTo(parts, person, rows));
    const late = await inQueuesOf(seated(), () => batches.inTurn(() => forgetNow(person, rows, seated())));
    await removeCards(parts, async () => late);
  };

  /** Gives the cards that went out meanwhile. */
  async function forgetNow(
    person: PersonId,
    rows: readonly DyadRow[],
    seated: readonly Desk[],
  ): Promise<readonly SentCard[]> {
    const states = seated.map((desk) => ({ dyad: desk.row.id, state: desk.session.state }));
    const stay = await store.forget({ platform: platform.name, person, states }).catch((error: unknown) => {
      // No line above debug is about one person; of a failing disk a host hears by whatever else is saved, and the purge.
      log.debug({ code: codeOf(error) }, 'a person could not be forgotten');
      throw notSaved(error);
    });
    return rows.flatMap((row) => {
      const gone = memberOf(row, person);
      const left = stay.find(({ id }) => id === row.id);
      const desk = desks.get(row.id);
      if (!left?.state) desks.delete(row.id);
      else if (desk) {
        desk.reseat({ ...left, state: left.state }, gone);
        parts.goOn(desk);
      }
      return outbox.letGo(row.id, left ? gone : undefined);
    });
  }
}

function memberOf({ partners }: Pick<DyadRow, 'partners'>, person: PersonId): PartnerId {
  return partners[0].person === person ? partners[0].id : partners[1].id;
}

/** Runs the task while nothing else happens in any of the couples; in their order, so that two never wait for each other. */
function inQueuesOf<T>(desks: readonly Desk[], task: () => Promise<T>): Promise<T> {
  const [first, ...more] = desks;
  return first ? first.enqueue(() => inQueuesOf(more, task)) : task();
}

/** Nod's messages to the person: those it knows of, and any that a crash forgot. */
async function cardsTo(
  { store, platform }: ForgettingParts,
  person: PersonId,
  rows: readonly DyadRow[],
): Promise<readonly SentCard[]> {
  const known = await Promise.all(
    rows.map(async (row) => (await store.outbox(row.id)).filter(({ whisper }) => whisper.to === memberOf(row, person))),
  );
  const sent = known.flat().flatMap((row) => (row.sent ? [row.sent] : []));
  const found = await platform.whispers(person).catch(() => []);
  return [...sent, ...found.filter((card) => !sent.some(({ message }) => message === card.message))];
}

/** Never rejects, and gives up when it takes too long: a platform that is down must not hold up the rest. */
async function removeCards(
  { removal, clock, log }: ForgettingParts,
  find: () => Promise<readonly SentCard[]>,
): Promise<void> {
  const done = new AbortController();
  const late = clock.sleepUntil(clock.now() + PATIENCE, done.signal).catch(() => {});
  const removing = find().then((cards) => Promise.all(cards.map((card) => removal.soon(card))));
  await Promise.race([removing, late]).catch((error: unknown) => {
    log.debug({ code: codeOf(error) }, 'which direct messages are to go could not be looked up');
  });
  removing.catch(() => {}); // too late for anybody to hear of it
  done.abort();
}
