import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ChannelType,
  ComponentType,
} from 'discord.js';
import { channelId, type PersonId, personId } from '../../domain/ids.ts';
import type { Ask, MenuPlace, Option, Pointed, Press } from '../../ports/command.ts';
import type { CustomId } from './custom-id.ts';
import { isOwnWords, readMessage } from './messages.ts';
import { timeOf } from './snowflake.ts';

/** Discord API reference, "Snowflakes": 64 bits, written as a decimal. */
const SNOWFLAKE = /^\d{1,20}$/;

/** A use of a command, or of one that is still being typed. */
export type Typed = APIApplicationCommandInteraction | APIApplicationCommandAutocompleteInteraction;
/** A button, a select or a form. */
export type Pressed = APIMessageComponentInteraction | APIModalSubmitInteraction;

export function presserOf(interaction: APIInteraction): PersonId {
  return personId(interaction.member?.user.id ?? interaction.user?.id ?? '');
}

/** `me`, or `data/export` for a subcommand in a group; with what was typed behind it. */
export function typedIn(interaction: Typed): {
  readonly path: string;
  readonly ask: Ask;
  /** The option being typed now. */
  readonly focused?: APIApplicationCommandInteractionDataBasicOption;
} {
  const path: string[] = [];
  let options: readonly APIApplicationCommandInteractionDataOption[] =
    ('options' in interaction.data ? interaction.data.options : undefined) ?? [];
  for (let first = options[0]; first !== undefined && isNested(first); first = options[0]) {
    path.push(first.name);
    options = first.options ?? [];
  }
  const filled = options.filter((option) => !isNested(option)) as APIApplicationCommandInteractionDataBasicOption[];
  const focused = filled.find((option) => 'focused' in option && option.focused === true);
  const ask = {
    ...circumstances(interaction),
    options: Object.fromEntries(filled.map(({ name, value }) => [name, value])),
  };
  return { path: path.join('/'), ask, ...(focused !== undefined && { focused }) };
}

export function pressIn(interaction: Pressed, carried: CustomId): Press {
  return {
    ...circumstances(interaction),
    action: carried.action,
    id: carried.id,
    values: 'values' in interaction.data ? interaction.data.values : [],
    fields: 'components' in interaction.data ? fieldsIn(interaction.data.components) : {},
  };
}

/**
 * The message somebody pointed at. Undefined where Discord hands over another than the one that was meant, or one of
 * another channel, or where more than two can read along: then nothing of it is looked at.
 */
export function pointedIn(interaction: APIMessageApplicationCommandInteraction): Pointed | undefined {
  const { target_id: target, resolved } = interaction.data;
  const message = Object.hasOwn(resolved.messages, target) ? resolved.messages[target] : undefined;
  const where = placeOf(interaction);
  const { where: _, ...rest } = circumstances(interaction);
  if (message?.id !== target || message.channel_id !== rest.channel || where === undefined) return undefined;
  if (!isOwnWords(message)) return { ...rest, where };
  const { id, by, at, text, attachments } = readMessage(message);
  return { ...rest, where, message: { id, by, at, text, attachments } };
}

/** A group's direct messages are no place for two. */
function placeOf({ guild_id: guild, channel }: APIMessageApplicationCommandInteraction): MenuPlace | undefined {
  if (guild !== undefined) return 'channel';
  return channel?.type === ChannelType.DM ? 'direct' : undefined;
}

/**
 * The values that Discord's own clients can send for these options. Whatever else comes is as good as not given: an
 * id is put into addresses, and commands take a choice for one of theirs.
 */
export function onlyOffered(options: readonly Option[], given: Ask['options']): Ask['options'] {
  const kept = options.filter((option) => Object.hasOwn(given, option.name) && suits(option, given[option.name]));
  return Object.fromEntries(kept.map(({ name }) => [name, given[name] ?? '']));
}

function suits(option: Option, value: unknown): boolean {
  switch (option.kind) {
    case 'partner':
    case 'channel':
      return typeof value === 'string' && SNOWFLAKE.test(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choice':
      return option.choices.some((choice) => choice.value === value);
    case 'text':
      return typeof value === 'string';
  }
}

type Nested = Extract<APIApplicationCommandInteractionDataOption, { options?: unknown }>;

function isNested(option: APIApplicationCommandInteractionDataOption): option is Nested {
  const { type } = option;
  return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}

function circumstances(interaction: Typed | Pressed | APIMessageApplicationCommandInteraction): Omit<Ask, 'options'> {
  return {
    by: presserOf(interaction),
    channel: channelId(interaction.channel?.id ?? ''),
    where: interaction.guild_id === undefined ? 'dm' : 'server',
    locale: interaction.locale,
    at: timeOf(interaction.id),
  };
}

/** Each field sits alone in a row, or behind a label. */
function fieldsIn(components: APIModalSubmitInteraction['data']['components']): Record<string, string> {
  const inputs = components.flatMap((part) => {
    if (part.type === ComponentType.ActionRow) return part.components;
    return part.type === ComponentType.Label ? [part.component] : [];
  });
  return Object.fromEntries(
    inputs.filter((input) => input.type === ComponentType.TextInput).map(({ custom_id, value }) => [custom_id, value]),
  );
}
