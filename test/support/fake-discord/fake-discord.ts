import {
  type APIAttachment,
  type APIEmbed,
  type APIInteraction,
  type APIMessage,
  GatewayDispatchEvents as Event,
  MessageFlags,
  type MessageType,
  type ReactionType,
} from 'discord-api-types/v10';
import { type ChannelId, type MessageId, messageId } from '../../../src/domain/ids.ts';
import { type ControlName, chosen, findControl, pressed } from './controls.ts';
import { type FormFields, fillForm } from './forms.ts';
import {
  type Actor,
  autocompleteEvent,
  componentEvent,
  menuEvent,
  modalEvent,
  type OptionValues,
  slashEvent,
} from './interaction-events.ts';
import type { Answered } from './interactions.ts';
import { messageEventPayload, messagePayload } from './payloads.ts';
import { DiscordPlaces } from './places.ts';
import type { WorldChannel, WorldMessage } from './world.ts';

/** What may hang on a message that a person writes. */
export interface SayExtras {
  readonly replyTo?: string;
  readonly attachments?: readonly (Pick<APIAttachment, 'filename'> & Partial<APIAttachment>)[];
  /** Names of stickers. */
  readonly stickers?: readonly string[];
  readonly embeds?: readonly APIEmbed[];
  /** Posted by a webhook in this person's name. */
  readonly webhook?: true;
  readonly forwarded?: true;
  /** A recorded voice note. */
  readonly voice?: true;
  /** Another type than a plain message or a reply, such as a pin notice. */
  readonly type?: MessageType;
}

/** A message, its id, or the answer that holds it. */
export type MessageLike = string | APIMessage | Answered;

/**
 * A Discord for tests: real HTTP and WebSocket on loopback, which the real discord.js connects to. A test plays the
 * people; the bot under test may be started, killed and started again, while everything here stays.
 */
export class FakeDiscord extends DiscordPlaces {
  say(user: string, channel: string, text: string, extras: SayExtras = {}): MessageId {
    const { webhook, attachments = [], voice, ...rest } = extras;
    const held = this.happenings.post(this.world.channel(channel), {
      author: user,
      content: text,
      ...rest,
      attachments: attachments.map((attachment) => this.#attachment(attachment)),
      ...(voice ? { flags: MessageFlags.IsVoiceMessage } : {}),
      ...(webhook ? { webhook: this.world.mint() } : {}),
    });
    return messageId(held.message.id);
  }

  /** Tells of a message once more, as a RESUME may. */
  repeat(message: string): void {
    const { at, held } = this.world.message(message);
    this.happenings.tell(at, { t: Event.MessageCreate, d: messageEventPayload(this.world, at, held) });
  }

  edit(message: string, text: string): void {
    const { at, held } = this.world.message(message);
    this.happenings.change(at, held, { content: text });
  }

  /** Discord has looked at a link: the message gets its preview without having been edited by anybody. */
  unfurl(message: string, embeds: readonly APIEmbed[]): void {
    const { at, held } = this.world.message(message);
    const { edited_timestamp } = held.message;
    this.happenings.change(at, held, { embeds: [...embeds], edited_timestamp });
  }

  remove(message: string): void {
    this.happenings.remove(this.world.message(message).at, [message]);
  }

  /** Deletes several messages of one channel at once. */
  removeMany(messages: readonly string[]): void {
    const [first] = messages;
    if (first !== undefined) this.happenings.remove(this.world.message(first).at, messages);
  }

  /** With a unicode emoji, or `name:id` for a custom one; plainly, or with a burst. */
  react(user: string, message: string, emoji: string, type?: ReactionType): void {
    this.happenings.react(user, message, emoji, type);
  }

  /** Takes back a plain reaction. */
  unreact(user: string, message: string, emoji: string): void {
    this.happenings.unreact(user, message, emoji);
  }

  type(user: string, channel: string): void {
    this.happenings.type(user, this.world.channel(channel));
  }

  /** Enters a voice channel, or leaves with null. */
  join(user: string, voiceChannel: ChannelId | null): void {
    this.happenings.join(user, voiceChannel);
  }

  /** Uses a slash command; `path` holds its subcommands too, as in `nod data export`. */
  async slash(user: string, channel: string, path: string, options: OptionValues = {}): Promise<Answered> {
    const actor = { by: user, channel: this.world.channel(channel) };
    return this.#use(slashEvent(this.world, actor, path, options), actor);
  }

  /** What is offered while a person types into one option. */
  async complete(
    user: string,
    channel: string,
    typed: { readonly path: string; readonly option: string; readonly text: string; readonly options?: OptionValues },
  ): Promise<Answered> {
    const actor = { by: user, channel: this.world.channel(channel), path: typed.path };
    return this.#use(autocompleteEvent(this.world, actor, typed), actor);
  }

  /** Uses a message context-menu command. */
  async menu(user: string, message: MessageLike, name: string): Promise<Answered> {
    const { at, held } = this.world.message(idOf(message));
    const actor = { by: user, channel: at };
    return this.#use(menuEvent(this.world, actor, name, held), actor);
  }

  /** Presses a button, named by custom id or label. */
  async press(user: string, message: MessageLike, button: ControlName): Promise<Answered> {
    const actor = this.#actorAt(user, message);
    const data = pressed(findControl(actor.source.message, button));
    return this.#use(componentEvent(this.world, actor, data), actor);
  }

  /** Chooses in a select. */
  async choose(user: string, message: MessageLike, select: ControlName, values: readonly string[]): Promise<Answered> {
    const actor = this.#actorAt(user, message);
    const data = chosen(this.world, findControl(actor.source.message, select), values);
    return this.#use(componentEvent(this.world, actor, data), actor);
  }

  /** Sends a form that is open for this person. */
  async submit(user: string, customId: string, fields: FormFields): Promise<Answered> {
    const { channel, source, answer } = this.interactions.openForm(user, customId);
    if (answer?.modal === undefined) throw new Error(`No form "${customId}" is open.`);
    const actor = { by: user, channel, ...(source === undefined ? {} : { source }) };
    return this.#use(modalEvent(this.world, actor, fillForm(answer.modal, fields)), actor);
  }

  /** The direct channel of a person and the bot, and its messages as they stand now, oldest first. */
  dm(user: string): { readonly channel: ChannelId; readonly messages: readonly APIMessage[] } {
    const channel = this.world.directChannel(user);
    return { channel: channel.id, messages: this.messages(channel.id) };
  }

  /** Messages of a channel as they stand now, oldest first; ephemeral ones are seen by `message` alone. */
  messages(channel: string): readonly APIMessage[] {
    return this.world.history(this.world.channel(channel)).map((held) => messagePayload(this.world, held));
  }

  /** A message as it stands now, ephemeral ones too; undefined when it is gone. */
  message(message: MessageLike): APIMessage | undefined {
    for (const { messages } of this.world.channels.values()) {
      const held = messages.get(idOf(message));
      if (held !== undefined) return messagePayload(this.world, held);
    }
    return undefined;
  }

  /** The message of an answer, once a deferred one is filled in or a deferred update has come. */
  async shown(answer: Answered): Promise<APIMessage> {
    const isLater = answer.type === 6;
    return this.waitFor(() => {
      const message = this.message(answer);
      const waits = ((message?.flags ?? 0) & MessageFlags.Loading) !== 0 || (isLater && answer.edits.length === 0);
      return waits ? undefined : message;
    });
  }

  /** Waits for the acknowledgement, then until the bot has read that it came and done what follows at once. */
  async #use(event: APIInteraction, actor: Actor & { source?: WorldMessage }): Promise<Answered> {
    const answer = await this.interactions.begin(event, actor);
    await this.settled();
    return answer;
  }

  #actorAt(user: string, message: MessageLike): { by: string; channel: WorldChannel; source: WorldMessage } {
    const { at, held } = this.world.message(idOf(message));
    if (held.onlyFor !== undefined && held.onlyFor !== user) throw new Error('Only its reader sees that message.');
    return { by: user, channel: at, source: held };
  }

  #attachment(about: Pick<APIAttachment, 'filename'> & Partial<APIAttachment>): APIAttachment {
    const id = this.world.mint();
    const url = `${this.apiBase.replace('/api', '')}/attachments/${id}/${about.filename}`;
    return { id, size: 1_024, url, proxy_url: url, ...about };
  }
}

function idOf(message: MessageLike): string {
  if (typeof message === 'string') return message;
  if (!('followUps' in message)) return message.id;
  if (message.message === undefined) throw new Error('That answer holds no message.');
  return message.message;
}
