import type { BidKind } from '../../domain/bid.ts';
import type { OpenBid, PartnerState } from '../../domain/dyad.ts';
import type { Reason } from '../../domain/nudge.ts';
import { DAY, type Instant, MINUTE } from '../../domain/time.ts';

/** How long after its end a bid of this kind is left alone. Source: design, "Coach". */
function patienceWith(kind: BidKind): number {
  switch (kind) {
    case 'vulnerability':
      return 10 * MINUTE;
    case 'good-news':
      return 15 * MINUTE;
    case 'repair':
    case 'affection':
    case 'request':
    case 'interest':
    case 'attention':
    case 'play':
      return 30 * MINUTE;
  }
}

/** The earliest a nudge about the bid may come. */
export function earliestFor(bid: OpenBid): Instant {
  return bid.endedAt + patienceWith(bid.kind);
}

/** Still to be answered, and nobody was nudged about it: once is enough for one bid. */
export function isWaiting(bid: OpenBid): boolean {
  if (bid.lapsed || bid.nudged) return false;
  return bid.acts.every((act) => act.reply.turn === 'away');
}

/** The instant, if the bid is still open by then. */
export function whileOpen(bid: OpenBid, dueAt: Instant): Instant | undefined {
  return dueAt < bid.closesAt ? dueAt : undefined;
}

/** How often the partner was nudged for the reason about something answered, in the last 7 days. */
export function addedLately({ addedAt = [] }: PartnerState, reason: Reason, at: Instant): number {
  return addedAt.filter((one) => one.reason === reason && one.at > at - 7 * DAY).length;
}
