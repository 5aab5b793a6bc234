import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  DiscordAPIError,
  InteractionContextType,
  type REST,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Menu, NamedCommand, Option } from '../../ports/command.ts';

/** Everything a partner types begins with `/nod`. */
const ROOT = 'nod';
const ROOT_SUMMARY = 'Nod, for the two of you';

type SubcommandGroup = Extract<APIApplicationCommandOption, { type: ApplicationCommandOptionType.SubcommandGroup }>;

/** As Discord takes them: what is typed, and what stands in the menu of a message. */
export type CommandDescriptions = [
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  ...RESTPostAPIContextMenuApplicationCommandsJSONBody[],
];

/** The one command that is typed, and after it the entries in the menu of a message, in order of name. */
export function describeCommands(commands: readonly NamedCommand[]): CommandDescriptions {
  const menus = commands.flatMap(({ command }) => Object.entries(command.menus ?? {}));
  return [describeTyped(commands), ...menus.map(describeMenu).sort((a, b) => (a.name < b.name ? -1 : 1))];
}

/** The one global command with a subcommand for `me` and a group for `data/export`, in order of name. */
function describeTyped(commands: readonly NamedCommand[]): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const typed = commands.filter(({ command }) => command.hidden !== true);
  const alone = typed.filter(({ path }) => !path.includes('/')).map((command) => subcommand(command.path, command));
  const options = [...alone, ...groupsOf(typed)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    type: ApplicationCommandType.ChatInput,
    name: ROOT,
    description: ROOT_SUMMARY,
    // Where a subcommand may be used cannot differ within one command: `where` is checked when it is used.
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options,
  };
}

/** In two people's own direct messages an app is there for whoever has installed it for themselves. */
function describeMenu([name, { where }]: [string, Menu]): RESTPostAPIContextMenuApplicationCommandsJSONBody {
  const isDirect = where.includes('direct');
  return {
    type: ApplicationCommandType.Message,
    name,
    contexts: [
      ...(where.includes('channel') ? [InteractionContextType.Guild] : []),
      ...(isDirect ? [InteractionContextType.PrivateChannel] : []),
    ],
    integration_types: [
      ApplicationIntegrationType.GuildInstall,
      ...(isDirect ? [ApplicationIntegrationType.UserInstall] : []),
    ],
  };
}

/** Tells Discord about the commands, only if it knows others: a change takes a while to reach every device. */
export async function registerCommands(
  rest: REST,
  application: string,
  commands: readonly NamedCommand[],
): Promise<'unchanged' | 'changed'> {
  const route = Routes.applicationCommands(application);
  const wanted = describeCommands(commands);
  const known = (await rest.get(route)) as APIApplicationCommand[];
  if (JSON.stringify(known.map(essence)) === JSON.stringify(wanted.map(essence))) return 'unchanged';
  try {
    await rest.put(route, { body: wanted });
  } catch (error) {
    if (!isInvalid(error)) throw error;
    // An application need not be one that people can add to their own apps: the entries stay in the channel then.
    await rest.put(route, { body: wanted.map(inServersAlone) });
  }
  return 'changed';
}

function isInvalid(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 400;
}

function inServersAlone(described: CommandDescriptions[number]): CommandDescriptions[number] {
  const contexts = described.contexts?.filter((context) => context !== InteractionContextType.PrivateChannel) ?? [];
  return { ...described, contexts, integration_types: [ApplicationIntegrationType.GuildInstall] };
}

function groupsOf(commands: readonly NamedCommand[]): readonly SubcommandGroup[] {
  const groups = new Map<string, APIApplicationCommandSubcommandOption[]>();
  for (const command of commands) {
    const [group, name] = command.path.split('/');
    if (group === undefined || name === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), subcommand(name, command)]);
  }
  return [...groups].map(([name, options]) => ({
    type: ApplicationCommandOptionType.SubcommandGroup,
    name,
    description: `/${ROOT} ${name}: ${options.map((option) => option.name).join(', ')}`,
    options: options.sort((a, b) => (a.name < b.name ? -1 : 1)),
  }));
}

function subcommand(name: string, { command }: NamedCommand): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description: command.summary,
    // Discord wants the required ones first.
    options: command.options
      .toSorted((a, b) => Number(b.required ?? false) - Number(a.required ?? false))
      .map(describeOption),
  };
}

function describeOption(option: Option): APIApplicationCommandBasicOption {
  const shared = { name: option.name, description: option.summary, required: option.required ?? false };
  switch (option.kind) {
    case 'partner':
      return { ...shared, type: ApplicationCommandOptionType.User };
    case 'channel':
      return { ...shared, type: ApplicationCommandOptionType.Channel, channel_types: [ChannelType.GuildText] };
    case 'number':
      return { ...shared, type: ApplicationCommandOptionType.Number };
    case 'yes-no':
      return { ...shared, type: ApplicationCommandOptionType.Boolean };
    case 'choice': {
      const choices = option.choices.map(({ label, value }) => ({ name: label, value }));
      return { ...shared, type: ApplicationCommandOptionType.String, choices };
    }
    case 'text':
      return option.complete === undefined
        ? { ...shared, type: ApplicationCommandOptionType.String }
        : { ...shared, type: ApplicationCommandOptionType.String, autocomplete: true };
  }
}

interface Described {
  readonly type?: number | undefined;
  readonly name: string;
  readonly description?: string;
  readonly contexts?: readonly number[] | null | undefined;
  readonly integration_types?: readonly number[] | undefined;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly channel_types?: readonly number[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly Described[] | undefined;
}

/** What of a description Nod set: Discord adds ids and versions, and leaves out what equals its defaults. */
function essence(described: Described): unknown {
  return [
    described.type ?? ApplicationCommandType.ChatInput,
    described.name,
    described.description ?? '',
    described.contexts?.toSorted() ?? [],
    described.integration_types?.toSorted() ?? [],
    described.required ?? false,
    described.autocomplete ?? false,
    described.channel_types?.toSorted() ?? [],
    (described.choices ?? []).map(({ name, value }) => [name, value]),
    (described.options ?? []).map(essence),
  ];
}
