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

/** What a nudge that waits for a second opinion needs to go, or not to. */
export interface HeldNudge {
  readonly about: MessageId;
  readonly hint: string;
  /** Then it goes, whether there is an opinion or not. */
  readonly until: Instant;
  readonly intensity: number;
  readonly readingConfidence: number;
  readonly pairingConfidence?: number;
}

/** A nudge that is out and may have to be taken back. */
export interface LiveNudge {
  readonly seq: number;
  readonly kind: BidKind;
  readonly to: PartnerId;
  readonly bidSeq: number;
  readonly reason: Reason;
  readonly because: readonly string[];
  readonly at: Instant;
  /** They pressed [Open], so it was not ignored. */
  readonly opened?: true;
  /** They said that it helped: once is enough. */
  readonly helped?: true;
  /** It is counted as sent, and waits for a second opinion. */
  readonly held?: HeldNudge;
  /** A judge kept it back. It stays counted like one that nobody opened, so that no other goes in its place. ADR 23. */
  readonly keptBack?: true;
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
