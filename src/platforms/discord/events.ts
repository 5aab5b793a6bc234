import type {
  GatewayDispatchPayload,
  GatewayMessageCreateDispatchData,
  GatewayMessageReactionAddDispatchData,
  GatewayMessageUpdateDispatchData,
} from 'discord.js';
import { GatewayDispatchEvents } from 'discord.js';
import type { ChatEvent } from '../../domain/chat-event.ts';
import { type ChannelId, channelId, messageId, type PersonId, personId } from '../../domain/ids.ts';
import { type Instant, SECOND } from '../../domain/time.ts';
import { editedAt, emojiName, isOwnWords, readMessage } from './messages.ts';
import type { Watch } from './watch.ts';

/** One thing that happened in a watched channel. */
export interface Heard {
  readonly channel: ChannelId;
  readonly event: ChatEvent<PersonId>;
  /** Equal for the same happening told twice, as after a resumed session. */
  readonly dedupe?: string;
}

/**
 * What a gateway packet says about a watched channel; nothing for all else. The channel is looked at
 * first and the person second, before any text is.
 */
export function hear(packet: GatewayDispatchPayload, watch: Watch, now: Instant): readonly Heard[] {
  const at = channelIn(packet);
  if (at === undefined) return [];
  const channel = channelId(at);
  if (watch.partnersOf(channel) === undefined) return [];
  const hears = (person: string) => watch.hears(channel, person);

  if (packet.t === GatewayDispatchEvents.MessageCreate) return hears(packet.d.author.id) ? said(channel, packet.d) : [];
  if (packet.t === GatewayDispatchEvents.MessageUpdate) return edited(channel, packet.d, hears);
  if (packet.t === GatewayDispatchEvents.MessageDelete) return [deleted(channel, packet.d.id, now)];
  if (packet.t === GatewayDispatchEvents.MessageDeleteBulk) return packet.d.ids.map((id) => deleted(channel, id, now));
  if (packet.t === GatewayDispatchEvents.MessageReactionAdd) {
    return hears(packet.d.user_id) ? [{ channel, event: { type: 'reaction', ...reactionIn(packet.d, now) } }] : [];
  }
  if (packet.t === GatewayDispatchEvents.MessageReactionRemove) {
    return hears(packet.d.user_id) ? [{ channel, event: { type: 'unreaction', ...reactionIn(packet.d, now) } }] : [];
  }
  if (packet.t === GatewayDispatchEvents.TypingStart) {
    if (!hears(packet.d.user_id)) return [];
    return [{ channel, event: { type: 'typing', at: packet.d.timestamp * SECOND, by: personId(packet.d.user_id) } }];
  }
  return [];
}

function channelIn({ d: content }: GatewayDispatchPayload): string | undefined {
  if (content === undefined || !('channel_id' in content)) return undefined;
  return content.channel_id ?? undefined;
}

function said(channel: ChannelId, message: GatewayMessageCreateDispatchData): readonly Heard[] {
  if (!isOwnWords(message)) return [];
  return [{ channel, event: readMessage(message), dedupe: message.id }];
}

/** Link previews and pins update a message too, without a new time of edit. */
function edited(
  channel: ChannelId,
  message: GatewayMessageUpdateDispatchData,
  hears: (person: string) => boolean,
): readonly Heard[] {
  // An update may leave out what did not change, whatever the types say.
  const author: GatewayMessageUpdateDispatchData['author'] | undefined = message.author;
  if (author === undefined || !hears(author.id) || !isOwnWords(message)) return [];
  const at = editedAt(message);
  if (at === undefined) return [];
  const event = { type: 'edit', at, target: messageId(message.id), text: message.content } as const;
  return [{ channel, event, dedupe: `${message.id}/edit/${at}` }];
}

/** Discord does not say who wrote it, nor when it was deleted. */
function deleted(channel: ChannelId, id: string, now: Instant): Heard {
  return { channel, event: { type: 'delete', at: now, target: messageId(id) }, dedupe: `${id}/delete` };
}

function reactionIn(
  reaction: Pick<GatewayMessageReactionAddDispatchData, 'user_id' | 'message_id' | 'emoji'>,
  now: Instant,
) {
  return {
    at: now,
    by: personId(reaction.user_id),
    target: messageId(reaction.message_id),
    emoji: emojiName(reaction.emoji),
  };
}
