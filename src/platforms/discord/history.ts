import type { APIMessage, APIReaction, APIUser, REST } from 'discord.js';
import { Routes } from 'discord.js';
import { type ChannelId, type MessageId, type PersonId, personId } from '../../domain/ids.ts';
import type { HistoryMessage } from '../../ports/platform.ts';
import { channelUnknown, isGone, named, permissionMissing } from './failures.ts';
import { editedAt, emojiName, isOwnWords, readMessage } from './messages.ts';
import { byAge } from './snowflake.ts';
import type { Watch } from './watch.ts';

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
}

export function createHistory({ rest, watch, mayRead }: HistoryTerms): History {
  async function* after(channel: ChannelId, cursor: MessageId): AsyncGenerator<HistoryMessage> {
    partnersOf(channel);
    for (let from: string | undefined = cursor; from !== undefined; ) {
      const query = new URLSearchParams({ after: from, limit: String(PAGE) });
      const page = (await named(rest.get(Routes.channelMessages(channel), { query }))) as APIMessage[];
      // Without the permission Discord answers with nothing instead of saying so.
      if (page.length === 0 && !mayRead(channel)) throw permissionMissing('Read Message History');
      page.sort(byAge);
      for (const message of page) {
        if (isHeard(channel, message)) yield await remember(channel, message);
      }
      from = page.length < PAGE ? undefined : page.at(-1)?.id;
    }
  }

  async function recall(channel: ChannelId, ids: readonly MessageId[]): Promise<readonly HistoryMessage[]> {
    partnersOf(channel);
    const found = await Promise.all(ids.map((id) => messageAt(channel, id)));
    const heard = found.filter((message) => message !== undefined && isHeard(channel, message));
    return Promise.all(heard.filter((message) => message !== undefined).map((message) => remember(channel, message)));
  }

  async function messageAt(channel: ChannelId, id: MessageId): Promise<APIMessage | undefined> {
    try {
      return (await rest.get(Routes.channelMessage(channel, id))) as APIMessage;
    } catch (error) {
      if (isGone(error)) return undefined;
      return await named(Promise.reject(error));
    }
  }

  function partnersOf(channel: ChannelId): readonly [PersonId, PersonId] {
    const partners = watch.partnersOf(channel);
    if (partners === undefined) throw channelUnknown();
    return partners;
  }

  function isHeard(channel: ChannelId, message: APIMessage): boolean {
    return watch.hears(channel, message.author.id) && isOwnWords(message);
  }

  async function remember(channel: ChannelId, message: APIMessage): Promise<HistoryMessage> {
    const { type: _, ...said } = readMessage(message);
    const edited = editedAt(message);
    const reactions = await Promise.all(
      (message.reactions ?? []).map((reaction) => reactionsOf(channel, message, reaction)),
    );
    return { ...said, ...(edited !== undefined && { editedAt: edited }), reactions: reactions.flat() };
  }

  /** Who of the two reacted with this emoji; anybody else's name is dropped at once. */
  async function reactionsOf(channel: ChannelId, message: APIMessage, { emoji, count }: APIReaction) {
    const key = encodeURIComponent(emoji.id ? `${emoji.name ?? '_'}:${emoji.id}` : (emoji.name ?? ''));
    const partners = partnersOf(channel);
    const found: { emoji: string; by: PersonId }[] = [];
    for (let seen = 0, from = '0'; seen < count; ) {
      const query = new URLSearchParams({ after: from, limit: String(PAGE) });
      const route = Routes.channelMessageReaction(channel, message.id, key);
      const users = (await named(rest.get(route, { query }))) as APIUser[];
      for (const user of users) {
        if (partners.some((partner) => partner === user.id))
          found.push({ emoji: emojiName(emoji), by: personId(user.id) });
      }
      const last = users.at(-1);
      if (last === undefined || users.length < PAGE || found.length === partners.length) break;
      seen += users.length;
      from = last.id;
    }
    return found;
  }

  return { after, recall };
}
