import type { BidKind } from '../domain/bid.ts';
import type { ReplyChoice } from '../domain/bid-response.ts';
import type { DyadId } from '../domain/ids.ts';
import type { PairOpinion, ReadOpinion } from '../domain/opinion.ts';

/** The two of a couple as a judge knows them: no names. */
export type JudgedPartner = 'A' | 'B';

/** A line for a judge, which takes out links, numbers and what looks like a name before it shows it to a model. */
export interface JudgedLine {
  readonly by: JudgedPartner;
  readonly text: string;
}

interface Question {
  /** Whose daily budget the answer is paid from; absent where no couple is live. */
  readonly couple?: DyadId;
  /** What was said before, newest last; a judge looks at the last four. */
  readonly earlier: readonly JudgedLine[];
  /** What the two are called where they chat, to be taken out of the lines; a line from a file is by nobody known. */
  readonly names: readonly { readonly of: JudgedPartner; readonly name: string }[];
  /** Something in it was recognised as risk or tender: then no judge looks at it, whoever asks. */
  readonly sensitive: boolean;
}

/** Is this utterance one of these kinds, or none? */
export interface ReadQuestion extends Question {
  readonly said: JudgedLine;
  /** The kinds to choose from; none of them can always be answered. At least one. */
  readonly candidates: readonly BidKind[];
  /** What the reader heard hang on it; an opinion never says more. */
  readonly intensity: number;
}

/** Which of these is this reply to this bid? */
export interface PairQuestion extends Question {
  readonly bidKind: BidKind;
  readonly bid: JudgedLine;
  readonly reply: JudgedLine;
  /** What the reply may be; none of them can always be answered. At least one. */
  readonly candidates: readonly ReplyChoice[];
}

/** What a judge has cost since it was made. */
export interface Spending {
  /** Requests that were sent, repeated ones too. */
  readonly calls: number;
  readonly tokens: number;
  /** Waited for answers, all together. */
  readonly seconds: number;
  /** Questions that got an opinion, and those that did not. */
  readonly opinions: number;
  readonly noOpinions: number;
}

/**
 * A second opinion on what Nod's own reading leaves open. It chooses among the candidates it is given and nothing
 * else (ADR 5, ADR 23), and holds no word longer than its answer takes. It never rejects: whatever goes wrong is no
 * opinion, and the rules' reading stands. Once the signal says that nobody waits any more, no word leaves: not of a
 * question that is queued, nor of one that would be repeated.
 */
export interface Judge {
  /** Whether words stay on the machine Nod runs on. Consent is asked for each by itself. */
  readonly where: 'local' | 'cloud';
  /** The name of the computer that words go to, as it stands in the address; consent is to this one. */
  readonly host: string;
  read(question: ReadQuestion, signal?: AbortSignal): Promise<ReadOpinion | undefined>;
  pair(question: PairQuestion, signal?: AbortSignal): Promise<PairOpinion | undefined>;
  spent(): Spending;
  /** Gives up on what is under way, without an opinion; later questions get none. */
  close(): Promise<void>;
}
