import type { OpenBid } from '../domain/dyad.ts';
import { PASSING_KEPT } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';

/**
 * That a bid was spoken past, how, and what coaching made of that: kept while the bid may be nudged about, and gone once
 * its window is over or it is a day old. Nothing needs it afterwards: who answers later, by reference or in a long window,
 * gives a deposit all the same. What stays of the bid is that it is there to be answered, and that Nod wrote about it.
 */

/** Whether it is still noted that the bid is spoken past. */
export function keepsPassing({ lapsed, endedAt }: OpenBid, at: Instant): boolean {
  return !lapsed && at < endedAt + PASSING_KEPT;
}

/** When that goes by time alone; never where there is none, so that each bid is looked at once. */
export function passingForgottenAt({ acts, passedAt, inARow, considered, endedAt }: OpenBid): Instant {
  const isThere = passedAt !== undefined || inARow || considered.length > 0 || acts.some(isPassing);
  return isThere ? endedAt + PASSING_KEPT : Number.POSITIVE_INFINITY;
}

export function withoutPassing({ passedAt: _, inARow: __, ...bid }: OpenBid): OpenBid {
  return { ...bid, acts: bid.acts.filter((act) => !isPassing(act)), considered: [] };
}

const isPassing = ({ reply }: OpenBid['acts'][number]) => reply.turn === 'away';
