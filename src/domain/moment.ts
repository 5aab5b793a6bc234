import type { BidKind } from './bid.ts';
import type { Energy, Style } from './bid-response.ts';
import type { PartnerId } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * Styles that may be written down: those a deposit has and that say nothing against the giver. Others,
 * such as a kind `minimizing`, count as the deposit they are and leave no style behind. Source: annotation
 * guide, "Response"; design, "Tally" (nothing negative is kept).
 */
export const DEPOSIT_STYLES = [
  'active-constructive',
  'passive-constructive',
  'validating',
  'exploring',
  'comforting',
  'advising',
  'accepting',
] as const satisfies readonly Style[];
export type DepositStyle = (typeof DEPOSIT_STYLES)[number];

/** One deposit: a bid that was answered toward. Nothing else is ever written down. */
export interface Moment {
  readonly seq: number;
  /** Time of the bid's end; kept to the second. */
  readonly at: Instant;
  /** The responder, whose deposit it is. */
  readonly by: PartnerId;
  readonly kind: BidKind;
  readonly energy: Energy;
  readonly style?: DepositStyle;
  readonly availableSeconds?: number;
  /** A nudge went before it. */
  readonly prompted: boolean;
}

/** Whether the answer was attentive or warmer; absence of this is never shown. */
export function isWarm(moment: Pick<Moment, 'energy'>): boolean {
  return moment.energy !== 'low';
}
