import type { MessageId, PartnerId } from '../domain/ids.ts';
import { BURST_GAP } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';

/**
 * Messages become utterances: a partner's burst, ended by a gap or by the other partner's message.
 * Source: annotation guide, "Unit".
 */

/** A message as gathering sees it: who and when, not what. */
export interface Posted {
  readonly by: PartnerId;
  readonly at: Instant;
  readonly id: MessageId;
}

/** The first instant at which no further message can join the burst. */
export function burstEndsAt(burst: Utterance): Instant {
  return burst.endedAt + BURST_GAP + 1; // a gap of exactly 90 s still belongs to it
}

/** Whether the message goes on with the burst. */
export function joins(burst: Utterance, message: Posted): boolean {
  return burst.by === message.by && message.at < burstEndsAt(burst);
}

/** The burst with the message in it, or a new burst begun by it. */
export function gather(burst: Utterance | undefined, message: Posted): Utterance {
  if (burst && joins(burst, message)) {
    return { ...burst, messages: [...burst.messages, message.id], endedAt: message.at };
  }
  return { by: message.by, messages: [message.id], startedAt: message.at, endedAt: message.at };
}

/** The utterance without a deleted message; undefined when nothing of it is left. */
export function without<U extends Utterance>(utterance: U, id: MessageId): U | undefined {
  const messages = utterance.messages.filter((message) => message !== id);
  return messages.length === 0 ? undefined : { ...utterance, messages };
}
