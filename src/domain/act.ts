import type { Reply } from './bid-response.ts';
import type { MessageId, PartnerId } from './ids.ts';
import type { Instant } from './time.ts';

/** Something the responder did while a bid was open. */
export interface Act {
  /** Absent where history does not tell the time; then `foundAt` is there. */
  readonly at?: Instant;
  /** It came at some time before this. */
  readonly foundAt?: Instant;
  /** The message or, for a reaction, the message reacted to. */
  readonly event: string;
  /** Set for reactions: the emoji, so that taking it back within 60 s undoes the act. */
  readonly emoji?: string;
  readonly reply: Reply;
  /** What it does with the bid as a judge sees that, where it is of another kind then. */
  readonly judged?: Reply;
  /** What a judge takes it for that doubts it: only what is written down goes by it. ADR 23. */
  readonly doubted?: Reply;
}

/** A reaction to an utterance that is not over yet, or, without an emoji, joining the other in a call. */
export interface EarlyAct {
  readonly by: PartnerId;
  readonly target: MessageId;
  readonly emoji?: string;
  /** Absent where history does not tell; then `foundAt` is there. */
  readonly at?: Instant;
  readonly foundAt?: Instant;
}
