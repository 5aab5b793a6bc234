import { isSureEnough } from '../coach/gates/certainty.ts';
import type { HeldNudge, LiveNudge } from '../domain/nudge.ts';
import { refine, refineReply } from '../domain/opinion.ts';
import { LIVE_WITHIN } from '../domain/settings.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Opinion } from './asking.ts';
import { noteUnheeded } from './bids.ts';
import { change, type Draft, partnerOf } from './draft.ts';

/**
 * Nudges that wait for a second opinion. The rules made them and count them as sent; all that a judge can do is to keep
 * one back, and it stays counted, so that no other goes in its place: whatever a judge says, Nod sends nothing that it
 * would not have sent without one. What is not kept back goes at its time, whether or not anybody was asked, and
 * however early they answered: when it comes must tell nobody what the other chose (law 6). Source: ADR 23.
 */

type Held = LiveNudge & { readonly held: HeldNudge };

const isHeld = (nudge: LiveNudge): nudge is Held => nudge.held !== undefined;

export function heldAbout({ state }: Draft, bidSeq: number): Held | undefined {
  return state.nudges.filter(isHeld).find((nudge) => nudge.bidSeq === bidSeq);
}

/** When time alone next does something to a nudge that has not gone. */
export function heldUntil({ held, keptBack, at }: LiveNudge): Instant {
  return held?.until ?? (keptBack ? at + DAY : Number.POSITIVE_INFINITY);
}

/** Lets what has waited long enough go; what was kept back a day ago counts as ignored, as any that nobody opened. */
export function passHeldNudges(draft: Draft, due: Instant): void {
  for (const nudge of draft.state.nudges.filter((one) => heldUntil(one) <= due)) {
    if (isHeld(nudge)) {
      if (draft.env.now - nudge.held.until > LIVE_WITHIN) keepBack(draft, nudge);
      else letGo(draft, nudge);
    } else {
      noteUnheeded(draft, nudge);
      change(draft, { nudges: draft.state.nudges.filter(({ seq }) => seq !== nudge.seq) });
    }
  }
}

/** Keeps the nudge back where the opinion leaves it not sure enough of its moment. */
export function decideHeld(draft: Draft, nudge: Held, opinion: Opinion): void {
  if (!agrees(draft, nudge, opinion)) keepBack(draft, nudge);
}

function agrees(draft: Draft, { kind, to, held, because }: Held, { read, second, pair, past }: Opinion): boolean {
  const { intensity, readingConfidence, pairingConfidence } = held;
  const bid = { kind, intensity, confidence: readingConfidence, because };
  const refined = read ? refine(bid, read, second) : bid;
  const reply = past && pair ? refineReply(past.read, pair, past.second) : past?.read;
  if (refined?.kind !== kind || (reply && reply.turn !== 'away')) return false;
  const sureOfReply = Math.min(pairingConfidence ?? 1, reply?.confidence ?? 1);
  const refinedMoment = { kind, intensity: refined.intensity, readingConfidence: refined.confidence };
  return isSureEnough({ ...refinedMoment, pairingConfidence: sureOfReply }, partnerOf(draft.state, to));
}

function letGo(draft: Draft, { held, seq, to, bidSeq, kind, reason, at, ...rest }: Held): void {
  const { about, hint, until: since } = held;
  draft.effects.push({ do: 'nudge', nudge: { seq, to, bidSeq, about, kind, reason, hint, at }, since });
  replace(draft, { ...rest, seq, to, bidSeq, kind, reason, at });
}

function keepBack(draft: Draft, { held: _, ...nudge }: Held): void {
  replace(draft, { ...nudge, keptBack: true });
}

function replace(draft: Draft, by: LiveNudge): void {
  change(draft, { nudges: draft.state.nudges.map((one) => (one.seq === by.seq ? by : one)) });
}
