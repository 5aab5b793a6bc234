import type { PairReading, PromisedTime } from '../domain/bid-response.ts';
import type { OpenBid, OpenPromise, PartnerState } from '../domain/dyad.ts';
import { LONGEST_OPEN } from '../domain/settings.ts';
import { type Instant, MINUTE } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { dropAnswered } from './answered.ts';
import { retractNudgesAbout } from './bids.ts';
import { change, type Draft, otherOf, partnerOf } from './draft.ts';
import { dueTime } from './due-time.ts';
import { noteKept } from './kept.ts';

/** "In a meeting, want to hear it tonight": what was promised, and coming back to it. */

/** "In a minute" is not held to the minute; our own choice. */
const LEAST_PATIENCE = 10 * MINUTE;

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
    ...(bid.byWords === undefined ? {} : { byWords: bid.byWords }),
    madeAt,
    dueAt: dueWithin(promise, { madeAt, endsAt }, promiser),
    endsAt,
    ...(bid.asked ? { asked: true } : {}),
  };
  change(draft, { promises: [...draft.state.promises.filter((open) => open.bidSeq !== bid.seq), made] });
}

/** When to remind them; past the promise's end nobody does. */
function dueWithin(
  promised: PromisedTime,
  { madeAt, endsAt }: Pick<OpenPromise, 'madeAt' | 'endsAt'>,
  promiser: PartnerState,
): Instant {
  const due = Math.max(dueTime(promised, madeAt, promiser), madeAt + LEAST_PATIENCE);
  // A time they named is not brought forward: further off than a moment may be kept in mind, nothing is said at all.
  return promised.in === 'unnamed' ? Math.min(due, endsAt - MINUTE) : due;
}

/**
 * Ends the promises the utterance comes back to, or gives them the new time that it names; their nudges are moot. Words
 * about it that sound unkind may be a warm line misheard ("i told everyone about your 10k"), and after unkind ones
 * nobody wants a reminder: they end the promise, and do not count as kept. To ask how it is now ("is work any better
 * today?") is to come back, whatever words it takes.
 */
export function keepPromises(draft: Draft, utterance: Utterance, answered: readonly string[]): void {
  const reply = draft.env.words.said(utterance.messages);
  for (const promise of draft.state.promises) {
    if (promise.by !== utterance.by || promise.madeAt >= utterance.startedAt) continue;
    const said = draft.env.words.said(promise.messages);
    const reading = draft.env.pairer.text({ kind: promise.kind, said }, reply);
    const byReference = promise.messages.some((id) => answered.includes(id));
    const { turn } = reading.reply;
    if (!byReference && !comesBackTo(reading)) continue;
    change(draft, { promises: draft.state.promises.filter((open) => open !== promise) });
    retractNudgesAbout(draft, promise.bidSeq);
    if (reading.promise) {
      putOff(draft, promise, { to: reading.promise, saidAt: utterance.endedAt });
      continue;
    }
    dropAnswered(draft, ({ bidSeq }) => bidSeq === promise.bidSeq); // nothing more is suggested about it
    if (turn === 'toward') noteKept(draft, promise.by);
  }
}

/** Whether words that were read beside what was promised come back to it. */
export function comesBackTo({ about, reply }: PairReading): boolean {
  const asksAfterThem = 'style' in reply && reply.style === 'exploring';
  return asksAfterThem || (about && reply.turn !== 'away');
}

/** Put off once more: a new time is as good as the first. */
function putOff(
  draft: Draft,
  { considered: _, ...promise }: OpenPromise,
  { to, saidAt: madeAt }: { readonly to: PromisedTime; readonly saidAt: Instant },
): void {
  const promiser = partnerOf(draft.state, promise.by);
  const again = { ...promise, madeAt, dueAt: dueWithin(to, { madeAt, endsAt: promise.endsAt }, promiser) };
  change(draft, { promises: [...draft.state.promises, again] });
}

/** Being in a call together is coming back to whatever was put off. */
export function keepInCall(draft: Draft): void {
  for (const { bidSeq, by } of draft.state.promises) {
    retractNudgesAbout(draft, bidSeq);
    noteKept(draft, by);
  }
  change(draft, { promises: [] });
}

/** The bid a promise was about is gone from the chat: there is nothing to come back to. */
export function dropPromisesAbout(draft: Draft, message: OpenPromise['about']): void {
  const moot = draft.state.promises.filter((promise) => promise.about === message);
  change(draft, { promises: draft.state.promises.filter((promise) => !moot.includes(promise)) });
  for (const promise of moot) retractNudgesAbout(draft, promise.bidSeq);
}
