import type { BidKind } from '../../domain/bid.ts';
import type { Move, Reason } from '../../domain/nudge.ts';
import type { Celebration, Support } from '../../domain/wishes.ts';
import type { HintId, HintList, HintName } from '../../texts/en/hints.ts';
import type { PartOfDay } from './part-of-day.ts';

/** From this intensity on much hangs on it. Our own choice: what is said plainly of a hard or great day reads so. */
export const STRONG_FROM = 0.7;

/** The move, and when it suits; what is absent makes no difference. */
export interface Fit {
  readonly move: Move;
  /** The one reason it fits, if it doesn't fit all that its list is for. */
  readonly reason?: Reason;
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

/** One suggestion and when it suits; its words stand in `src/texts`, by its id. */
export interface Hint extends Fit {
  readonly id: HintId;
}

/** The hints of a list, in its order; the compiler asks for every name that the texts have, and takes no other. */
export function hintsOf<List extends HintList>(
  list: List,
  fits: Readonly<Record<HintName<List>, Fit>>,
): readonly Hint[] {
  return Object.entries<Fit>(fits).map(([name, fit]) => ({ id: `${list}/${name}` as HintId, ...fit }));
}
