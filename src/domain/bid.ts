/**
 * Kinds of bid in order of precedence: when two fit one utterance, the earlier wins. `repair` outranks
 * the others only while an exchange is tense. Source: annotation guide, "Bid".
 */
export const BID_KINDS = [
  'repair',
  'vulnerability',
  'good-news',
  'affection',
  'request',
  'interest',
  'attention',
  'play',
] as const;

/** What an utterance reaches for. */
export type BidKind = (typeof BID_KINDS)[number];

/** An utterance that reaches for connection, as the reader heard it. */
export interface Bid {
  readonly kind: BidKind;
  /** 0–1: how much hangs on it. */
  readonly intensity: number;
  /** 0–1, calibrated: of the bids given 0.8, about 80 % are right. */
  readonly confidence: number;
  /** Ids of the cues that spoke for it, strongest first. Never words of the utterance. */
  readonly because: readonly string[];
}
