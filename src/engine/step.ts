import { type Considered, consider, nextDue } from '../coach/consider.ts';
import type { Moment } from '../coach/moment.ts';
import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { LiveNudge } from '../domain/nudge.ts';
import { JUDGE_PATIENCE, LIVE_WITHIN, LONGEST_OPEN } from '../domain/settings.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { burstEndsAt } from '../gather/gather.ts';
import { answeredEndsAt, dropAnswered } from './answered.ts';
import type { Opinion } from './asking.ts';
import { bidDueAt, passBidTime, retractUnheeded } from './bids.ts';
import { isOfPause } from './by-pause.ts';
import type { ConsentedEvent } from './door.ts';
import { takeDoubt } from './doubts.ts';
import { change, changeBid, changePartner, type Draft, forget, type StepEnv } from './draft.ts';
import type { Effect, Trace } from './effects.ts';
import { noteQuietMoment } from './first-look.ts';
import { noteNudged } from './graduation.ts';
import { heldUntil, passHeldNudges } from './held-nudges.ts';
import { askBeforeNudge, takeOpinion } from './judging.ts';
import { endBurst } from './listen.ts';
import { lookAtNotices, nextNotice } from './notices.ts';
import { nextLapse, passLapses } from './renewal.ts';
import { spanForgottenAt } from './spans.ts';
import { take } from './take.ts';
import type { TypingSeen } from './typing.ts';
import { forgetRows, rowForgottenAt } from './unmet.ts';
import { nextWhisper } from './whispers.ts';

/** Time alone: nothing happened, but something may be due. */
export interface Wake {
  readonly type: 'wake';
  readonly at: Instant;
}

export interface Step {
  readonly state: DyadState;
  readonly effects: readonly Effect[];
  readonly trace: readonly Trace[];
  readonly dangerAt: readonly Instant[];
  readonly typing: TypingSeen;
}

/**
 * One event in, the new state and a few effects out. Whatever was due before the event happens first, at
 * its own time, so that a wake inserted anywhere changes no record, and what only one of the two does with
 * Nod moves no message to the other by a second (law 6).
 */
export function step(state: DyadState, event: ConsentedEvent | Opinion | Wake, env: StepEnv): Step {
  const { dangerAt, typing } = env;
  const draft: Draft = { state, dangerAt, typing, effects: [], trace: [], env };
  const at = Math.max(state.time, event.at); // times never go back
  passTime(draft, at);
  if (event.type === 'opinion') (event.answer ? takeDoubt : takeOpinion)(draft, event);
  else if (event.type !== 'wake') take(draft, { ...event, at });
  passTime(draft, at); // an answer may have settled at once
  coach(draft);
  planWake(draft);
  const { env: _, ...stepped } = draft;
  return stepped;
}

/** Does everything that is due up to the instant, in order. */
function passTime(draft: Draft, until: Instant): void {
  for (let due = nextThing(draft.state); due <= until; due = nextThing(draft.state)) {
    change(draft, { time: Math.max(draft.state.time, due) });
    const from = draft.effects.length;
    if (nextChange(draft.state) <= due) passOne(draft, due);
    dateRetractions(draft, from);
    coach(draft);
    // Last of an instant: whether a nudge came first must not hang on what else was due then (law 6).
    if (nextChange(draft.state) > due) lookAtNotices(draft, due);
  }
  if (draft.state.time !== until) change(draft, { time: until });
}

/** What time alone takes back goes at an instant of its own, whoever made Nod look meanwhile (law 6). */
function dateRetractions(draft: Draft, from: number): void {
  const { time: at } = draft.state;
  const made = draft.effects.splice(from);
  draft.effects.push(...made.map((effect) => (effect.do === 'retract' ? { ...effect, at } : effect)));
}

/** What `nextThing` found of states that are still held: a step asks of most of them twice, and it is a third of its cost. */
const NEXT = new WeakMap<DyadState, Instant>();

/** When time alone next changes the state, or brings something for coach to look at. */
function nextThing(state: DyadState): Instant {
  const known = NEXT.get(state);
  if (known !== undefined) return known;
  const next = Math.min(nextChange(state), nextLook(state), nextNotice(state));
  NEXT.set(state, next);
  return next;
}

/** When coach is next to look; what is due already waits for something to end or to be known. */
function nextLook(state: DyadState): Instant {
  const next = nextDue(coachable(state)) ?? Number.POSITIVE_INFINITY;
  return next > state.time ? next : Number.POSITIVE_INFINITY;
}

function passOne(draft: Draft, due: Instant): void {
  const { burst, bids, promises, recent, unobserved } = draft.state;
  const bid = bids.find((open) => bidDueAt(draft.state, open) <= due);
  if (burst && burstEndsAt(burst) <= due) endBurst(draft);
  else if (bid) passBidTime(draft, bid);
  else if (nextLapse(draft.state) <= due) passLapses(draft, due);
  else {
    for (const promise of promises) if (promise.endsAt <= due) retractUnheeded(draft, promise.bidSeq);
    for (const answered of draft.state.answered)
      if (answeredEndsAt(answered) <= due) retractUnheeded(draft, answered.bidSeq);
    dropAnswered(draft, (answered) => answeredEndsAt(answered) <= due);
    passHeldNudges(draft, due);
    forgetRows(draft, due);
    if (tensionEndsAt(draft.state) <= due) forget(draft, 'tenseUntil');
    if (restEndsAt(draft.state) <= due) forget(draft, 'restUntil');
    change(draft, {
      promises: promises.filter((promise) => promise.endsAt > due),
      recent: recent.filter((said) => forgottenAt(said) > due),
      unobserved: unobserved.filter((span) => spanForgottenAt(span) > due),
    });
  }
}

/** Its message ids may rest no longer. Design, law 2. */
const forgottenAt = (said: Utterance) => said.endedAt + LONGEST_OPEN;

/** That there were harsh words rests no longer than it matters: to its end, or to that of what was begun before it. */
function tensionEndsAt({ tenseUntil = Number.POSITIVE_INFINITY, burst }: DyadState): Instant {
  return burst && burst.startedAt < tenseUntil ? Number.POSITIVE_INFINITY : tenseUntil;
}

/** Past it, nothing goes by it: it would only tell when something was said. */
const restEndsAt = ({ restUntil = Number.POSITIVE_INFINITY }: DyadState): Instant => restUntil;

/** When time alone next changes the state, coaching aside. */
function nextChange(state: DyadState): Instant {
  return Math.min(
    state.burst ? burstEndsAt(state.burst) : Number.POSITIVE_INFINITY,
    ...state.bids.map((bid) => bidDueAt(state, bid)),
    ...state.promises.map((promise) => promise.endsAt),
    ...state.answered.map(answeredEndsAt),
    ...state.recent.map(forgottenAt),
    ...state.nudges.map(heldUntil),
    ...state.unobserved.map(spanForgottenAt),
    rowForgottenAt(state),
    tensionEndsAt(state),
    restEndsAt(state),
    nextLapse(state),
  );
}

/** Lets coach look at what is due; while somebody is still typing a burst, it waits for its end. */
function coach(draft: Draft): void {
  const { env, state } = draft;
  if (state.burst || env.now - state.time > LIVE_WITHIN) return;
  const considered = consider(coachable(state), state.time, { chance: env.chance, options: env.options });
  for (const one of considered) {
    if (one.verdict === 'nudge') nudge(draft, one);
    else keepSilent(draft, one);
  }
}

/** What coach may look at: nothing that is settled, or whose answer may lie unread. */
function coachable(state: DyadState): DyadState {
  return {
    ...state,
    bids: state.bids.filter((bid) => bid.unreadAt === undefined),
    promises: state.promises.filter((promise) => !promise.considered),
  };
}

function nudge(draft: Draft, { moment, hint }: Extract<Considered, { verdict: 'nudge' }>): void {
  const { time: at } = draft.state;
  const { to, bidSeq, about, kind, reason, because } = moment;
  const seq = nextWhisper(draft, to, at);
  const held = askBeforeNudge(draft, moment) ? { held: heldFor(moment, hint, at + JUDGE_PATIENCE) } : {};
  const live: LiveNudge = { seq, kind, to, bidSeq, reason, because, at, ...held };
  if (!live.held) draft.effects.push({ do: 'nudge', nudge: { seq, to, bidSeq, about, kind, reason, hint, at } });
  change(draft, { nudges: [...draft.state.nudges.filter((one) => one.at > at - DAY), live] });
  changePartner(draft, to, (partner) => ({
    ...partner,
    coachedAt: at,
    hints: [...partner.hints, hint].slice(-20), // trust: no repeat soon; design of coaching: within 20
  }));
  changeBid(draft, bidSeq, (bid) => ({ ...bid, nudged: true }));
  if (reason === 'more-to-say' || reason === 'follow-up') noteAdded(draft, to, { reason, at });
  else if (!isOfPause(draft.state, bidSeq)) noteNudged(draft, to, at); // the former are about what they had answered
  settle(draft, moment);
}

/** A judge is asked before it goes: what is needed then, or once there is no opinion in time. */
function heldFor({ about, intensity, readingConfidence, pairingConfidence }: Moment, hint: string, until: Instant) {
  const paired = pairingConfidence === undefined ? {} : { pairingConfidence };
  return { about, hint, until, intensity, readingConfidence, ...paired };
}

function keepSilent(draft: Draft, one: Extract<Considered, { verdict: 'silent' }>): void {
  const { moment, gate, because, until } = one;
  const { about, bidSeq, kind, to, reason } = moment;
  draft.trace.push({ saw: 'silence', about, bidSeq, kind, to, reason, gate, because, at: draft.state.time });
  noteQuietMoment(draft, one);
  if (until === undefined) settle(draft, moment);
}

/** The reason is dealt with for this bid: it is never considered again. */
function settle(draft: Draft, { reason, bidSeq }: Considered['moment']): void {
  const nudged = draft.state.nudges.some((nudge) => nudge.bidSeq === bidSeq);
  if (reason === 'promise') {
    change(draft, {
      promises: draft.state.promises.map((open) => (open.bidSeq === bidSeq ? { ...open, considered: true } : open)),
    });
    if (!nudged) return;
  }
  changeBid(draft, bidSeq, (bid) => ({ ...bid, considered: [...bid.considered, reason] }));
  const answered = draft.state.answered.map((one) =>
    one.bidSeq === bidSeq
      ? { ...one, considered: [...one.considered, reason], ...(nudged ? { nudged: true as const } : {}) }
      : one,
  );
  change(draft, { answered });
}

/** At most so often a week is anybody nudged about what they have answered. */
function noteAdded(draft: Draft, to: PartnerId, added: NonNullable<PartnerState['addedAt']>[number]): void {
  changePartner(draft, to, ({ addedAt = [], ...partner }) => ({
    ...partner,
    addedAt: [...addedAt.filter((one) => one.at > added.at - 7 * DAY), added],
  }));
}

/** Plans the next wake. */
function planWake(draft: Draft): void {
  const next = nextThing(draft.state);
  if (next === Number.POSITIVE_INFINITY) forget(draft, 'wakeAt');
  else change(draft, { wakeAt: next });
  NEXT.set(draft.state, next); // which does not hang on when Nod wakes
}
