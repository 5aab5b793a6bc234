import type { BidKind } from '../../domain/bid.ts';
import type { Energy } from '../../domain/bid-response.ts';
import type { AnsweredBid, DyadState, OpenBid, OpenPromise } from '../../domain/dyad.ts';
import type { Reason } from '../../domain/nudge.ts';
import type { Instant } from '../../domain/time.ts';

/** Why and when Nod may whisper: plain data and one pure function. */
export type Rule = BidRule | PromiseRule | AnsweredRule;

/** About a bid that may still be answered. */
export interface BidRule extends Explained {
  readonly about: 'bid';
  /** When the bid comes due; undefined while only something that somebody does could bring that about. */
  readonly dueAt: (state: DyadState, bid: OpenBid) => Instant | undefined;
}

/** About a promise to come back to a bid. */
export interface PromiseRule extends Explained {
  readonly about: 'promise';
  readonly dueAt: (state: DyadState, promise: OpenPromise) => Instant | undefined;
}

/** About a bid that was answered. */
export interface AnsweredRule extends Explained {
  readonly about: 'answered';
  readonly dueAt: (state: DyadState, answered: AnsweredBid) => Instant | undefined;
}

interface Explained {
  readonly reason: Reason;
  /** One plain sentence about what the rule sees. */
  readonly because: string;
  /** Scenes in which a moment is due. */
  readonly hears: readonly Scene[];
  /** Scenes in which it must not be; at least as many. */
  readonly ignores: readonly Scene[];
}

/** A small scene. Every number is in minutes after the end of a bid made early on a free afternoon. */
export interface Scene {
  readonly story: string;
  readonly kind: BidKind;
  /** When the rule is asked. */
  readonly asked: number;
  /** When the responder said something else. */
  readonly passed?: number;
  /** When the responder was last seen; negative before the bid. */
  readonly seen?: number;
  /** The one thing the responder did with the bid. */
  readonly turn?: 'toward' | 'against';
  /** The window has passed. */
  readonly lapsed?: true;
  /** A nudge about it went out before. */
  readonly nudged?: true;
  /** When the responder promised to come back. */
  readonly promisedFor?: number;
  /** How the bid was answered, two minutes after it; it is closed by then. */
  readonly answered?: Energy;
  /** With an emoji. */
  readonly emoji?: true;
  /** How warmly the responder usually answers good news, from 0 to 2; absent where that is not known. */
  readonly usually?: number;
  /** How often they were told in the last days that there may be more to say. */
  readonly told?: number;
}
