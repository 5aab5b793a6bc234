import type { DyadId, PartnerId } from '../domain/ids.ts';
import { SUPPORT_APART } from '../domain/settings.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Platform, SentCard } from '../ports/platform.ts';
import { whisperCard, whisperId } from '../texts/cards.ts';
import type { Desk } from './desk.ts';
import { partnerOf } from './draft.ts';

/**
 * Support lines for the one who wrote something heavy, where the host has switched that on. All of it lives in
 * memory: nothing that rests tells that a card was sent, to whom or why. Source: trust, "Safety".
 */
export interface Support {
  /** Sends the card, unless the person does not want it or had one lately. Never rejects. */
  offer(desk: Desk, to: PartnerId): Promise<void>;
  /** Whether this card was made for the partner and is still out. */
  isOut(dyad: DyadId, seq: number, to: PartnerId): boolean;
}

export interface SupportParts {
  readonly platform: Platform;
  readonly clock: Clock;
  /** Whether the host has read the page and switched the card on. */
  readonly supportCard: boolean;
}

/** Every direct message of Nod is deleted after this. Design, "Hints". */
const CARD_LIVES = DAY;
/**
 * Far beyond the numbers of nudges, which count from nought: these are given in memory only, to each partner their
 * own, so that none tells whether the other ever got a card. Our choice.
 */
const FIRST_NUMBER = 1e12;

interface Out {
  readonly dyad: DyadId;
  readonly seq: number;
  readonly to: PartnerId;
}

export function createSupport({ platform, clock, supportCard }: SupportParts): Support {
  const sentAt = new Map<PartnerId, Instant>();
  let out: readonly Out[] = [];
  const made = new Map<PartnerId, number>();

  function nextNumber(to: PartnerId): number {
    const before = made.get(to) ?? 0;
    made.set(to, before + 1);
    return FIRST_NUMBER + before;
  }

  function isWanted(desk: Desk, to: PartnerId): boolean {
    const { settings, listening, unreachable, snoozedUntil = 0 } = partnerOf(desk.session.state, to);
    if (!supportCard || !listening || unreachable || !settings.coaching || !settings.supportCard) return false;
    const now = clock.now();
    return snoozedUntil <= now && (sentAt.get(to) ?? Number.NEGATIVE_INFINITY) + SUPPORT_APART <= now;
  }

  async function removeLater(card: Out, sent: SentCard): Promise<void> {
    await clock.sleepUntil(clock.now() + CARD_LIVES);
    out = out.filter((one) => one !== card);
    await platform.remove(sent);
  }

  return {
    async offer(desk, to) {
      const person = desk.members.find(({ id }) => id === to)?.person;
      if (person === undefined || !isWanted(desk, to)) return;
      sentAt.set(to, clock.now());
      const card: Out = { dyad: desk.row.id, seq: nextNumber(to), to };
      out = [...out, card];
      try {
        const sent = await platform.whisper(person, whisperCard(card), whisperId(card));
        removeLater(card, sent).catch(() => {}); // what a stop leaves behind is removed at the next start
      } catch {
        out = out.filter((one) => one !== card); // a log line would tell of it
      }
    },
    isOut: (dyad, seq, to) => out.some((card) => card.dyad === dyad && card.seq === seq && card.to === to),
  };
}
