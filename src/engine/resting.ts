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
import { DAY, type Instant, MINUTE } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { endBid, retractAllNudges } from './bids.ts';
import { change, type Draft } from './draft.ts';
import { later } from './spans.ts';

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
  restFrom(draft, utterance.startedAt, repeated ? LONG_REST : undefined);
  offerSupport(draft, utterance, risk);
}

/** Only at once, never for what is read later; whether anything is sent, the runner decides. */
function offerSupport(draft: Draft, { by }: Utterance, { kind, confidence }: Risk): void {
  if (kind !== 'self-harm' || confidence < SUPPORT_CONFIDENCE) return;
  if (draft.env.now - draft.state.time <= LIVE_WITHIN) draft.effects.push({ do: 'support', to: by });
}

/**
 * With the first utterance after a time of the day that is drawn, once it is over, draws whether the day is off: at the
 * very moment at which a risk in it would be heard, so that what is taken back then tells neither; and at any time of a
 * day, as a risk comes, so that a rest from any line on may be either.
 */
export function drawDayOff(draft: Draft, at: Instant): void {
  if (!draft.env.options.daysOff) return;
  const day = dayOf(at, 'UTC'); // nobody's settings move it
  if (draft.state.drawnDay === day || at % DAY < draft.env.chance(`day-off-from:${day}`) * DAY) return;
  change(draft, { drawnDay: day });
  if (draft.env.chance(`day-off:${day}`) < DAY_OFF_CHANCE) restFrom(draft, at);
}

function drawLength(draft: Draft, from: Instant): number {
  return Math.round(REST_SHORTEST + draft.env.chance(`rest:${from}`) * (REST_LONGEST - REST_SHORTEST));
}

/**
 * Counts nothing from the minute of the utterance on: its own instant would rest beside whose it was. Of that minute only
 * what an edit overtakes is lost, since all that was over before is ended here first.
 */
function restFrom(draft: Draft, at: Instant, length?: number): void {
  for (const bid of draft.state.bids) endBid(draft, bid);
  retractAllNudges(draft);
  const from = at - (at % MINUTE);
  const until = from + (length ?? drawLength(draft, from));
  change(draft, {
    promises: [],
    answered: [],
    restUntil: later(draft.state.restUntil, until),
    unobserved: [...draft.state.unobserved, { from, until }],
    // A rest in a day that was not drawn would show that it is no day off.
    ...(draft.env.options.daysOff ? { drawnDay: dayOf(at, 'UTC') } : {}),
  });
}
