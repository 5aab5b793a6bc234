import type { APIMessage, APIReaction, APIUser, REST } from 'discord.js';
import { ReactionType, Routes } from 'discord.js';
import { type ChannelId, type MessageId, type PersonId, personId } from '../../domain/ids.ts';
import type { HistoryMessage } from '../../ports/platform.ts';
import { channelUnknown, isUnknownMessage, named, nameFailure, permissionMissing } from './failures.ts';
import { editedAt, emojiName, isOwnWords, readMessage } from './messages.ts';
import { byAge } from './snowflake.ts';
import type { Watch, WatchedChannel } from './watch.ts';

/** The most Discord gives at once, of messages and of those who reacted. Discord API reference. */
const PAGE = 100;

/** Reads what was said while nobody listened. */
export interface History {
  after(channel: ChannelId, cursor: MessageId): AsyncIterable<HistoryMessage>;
  recall(channel: ChannelId, ids: readonly MessageId[]): Promise<readonly HistoryMessage[]>;
}

export interface HistoryTerms {
  readonly rest: REST;
  readonly watch: Watch;
  readonly mayRead: (channel: ChannelId) => boolean;
  /** Resolves once what is said in the channel is heard. */
  readonly heard: (channel: ChannelId) => Promise<void>;
}

export function createHistory({ rest, watch, mayRead, heard }: HistoryTerms): History {
  function coupleIn(channel: ChannelId): WatchedChannel {
    const partners = watch.partnersOf(channel);
    if (partners === undefined) throw channelUnknown();
    return { channel, partners };
  }

  async function* after(channel: ChannelId, cursor: MessageId): AsyncGenerator<HistoryMessage> {
    await heard(channel);
    const couple = coupleIn(channel);
    for (let from: string | undefined = cursor; from !== undefined; ) {
      const query = new URLSearchParams({ after: from, limit: String(PAGE) });
      const page = (await named(rest.get(Routes.channelMessages(channel), { query }))) as APIMessage[];
      // Without the permission Discord answers with nothing instead of saying so.
      if (page.length === 0 && !mayRead(channel)) throw permissionMissing('Read Message History');
      page.sort(byAge);
      for (const message of page) if (isHeard(couple, message)) yield await remember(rest, couple, message);
      from = page.length < PAGE ? undefined : page.at(-1)?.id;
    }
  }

  async function recall(channel: ChannelId, ids: readonly MessageId[]): Promise<readonly HistoryMessage[]> {
    await heard(channel);
    const couple = coupleIn(channel);
    const found = await Promise.all(ids.map((id) => messageAt(rest, channel, id)));
    const there = found.filter((message) => message !== undefined);
    return Promise.all(
      there.filter((message) => isHeard(couple, message)).map((message) => remember(rest, couple, message)),
    );
  }

  return { after, recall };
}

async function messageAt(rest: REST, channel: ChannelId, id: MessageId): Promise<APIMessage | undefined> {
  try {
    return (await rest.get(Routes.channelMessage(channel, id))) as APIMessage;
  } catch (error) {
    if (isUnknownMessage(error)) return undefined;
    throw nameFailure(error);
  }
}

function isHeard({ partners }: WatchedChannel, message: APIMessage): boolean {
  return partners.some((partner) => partner === message.author.id) && isOwnWords(message);
}

async function remember(rest: REST, couple: WatchedChannel, message: APIMessage): Promise<HistoryMessage> {
  const { type: _, ...said } = readMessage(message);
  const edited = editedAt(message);
  const reactions = await Promise.all(
    (message.reactions ?? []).map((reaction) => reactionsOf(rest, couple, { message: message.id, reaction })),
  );
  return { ...said, ...(edited !== undefined && { editedAt: edited }), reactions: reactions.flat() };
}

interface Reacted {
  readonly message: string;
  readonly reaction: APIReaction;
}

/** Who of the two reacted with this emoji, plainly or with a burst. */
async function reactionsOf(rest: REST, couple: WatchedChannel, { message, reaction }: Reacted) {
  const { normal, burst } = reaction.count_details;
  const askFor = (type: ReactionType) => reactedWith(rest, couple, { message, reaction, type });
  const plainly = normal > 0 ? await askFor(ReactionType.Normal) : [];
  const bursting = burst > 0 ? await askFor(ReactionType.Super) : [];
  const emoji = emojiName(reaction.emoji);
  return [...new Set([...plainly, ...bursting])].map((by) => ({ emoji, by }));
}

/** The partners among those who reacted; anybody else is dropped at once. */
async function reactedWith(
  rest: REST,
  { channel, partners }: WatchedChannel,
  { message, reaction, type }: Reacted & { readonly type: ReactionType },
): Promise<readonly PersonId[]> {
  const { id, name } = reaction.emoji;
  const route = Routes.channelMessageReaction(
    channel,
    message,
    encodeURIComponent(id ? `${name ?? '_'}:${id}` : `${name}`),
  );
  const found: PersonId[] = [];
  for (let from: string | undefined = '0'; from !== undefined && found.length < partners.length; ) {
    const query = new URLSearchParams({ after: from, limit: String(PAGE), type: String(type) });
    const users = (await named(rest.get(route, { query }))) as APIUser[];
    found.push(...users.map((user) => personId(user.id)).filter((user) => partners.includes(user)));
    from = users.length < PAGE ? undefined : users.at(-1)?.id;
  }
  return found;
}
