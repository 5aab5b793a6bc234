import type { Act } from '../domain/act.ts';
import { afterAvailable } from '../domain/availability.ts';
import { type HeardBid, isOpenedByWords } from '../domain/bid.ts';
import { countsAsDeposit } from '../domain/bid-response.ts';
import type { DyadState, OpenBid } from '../domain/dyad.ts';
import type { LiveNudge } from '../domain/nudge.ts';
import { CONFLICT_REST, LONGEST_OPEN, MOST_OPEN_BIDS, RESPONSE_WINDOW } from '../domain/settings.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { burstEndsAt } from '../gather/gather.ts';
import { toMoment } from '../tally/record.ts';
import { deciding, responseTo, settlesAt } from './acts.ts';
import { noteAnsweredBid } from './answered.ts';
import { isOfPause } from './by-pause.ts';
import { change, changeBid, changePartner, type Draft, forget, otherOf } from './draft.ts';
import { noteOwnAccord } from './graduation.ts';
import { asJudged } from './judged.ts';
import { keepsPassing, passingForgottenAt, withoutPassing } from './passing.ts';
import { later, overlapsUnobserved } from './spans.ts';
import { isInARow } from './unmet.ts';

/** Coaching weighs how surely a bid was spoken past; more than these change nothing. Our choice. */
const MOST_AWAYS = 4;

/** How a bid opens, is answered, lapses and closes. */

/** Half and end of the responder's window, as settings, busy and unobserved time stand now. */
function windowOf(state: DyadState, { by, endedAt }: Pick<OpenBid, 'by' | 'endedAt'>) {
  const responder = otherOf(state, by);
  const after = (from: Instant): Instant =>
    afterAvailable(responder, state.unobserved, { from, time: RESPONSE_WINDOW / 2, latest: endedAt + LONGEST_OPEN });
  const halfAt = after(endedAt);
  return { halfAt, closesAt: after(halfAt) };
}

/** Opens a bid; returns its number within the dyad. */
export function openBid(draft: Draft, utterance: Utterance, heard: HeardBid & { readonly tender: boolean }): number {
  const seq = draft.state.nextSeq;
  const row = isInARow(draft, utterance.by, utterance.endedAt) ? { inARow: true as const } : {};
  const opened = { ...utterance, ...heard, seq, ...windowOf(draft.state, utterance), ...row };
  const bid: OpenBid = { ...opened, acts: [], considered: [] };
  change(draft, { nextSeq: seq + 1, bids: [...draft.state.bids, bid] });
  // Each makes room among their own bids: what one leaves open must not push out the other's.
  const own = draft.state.bids.filter((open) => open.by === utterance.by);
  if (own.length > MOST_OPEN_BIDS / 2) endBid(draft, firstToGo(own));
  return seq;
}

/** What only a pause opened goes first, or it would push out what words did (ADR 30). */
function firstToGo(own: readonly OpenBid[]): OpenBid {
  return own.find((open) => !isOpenedByWords(open)) ?? own.find((open) => open.lapsed) ?? (own[0] as OpenBid);
}

/** Windows move when quiet hours, busy spans or unobserved time change. */
export function retimeBids(draft: Draft): void {
  change(draft, {
    bids: draft.state.bids.map((bid) => (bid.lapsed ? bid : { ...bid, ...windowOf(draft.state, bid) })),
  });
}

export function isDecided(bid: OpenBid): boolean {
  return deciding(bid.acts) !== undefined;
}

/** Notes what the responder did; the first decisive act makes every nudge about the bid moot. */
export function addAct(draft: Draft, bid: OpenBid, act: Act): void {
  const repeats = bid.acts.some(
    (one) => one.event === act.event && one.emoji === act.emoji && one.reply.turn === act.reply.turn,
  );
  const isPassing = act.reply.turn === 'away';
  const aways = bid.acts.filter((one) => one.reply.turn === 'away').length;
  if (repeats || (isPassing && (aways >= MOST_AWAYS || !keepsPassing(bid, draft.state.time)))) return;
  const passed = isPassing && act.at !== undefined ? { passedAt: bid.passedAt ?? act.at } : {};
  changeBid(draft, bid.seq, (open) => ({ ...open, ...passed, acts: [...open.acts, act] }));
  if (isPassing) return;
  retractNudgesAbout(draft, bid.seq);
  if (bid.kind === 'repair' && act.reply.style === 'accepting') endTension(draft);
}

/** An accepted repair ends the tense time; coaching rests a little longer. */
function endTension(draft: Draft): void {
  forget(draft, 'tenseUntil');
  change(draft, { restUntil: later(draft.state.restUntil, draft.state.time + CONFLICT_REST) });
}

/** Takes back every nudge that is out about the bid. */
export function retractNudgesAbout(draft: Draft, bidSeq: number): void {
  for (const nudge of draft.state.nudges) {
    if (nudge.bidSeq === bidSeq) draft.effects.push({ do: 'retract', seq: nudge.seq });
  }
  change(draft, { nudges: draft.state.nudges.filter((nudge) => nudge.bidSeq !== bidSeq) });
}

export function retractAllNudges(draft: Draft): void {
  for (const nudge of draft.state.nudges) draft.effects.push({ do: 'retract', seq: nudge.seq });
  change(draft, { nudges: [] });
}

function takeOut(draft: Draft, bid: OpenBid): void {
  change(draft, { bids: draft.state.bids.filter((open) => open.seq !== bid.seq) });
}

/** Ends a bid that can be followed no longer: an answered one keeps its answer, an open one counts nowhere. */
export function endBid(draft: Draft, bid: OpenBid): void {
  if (isDecided(bid)) closeBid(draft, bid);
  else if (bid.lapsed)
    takeOut(draft, bid); // what became of it was told when it lapsed
  else dropBid(draft, bid);
}

/** Ends a bid that counts nowhere: deleted, unobserved, or dropped by a rest. */
export function dropBid(draft: Draft, bid: OpenBid): void {
  takeOut(draft, bid);
  retractNudgesAbout(draft, bid.seq);
  draft.trace.push({ saw: 'response', bid, at: draft.state.time });
}

/** Ends a bid with what became of it; only a deposit leaves a record. */
function closeBid(draft: Draft, bid: OpenBid): void {
  if (!isDecided(bid) && overlapsUnobserved(draft.state, bid.endedAt, bid.closesAt)) {
    dropBid(draft, bid);
    return;
  }
  const response = responseTo(bid, draft.state);
  const act = deciding(bid.acts);
  tellResponse(draft, bid);
  takeOut(draft, bid);
  retractNudgesAbout(draft, bid.seq);
  if (!countsAsDeposit(response)) return;
  noteAnswered(draft, bid);
  if (bid.tender) return; // Nod stays out of tender moments, also with its counting
  const responder = otherOf(draft.state, bid.by).id;
  if (act) noteAnsweredBid(draft, bid, { act, response });
  const written = asJudged(bid);
  const moment = written && toMoment(written, responseTo(written, draft.state), responder);
  if (moment) draft.effects.push({ do: 'record', moment });
}

/** Notes for whoever watches what became of the bid, as it is written down. */
function tellResponse(draft: Draft, bid: OpenBid): void {
  const { state } = draft;
  const written = asJudged(bid);
  const act = deciding((written ?? bid).acts);
  const became = written ? { bid: written, response: responseTo(written, state) } : { bid };
  draft.trace.push({ saw: 'response', ...became, at: state.time, ...(act ? { act } : {}) });
}

/** The responder turned toward; unprompted ones let coaching fade. */
function noteAnswered(draft: Draft, bid: OpenBid): void {
  const { time } = draft.state;
  if (isOpenedByWords(bid)) changePartner(draft, bid.by, ({ waiting: _, ...partner }) => partner);
  if (bid.nudged || !isOpenedByWords(bid)) return; // a pause moves nobody's cadence
  const { id: by } = otherOf(draft.state, bid.by);
  noteOwnAccord(draft, by, time);
}

/** The window has passed without an answer; only a reply by reference can still reach the bid. */
function lapse(draft: Draft, bid: OpenBid): void {
  if (bid.unreadAt !== undefined || overlapsUnobserved(draft.state, bid.endedAt, bid.closesAt)) {
    dropBid(draft, bid);
    return;
  }
  if (bid.talked) {
    draft.trace.push({ saw: 'response', bid, at: draft.state.time });
    markLapsed(draft, bid);
    return;
  }
  const response = responseTo(bid, draft.state);
  tellResponse(draft, bid);
  markLapsed(draft, bid);
  retractUnheeded(draft, bid.seq);
  // Whether one older than a day was spoken past is forgotten, so it stands in no row.
  if (response.turn !== 'unanswered' || !isOpenedByWords(bid) || !keepsPassing(bid, draft.state.time)) return;
  changePartner(draft, bid.by, ({ waiting, ...partner }) => {
    const { time } = draft.state;
    const count = waiting && waiting.since > time - DAY ? waiting.count + 1 : 1;
    return { ...partner, waiting: { count, since: time } };
  });
}

function markLapsed(draft: Draft, { seq }: OpenBid): void {
  changeBid(draft, seq, (open) => withoutPassing({ ...open, lapsed: true }));
}

/** The time for an answer is over: what is out about it goes, and what was never opened was ignored. */
export function retractUnheeded(draft: Draft, bidSeq: number): void {
  for (const nudge of draft.state.nudges) if (nudge.bidSeq === bidSeq) noteUnheeded(draft, nudge);
  retractNudgesAbout(draft, bidSeq);
}

/** A nudge that was never opened was ignored; after two in a row coaching backs off. What a pause brought is no reason to. */
export function noteUnheeded(draft: Draft, { to, opened, bidSeq }: LiveNudge): void {
  if (opened || isOfPause(draft.state, bidSeq)) return;
  changePartner(draft, to, (partner) => ({ ...partner, ignoredInARow: partner.ignoredInARow + 1 }));
}

/** When time alone next does something to the bid. */
export function bidDueAt(state: DyadState, bid: OpenBid): Instant {
  return Math.min(outcomeDueAt(state, bid), passingForgottenAt(bid));
}

/** When it lapses, or ends. */
function outcomeDueAt(state: DyadState, bid: OpenBid): Instant {
  const act = deciding(bid.acts);
  const due = dueWithoutBurst(state, bid, act);
  // A reply still being typed may decide, when it began in time and before any other act.
  const { burst } = state;
  const mayDecide =
    burst && burst.by !== bid.by && burst.startedAt < bid.closesAt && burst.startedAt <= (act?.at ?? due);
  return mayDecide ? Math.max(due, burstEndsAt(burst)) : due;
}

function dueWithoutBurst(state: DyadState, bid: OpenBid, act: Act | undefined): Instant {
  if (act) return Math.max(settlesAt(act), state.time);
  return bid.lapsed ? bid.endedAt + LONGEST_OPEN : bid.closesAt;
}

/** Does what is due to the bid at the state's time. */
export function passBidTime(draft: Draft, bid: OpenBid): void {
  if (outcomeDueAt(draft.state, bid) > draft.state.time) changeBid(draft, bid.seq, withoutPassing);
  else if (isDecided(bid)) closeBid(draft, bid);
  else if (bid.lapsed) takeOut(draft, bid);
  else lapse(draft, bid);
}
