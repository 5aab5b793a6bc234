import type { BidKind } from '../../domain/bid.ts';
import type { OpenBid, PartnerState } from '../../domain/dyad.ts';
import type { Reason } from '../../domain/nudge.ts';
import { PASSING_KEPT } from '../../domain/settings.ts';
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

/** Still to be answered, not a day old, and nobody was nudged about it: once is enough for one bid. */
export function isWaiting(bid: OpenBid, at: Instant): boolean {
  if (bid.lapsed || bid.nudged || at >= tooOldAt(bid)) return false;
  return bid.acts.every((act) => act.reply.turn === 'away');
}

/** The instant, if the bid is still open by then, and not a day old. */
export function whileOpen(bid: OpenBid, dueAt: Instant): Instant | undefined {
  return dueAt < Math.min(bid.closesAt, tooOldAt(bid)) ? dueAt : undefined;
}

/** From then on Nod does not know whether it was spoken past, so it has nothing to say. */
const tooOldAt = ({ endedAt }: OpenBid): Instant => endedAt + PASSING_KEPT;

/**
 * From when on the partner may be nudged again for the reason, at most so often in 7 days. It is an instant of their
 * own: were it only seen when Nod looks, whatever makes Nod look, for the other too, would move the nudge (law 6).
 */
export function addedAgainFrom({ addedAt = [] }: PartnerState, reason: Reason, aWeek: number): Instant {
  const last = addedAt.filter((one) => one.reason === reason).slice(-aWeek);
  const [first] = last;
  return first && last.length === aWeek ? first.at + 7 * DAY : Number.NEGATIVE_INFINITY;
}
