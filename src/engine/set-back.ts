import type { Act } from '../domain/act.ts';
import type { ChatEvent } from '../domain/chat-event.ts';
import type { DyadState, OpenBid, PartnerState, Span } from '../domain/dyad.ts';
import { isLater, type MessageId, type PersonId } from '../domain/ids.ts';
import { TENSE_FOR } from '../domain/settings.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import { OPEN_END } from './spans.ts';

/** The platform's clock and this one differ a little; times so far ahead come of a clock that was wrong. Our choice. */
export const CLOCK_ALLOWANCE = 10 * MINUTE;

/** What tells by its time that somebody reached out or answered; all else only takes something back, or says so itself. */
const TIMED: ReadonlySet<ChatEvent<PersonId>['type']> = new Set([
  'message',
  'reaction',
  'typing',
  'voice-join',
] as const);

/**
 * Whether nobody can tell when this was: the couple's time lies ahead of this clock and of the event, as a wrong clock
 * leaves it, and no message has shown yet which of the two is right.
 */
export function isTimeless({ time }: DyadState, { type, at }: ChatEvent<PersonId>, now: Instant): boolean {
  return TIMED.has(type) && time > Math.max(now, at) + CLOCK_ALLOWANCE;
}

/** A clock that was ahead has carried a couple's time with it, and what is said since would wait there for the rest. */

/**
 * The state as it can be by now: its time is the last that can be right, so that what was said since keeps its own.
 * What lies in a time that has not come has no time that anybody knows, so it counts nowhere. A rest stays as it is:
 * one that is too long harms nobody. `newest` is the id that a message of now would have: none after it has been read.
 */
export function setBack(state: DyadState, now: Instant, newest: MessageId): DyadState {
  const time = lastRight(state, now);
  const { burst, tenseUntil, unheardUntil, cursor, from, ...rest } = state;
  const notBeyond = (id: MessageId) => (isLater(id, newest) ? newest : id);
  const back = (at: Instant) => (at <= now ? at : time);
  const [first, second] = state.partners;
  const latest = Math.max(now, state.restUntil ?? now);
  return {
    ...rest,
    ...momentsBack(state, now),
    time,
    ...(cursor === undefined ? {} : { cursor: notBeyond(cursor) }),
    ...(from === undefined ? {} : { from: notBeyond(from) }),
    wakeAt: time,
    partners: [sideBack(first, { now, back }), sideBack(second, { now, back })],
    ...(burst && burst.endedAt <= now ? { burst } : {}),
    notices: state.notices.map((notice) => ({ ...notice, at: back(notice.at) })),
    unobserved: state.unobserved.map((span) => spanBack(span, { back, latest })),
    ...(tenseUntil === undefined ? {} : { tenseUntil: Math.min(tenseUntil, now + TENSE_FOR) }),
    ...(unheardUntil === undefined ? {} : { unheardUntil: Math.min(unheardUntil, now) }),
  };
}

/** The last time in the state that can be right. */
function lastRight({ partners, bids, recent, unobserved }: DyadState, now: Instant): Instant {
  const times = [
    ...partners.flatMap(({ consentedAt, seenAt = 0, wroteAt = 0 }) => [consentedAt, seenAt, wroteAt]),
    ...bids.flatMap(timesOf),
    ...recent.map(({ endedAt }) => endedAt),
    ...unobserved.flatMap(({ from, until }) => [from, until]),
  ].filter((at) => at <= now);
  return Math.max(...times, 0) || now;
}

/** What is live and has a time that can be right. */
function momentsBack(state: DyadState, now: Instant) {
  const bids = state.bids.filter((bid) => timesOf(bid).every((at) => at <= now));
  const promises = state.promises.filter(({ madeAt }) => madeAt <= now);
  const answered = state.answered.filter(({ answeredAt }) => answeredAt <= now);
  const live = new Set([...bids.map(({ seq }) => seq), ...[...promises, ...answered].map(({ bidSeq }) => bidSeq)]);
  return {
    bids,
    promises,
    answered,
    nudges: state.nudges.filter(({ at, bidSeq }) => at <= now && live.has(bidSeq)),
    early: state.early.filter((act) => timeOf(act) <= now),
    recent: state.recent.filter(({ endedAt }) => endedAt <= now),
  };
}

const timeOf = ({ at, foundAt = 0 }: Pick<Act, 'at' | 'foundAt'>): Instant => at ?? foundAt;

function timesOf({ endedAt, acts, passedAt = endedAt, unreadAt = endedAt }: OpenBid): readonly Instant[] {
  return [endedAt, passedAt, unreadAt, ...acts.map(timeOf)];
}

/** What is known of one of them, with times that have not come yet moved back. */
function sideBack(
  partner: PartnerState,
  { now, back }: { now: Instant; back: (at: Instant) => Instant },
): PartnerState {
  const { seenAt, wroteAt, coachedAt, waiting, unmet, addedAt } = partner;
  return {
    ...partner,
    consentedAt: back(partner.consentedAt),
    ...(seenAt === undefined ? {} : { seenAt: back(seenAt) }),
    ...(wroteAt === undefined ? {} : { wroteAt: back(wroteAt) }),
    ...(coachedAt === undefined ? {} : { coachedAt: back(coachedAt) }),
    nudgedAt: partner.nudgedAt.map(back),
    busy: partner.busy.filter(({ from }) => from <= now),
    ...(waiting ? { waiting: { ...waiting, since: back(waiting.since) } } : {}),
    ...(unmet ? { unmet: unmet.map(back) } : {}),
    ...(addedAt ? { addedAt: addedAt.map((one) => ({ ...one, at: back(one.at) })) } : {}),
  };
}

/** A gap ends by now at the latest; a rest, and a switch that is off, go on. */
function spanBack({ from, until }: Span, { back, latest }: { back: (at: Instant) => Instant; latest: Instant }): Span {
  return { from: back(from), until: until === OPEN_END ? until : Math.min(until, latest) };
}
