import { afterAvailable, dayOf, isQuietMinute, minuteOfDay, nextTimeOfDay } from '../domain/availability.ts';
import type { PairReading, PromisedTime } from '../domain/bid-response.ts';
import type { OpenBid, OpenPromise, PartnerSettings, PartnerState } from '../domain/dyad.ts';
import { LONGEST_OPEN, PROMISE_DEFAULT } from '../domain/settings.ts';
import { DAY, type Instant, MINUTE } from '../domain/time.ts';
import { saidIn, type Utterance } from '../domain/utterance.ts';
import { dropAnswered } from './answered.ts';
import { retractNudgesAbout } from './bids.ts';
import { change, type Draft, otherOf } from './draft.ts';

/** "In a meeting, want to hear it tonight": what was promised, and coming back to it. */

/** "In a minute" is not held to the minute; our own choice. */
const LEAST_PATIENCE = 10 * MINUTE;

/** What part of the day means in minutes since midnight; our own choice. */
const PART_MINUTES = { lunch: 12 * 60 + 30, afternoon: 16 * 60, evening: 19 * 60 + 30, tomorrow: 10 * 60 } as const;

/** Until when "at lunch" still means the lunch that has begun, in minutes since midnight; our own choice. */
const PART_ENDS = { lunch: 14 * 60 + 30, afternoon: 18 * 60, evening: 24 * 60 } as const;

const NOON = 12 * 60; // in minutes since midnight, as all here

/** When the promise falls due, in the promiser's own zone. */
export function dueTime(promised: PromisedTime, from: Instant, promiser: PartnerState): Instant {
  switch (promised.in) {
    case 'unnamed':
      return unnamedTime(from, promiser);
    case 'minutes':
      return from + promised.minutes * MINUTE;
    case 'clock':
      return clockTime(promised, from, promiser.settings);
    case 'part':
      return partTime(promised, from, promiser);
    case 'instant':
      return promised.at > from ? promised.at : unnamedTime(from, promiser); // what is over names no time to come
  }
}

function unnamedTime(from: Instant, promiser: PartnerState): Instant {
  return afterAvailable(promiser, [], { from, time: PROMISE_DEFAULT, latest: from + LONGEST_OPEN });
}

type Named<In extends PromisedTime['in']> = Extract<PromisedTime, { in: In }>;

/** "At 7" is the next seven o'clock at which the promiser can be there; where neither fits, simply the next. */
function clockTime(promised: Named<'clock'>, from: Instant, settings: PartnerSettings): Instant {
  const { zone } = settings;
  const minute = promised.hour * 60 + promised.minute;
  const minutes = promised.halfOpen ? [minute, (minute + NOON) % (2 * NOON)] : [minute];
  const times = minutes
    .map((each) => (promised.tomorrow ? tomorrowAt(from, zone, each) : nextTimeOfDay(from, zone, each)))
    .sort((one, other) => one - other);
  const [next] = times as [Instant, ...Instant[]];
  return times.find((time) => !isQuietMinute(settings, minuteOfDay(time, zone))) ?? next;
}

function partTime(promised: Named<'part'>, from: Instant, promiser: PartnerState): Instant {
  const { zone } = promiser.settings;
  const minute = PART_MINUTES[promised.part];
  if (promised.part === 'tomorrow' || promised.tomorrow) return tomorrowAt(from, zone, minute);
  const now = minuteOfDay(from, zone);
  // "Tonight" said at nine in the evening is this very evening, at no hour one could know.
  if (now >= minute && now < PART_ENDS[promised.part]) return unnamedTime(from, promiser);
  return nextTimeOfDay(from, zone, minute);
}

function tomorrowAt(from: Instant, zone: string, minute: number): Instant {
  const next = nextTimeOfDay(from, zone, minute);
  return dayOf(next, zone) === dayOf(from, zone) ? nextTimeOfDay(next + DAY / 2, zone, minute) : next;
}

/** Notes the promise a reply makes; its time counts from when it was said, not from when the burst was over. */
export function notePromise(
  draft: Draft,
  bid: OpenBid,
  { pairing: { reply, promise }, saidAt: madeAt }: { readonly pairing: PairReading; readonly saidAt: Instant },
): void {
  // Nod stays out of tender moments, and repairs are never nudged (trust, "Safety").
  if (!promise || bid.tender || bid.kind === 'repair') return;
  const promiser = otherOf(draft.state, bid.by);
  const endsAt = bid.endedAt + LONGEST_OPEN;
  const made: OpenPromise = {
    bidSeq: bid.seq,
    by: promiser.id,
    about: bid.messages[0] as OpenPromise['about'],
    messages: bid.messages,
    kind: bid.kind,
    intensity: bid.intensity,
    confidence: bid.confidence,
    pairingConfidence: reply.confidence,
    because: bid.because,
    madeAt,
    dueAt: Math.min(Math.max(dueTime(promise, madeAt, promiser), madeAt + LEAST_PATIENCE), endsAt - MINUTE),
    endsAt,
  };
  change(draft, { promises: [...draft.state.promises.filter((open) => open.bidSeq !== bid.seq), made] });
}

/** Ends the promises the utterance comes back to, and takes back their nudges. */
export function keepPromises(draft: Draft, utterance: Utterance, answered: readonly string[]): void {
  const reply = saidIn(utterance.messages, draft.env.words);
  for (const promise of draft.state.promises) {
    if (promise.by !== utterance.by || promise.madeAt >= utterance.startedAt) continue;
    const byReference = promise.messages.some((id) => answered.includes(id));
    if (!byReference && !comesBackTo(draft, promise, reply)) continue;
    change(draft, { promises: draft.state.promises.filter((open) => open !== promise) });
    retractNudgesAbout(draft, promise.bidSeq);
    dropAnswered(draft, ({ bidSeq }) => bidSeq === promise.bidSeq); // nothing more is suggested about it
  }
}

function comesBackTo(draft: Draft, promise: OpenPromise, reply: ReturnType<typeof saidIn>): boolean {
  const said = saidIn(promise.messages, draft.env.words);
  const reading = draft.env.pairer.text({ kind: promise.kind, said }, reply);
  return reading.reply.turn === 'toward' && reading.about && !reading.promise;
}

/** Being in a call together is coming back to whatever was put off. */
export function keepInCall(draft: Draft): void {
  for (const promise of draft.state.promises) retractNudgesAbout(draft, promise.bidSeq);
  change(draft, { promises: [] });
}

/** The bid a promise was about is gone from the chat: there is nothing to come back to. */
export function dropPromisesAbout(draft: Draft, message: OpenPromise['about']): void {
  const moot = draft.state.promises.filter((promise) => promise.about === message);
  change(draft, { promises: draft.state.promises.filter((promise) => !moot.includes(promise)) });
  for (const promise of moot) retractNudgesAbout(draft, promise.bidSeq);
}
