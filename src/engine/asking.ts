import type { MessageId, PartnerId } from '../domain/ids.ts';
import type { PairOpinion, ReadOpinion } from '../domain/opinion.ts';
import type { Instant } from '../domain/time.ts';

/** What a judge is asked; the runner reads the words. */
export interface Asking {
  readonly bidSeq: number;
  readonly by: PartnerId;
  readonly messages: readonly MessageId[];
  /** The newest words that went past the bid; absent where there are none. */
  readonly past?: MessageId;
}

/** An opinion that came; one that is lost with the process is no opinion. */
export interface Opinion {
  readonly type: 'opinion';
  readonly at: Instant;
  readonly bidSeq: number;
  readonly read?: ReadOpinion;
  readonly pair?: PairOpinion;
}
