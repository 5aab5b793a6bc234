import type { BidKind } from '../domain/bid.ts';
import type { Reply, ReplyChoice } from '../domain/bid-response.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import type { PairOpinion, ReadOpinion } from '../domain/opinion.ts';
import type { Instant } from '../domain/time.ts';

/** What a judge is asked; the runner reads the words. */
export interface Asking {
  readonly bidSeq: number;
  readonly by: PartnerId;
  readonly messages: readonly MessageId[];
  /** The kind that was read, and the next best. */
  readonly kind: BidKind;
  readonly second?: BidKind;
  readonly intensity: number;
  /** The newest words that went past the bid; absent where there are none. */
  readonly past?: AskedReply;
  /** Words that are just being said to the bid and may only look like an answer: then these alone are asked about. */
  readonly answer?: AskedReply;
}

/** What was said to a bid or past it, how it was read, and what else it may have been. */
export interface AskedReply {
  readonly messages: readonly MessageId[];
  readonly read: Reply;
  readonly second?: ReplyChoice;
}

/** An opinion that came, with the choices it had, so that a replay needs no more; one lost with the process is none. */
export interface Opinion extends Pick<Asking, 'bidSeq' | 'second' | 'past' | 'answer'> {
  readonly type: 'opinion';
  readonly at: Instant;
  readonly read?: ReadOpinion;
  readonly pair?: PairOpinion;
}
