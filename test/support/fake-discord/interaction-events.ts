import {
  type APIApplicationCommand,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIAutocompleteApplicationCommandInteractionData,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIInteractionDataResolved,
  type APIInteractionDataResolvedChannel,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIMessageComponentInteractionData,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionType,
  type Locale,
  ApplicationCommandOptionType as Option,
} from 'discord-api-types/v10';
import { channelPayload, memberPayload, messagePayload } from './payloads.ts';
import type { World, WorldChannel, WorldMessage } from './world.ts';

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** Who does it and where. */
export interface Actor {
  readonly by: string;
  readonly channel: WorldChannel;
}

/** The largest upload without a boost. Source: Discord API reference, "Uploading Files". */
const ATTACHMENT_SIZE_LIMIT = 10 * 1024 * 1024;

/** What every interaction carries, in a guild and in direct messages. */
function base(world: World, { by, channel }: Actor) {
  const id = world.mint();
  const about = world.user(by);
  const locale = about.locale as Locale;
  const shared = {
    id,
    application_id: world.bot,
    token: `token-of-${id}`,
    version: 1 as const,
    locale,
    entitlements: [],
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
    channel: channelPayload(world, channel),
    channel_id: channel.id,
    app_permissions: world.permissions(world.bot, channel).toString(),
  };
  if (channel.guild === undefined) {
    const withBot = channel.recipients.includes(world.bot);
    const context = withBot ? InteractionContextType.BotDM : InteractionContextType.PrivateChannel;
    const owners = withBot ? { [ApplicationIntegrationType.GuildInstall]: '0' } : {};
    const installed = { ...owners, [ApplicationIntegrationType.UserInstall]: by };
    return { ...shared, context, user: about.user, authorizing_integration_owners: installed };
  }
  const guild = world.guild(channel.guild);
  return {
    ...shared,
    context: InteractionContextType.Guild,
    guild_id: guild.id,
    guild: { id: guild.id, features: [], locale },
    guild_locale: locale,
    member: { ...memberPayload(world, guild, by), permissions: world.permissions(by, channel).toString() },
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: guild.id },
  };
}

/** The registered command that this person can see in this channel. */
function findCommand(world: World, channel: WorldChannel, name: string): APIApplicationCommand {
  const scopes = [channel.guild ?? '', ''].flatMap((scope) => world.commands.get(scope) ?? []);
  const command = scopes.find((one) => one.name === name && isOffered(one, channel, world.bot));
  if (command === undefined) throw new Error(`The bot offers no command "${name}" here.`);
  return command;
}

function isOffered(command: APIApplicationCommand, channel: WorldChannel, bot: string): boolean {
  if (channel.guild !== undefined) return command.contexts?.includes(InteractionContextType.Guild) ?? true;
  const withBot = channel.recipients.includes(bot);
  if (withBot) return command.contexts?.includes(InteractionContextType.BotDM) ?? command.dm_permission ?? true;
  return command.contexts?.includes(InteractionContextType.PrivateChannel) ?? false;
}

/** A slash command; `path` is its name and the subcommands below it, parted by spaces. */
export function slashEvent(world: World, actor: Actor, path: string, values: OptionValues): APIInteraction {
  const { command, options, resolved } = fillIn(world, actor, path, values);
  const about = { id: command.id, name: command.name, type: ApplicationCommandType.ChatInput as const };
  const data = { ...about, options, ...resolved };
  return {
    ...base(world, actor),
    type: InteractionType.ApplicationCommand,
    data,
  } as APIChatInputApplicationCommandInteraction;
}

/** What a person sees offered while typing into one option. */
export function autocompleteEvent(
  world: World,
  actor: Actor & { path: string },
  typed: { readonly option: string; readonly text: string; readonly options?: OptionValues },
): APIInteraction {
  const values = { ...typed.options, [typed.option]: typed.text };
  const { command, options } = fillIn(world, actor, actor.path, values, typed.option);
  const about = { id: command.id, name: command.name, type: ApplicationCommandType.ChatInput as const };
  const data = { ...about, options } as Required<Pick<APIAutocompleteApplicationCommandInteractionData, 'options'>> &
    APIAutocompleteApplicationCommandInteractionData;
  return { ...base(world, actor), type: InteractionType.ApplicationCommandAutocomplete, data };
}

export function menuEvent(world: World, actor: Actor, name: string, target: WorldMessage): APIInteraction {
  const command = findCommand(world, actor.channel, name);
  // The command shows the bot the very message it was used on, intent or not.
  const resolved = { messages: { [target.message.id]: messagePayload(world, target) } };
  const about = { id: command.id, name, type: ApplicationCommandType.Message as const };
  const data = { ...about, target_id: target.message.id, resolved };
  const event = { ...base(world, actor), type: InteractionType.ApplicationCommand as const, data };
  return event satisfies APIMessageApplicationCommandInteraction;
}

export function componentEvent(
  world: World,
  actor: Actor & { source: WorldMessage },
  data: APIMessageComponentInteractionData,
): APIInteraction {
  const message = messagePayload(world, actor.source);
  const event = { ...base(world, actor), type: InteractionType.MessageComponent as const, message, data };
  return event satisfies APIMessageComponentInteraction;
}

export function modalEvent(
  world: World,
  actor: Actor & { source?: WorldMessage },
  data: APIModalSubmitInteraction['data'],
): APIInteraction {
  const message = actor.source === undefined ? {} : { message: messagePayload(world, actor.source) };
  const event = { ...base(world, actor), type: InteractionType.ModalSubmit as const, ...message, data };
  return event satisfies APIModalSubmitInteraction;
}

interface FilledIn {
  readonly command: APIApplicationCommand;
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved: { resolved?: APIInteractionDataResolved };
}

/** Nests the values under their subcommands, typed as the command was registered. */
function fillIn(world: World, actor: Actor, path: string, values: OptionValues, focused?: string): FilledIn {
  const [name = '', ...below] = path.replace(/^\//, '').split(' ');
  const command = findCommand(world, actor.channel, name);
  const steps: APIApplicationCommandOption[] = [];
  let offered = command.options ?? [];
  for (const step of below) {
    const next = offered.find((option) => option.name === step);
    if (next === undefined) throw new Error(`The command "${path}" has no part "${step}".`);
    steps.push(next);
    offered = ('options' in next && next.options) || [];
  }
  const missing = offered.find((option) => 'required' in option && option.required && !(option.name in values));
  if (missing !== undefined && focused === undefined) throw new Error(`"${path}" needs the option "${missing.name}".`);
  const filled = Object.entries(values).map(([key, value]) => {
    const option = offered.find((one) => one.name === key);
    if (option === undefined) throw new Error(`"${path}" has no option "${key}".`);
    const focus = key === focused ? { focused: true } : {};
    return { name: key, type: option.type, value, ...focus } as APIApplicationCommandInteractionDataBasicOption;
  });
  const options = steps.reduceRight<APIApplicationCommandInteractionDataOption[]>(
    (inner, step) => [
      { name: step.name, type: step.type, options: inner } as APIApplicationCommandInteractionDataOption,
    ],
    filled,
  );
  return { command, options, resolved: resolve(world, actor, filled) };
}

/** The people and channels that options name, as Discord hands them along. */
function resolve(
  world: World,
  { by, channel }: Actor,
  options: readonly APIApplicationCommandInteractionDataBasicOption[],
): { resolved?: APIInteractionDataResolved } {
  const resolved: Required<Pick<APIInteractionDataResolved, 'users' | 'members' | 'channels'>> = {
    users: {},
    members: {},
    channels: {},
  };
  const guild = channel.guild === undefined ? undefined : world.guild(channel.guild);
  for (const option of options) {
    if (option.type === Option.User) {
      resolved.users[option.value] = world.user(option.value).user;
      if (guild?.members.has(option.value)) {
        const { user: _, ...member } = memberPayload(world, guild, option.value);
        const permissions = world.permissions(option.value, channel).toString();
        resolved.members[option.value] = { ...member, permissions };
      }
    }
    if (option.type === Option.Channel) {
      const named = world.channel(option.value);
      const permissions = world.permissions(by, named).toString();
      const payload = { id: named.id, name: named.name, type: named.type, permissions };
      resolved.channels[option.value] = payload as APIInteractionDataResolvedChannel;
    }
  }
  const kept = Object.entries(resolved).filter(([, entries]) => Object.keys(entries).length > 0);
  return kept.length === 0 ? {} : { resolved: Object.fromEntries(kept) };
}
