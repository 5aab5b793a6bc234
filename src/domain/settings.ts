import type { PartnerSettings } from './dyad.ts';
import { REASONS } from './nudge.ts';
import { DAY, HOUR, MINUTE, SECOND } from './time.ts';

/** Messages no further apart than this are one utterance. Annotation guide, "Unit". */
export const BURST_GAP = 90 * SECOND;
/** Available time in which a bid can be answered. Annotation guide, "Which act decides". */
export const RESPONSE_WINDOW = 4 * HOUR;
/** A bid closes this long after its end whatever its clock says. Design, "State and time". */
export const LONGEST_OPEN = 48 * HOUR;
/** That a bid was spoken past is kept until its window is over, and never longer than this. Design, "Tally". */
export const PASSING_KEPT = DAY;
/** A reaction taken back within this time never was. Annotation guide, "Reactions". */
export const REACTION_SETTLES = 60 * SECOND;
/** An exchange is tense for this long unless a repair is accepted. Annotation guide, "Bid". */
export const TENSE_FOR = 24 * HOUR;
/** Coaching rests this long after harsh words or an accepted repair. Design, "Defaults". */
export const CONFLICT_REST = 30 * MINUTE;
/** Coaching rests this long after a tender moment. Annotation guide, "Tender". */
export const TENDER_REST = HOUR;
/** A rest is drawn between these, alike after a risk and on a day off. Design, "Defaults". */
export const REST_SHORTEST = 24 * HOUR;
export const REST_LONGEST = 44 * HOUR;
/** Two violence or coercion lines within `VIOLENCE_MEMORY` rest this long. Design, "Defaults". */
export const LONG_REST = 14 * DAY;
export const VIOLENCE_MEMORY = 7 * DAY;
/** About one day in 14 is a silent day off (design); a rest lasts 34 h on average, hence 1/14 ÷ 34/24. */
export const DAY_OFF_CHANCE = (1 / 14) * (24 / 34);
/** Further behind than this, the engine is reading history and writes to nobody yet. Our choice. */
export const LIVE_WITHIN = MINUTE;
/** A self-harm card goes out only from this confidence on, and at most once in this time. Source: trust, "Safety". */
export const SUPPORT_CONFIDENCE = 0.95;
export const SUPPORT_APART = 7 * DAY;
/** The first days after consent are quiet. Design, "Coach". */
export const QUIET_START = 3 * DAY;
/** At most this many bids are open at once, half of them by each; then the oldest ends. Design, "State and time". */
export const MOST_OPEN_BIDS = 20;
/** Utterances kept as context. Design, "State and time". */
export const RECENT_UTTERANCES = 6;
/** Consent is asked for again after this, the first time and from then on. Source: trust, "Consent". */
export const RENEWAL_FIRST = 30 * DAY;
export const RENEWAL_THEN = 180 * DAY;
/** Unanswered for this long, it lapses. Source: trust, "Consent". */
export const RENEWAL_ANSWER = 30 * DAY;
/** Good news answered this briefly beside what they usually give may deserve more. Design, "Coach"; the figures are our choice. */
export const MORE_TO_SAY = { intensity: 0.8, belowUsual: 1, knownFrom: 5, aWeek: 2 } as const;
/** What is over may be asked after the next day, if it was this great, and this often. Our choice. */
export const FOLLOW_UP = { intensity: 0.8, aWeek: 1 } as const;
/** A nudge to somebody who wants a judge waits so long, asked about or not; then the rules stand. Our choice, as the second opinion is told about. */
export const JUDGE_PATIENCE = 20 * SECOND;
/** About so many moments of the quiet first days is anybody asked. Source: the coaching policy, "at most two". */
export const FIRST_MOMENTS = 2;
/** With this many before it that nobody did anything about, a bid is the fourth in a row. Design, "Coach". */
export const MOST_UNMET = 3;
/** A promise without a time is due after this much available time. Design, "Coach". */
export const PROMISE_DEFAULT = 3 * HOUR;

/**
 * When the unasked messages of a week come, on each one's own clock: apart, so that one a day is enough for all. The
 * recap's time is the design's, the others are our choice.
 */
export const WEEKLY = {
  recap: { day: 7, minute: 18 * 60 + 30 },
  'check-in': { day: 6, minute: 18 * 60 + 30 },
  graduation: { day: 3, minute: 18 * 60 + 30 },
} as const;
/** One that could not be written for so long after its time stays unwritten. Our choice. */
export const WEEKLY_STALE = DAY;
/** So many weeks in a row with so many answers each, and without a nudge, need no Nod. Our choice. */
export const GRADUATION = { weeks: 4, answers: 10 } as const;
/** Of so many weekly check-ins the numbers are kept, for those who ticked it: half a year. Our choice. */
export const KEPT_CHECK_INS = 26;

/** What a partner has before choosing anything; the zone has no default on purpose. */
export const DEFAULT_SETTINGS: Omit<PartnerSettings, 'zone'> = {
  quiet: { from: 22 * 60, until: 8 * 60 }, // design, "Defaults"
  away: [],
  usual: [],
  coaching: false,
  reasons: [],
  nudgesPerDay: 1, // design, "Coach": budget
  typing: false,
  ownMessages: false,
  recap: false,
  checkIn: false,
  checkInNumbers: false,
  numbers: false,
  supportCard: true,
  judge: 'off',
  judgeVulnerable: false,
  exceptions: [],
  jokes: {},
};

/** Both switches and every reason on, and nothing that comes by the week, as `nod replay` and the demonstration assume. Design, "Timeline". */
export function everythingOn(zone: string): PartnerSettings {
  return { ...DEFAULT_SETTINGS, zone, coaching: true, reasons: REASONS, typing: true };
}
