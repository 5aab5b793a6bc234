import { dayOf } from '../domain/availability.ts';
import type { Risk } from '../domain/reading.ts';
import {
  DAY_OFF_CHANCE,
  LIVE_WITHIN,
  LONG_REST,
  REST_LONGEST,
  REST_SHORTEST,
  SUPPORT_CONFIDENCE,
  VIOLENCE_MEMORY,
} from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { endBid, retractAllNudges } from './bids.ts';
import { change, type Draft } from './draft.ts';
import { later, withSpan } from './spans.ts';

/**
 * Rest: Nod neither coaches nor tallies. A risk and a silent day off begin and last alike, so that
 * nothing that is stored or shown tells one from the other.
 */

/** Rests from the risky utterance on. */
export function rest(draft: Draft, utterance: Utterance, risk: Risk): void {
  const isDanger = risk.kind !== 'self-harm';
  if (isDanger) {
    const fresh = draft.dangerAt.filter((at) => at > utterance.startedAt - VIOLENCE_MEMORY);
    draft.dangerAt = [...fresh, utterance.startedAt];
  }
  const repeated = draft.dangerAt.length >= 2 && isDanger;
  const until = repeated ? utterance.startedAt + LONG_REST : drawEnd(draft, utterance.startedAt);
  restFrom(draft, utterance.startedAt, until);
  offerSupport(draft, utterance, risk);
}

/** Only at once, never for what is read later; whether anything is sent, the runner decides. */
function offerSupport(draft: Draft, { by }: Utterance, { kind, confidence }: Risk): void {
  if (kind !== 'self-harm' || confidence < SUPPORT_CONFIDENCE) return;
  if (draft.env.now - draft.state.time <= LIVE_WITHIN) draft.effects.push({ do: 'support', to: by });
}

/**
 * With the first utterance of a day, once it is over, draws whether the day is off: at the very moment at which a risk
 * in it would be heard, so that what is taken back then tells neither.
 */
export function drawDayOff(draft: Draft, at: Instant): void {
  const day = dayOf(at, 'UTC'); // nobody's settings move it
  if (draft.state.drawnDay === day) return;
  change(draft, { drawnDay: day });
  if (!draft.env.options.daysOff || draft.env.chance(`day-off:${day}`) >= DAY_OFF_CHANCE) return;
  restFrom(draft, at, drawEnd(draft, at));
}

function drawEnd(draft: Draft, from: Instant): Instant {
  return from + REST_SHORTEST + draft.env.chance(`rest:${from}`) * (REST_LONGEST - REST_SHORTEST);
}

function restFrom(draft: Draft, from: Instant, until: Instant): void {
  for (const bid of draft.state.bids) endBid(draft, bid);
  retractAllNudges(draft);
  const end = Math.round(until);
  change(draft, {
    promises: [],
    answered: [],
    restUntil: later(draft.state.restUntil, end),
    unobserved: withSpan(draft.state.unobserved, { from, until: end }),
  });
}
