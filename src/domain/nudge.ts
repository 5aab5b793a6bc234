import type { BidKind } from './bid.ts';
import type { MessageId, PartnerId } from './ids.ts';
import type { Instant } from './time.ts';

/** Why Nod may whisper. Source: design, "Coach". */
export const REASONS = ['passed-over', 'silence', 'more-to-say', 'promise', 'follow-up'] as const;
export type Reason = (typeof REASONS)[number];

/** What a hint suggests, to be done in one's own words. */
export const MOVES = ['acknowledge', 'ask', 'celebrate', 'validate', 'return'] as const;
export type Move = (typeof MOVES)[number];

/** A private prompt to the one who can still answer; holds a hint's id, never its words or the partner's. */
export interface Nudge {
  /** Counts within the dyad; with the dyad's id it names the outbox row and every button of the card. */
  readonly seq: number;
  readonly to: PartnerId;
  /** The bid it is about. */
  readonly bidSeq: number;
  readonly about: MessageId;
  readonly kind: BidKind;
  readonly reason: Reason;
  readonly hint: string;
  readonly at: Instant;
}

/** Why Nod may write unasked about no moment at all. */
export const NOTICES = ['renewal', 'first-look', 'recap', 'check-in', 'graduation'] as const;
export type NoticeReason = (typeof NOTICES)[number];

/** An unasked message about no moment; it looks like any other and says what it is for only when opened. */
export interface Notice {
  /** Counts with the nudges. */
  readonly seq: number;
  readonly to: PartnerId;
  readonly reason: NoticeReason;
  readonly at: Instant;
}

/** Everything Nod sends unasked. */
export type Whisper = Nudge | Notice;

export function isNudge(whisper: Whisper): whisper is Nudge {
  return 'hint' in whisper;
}
