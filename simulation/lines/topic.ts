import type { BidKind } from '../../src/domain/bid.ts';

/**
 * Something one of the two may reach out with, and what the other may say to it. A newline parts messages of one
 * burst; `[x]` stands for one of the things, the same in a bid and in every word about it.
 */
export interface Topic {
  readonly kind: BidKind;
  /** How much hangs on it, 0–1, by the annotation guide. */
  readonly intensity: number;
  readonly things: readonly string[];
  readonly says: readonly string[];
  /** On topic and warm: at least attentive. */
  readonly warm: readonly string[];
  /** Short and fitting; what fits any bid of the kind unless there is something here. */
  readonly brief?: readonly string[];
  /** When it is said, in minutes of the speaker's day; at any time unless there is something here. */
  readonly hours?: { readonly from: number; readonly until: number };
  /** Coming back to it hours or a day later. */
  readonly back: readonly string[];
}
