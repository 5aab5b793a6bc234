import {
  type APIApplicationCommand,
  type APIGatewayBotInfo,
  type APIGuildMember,
  ApplicationFlags,
  GatewayDispatchEvents as Event,
  type RESTPostAPIApplicationCommandsJSONBody,
  type RESTPostAPICurrentUserCreateDMChannelJSONBody,
} from 'discord-api-types/v10';
import { refuse } from './faults.ts';
import { checkCommands } from './limits.ts';
import {
  channelPayload,
  directChannelPayload,
  guildChannelPayload,
  guildPayload,
  memberPayload,
  rolePayloads,
} from './payloads.ts';
import type { Call, Route } from './rest.ts';
import type { WorldGuild } from './world.ts';

function gatewayInfo(call: Call): APIGatewayBotInfo {
  const session_start_limit = { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 };
  return { url: call.gatewayUrl, shards: call.shards, session_start_limit };
}

function application(call: Call): unknown {
  const { bot } = call.world;
  const flags = call.messageContent ? ApplicationFlags.GatewayMessageContentLimited : 0;
  const names = { name: 'Nod', icon: null, description: '', summary: '', verify_key: '' };
  const owner = { owner: call.world.user(bot).user, team: null, flags, flags_new: String(flags) };
  return {
    id: bot,
    bot: call.world.user(bot).user,
    bot_public: false,
    bot_require_code_grant: false,
    ...names,
    ...owner,
  };
}

/** A guild that the bot is in. */
function joined(call: Call): WorldGuild {
  const guild = call.world.guild(call.params['guild'] ?? '');
  if (!guild.members.has(call.world.bot)) throw refuse(50001);
  return guild;
}

function member(call: Call): APIGuildMember {
  const guild = joined(call);
  const id = call.params['user'] ?? '';
  call.world.user(id);
  if (!guild.members.has(id)) throw refuse(10007);
  return memberPayload(call.world, guild, id);
}

/** All members at once; needs the privileged GuildMembers intent switched on for the application. */
function members(call: Call): APIGuildMember[] {
  const guild = joined(call);
  if (!call.guildMembers) throw refuse(50001);
  const after = BigInt(call.query.get('after') ?? 0);
  const ids = [...guild.members.keys()].filter((id) => BigInt(id) > after);
  return ids.slice(0, Number(call.query.get('limit') ?? 1)).map((id) => memberPayload(call.world, guild, id));
}

function register(call: Call, asked: readonly RESTPostAPIApplicationCommandsJSONBody[]): APIApplicationCommand[] {
  checkCommands(asked);
  const guild = call.params['guild'];
  return asked.map((command) => ({
    default_member_permissions: null,
    description: '',
    ...command,
    id: call.world.mint(),
    type: command.type ?? 1,
    application_id: call.world.bot,
    version: call.world.mint(),
    ...(guild === undefined ? {} : { guild_id: guild }),
  })) as APIApplicationCommand[];
}

function commandRoutes(path: string): Route[] {
  const scope = (call: Call) => call.params['guild'] ?? '';
  const held = (call: Call) => call.world.commands.get(scope(call)) ?? [];
  return [
    { on: `GET ${path}`, run: held },
    {
      on: `PUT ${path}`,
      run(call) {
        const registered = register(call, call.body as RESTPostAPIApplicationCommandsJSONBody[]);
        call.world.commands.set(scope(call), registered);
        return registered;
      },
    },
    {
      on: `POST ${path}`,
      run(call) {
        const [added] = register(call, [call.body as RESTPostAPIApplicationCommandsJSONBody]);
        if (added === undefined) throw refuse(50035);
        const others = held(call).filter(({ name, type }) => name !== added.name || type !== added.type);
        call.world.commands.set(scope(call), [...others, added]);
        return added;
      },
    },
    {
      on: `DELETE ${path}/:command`,
      run(call) {
        const left = held(call).filter(({ id }) => id !== call.params['command']);
        if (left.length === held(call).length) throw refuse(10063);
        call.world.commands.set(scope(call), left);
      },
    },
  ];
}

export const GUILD_ROUTES: readonly Route[] = [
  { on: 'GET /gateway', run: (call) => ({ url: call.gatewayUrl }) },
  { on: 'GET /gateway/bot', run: gatewayInfo },
  { on: 'GET /applications/@me', run: application },
  { on: 'GET /oauth2/applications/@me', run: application },
  ...commandRoutes('/applications/:application/commands'),
  ...commandRoutes('/applications/:application/guilds/:guild/commands'),
  { on: 'GET /users/@me', run: (call) => call.world.user(call.world.bot).user },
  { on: 'GET /users/:user', run: (call) => call.world.user(call.params['user'] ?? '').user },
  {
    on: 'POST /users/@me/channels',
    run(call) {
      const { recipient_id } = call.body as RESTPostAPICurrentUserCreateDMChannelJSONBody;
      const { user } = call.world.user(recipient_id ?? '');
      if (user.bot) throw refuse(50007);
      return directChannelPayload(call.world, call.world.directChannel(user.id));
    },
  },
  {
    on: 'GET /users/@me/guilds',
    run: ({ world }) =>
      [...world.guilds.values()].filter(({ members }) => members.has(world.bot)).map(({ id, name }) => ({ id, name })),
  },
  {
    on: 'DELETE /users/@me/guilds/:guild',
    run(call) {
      const guild = joined(call);
      guild.members.delete(call.world.bot);
      call.tellAll({ t: Event.GuildDelete, d: { id: guild.id } }, guild.id);
    },
  },
  {
    on: 'GET /channels/:channel',
    run: (call) => channelPayload(call.world, call.world.openToBot(call.params['channel'] ?? '')),
  },
  {
    on: 'GET /guilds/:guild',
    run(call) {
      const guild = joined(call);
      const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 0 };
      return { ...guildPayload(call.world, guild), ...(call.query.get('with_counts') === 'true' ? counts : {}) };
    },
  },
  {
    on: 'GET /guilds/:guild/channels',
    run(call) {
      const { id } = joined(call);
      const channels = [...call.world.channels.values()].filter(
        ({ guild, parent }) => guild === id && parent === undefined,
      );
      return channels.map(guildChannelPayload);
    },
  },
  { on: 'GET /guilds/:guild/roles', run: (call) => rolePayloads(call.world, joined(call)) },
  // Everyone's role is left out, as Discord does.
  { on: 'GET /guilds/:guild/roles/member-counts', run: (call) => ({ [joined(call).botRole]: 1 }) },
  { on: 'GET /guilds/:guild/members', run: members },
  { on: 'GET /guilds/:guild/members/:user', run: member },
];
