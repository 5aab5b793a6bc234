import type { DaySpan, Span } from '../src/domain/dyad.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../src/domain/time.ts';
import { type Chosen, type Chronicle, otherOf, type Told, type TrueBid } from './chronicle.ts';
import { instantOf, localTime } from './local-time.ts';

/**
 * What a whisper must never be, each by its own short test over what truly happened. Written from the promises Nod
 * makes, not from the code that keeps them: nothing here may import a gate, a rule or what Nod heard.
 */

/** One whisper beside the truth. */
export interface Seen {
  readonly told: Told;
  readonly truth: Chronicle;
  /** The bid it is about, if it is about one. */
  readonly bid: TrueBid | undefined;
  /** What the one who got it had chosen by then. */
  readonly chosen: Chosen;
}

const QUIET_START = 3 * DAY;
const APART = 45 * MINUTE;
const MOST_A_WEEK = 4;
const AFTER_HARSH_WORDS = 30 * MINUTE;
const AFTER_TENDER = HOUR;
const SHORTEST_REST = DAY;
const AFTER_TWO_DANGERS = 14 * DAY;
const MOST_WAITING = 3;
const GONE = 7 * DAY;
const NEXT_DAY_HOURS = { from: 10 * 60, until: 20 * 60 };

export const FORBIDDEN = {
  'about a stranger': ({ told, truth }) =>
    !truth.lines.some(({ id, by }) => id === told.nudge.about && by !== 'stranger'),
  'to the wrong one': ({ told, truth }) => truth.lines.find(({ id }) => id === told.nudge.about)?.by === told.nudge.to,
  'not chosen': ({ told, chosen }) => !chosen.coaching || !chosen.reasons.includes(told.nudge.reason),
  'a switch was off': ({ told, truth }) =>
    [truth.people.ana, truth.people.ben].some(({ off }) => holds(off, told.nudge.at)),
  'in the first three days': ({ told, truth }) => told.nudge.at < truth.startedAt + QUIET_START,
  'asleep or at work': ({ told, chosen }) => {
    const { minute } = localTime(told.nudge.at, chosen.zone);
    return [chosen.quiet, ...chosen.away].some((span) => covers(span, minute));
  },
  'busy, and had said so': ({ told, truth }) => holds(truth.people[told.nudge.to].busy, told.nudge.at),
  'had asked for quiet': ({ told, truth }) => holds(truth.people[told.nudge.to].snoozed, told.nudge.at),
  'in a rest': ({ told, truth }) => isResting(truth, told.nudge.at),
  'in a fight': ({ told, truth }) => isFight(truth, told.nudge.at),
  'near something tender': ({ told, truth, bid }) =>
    truth.strains.some(({ at, what }) => what === 'tender' && isWithin(told.nudge.at - at, AFTER_TENDER)) ||
    truth.strains.some(({ at, what }) => what === 'tender' && at === bid?.endedAt),
  'about mending': ({ bid }) => bid?.kind === 'repair',
  'after the answer': ({ told, bid }) => bid !== undefined && isMoot(told, bid, told.nudge.at),
  'more than the budget': ({ told, truth, chosen }) => isBeyondBudget(told, truth, chosen),
  'the fourth in a row': ({ told, truth, bid }) => bid !== undefined && isFourth(told, truth, bid),
  'one was gone': ({ told, truth }) =>
    (['ana', 'ben'] as const).some((who) => told.nudge.at - lastWordOf(truth, who, told.nudge.at) > GONE),
  'twice about one thing': ({ told, truth }) =>
    truth.whispers.some(
      (other) => other !== told && other.nudge.about === told.nudge.about && other.nudge.at <= told.nudge.at,
    ) && told.nudge.reason !== 'promise',
  'not the next day': ({ told, bid, chosen }) => told.nudge.reason === 'follow-up' && !isNextDay(told, bid, chosen),
  'for a short word of somebody brief': ({ told, truth }) =>
    told.nudge.reason === 'more-to-say' && truth.people[told.nudge.to].isBrief,
} satisfies Record<string, (seen: Seen) => boolean>;

export type Forbidden = keyof typeof FORBIDDEN;

/** Answered before then, as far as it was said where Nod could read it. */
export function isMoot({ nudge }: Pick<Told, 'nudge'>, bid: TrueBid, at: Instant): boolean {
  const before = bid.acts.filter((act) => act.at < at && !act.aloud);
  const settled = nudge.reason === 'passed-over' || nudge.reason === 'silence';
  return before.some(({ does }) => does === 'comes-back' || (settled && does !== 'puts-off') || does === 'refuses');
}

function isResting({ strains, daysOff }: Chronicle, at: Instant): boolean {
  const risks = strains.filter(({ what }) => what !== 'harsh' && what !== 'tender');
  const dangers = risks.filter(({ what }) => what !== 'self-harm').map((one) => one.at);
  const again = dangers.filter((one) => dangers.some((other) => other < one && one - other < 7 * DAY));
  const begins = [...risks.map((one) => one.at), ...daysOff];
  return (
    begins.some((from) => isWithin(at - from, SHORTEST_REST)) ||
    again.some((from) => isWithin(at - from, AFTER_TWO_DANGERS))
  );
}

function isFight({ strains, mended }: Chronicle, at: Instant): boolean {
  const harsh = strains.filter(({ what }) => what === 'harsh').map((one) => one.at);
  return [...harsh, ...mended].some((from) => isWithin(at - from, AFTER_HARSH_WORDS));
}

function isBeyondBudget({ nudge }: Told, { whispers }: Chronicle, { zone, nudgesPerDay }: Chosen): boolean {
  const own = whispers.map((told) => told.nudge).filter(({ to, at }) => to === nudge.to && at <= nudge.at);
  const today = own.filter(({ at }) => localTime(at, zone).day === localTime(nudge.at, zone).day);
  const week = own.filter(({ at }) => at > nudge.at - 7 * DAY);
  const near = own.filter((one) => one !== nudge && nudge.at - one.at < APART);
  return today.length > nudgesPerDay || week.length > MOST_A_WEEK || near.length > 0;
}

/** Three of theirs in the day before, and not a word or a heart from the other since the first of them. */
function isFourth({ nudge }: Told, { bids, lines }: Chronicle, bid: TrueBid): boolean {
  if (nudge.reason !== 'passed-over' && nudge.reason !== 'silence') return false;
  const own = bids.filter(({ by, endedAt }) => by === bid.by && endedAt < bid.endedAt && bid.endedAt - endedAt < DAY);
  const first = own.at(-MOST_WAITING);
  if (!first) return false;
  const spoke = lines.some(({ by, at }) => by === otherOf(bid.by) && at > first.endedAt && at < nudge.at);
  const reacted = own.some(({ acts }) => acts.some(({ at }) => at > first.endedAt && at < nudge.at));
  return !spoke && !reacted;
}

function isNextDay({ nudge }: Told, bid: TrueBid | undefined, { zone }: Chosen): boolean {
  if (!bid) return false;
  const { day, minute } = localTime(nudge.at, zone);
  const before = localTime(instantOf(day, 12 * 60, zone) - DAY, zone).day;
  return localTime(bid.endedAt, zone).day === before && covers(NEXT_DAY_HOURS, minute);
}

function lastWordOf({ lines, startedAt }: Chronicle, who: 'ana' | 'ben', at: Instant): Instant {
  return lines.findLast((line) => line.by === who && line.at <= at)?.at ?? startedAt;
}

const isWithin = (past: number, time: number): boolean => past >= 0 && past < time;
const holds = (spans: readonly Span[], at: Instant): boolean =>
  spans.some(({ from, until }) => from <= at && at < until);

function covers({ from, until }: DaySpan, minute: number): boolean {
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}
