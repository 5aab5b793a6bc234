import type { DyadState, PartnerState } from '../domain/dyad.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Typed } from '../domain/reading.ts';
import { type Instant, MINUTE, SECOND } from '../domain/time.ts';
import { typingLeave, wereAskedAboutPauses } from '../domain/typing-leave.ts';

/**
 * How somebody typed before they said something: a few instants, in memory only, of who agreed to that alone. They are
 * carried over every further line of the same burst, and go once that is over or the other writes, or, where no line
 * comes, when something happens in the chat after five minutes. Typing is told of as it begins and again about every 10 s while it goes on; nobody tells that it stopped. What history holds no
 * trace of is never guessed: after a gap there is none (law 4).
 */
export interface TypingSeen {
  /** Who seems to be typing, or was until a while ago. */
  readonly typists: readonly Typing[];
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

export const NO_TYPING: TypingSeen = { typists: [] };

/** One sign of typing stands for so long: as long as Discord shows it, after which it is sent anew. */
const SIGN_LASTS = 10 * SECOND;
/** What was begun longer ago was another thought, left since or not. Our choice. */
const SAME_THOUGHT = 5 * MINUTE;

/** They began to type, or still do. */
export function withSign(seen: TypingSeen, partner: PartnerState, at: Instant): TypingSeen {
  if (!mayHearPauses(partner)) return seen;
  const { id: by } = partner;
  const known = seen.typists.find((one) => one.by === by && isFresh(one, at));
  const typing = known
    ? { ...known, lastAt: at, paused: Math.max(known.paused, pauseUntil(known, at)) }
    : { by, beganAt: at, lastAt: at, paused: 0 };
  return { ...seen, typists: [...seen.typists.filter((one) => one.by !== by), typing] };
}

/** They said something: that is what was typed. What the other was typing meanwhile may have been given up because of it. */
export function afterMessage({ typists, said }: TypingSeen, by: PartnerId, at: Instant): TypingSeen {
  const typing = typists.find((one) => one.by === by && isFresh(one, at));
  if (!typing) return said ? { typists: [], said } : NO_TYPING;
  const forSeconds = toSeconds(at - typing.beganAt);
  const pausedSeconds = toSeconds(Math.max(typing.paused, pauseUntil(typing, at)));
  return { typists: [], said: longest(said, { forSeconds, pausedSeconds }) };
}

/** What is being said is over, or was taken back: how it was typed nobody is to know any more. */
export function withoutSaid({ typists }: TypingSeen): TypingSeen {
  return { typists };
}

/** What is left of it once somebody changed what they allow, stopped Nod, or took all back that was being said. */
export function stillAllowed({ typists, said }: TypingSeen, { partners, burst, time }: DyadState): TypingSeen {
  const heard = partners.filter(mayHearPauses).map(({ id }) => id);
  const left = typists.filter((one) => heard.includes(one.by) && isFresh(one, time));
  return said && burst && heard.includes(burst.by) ? { typists: left, said } : { typists: left };
}

/** They ticked it where it says so; a yes to an earlier card was one to being seen, and to no more. */
export function mayHearPauses({ settings, consent }: PartnerState): boolean {
  return typingLeave(settings, wereAskedAboutPauses(consent)) === true;
}

const isFresh = ({ beganAt }: Typing, at: Instant) => at - beganAt <= SAME_THOUGHT;
const pauseUntil = ({ lastAt }: Typing, at: Instant) => Math.max(0, at - lastAt - SIGN_LASTS);
const toSeconds = (time: number) => Math.round(time / SECOND);

/** A burst is as guarded as the message in it that took longest. */
function longest(before: Typed | undefined, { forSeconds, pausedSeconds }: Typed): Typed {
  return {
    forSeconds: Math.max(before?.forSeconds ?? 0, forSeconds),
    pausedSeconds: Math.max(before?.pausedSeconds ?? 0, pausedSeconds),
  };
}
