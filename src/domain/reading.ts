import type { Bid, BidKind, HeardBid } from './bid.ts';

/** The Four Horsemen. Source: annotation guide, "Harshness". */
export const HARSHNESS_KINDS = ['criticism', 'contempt', 'defensiveness', 'stonewalling'] as const;
export type HarshnessKind = (typeof HARSHNESS_KINDS)[number];

/** What no coaching may touch. Source: annotation guide, "Risk". */
export const RISK_KINDS = ['self-harm', 'violence', 'coercion'] as const;
export type RiskKind = (typeof RISK_KINDS)[number];

/** An utterance that strains the bond. */
export interface Harshness {
  readonly kind: HarshnessKind;
  readonly confidence: number;
  readonly because: readonly string[];
}

/** An utterance that makes Nod rest. Lives in memory for the moment of one step only; never stored. */
export interface Risk {
  readonly kind: RiskKind;
  readonly confidence: number;
  readonly because: readonly string[];
}

/** Everything the reader heard in one utterance: at most one of each. */
export interface Reading {
  readonly bid?: Bid;
  /** The kind the bid would have, were it not that: the model's next best. For a judge to choose from; it rests nowhere. */
  readonly second?: BidKind;
  readonly harshness?: Harshness;
  readonly risk?: Risk;
  /** Sexual content, a death, a grave diagnosis, a separation: Nod stays out of it. */
  readonly tender: boolean;
}

/** A reading whose bid says how sure the words alone make it. */
export interface HeardReading extends Reading {
  readonly bid?: HeardBid;
}

/** Where words lie among all that can be said: 512 numbers of length 1 together. Made by an encoder at the edge. */
export type SentenceVector = Float32Array;

/** What was said, without who, when and where: all that reading needs. */
export interface Said {
  /** The messages of the burst joined by newlines; may be empty when only something was attached. */
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** Absent where no encoder runs or it failed: the fast reading stands then. */
  readonly vector?: SentenceVector;
}

/** What can hang on a message. Source: design, "Timeline". */
export const ATTACHMENTS = ['image', 'video', 'voice', 'link', 'sticker', 'gif', 'file'] as const;
export type Attachment = (typeof ATTACHMENTS)[number];

/** What was said shortly before, newest last; steps get it as an argument and never keep it. */
export interface EarlierSaid extends Said {
  /** True when the speaker of the utterance being read said it. */
  readonly own: boolean;
  /** Seconds before the utterance being read. */
  readonly secondsAgo: number;
}

/** What the reader may know besides the words themselves. */
export interface ReadingContext {
  /** An exchange is tense: harsh words in the last 24 h that no accepted repair has ended. */
  readonly tense: boolean;
  readonly earlier: readonly EarlierSaid[];
  /** The utterance takes up something the other said: asking back or loving back is then the reply itself. */
  readonly replies?: true;
  /** And that was a question about them: a plain good answer is the reply itself. */
  readonly asked?: true;
  /** The speaker's usual words per utterance, once enough were heard to say. */
  readonly usualWords?: number;
  /** How the speaker was seen typing before it; absent where they do not allow that, and where nobody saw it. */
  readonly typed?: Typed;
}

/** How somebody typed before they said something, as far as it could be seen. */
export interface Typed {
  /** Seconds from when they began until it was sent. */
  readonly forSeconds: number;
  /** Seconds of the longest stretch in it in which they did not seem to be typing. */
  readonly pausedSeconds: number;
}

/** Reads one utterance. Made by `createReader()` in `detect`. */
export type Reader = (said: Said, context: ReadingContext) => Reading;
