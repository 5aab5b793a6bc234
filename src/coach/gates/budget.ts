import { dayOf } from '../../domain/availability.ts';
import type { PartnerState } from '../../domain/dyad.ts';
import { QUIET_START } from '../../domain/settings.ts';
import { DAY, type Instant, MINUTE } from '../../domain/time.ts';
import { forGoodBefore, forGoodIf, type OwnGate, type PersonGate, untilIfAfter } from './gate.ts';

const WEEK = 7 * DAY;
/** If either has written nothing for this long, Nod whispers to neither. Source: trust, "Safety". */
const GONE_AFTER = WEEK;
/** Unasked messages are at least this far apart. Source: design, "Coach". */
const APART = 45 * MINUTE;
/** Most unasked messages in 7 days. Source: design, "Coach". */
const MOST_A_WEEK = 4;

/** What of it is counted on the recipient's own side. */
export const OWN_BUDGET_GATES: readonly OwnGate[] = [
  {
    // First of the counts: of several moments due at once, the weaker ones wait for this.
    id: 'apart',
    because: 'There was a message from Nod just now.',
    holds: (_moment, { recipient, at }) => untilIfAfter(lastNudge(recipient) + APART, at),
  },
  {
    id: 'day',
    because: 'That is enough for one day.',
    holds: (_moment, { recipient, at }) => {
      const { zone, nudgesPerDay } = recipient.settings;
      const today = dayOf(at, zone);
      return forGoodIf(recipient.nudgedAt.filter((then) => dayOf(then, zone) === today).length >= nudgesPerDay);
    },
  },
  {
    id: 'week',
    because: 'That is enough for one week.',
    holds: (_moment, { recipient, at }) => forGoodIf(inLastWeek(recipient.nudgedAt, at) >= MOST_A_WEEK),
  },
];

/** How much is enough. All unasked messages to a person share one budget, in their own days. */
export const BUDGET_GATES: readonly PersonGate[] = [
  {
    id: 'quiet-start',
    because: 'The first days are quiet.',
    holds: (_moment, { recipient, bidder, at, quietStart }) => {
      const begun = Math.max(recipient.consentedAt, bidder.consentedAt);
      return quietStart ? forGoodBefore(begun + QUIET_START, at) : undefined;
    },
  },
  {
    id: 'both-around',
    because: 'One of the two was not here for a week.',
    holds: (_moment, { recipient, bidder, at }) => forGoodIf(isGone(recipient, at) || isGone(bidder, at)),
  },
  ...OWN_BUDGET_GATES,
];

function inLastWeek(instants: readonly Instant[], at: Instant): number {
  return instants.filter((then) => then > at - WEEK).length;
}

function lastNudge(recipient: PartnerState): Instant {
  return Math.max(Number.NEGATIVE_INFINITY, ...recipient.nudgedAt);
}

function isGone(partner: PartnerState, at: Instant): boolean {
  return at - (partner.wroteAt ?? partner.consentedAt) > GONE_AFTER;
}
