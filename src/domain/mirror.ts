import type { BidKind } from './bid.ts';
import type { Instant } from './time.ts';

/** What the asker gave, in one period; only their own deposits. */
export interface Mirror {
  readonly from: Instant;
  readonly until: Instant;
  /** In the order of `BID_KINDS`; a kind without deposits has no line. */
  readonly lines: readonly MirrorLine[];
}

export interface MirrorLine {
  readonly kind: BidKind;
  readonly count: number;
  /** Present only for those who switched numbers on and only from ten answers up. */
  readonly numbers?: {
    /** Half of the answers came within this available time. */
    readonly medianSeconds?: number;
    /** Share of answers that were attentive or warmer, with its 95 % Wilson interval. */
    readonly warm: Share;
  };
}

/** A share of a count, and how far a count this small can be trusted. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Counts are said to both in these words only. */
export type Amount = 'a few' | 'many' | 'lots';

/** A closed week: what both read alike, and what the reader gave. */
export interface Recap {
  readonly from: Instant;
  readonly until: Instant;
  readonly together: Together['lines'];
  readonly kept?: Amount;
  readonly own: Mirror['lines'];
}

/** What both may read about the two together: closed weeks, in words, only where each gave enough. */
export interface Together {
  readonly lines: readonly { readonly kind: BidKind; readonly amount: Amount }[];
  /** How often they came back to what they had put off. */
  readonly kept?: Amount;
}
