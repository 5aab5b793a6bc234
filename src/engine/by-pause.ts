import { type HeardBid, isOpenedByWords } from '../domain/bid.ts';
import type { DyadState } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';
import { heldBy } from './held.ts';

/** What hangs on a pause alone, so that nothing else is moved by it. Source: ADR 30. */

/**
 * Whether the message is kept in mind for nothing but a bid that only a pause opened: without the pause, its words and
 * the time at which it was said would be gone.
 */
export function isHeldByPause(state: DyadState, id: MessageId): boolean {
  const { bids, promises, answered } = state;
  const byWords = <One extends HeardBid>(all: readonly One[]) => all.filter(isOpenedByWords);
  const without = { ...state, bids: byWords(bids), promises: byWords(promises), answered: byWords(answered) };
  return heldBy(state).includes(id) && !heldBy(without).includes(id);
}

/** Whether a bid that only a pause opened, or what came of one, bears the number. */
export function isOfPause({ bids, promises, answered }: DyadState, bidSeq: number): boolean {
  const bid = bids.find(({ seq }) => seq === bidSeq);
  const later = [...promises, ...answered].filter((one) => one.bidSeq === bidSeq);
  return [...(bid ? [bid] : []), ...later].some((one) => !isOpenedByWords(one));
}
