import type { DyadId, PartnerId, PersonId } from '../domain/ids.ts';
import { SUPPORT_APART } from '../domain/settings.ts';
import { HOUR, type Instant } from '../domain/time.ts';
import { NodError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Platform, SentCard } from '../ports/platform.ts';
import type { OutboxRow } from '../ports/store.ts';
import { WHISPER_PATH, whisperCard, whisperId } from '../texts/cards.ts';
import type { Desk } from './desk.ts';
import { partnerOf } from './draft.ts';
import { CARD_LIVES } from './outbox-order.ts';
import { RETRY_AFTER, type Removal } from './removal.ts';

/**
 * Support lines for the one who wrote something heavy, where the host has switched that on. All of it lives in
 * memory: nothing that rests tells that a card was sent, to whom or why. Source: trust, "Safety".
 */
export interface Support {
  /** Sends the card, unless the person does not want it or had one lately. Never rejects. */
  offer(desk: Desk, to: PartnerId): Promise<void>;
  /** Whether this card was made for the partner and is still out, or may be. */
  isOut(dyad: DyadId, seq: number, to: PartnerId): boolean;
  /** The partner's cards that are out or may be. */
  of(to: PartnerId): readonly Known[];
}

/** A message as far as Nod knows of it, told as the outbox tells it; `sending`: it may be there or not. */
export interface Known {
  readonly status: OutboxRow['status'];
  readonly sent?: SentCard | undefined;
}

export interface SupportParts {
  readonly platform: Platform;
  readonly removal: Removal;
  readonly clock: Clock;
  readonly stopping: AbortSignal;
  /** Whether the host has read the page and switched the card on. */
  readonly supportCard: boolean;
}

/** Posted later than this, the card would be out of place. Our choice. */
const IN_PLACE_FOR = HOUR;
/**
 * Far beyond the numbers of nudges, which count from nought: these are given in memory only, to each partner their
 * own, so that none tells whether the other ever got a card. Our choice.
 */
const FIRST_NUMBER = 1e12;

interface Out {
  readonly dyad: DyadId;
  readonly seq: number;
  readonly to: PartnerId;
  /** Undefined while it is on its way, and while nobody can tell whether it came. */
  sent: SentCard | undefined;
}

/** One try to post a card. */
interface Attempt {
  readonly person: PersonId;
  /** An earlier one had no answer, so it may be there already. */
  readonly isRepeated: boolean;
  readonly mayPostAt: (at: Instant) => boolean;
}

// No failure below leaves a line in the log, which would tell of the card.
export function createSupport({ platform, removal, clock, stopping, supportCard }: SupportParts): Support {
  /** As long as nobody can tell whether a card came, it counts as one that did. */
  const sentAt = new Map<PartnerId, Instant>();
  let out: readonly Out[] = [];
  const made = new Map<PartnerId, number>();

  function nextNumber(to: PartnerId): number {
    const before = made.get(to) ?? 0;
    made.set(to, before + 1);
    return FIRST_NUMBER + before;
  }

  function isWanted(desk: Desk, to: PartnerId): boolean {
    if (!supportCard || personOf(desk, to) === undefined) return false;
    const { settings, listening, unreachable, snoozedUntil = 0 } = partnerOf(desk.session.state, to);
    return listening && !unreachable && settings.coaching && settings.supportCard && snoozedUntil <= clock.now();
  }

  const hadOneLately = (to: PartnerId) => (sentAt.get(to) ?? Number.NEGATIVE_INFINITY) + SUPPORT_APART > clock.now();

  /** Gives the card once it is known to be there, undefined once it is known not to be. Rejects when Nod stops. */
  async function deliver(card: Out, desk: Desk, person: PersonId): Promise<SentCard | undefined> {
    const latest = clock.now() + IN_PLACE_FOR;
    const mayPostAt = (at: Instant) => at <= latest && isWanted(desk, card.to) && !stopping.aborted;
    for (const [tries, wait] of RETRY_AFTER.entries()) {
      try {
        const sent = await attempt(card, { person, isRepeated: tries > 0, mayPostAt });
        if (sent || !mayPostAt(clock.now() + wait)) return sent;
      } catch (error) {
        if (isClosed(error)) return undefined;
        // Whether it is there could not be learned: it is looked for again, also when it may not be posted any more.
      }
      await clock.sleepUntil(clock.now() + wait, stopping);
    }
    return undefined;
  }

  /** Gives the card if it is there by now; rejects where nobody can tell. */
  async function attempt(card: Out, { person, isRepeated, mayPostAt }: Attempt): Promise<SentCard | undefined> {
    const look = () => platform.findWhisper(person, WHISPER_PATH, whisperId(card));
    const found = isRepeated ? await look() : undefined;
    if (found || !mayPostAt(clock.now())) return found;
    sentAt.set(card.to, clock.now());
    return platform.whisper(person, whisperCard(card), whisperId(card)).catch((error: unknown) => {
      if (isClosed(error)) throw error;
      return look();
    });
  }

  /** Removes the card after its day, or at once where its reader went while it was on its way. */
  async function removeInTime(sent: SentCard, desk: Desk, to: PartnerId): Promise<void> {
    const isThere = personOf(desk, to) !== undefined && !partnerOf(desk.session.state, to).left;
    if (isThere) await clock.sleepUntil((sentAt.get(to) ?? clock.now()) + CARD_LIVES);
    await removal.surely(sent);
  }

  return {
    async offer(desk, to) {
      const person = personOf(desk, to);
      if (person === undefined || !isWanted(desk, to) || hadOneLately(to)) return;
      const card: Out = { dyad: desk.row.id, seq: nextNumber(to), to, sent: undefined };
      out = [...out, card];
      try {
        card.sent = await deliver(card, desk, person);
        if (card.sent) await removeInTime(card.sent, desk, to);
        else sentAt.delete(to);
      } catch {
        // what a stop leaves behind is removed at the next start
      } finally {
        out = out.filter((one) => one !== card);
      }
    },
    isOut: (dyad, seq, to) => out.some((card) => card.dyad === dyad && card.seq === seq && card.to === to),
    of: (to) => out.filter((card) => card.to === to).map(({ sent }) => ({ status: sent ? 'sent' : 'sending', sent })),
  };
}

/** Nobody, once they were forgotten. */
function personOf({ members }: Desk, to: PartnerId): PersonId | undefined {
  return members.find(({ id }) => id === to)?.person;
}

function isClosed(error: unknown): boolean {
  return error instanceof NodError && error.code === 'DIRECT_MESSAGES_CLOSED';
}
