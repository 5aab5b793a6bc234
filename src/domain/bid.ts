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

/** A bid that was opened. */
export interface HeardBid extends Bid {
  /** How sure Nod is of it by the words alone, where how they were typed makes it surer: 0 where they open none. ADR 30. */
  readonly byWords?: number;
}

/** Whether the words alone open it. What only a pause opened must not move what becomes of these. ADR 30. */
export function isOpenedByWords({ byWords }: Pick<HeardBid, 'byWords'>): boolean {
  return byWords !== 0;
}
