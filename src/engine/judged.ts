import type { BidKind } from '../domain/bid.ts';
import type { Reply } from '../domain/bid-response.ts';
import type { Act, OpenBid } from '../domain/dyad.ts';

/**
 * A bid as a second opinion has it. Everything that Nod does goes by its own reading; only what is written down goes by
 * this, and it can take a deposit away or put it under another kind, never make one. Source: ADR 23.
 */

/** The reply beside the kind that a judge chose, for an act about to be noted. */
export function judgedReply(bid: OpenBid, replyTo: (kind: BidKind) => Reply): Pick<Act, 'judged'> {
  const { judged } = bid;
  return judged === undefined || judged === 'none' ? {} : { judged: replyTo(judged) };
}

/** The bid to be written down; undefined where a judge heard none in it. */
export function asJudged(bid: OpenBid): OpenBid | undefined {
  const { judged } = bid;
  if (judged === undefined) return bid;
  if (judged === 'none') return undefined;
  return { ...bid, kind: judged, acts: bid.acts.map(asJudgedAct) };
}

/** What was done before the opinion came was read beside another kind, so its style says nothing here. */
function asJudgedAct(act: Act): Act {
  if (act.judged) return { ...act, reply: act.judged };
  const { style: _, ...reply } = act.reply;
  return { ...act, reply };
}
