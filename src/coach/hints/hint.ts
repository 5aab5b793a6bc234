import type { BidKind } from '../../domain/bid.ts';
import type { Move, Reason } from '../../domain/nudge.ts';
import type { Celebration, Support } from '../../domain/wishes.ts';
import type { PartOfDay } from './part-of-day.ts';

/** Every reason there are words for. */
export type HintReason = Reason | 'more-to-say' | 'follow-up';

/** From this intensity on much hangs on it. Our own choice: what is said plainly of a hard or great day reads so. */
export const STRONG_FROM = 0.7;

/** The move, and when it suits; what is absent makes no difference. */
export interface Fit {
  readonly move: Move;
  /** The one reason it fits, if it doesn't fit all that its list is for. */
  readonly reason?: HintReason;
  /** The kinds it fits, in a list that is for several. */
  readonly kinds?: readonly BidKind[];
  readonly strength?: 'light' | 'strong';
  /** Parts of the recipient's day. */
  readonly times?: readonly PartOfDay[];
  /** What it gives to somebody who has it hard. */
  readonly low?: readonly Support[];
  /** How it meets good news. */
  readonly celebrate?: readonly Celebration[];
}

/** One suggestion, to be done in one's own words: never a script, never a quote, at most 120 characters. */
export interface Hint extends Fit {
  readonly id: string;
  readonly text: string;
}

/** Hints that differ in nothing but their words; takes the words, each by its name within the list. */
export function alike(list: string, fit: Fit): (texts: Readonly<Record<string, string>>) => readonly Hint[] {
  return (texts) => Object.entries(texts).map(([name, text]) => ({ id: `${list}/${name}`, ...fit, text }));
}
