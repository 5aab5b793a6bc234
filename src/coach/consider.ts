import { minuteOfDay } from '../domain/availability.ts';
import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { sharedWishes } from '../domain/wishes.ts';
import type { Around, Gate, Shut } from './gates/gate.ts';
import { GATES } from './gates/table.ts';
import { pickHint } from './hints/pick.ts';
import { type Moment, sidesOf } from './moment.ts';
import { waitingMoments } from './waiting.ts';

export interface CoachOptions {
  /** Whether the first days after consent are quiet. */
  readonly quietStart: boolean;
}

export interface CoachEnvironment {
  /** A number from 0 up to 1, the same for the same key. */
  readonly chance: (key: string) => number;
  readonly options: CoachOptions;
}

/** A moment whose time has come, and what Nod does about it: usually nothing. */
export type Considered = { readonly moment: Moment } & (
  | { readonly verdict: 'nudge'; readonly hint: string }
  | {
      readonly verdict: 'silent';
      readonly gate: string;
      readonly because: string;
      /** May be asked again then; absent when settled for good. */
      readonly until?: Instant;
    }
);

/** Moments of the state whose due time has come, strongest first, each with its verdict; `at` is the state's own time. */
export function consider(state: DyadState, at: Instant, env: CoachEnvironment): readonly Considered[] {
  const due = waitingMoments(state)
    .filter((moment) => moment.dueAt <= at)
    .sort(strongestFirst);
  const considered: Considered[] = [];
  let known = state;
  for (const moment of due) {
    const verdict = decide(moment, known, { at, env });
    considered.push(verdict);
    if (verdict.verdict === 'nudge') known = withNudge(known, moment.to, at);
  }
  return considered;
}

/** When time alone can next bring a moment due, or open a gate; undefined when nothing waits. */
export function nextDue(state: DyadState): Instant | undefined {
  const at = state.time;
  const times = waitingMoments(state).flatMap((moment) => {
    if (moment.dueAt > at) return [moment.dueAt];
    // A moment shut for good was settled when it came due, so a quiet start cannot be what it waits for.
    const until = firstShut(moment, around(moment, state, { at, quietStart: false }))?.shut.until;
    return until === undefined ? [] : [until];
  });
  return times.length === 0 ? undefined : Math.min(...times);
}

function decide(moment: Moment, state: DyadState, { at, env }: { at: Instant; env: CoachEnvironment }): Considered {
  const scene = around(moment, state, { at, quietStart: env.options.quietStart });
  const first = firstShut(moment, scene);
  if (first) return { moment, verdict: 'silent', gate: first.gate.id, because: first.gate.because, ...first.shut };
  const { hints: given, settings } = scene.recipient;
  const hour = { minuteOfDay: minuteOfDay(at, settings.zone), quiet: settings.quiet };
  // A shared card alone: the recipient can read it, so what the hint follows is no secret of the other's (law 6).
  const wishes = sharedWishes(scene.bidder.settings.wishes);
  const choice = { given, hour, ...(wishes === undefined ? {} : { wishes }) };
  return { moment, verdict: 'nudge', hint: pickHint(moment, choice, env.chance).id };
}

function around(moment: Moment, state: DyadState, when: { at: Instant; quietStart: boolean }): Around {
  return { state, ...when, ...sidesOf(state, moment.to) };
}

function firstShut(moment: Moment, scene: Around): { gate: Gate; shut: Shut } | undefined {
  for (const gate of GATES) {
    const shut = gate.holds(moment, scene);
    if (shut) return { gate, shut };
  }
  return undefined;
}

/** More hangs on it, then the newer, then the later made: a total order, so that a replay decides alike. */
function strongestFirst(one: Moment, other: Moment): number {
  return other.intensity - one.intensity || other.endedAt - one.endedAt || other.bidSeq - one.bidSeq;
}

/** The state as the weaker moments of the same instant must see it. */
function withNudge(state: DyadState, to: PartnerId, at: Instant): DyadState {
  const nudged = (partner: PartnerState): PartnerState =>
    partner.id === to ? { ...partner, nudgedAt: [...partner.nudgedAt, at], coachedAt: at } : partner;
  const [first, second] = state.partners;
  return { ...state, partners: [nudged(first), nudged(second)] };
}
