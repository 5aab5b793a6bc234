import type { Move, Reason } from '../../domain/nudge.ts';

/** One suggestion, to be done in one's own words: never a script, never a quote, at most 120 characters. */
export interface Hint {
  readonly id: string;
  readonly move: Move;
  /** The one reason it fits, if it doesn't fit all that the kind can have. */
  readonly reason: Reason | 'any';
  readonly text: string;
}
