import type { MessageEvent } from './chat-event.ts';
import type { MessageId, PartnerId } from './ids.ts';
import type { Said } from './reading.ts';
import type { Instant } from './time.ts';

/** Consecutive messages of one partner: the unit of reading. Source: annotation guide, "Unit". */
export interface Utterance {
  readonly by: PartnerId;
  readonly messages: readonly MessageId[];
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** A message's words while they may be held: memory only, never stored (law 2). */
export type SaidMessage = Pick<MessageEvent<PartnerId>, 'by' | 'at' | 'id' | 'text' | 'attachments' | 'replyTo'>;

/** The words Nod may look at now, by message id; gone with the process. */
export type Words = ReadonlyMap<MessageId, SaidMessage>;

/** The utterance's words put together, as far as they are still held. */
export function saidIn(messages: readonly MessageId[], words: Words): Said {
  const held = messages.map((id) => words.get(id)).filter((message) => message !== undefined);
  return {
    text: held
      .map((message) => message.text)
      .filter((text) => text !== '')
      .join('\n'),
    attachments: held.flatMap((message) => message.attachments),
  };
}
