import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIPartialEmoji,
  type APIUser,
  GatewayDispatchEvents as Event,
  type MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits as Permission,
  ReactionType,
  StickerFormatType,
} from 'discord-api-types/v10';
import type { ChannelId, MessageId } from '../../../src/domain/ids.ts';
import type { Gateway } from './gateway.ts';
import type { Dispatch } from './intents.ts';
import { memberPayload, messageEventPayload, messagePayload, stamp, voiceUpdatePayload } from './payloads.ts';
import type { World, WorldChannel, WorldMessage } from './world.ts';

const NO_FLAGS = 0 as MessageFlags;

/** A message before it is posted. */
export interface Draft {
  readonly author: string;
  readonly content: string;
  readonly replyTo?: string;
  readonly attachments?: readonly APIAttachment[];
  readonly stickers?: readonly string[];
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIMessageTopLevelComponent[];
  readonly flags?: MessageFlags;
  readonly nonce?: string | number;
  /** Of a webhook, another bot's or this one's, as interaction answers are. */
  readonly webhook?: string;
  readonly type?: MessageType;
  /** Forwarded from elsewhere: its words are in the snapshot, not in the content. */
  readonly forwarded?: true;
  /** Whether mentions in the content count; false for a bot that allows none. */
  readonly mentions?: boolean;
  readonly onlyFor?: string;
  readonly interaction?: APIMessage['interaction_metadata'];
}

/** What happens in the world, whoever makes it happen, and how the gateway tells of it. */
export class Happenings {
  readonly #world: World;
  readonly #gateway: Gateway;

  constructor(world: World, gateway: Gateway) {
    this.#world = world;
    this.#gateway = gateway;
  }

  /** Tells of something in a channel, if the bot can see it. */
  tell(channel: WorldChannel, dispatch: Dispatch): void {
    if (this.#world.may(this.#world.bot, Permission.ViewChannel, channel)) {
      this.#gateway.dispatch(dispatch, channel.guild);
    }
  }

  post(channel: WorldChannel, draft: Draft): WorldMessage {
    const world = this.#world;
    const id = world.mintMessage();
    const held: WorldMessage = {
      message: this.#compose(channel, id, draft),
      reactions: [],
      ...(draft.onlyFor === undefined ? {} : { onlyFor: draft.onlyFor }),
    };
    channel.messages.set(id, held);
    if (held.onlyFor === undefined) {
      // Only this event carries the nonce: Discord does not keep it with the message.
      const nonce = draft.nonce === undefined ? {} : { nonce: draft.nonce };
      this.tell(channel, { t: Event.MessageCreate, d: { ...messageEventPayload(world, channel, held), ...nonce } });
    }
    return held;
  }

  /** Changes a message; an edit by a person carries a time, filling in a deferred answer does too. */
  change(channel: WorldChannel, held: WorldMessage, changes: Partial<APIMessage>): void {
    held.message = { ...held.message, edited_timestamp: stamp(this.#world.now()), ...changes };
    if (held.onlyFor !== undefined) return;
    this.tell(channel, { t: Event.MessageUpdate, d: messageEventPayload(this.#world, channel, held) });
  }

  remove(channel: WorldChannel, ids: readonly string[]): void {
    const open = ids.filter((id) => channel.messages.get(id)?.onlyFor === undefined);
    for (const id of ids) channel.messages.delete(id);
    const where = { channel_id: channel.id, ...this.#guildKey(channel) };
    const [first, ...more] = open;
    if (first === undefined) return;
    if (more.length > 0) this.tell(channel, { t: Event.MessageDeleteBulk, d: { ids: open, ...where } });
    else this.tell(channel, { t: Event.MessageDelete, d: { id: first, ...where } });
  }

  react(by: string, message: string, emoji: string, type = ReactionType.Normal): void {
    const { at, held } = this.#world.message(message);
    let there = held.reactions.find((reaction) => emojiKey(reaction.emoji) === emoji);
    if (there === undefined) {
      there = { emoji: parseEmoji(emoji), users: [], bursts: [] };
      held.reactions.push(there);
    }
    const those = type === ReactionType.Super ? there.bursts : there.users;
    if (those.includes(by)) return;
    those.push(by);
    const guild = at.guild === undefined ? undefined : this.#world.guild(at.guild);
    const member = guild === undefined ? {} : { member: memberPayload(this.#world, guild, by) };
    const author = { message_author_id: held.message.author.id };
    this.tell(at, {
      t: Event.MessageReactionAdd,
      d: {
        ...this.#reaction(at, by, [message, emoji]),
        type,
        burst: type === ReactionType.Super,
        ...member,
        ...author,
      },
    });
  }

  unreact(by: string, message: string, emoji: string): void {
    const { at, held } = this.#world.message(message);
    const place = held.reactions.findIndex((reaction) => emojiKey(reaction.emoji) === emoji);
    const there = held.reactions[place];
    if (there === undefined || !there.users.includes(by)) return;
    there.users.splice(there.users.indexOf(by), 1);
    if (there.users.length + there.bursts.length === 0) held.reactions.splice(place, 1);
    this.tell(at, { t: Event.MessageReactionRemove, d: this.#reaction(at, by, [message, emoji]) });
  }

  type(by: string, channel: WorldChannel): void {
    const guild = channel.guild === undefined ? undefined : this.#world.guild(channel.guild);
    const member = guild === undefined ? {} : { guild_id: guild.id, member: memberPayload(this.#world, guild, by) };
    const timestamp = Math.floor(this.#world.now() / 1_000);
    this.tell(channel, { t: Event.TypingStart, d: { channel_id: channel.id, user_id: by, timestamp, ...member } });
  }

  /** Enters a voice channel, or leaves with null; heard where the bot sees the old channel or the new one. */
  join(by: string, to: ChannelId | null): void {
    const world = this.#world;
    const guilds = [...world.guilds.values()];
    const target = to === null ? undefined : world.channel(to);
    const guild = guilds.find(({ id, voices }) => (target === undefined ? voices.has(by) : target.guild === id));
    if (guild === undefined) return;
    const before = guild.voices.get(by);
    if (to === null) guild.voices.delete(by);
    else guild.voices.set(by, to);
    const places = [before, to].flatMap((id) => (id === undefined || id === null ? [] : [world.channel(id)]));
    const seen = places.find((channel) => world.may(world.bot, Permission.ViewChannel, channel));
    if (seen !== undefined) this.tell(seen, { t: Event.VoiceStateUpdate, d: voiceUpdatePayload(world, guild, by) });
  }

  #guildKey(channel: WorldChannel): { guild_id?: string } {
    return channel.guild === undefined ? {} : { guild_id: channel.guild };
  }

  #reaction(channel: WorldChannel, by: string, [message, emoji]: readonly [string, string]) {
    return {
      user_id: by,
      channel_id: channel.id,
      message_id: message,
      ...this.#guildKey(channel),
      emoji: parseEmoji(emoji),
      burst: false,
      type: ReactionType.Normal,
    };
  }

  #compose(channel: WorldChannel, id: MessageId, draft: Draft): APIMessage {
    const world = this.#world;
    const author = world.user(draft.author).user;
    return {
      id,
      channel_id: channel.id,
      author: draft.webhook === undefined ? author : { ...author, bot: true },
      content: draft.content,
      timestamp: stamp(world.now()),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mention_roles: [],
      mentions: this.#mentioned(channel, draft),
      attachments: [...(draft.attachments ?? [])],
      embeds: [...(draft.embeds ?? [])],
      components: [...(draft.components ?? [])],
      pinned: false,
      flags: draft.flags ?? NO_FLAGS,
      type: draft.type ?? (draft.replyTo === undefined ? MessageType.Default : MessageType.Reply),
      ...this.#extras(draft),
      ...this.#reference(channel, draft.replyTo),
      ...(draft.forwarded ? this.#forwarded(channel, draft) : {}),
    };
  }

  /** Who is mentioned, in the words or by being replied to. */
  #mentioned(channel: WorldChannel, draft: Draft): APIUser[] {
    if (draft.mentions === false) return [];
    const ids = [...draft.content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
    const replied = channel.messages.get(draft.replyTo ?? '');
    if (replied !== undefined) ids.push(replied.message.author.id);
    return [...new Set(ids)].flatMap((id) => this.#world.users.get(id)?.user ?? []);
  }

  /** What only some messages carry; Discord leaves the keys out of all others. */
  #extras(draft: Draft): Partial<APIMessage> {
    const extras: Partial<APIMessage> = {};
    if (draft.stickers !== undefined && draft.stickers.length > 0) {
      const format_type = StickerFormatType.PNG;
      extras.sticker_items = draft.stickers.map((name) => ({ id: this.#world.mint(), name, format_type }));
    }
    if (draft.webhook !== undefined) extras.webhook_id = draft.webhook;
    if (draft.webhook === this.#world.bot) extras.application_id = this.#world.bot;
    if (draft.interaction !== undefined) extras.interaction_metadata = draft.interaction;
    return extras;
  }

  #reference(channel: WorldChannel, replyTo: string | undefined): Partial<APIMessage> {
    if (replyTo === undefined) return {};
    const replied = channel.messages.get(replyTo);
    const where = { channel_id: channel.id, ...this.#guildKey(channel) };
    return {
      message_reference: { type: MessageReferenceType.Default, message_id: replyTo, ...where },
      referenced_message: replied === undefined ? null : withoutReference(messagePayload(this.#world, replied)),
    };
  }

  /** A forward has no words of its own: they are in the snapshot. */
  #forwarded(channel: WorldChannel, draft: Draft): Partial<APIMessage> {
    const timestamp = stamp(this.#world.now());
    const empty = { mentions: [], mention_roles: [], attachments: [], embeds: [], flags: NO_FLAGS };
    const said = { type: MessageType.Default, content: draft.content, timestamp, edited_timestamp: null };
    const reference = { type: MessageReferenceType.Forward, message_id: this.#world.mint(), channel_id: channel.id };
    return { content: '', message_reference: reference, message_snapshots: [{ message: { ...said, ...empty } }] };
  }
}

/** Discord hands along the message that is answered, but not the one that that one answers. */
function withoutReference({ referenced_message: _, ...message }: APIMessage): APIMessage {
  return message;
}

/** A custom emoji is written `name:id`, as in the routes; anything else is the emoji itself. */
function parseEmoji(written: string): APIPartialEmoji {
  const custom = /^(\w+):(\d+)$/.exec(written);
  return custom ? { id: custom[2] ?? null, name: custom[1] ?? null } : { id: null, name: written };
}

function emojiKey(emoji: APIPartialEmoji): string {
  return emoji.id === null ? (emoji.name ?? '') : `${emoji.name}:${emoji.id}`;
}
