import type { APIEmoji, APIMessage } from 'discord.js';
import { MessageReferenceType, MessageType } from 'discord.js';
import type { MessageEvent } from '../../domain/chat-event.ts';
import { messageId, type PersonId, personId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { attachmentsOf } from './attachments.ts';
import { timeOf } from './snowflake.ts';

/** A message as the gateway and history both give it. */
export type PostedMessage = Omit<APIMessage, 'mentions'>;

/**
 * Whether a person wrote this, themselves, here. Bots, webhooks, system lines and forwards carry a third
 * person's words (design, law 1).
 */
export function isOwnWords(message: PostedMessage): boolean {
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  if (message.author.bot === true || message.author.system === true) return false;
  if (message.webhook_id !== undefined) return false;
  return message.message_reference?.type !== MessageReferenceType.Forward && message.message_snapshots === undefined;
}

/** The message in Nod's words; `isOwnWords` comes first. */
export function readMessage(message: PostedMessage): MessageEvent<PersonId> {
  const replyTo = message.message_reference?.message_id;
  return {
    type: 'message',
    at: timeOf(message.id),
    by: personId(message.author.id),
    id: messageId(message.id),
    text: message.content,
    attachments: attachmentsOf(message),
    ...(replyTo !== undefined && { replyTo: messageId(replyTo) }),
  };
}

/** When the words were changed last; absent while they never were, whatever else was updated. */
export function editedAt(message: Pick<APIMessage, 'edited_timestamp'>): Instant | undefined {
  return message.edited_timestamp ? Date.parse(message.edited_timestamp) : undefined;
}

/** A unicode emoji as it is, a custom one by its number: its name is something that somebody wrote (design, law 2). */
export function emojiName(emoji: Pick<APIEmoji, 'id' | 'name'>): string {
  return emoji.id === null || emoji.id === undefined ? (emoji.name ?? '') : `:${emoji.id}:`;
}
