import type { BidKind } from './bid.ts';
import type { Said } from './reading.ts';
import type { Instant } from './time.ts';

/** How warm a `toward` is. Source: annotation guide, "Response". */
export const ENERGIES = ['low', 'attentive', 'enthusiastic'] as const;
export type Energy = (typeof ENERGIES)[number];

/** What the partner did with the bid. */
export const TURNS = ['toward', 'away', 'against', 'unanswered'] as const;

export const GOOD_NEWS_STYLES = [
  'active-constructive',
  'passive-constructive',
  'active-destructive',
  'passive-destructive',
] as const; // Gable et al. 2004; coding single chat messages by them is ours
export const VULNERABILITY_STYLES = [
  'validating',
  'exploring',
  'comforting',
  'advising',
  'minimizing',
  'dismissing',
] as const;
export const REPAIR_STYLES = ['accepting', 'deflecting', 'rejecting'] as const;

export type Style =
  | (typeof GOOD_NEWS_STYLES)[number]
  | (typeof VULNERABILITY_STYLES)[number]
  | (typeof REPAIR_STYLES)[number];

/** The styles a response to this kind can have; none for kinds the guide gives no style. */
export function stylesFor(kind: BidKind): readonly Style[] {
  switch (kind) {
    case 'good-news':
      return GOOD_NEWS_STYLES;
    case 'vulnerability':
      return VULNERABILITY_STYLES;
    case 'repair':
      return REPAIR_STYLES;
    case 'affection':
    case 'request':
    case 'interest':
    case 'attention':
    case 'play':
      return [];
  }
}

/** Passing a bid of this kind by, for a reply that was said to something else. */
export function passedBy(kind: BidKind): Extract<Reply, { turn: 'away' | 'against' }> {
  const confidence = 1; // that it was said to something else is known, not read
  switch (kind) {
    case 'good-news':
      return { turn: 'away', style: 'passive-destructive', confidence };
    case 'vulnerability':
      return { turn: 'away', style: 'dismissing', confidence };
    case 'repair':
      return { turn: 'away', style: 'deflecting', confidence };
    case 'affection':
    case 'request':
    case 'interest':
    case 'attention':
    case 'play':
      return { turn: 'away', confidence };
  }
}

/** What somebody did after a bid, read beside the bid; not yet timed. */
export type Reply =
  | { readonly turn: 'toward'; readonly energy: Energy; readonly style?: Style; readonly confidence: number }
  | { readonly turn: 'away' | 'against'; readonly style?: Style; readonly confidence: number };

/** How long the deciding act took. Absent as a whole where history does not tell. */
export interface Latency {
  /** Wall time from the end of the bid utterance. */
  readonly latencySeconds: number;
  /** The same without quiet, busy and unobserved time: the only one that is tallied or shown. */
  readonly availableSeconds: number;
}

/** What a reply may be, apart from how warm it is. */
export interface ReplyChoice {
  readonly turn: Reply['turn'];
  readonly style?: Style;
}

/** What became of a bid once it closed. */
export type BidResponse =
  | (Extract<Reply, { turn: 'toward' }> & { readonly latency?: Latency })
  | { readonly turn: 'against'; readonly style?: Style; readonly confidence: number; readonly latency?: Latency }
  | { readonly turn: 'away'; readonly style?: Style; readonly confidence: number }
  | { readonly turn: 'unanswered' };

/** A micro-response is any toward response, and it is a deposit; the account has no other entry. */
export function countsAsDeposit(response: BidResponse): response is Extract<BidResponse, { turn: 'toward' }> {
  switch (response.turn) {
    case 'toward':
      return true;
    case 'away':
    case 'against':
    case 'unanswered':
      return false;
  }
}

/** Monday (1) to Sunday (7), or a weekend; `next`: of the week after this one. */
export type PromisedDay =
  | { readonly weekday: number; readonly next?: true }
  | { readonly weekend: true; readonly next?: true }
  | { readonly week: true; readonly next: true };

/** "At 7" leaves open which half of the day. */
export interface PromisedHour {
  readonly hour: number;
  readonly minute: number;
  readonly halfOpen?: true;
}

export type PromisedPart = 'morning' | 'lunch' | 'afternoon' | 'evening';

/** When somebody said they would come back to a bid, as they named it; the engine knows their zone. */
export type PromisedTime =
  | { readonly in: 'unnamed' }
  | { readonly in: 'minutes'; readonly minutes: number }
  /** A time of day; the next one in the promiser's zone, or tomorrow's. */
  | ({ readonly in: 'clock'; readonly tomorrow?: true } & PromisedHour)
  /** A part of the day: the next one in the promiser's zone, or tomorrow's. */
  | { readonly in: 'part'; readonly part: 'lunch' | 'afternoon' | 'evening'; readonly tomorrow?: true }
  | { readonly in: 'part'; readonly part: 'tomorrow' }
  /** A day further off in the promiser's zone, with the hour or the part of it where that was named. */
  | { readonly in: 'day'; readonly day: PromisedDay; readonly at?: PromisedHour | PromisedPart }
  /** A moment the platform spells out, the same for everybody. */
  | { readonly in: 'instant'; readonly at: Instant };

/** A reply read beside a bid. */
export interface PairReading {
  readonly reply: Reply;
  /** Whether the reply names, asks or answers something of this very bid, so that it can also answer an older one. */
  readonly about: boolean;
  /** Whether any of its words takes a bid up (a token, praise, comfort, a question, thanks); also where there are none. */
  readonly takesUp: boolean;
  /** What it would be, were it not that: the model's next best. For a judge to choose from; it rests nowhere. */
  readonly second?: ReplyChoice;
  /** Set when the reply is a promise to come back to the bid. */
  readonly promise?: PromisedTime;
}

/** Reads replies beside bids. Made by `createPairer()` in `pair`. */
export interface Pairer {
  /**
   * What the reply, text or attachments or both, does with the bid. `isAlone` where the two were handed over by themselves, as
   * in a file of pairs, rather than said in a chat, where most answers turn toward.
   */
  text(bid: { readonly kind: BidKind; readonly said: Said; readonly isAlone?: boolean }, reply: Said): PairReading;
  /** What a lone emoji reaction does with a bid of this kind. */
  reaction(kind: BidKind, emoji: string): Reply;
  /** What joining the other in a voice channel does with a bid of this kind. */
  voice(kind: BidKind): Reply;
}
