import { type BidResponse, countsAsDeposit, type Style } from '../domain/bid-response.ts';
import type { OpenBid } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import { DEPOSIT_STYLES, type DepositStyle, type Moment } from '../domain/moment.ts';
import { SECOND } from '../domain/time.ts';

/** What is written down of a closed bid: the responder's deposit, or nothing at all. */
export function toMoment(
  bid: Pick<OpenBid, 'seq' | 'endedAt' | 'kind' | 'nudged'>,
  response: BidResponse,
  responder: PartnerId,
): Moment | undefined {
  if (!countsAsDeposit(response)) return undefined;
  if (response.style === 'rejecting') return undefined; // a rejected repair is never tallied (trust, "Safety")
  return {
    seq: bid.seq,
    at: Math.floor(bid.endedAt / SECOND) * SECOND,
    by: responder,
    kind: bid.kind,
    energy: response.energy,
    ...(isDepositStyle(response.style) ? { style: response.style } : {}),
    ...(response.latency ? { availableSeconds: response.latency.availableSeconds } : {}),
    prompted: bid.nudged === true,
  };
}

function isDepositStyle(style: Style | undefined): style is DepositStyle {
  return DEPOSIT_STYLES.some((known) => known === style);
}
