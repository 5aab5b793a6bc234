import { PAUSES_ASKED_SINCE } from '../domain/consent.ts';
import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Typed } from '../domain/reading.ts';
import { type Instant, MINUTE, SECOND } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import { type Draft, partnerOf } from './draft.ts';

/**
 * How somebody typed before they said something: a few instants, in memory only, of who agreed to that alone. Typing is
 * told of as it begins and again about every 10 s while it goes on; nobody tells that it stopped. What history holds no
 * trace of is never guessed: after a gap there is none (law 4).
 */
export interface TypingSeen {
  /** Who seems to be typing, or was until a while ago. */
  readonly now: readonly Typing[];
  /** How what is being said now was typed. */
  readonly said?: Typed;
}

interface Typing {
  readonly by: PartnerId;
  readonly beganAt: Instant;
  readonly lastAt: Instant;
  /** The longest time in it without a sign of typing. */
  readonly paused: number;
}

export const NO_TYPING: TypingSeen = { now: [] };

/** One sign of typing stands for so long: as long as Discord shows it, after which it is sent anew. */
const SIGN_LASTS = 10 * SECOND;
/** What was begun and left longer ago was another thought. Our choice. */
const SAME_THOUGHT = 5 * MINUTE;

/** They began to type, or still do. */
export function noteTyping(draft: Draft, by: PartnerId, at: Instant): void {
  if (!mayHearPauses(partnerOf(draft.state, by))) return;
  const known = draft.typing.now.find((one) => one.by === by && isFresh(one, at));
  const typing = known
    ? { ...known, lastAt: at, paused: Math.max(known.paused, pauseUntil(known, at)) }
    : { by, beganAt: at, lastAt: at, paused: 0 };
  draft.typing = { ...draft.typing, now: [...draft.typing.now.filter((one) => one.by !== by), typing] };
}

/** They said something: that is what was typed. What the other was typing meanwhile may have been given up because of it. */
export function noteTypedBefore(draft: Draft, by: PartnerId, at: Instant): void {
  const typing = draft.typing.now.find((one) => one.by === by && isFresh(one, at));
  const { said } = draft.typing;
  if (!typing) {
    draft.typing = said ? { now: [], said } : NO_TYPING;
    return;
  }
  const forSeconds = toSeconds(at - typing.beganAt);
  const pausedSeconds = toSeconds(Math.max(typing.paused, pauseUntil(typing, at)));
  draft.typing = { now: [], said: longest(said, { forSeconds, pausedSeconds }) };
}

/** How the utterance that is over was typed; from now on nobody knows. */
export function takeTyped(draft: Draft): Typed | undefined {
  const { said, now } = draft.typing;
  draft.typing = { now };
  return said;
}

/** What is left of it once somebody changed what they allow, stopped Nod, or took all back that was being said. */
export function stillAllowed({ now, said }: TypingSeen, state: DyadState): TypingSeen {
  const mayHear = (by: PartnerId) => mayHearPauses(partnerOf(state, by));
  const isSaid = (burst: Utterance | undefined) => burst !== undefined && mayHear(burst.by);
  const left = now.filter((one) => mayHear(one.by) && isFresh(one, state.time));
  return said && isSaid(state.burst) ? { now: left, said } : { now: left };
}

/** They ticked it where it says so; a yes to an earlier card was one to being seen, and to no more. */
function mayHearPauses({ settings, consent: { terms } }: PartnerState): boolean {
  return settings.typing && (terms === undefined || terms.scope >= PAUSES_ASKED_SINCE);
}

const isFresh = ({ lastAt }: Typing, at: Instant) => at - lastAt <= SAME_THOUGHT;
const pauseUntil = ({ lastAt }: Typing, at: Instant) => Math.max(0, at - lastAt - SIGN_LASTS);
const toSeconds = (time: number) => Math.round(time / SECOND);

/** A burst is as guarded as the message in it that took longest. */
function longest(before: Typed | undefined, { forSeconds, pausedSeconds }: Typed): Typed {
  return {
    forSeconds: Math.max(before?.forSeconds ?? 0, forSeconds),
    pausedSeconds: Math.max(before?.pausedSeconds ?? 0, pausedSeconds),
  };
}
