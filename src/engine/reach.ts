import { isOpenedByWords } from '../domain/bid.ts';
import type { OpenBid } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { isHeldByPause } from './by-pause.ts';
import type { Draft } from './draft.ts';

/** Bids that an utterance reaches: those it replies to by reference, those still open, and the one it was said to. */
export interface Reach {
  readonly named: readonly OpenBid[];
  readonly open: readonly OpenBid[];
  readonly newest: OpenBid | undefined;
}

/**
 * What the utterance reaches, apart from each other: bids that words opened, as if there were no others, and those that
 * only a pause opened. General words are said to one of these only where none of the former is open, so that it takes no
 * answer away from them (ADR 30).
 */
export function reachOf(
  { state, env: { words } }: Draft,
  said: Utterance,
  firstSaidAt: Instant,
): { readonly references: readonly MessageId[]; readonly byWords: Reach; readonly byPause: Reach } {
  const references = said.messages.map((id) => words.get(id)?.replyTo).filter((id) => id !== undefined);
  const reach = state.bids.filter((bid) => bid.by !== said.by && bid.endedAt <= firstSaidAt);
  const isNamed = (bid: OpenBid) => bid.messages.some((id) => references.includes(id));
  const isOpen = (bid: OpenBid) => !bid.lapsed && said.startedAt < bid.closesAt;
  // A reply to something said before the newest bid, or to a stranger, was not said to that bid.
  const saidAt = (id: MessageId) => words.get(id)?.at ?? Number.NEGATIVE_INFINITY;
  const saidAtByWords = (id: MessageId) => (isHeldByPause(state, id) ? Number.NEGATIVE_INFINITY : saidAt(id));
  const among = (bids: readonly OpenBid[], saidAt: (id: MessageId) => Instant): Reach => {
    const open = bids.filter(isOpen);
    const last = open.at(-1);
    const isSaidToIt = last !== undefined && references.every((id) => saidAt(id) >= last.startedAt);
    return { named: bids.filter(isNamed), open, newest: isSaidToIt ? last : undefined };
  };
  const byWords = among(reach.filter(isOpenedByWords), saidAtByWords);
  const byPause = among(
    reach.filter((bid) => !isOpenedByWords(bid)),
    saidAt,
  );
  const isFree = byWords.open.length === 0 && byWords.named.length === 0;
  return { references, byWords, byPause: isFree ? byPause : { ...byPause, newest: undefined } };
}
