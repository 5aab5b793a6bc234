import {
  type APIInteraction,
  type APIMessage,
  type APIMessageComponentInteractionData,
  type APIModalSubmission,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents as Event,
  MessageFlags,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import type { ChannelId, PersonId } from '../../../src/domain/ids.ts';
import { FakeDiscord } from '../../support/fake-discord/fake-discord.ts';
import { componentEvent, menuEvent, modalEvent, slashEvent } from '../../support/fake-discord/interaction-events.ts';
import type { Answered } from '../../support/fake-discord/interactions.ts';
import { messagePayload } from '../../support/fake-discord/payloads.ts';
import type { WorldMessage } from '../../support/fake-discord/world.ts';

/** Who does something, and where it seems to come from. */
export interface Whence {
  readonly by: PersonId;
  readonly channel: ChannelId;
  /** Another server than the channel's. */
  readonly guild?: string;
}

/** A component as a made-up client may send it: any id, any values. */
export interface ForgedPress {
  readonly customId: string;
  /** Given: a select. */
  readonly values?: readonly string[];
  /** Given: a form that is sent. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A command as a made-up client may send it: any path, options of any type. */
export interface ForgedUse {
  readonly path: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** An entry in a message's menu as a made-up client may send it: on any message, handed over as anything. */
export interface ForgedMenu {
  readonly name: string;
  readonly message: string;
  /** What is handed over in its place. */
  readonly as?: Partial<APIMessage>;
  /** The message that is handed over instead. */
  readonly insteadOf?: string;
  /** In the direct messages of a group. */
  readonly inGroup?: true;
}

/** A Discord that lets through what its own clients never send. */
export class OpenDiscord extends FakeDiscord {
  readonly #cards = new Map<string, WorldMessage>();

  forgedPress(whence: Whence, { customId, values, fields }: ForgedPress): APIInteraction {
    const actor = { by: whence.by, channel: this.world.channel(whence.channel), source: this.#card(whence) };
    if (fields !== undefined) return placed(modalEvent(this.world, actor, filled(customId, fields)), whence);
    const part =
      values === undefined
        ? { custom_id: customId, component_type: ComponentType.Button }
        : { custom_id: customId, component_type: ComponentType.StringSelect, values };
    return placed(componentEvent(this.world, actor, part as APIMessageComponentInteractionData), whence);
  }

  forgedUse(whence: Whence, { path, options = {} }: ForgedUse): APIInteraction {
    const actor = { by: whence.by, channel: this.world.channel(whence.channel) };
    const event = slashEvent(this.world, actor, 'nod help', {});
    const given = Object.entries(options).map(([name, value]) => ({ name, type: typeOf(value), value }));
    const steps = path.split('/');
    const nested = steps.reduceRight<object[]>((inner, name, depth) => {
      const type = depth === steps.length - 1 ? Option.Subcommand : Option.SubcommandGroup;
      return [{ name, type, options: inner }];
    }, given);
    return placed({ ...event, data: { ...event.data, options: nested } } as APIInteraction, whence);
  }

  forgedMenu(whence: Whence, { name, message, as = {}, insteadOf = message, inGroup }: ForgedMenu): APIInteraction {
    const actor = { by: whence.by, channel: this.world.channel(whence.channel) };
    const isWithBot = actor.channel.recipients.includes(this.bot);
    const { held } = this.world.message(message);
    const event = isWithBot
      ? slashEvent(this.world, actor, 'nod help', {})
      : menuEvent(this.world, actor, 'Help me respond', held);
    const handedOver = { ...messagePayload(this.world, held), channel_id: whence.channel, ...as };
    const about = { id: this.world.mint(), name, type: ApplicationCommandType.Message };
    const data = { ...about, target_id: insteadOf, resolved: { messages: { [insteadOf]: handedOver } } };
    const channel = inGroup ? { ...event.channel, type: ChannelType.GroupDM } : event.channel;
    return placed({ ...event, channel, data } as APIInteraction, whence);
  }

  /** Sends the event and gives what is answered. */
  async forge(event: APIInteraction, { by, channel }: Whence): Promise<Answered> {
    const source = 'message' in event && event.message !== undefined ? this.#card({ by, channel }) : undefined;
    const about = { by, channel: this.world.channel(channel), ...(source === undefined ? {} : { source }) };
    return this.interactions.begin(event, about);
  }

  /** Tells of an interaction once more, as after a resumed session. */
  tellAgain(event: APIInteraction): void {
    this.gateway.dispatch({ t: Event.InteractionCreate, d: event }, event.guild_id);
  }

  /** The ephemeral card on which a person presses what they made up. */
  #card({ by, channel }: Whence): WorldMessage {
    const key = `${by}@${channel}`;
    const known = this.#cards.get(key);
    if (known !== undefined) return known;
    const draft = { author: this.bot, content: 'a card', flags: MessageFlags.Ephemeral, onlyFor: by };
    const made = this.happenings.post(this.world.channel(channel), draft);
    this.#cards.set(key, made);
    return made;
  }
}

function placed(event: APIInteraction, { guild }: Whence): APIInteraction {
  return (guild === undefined ? event : { ...event, guild_id: guild }) as APIInteraction;
}

function filled(customId: string, fields: Readonly<Record<string, string>>): APIModalSubmission {
  const components = Object.entries(fields).map(([name, value]) => ({
    type: ComponentType.ActionRow as const,
    components: [{ type: ComponentType.TextInput as const, custom_id: name, value }],
  }));
  return { custom_id: customId, components } as APIModalSubmission;
}

function typeOf(value: unknown): Option {
  if (typeof value === 'boolean') return Option.Boolean;
  return typeof value === 'number' ? Option.Number : Option.String;
}
