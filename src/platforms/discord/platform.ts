import { type Client, Events, GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import type { ChannelId, MessageId } from '../../domain/ids.ts';
import { MINUTE } from '../../domain/time.ts';
import { NodError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { NamedCommand } from '../../ports/command.ts';
import type { Log } from '../../ports/log.ts';
import type { Platform, PlatformListener } from '../../ports/platform.ts';
import { createAbsence } from './absence.ts';
import { type ClientChoices, createClient } from './client.ts';
import { type ConnectionHealth, createConnection, START_DEADLINE_SECONDS } from './connection.ts';
import { type Heard, hear } from './events.ts';
import { channelUnknown, codeOf, nameFailure, tokenRejected } from './failures.ts';
import { createHistory } from './history.ts';
import { inspect } from './inspect.ts';
import { namesIn } from './names.ts';
import { createOutages, type Outages } from './outages.ts';
import { createPresses } from './presses.ts';
import { registerCommands } from './registry.ts';
import { createRooms, type Rooms } from './rooms.ts';
import { cursorAt } from './snowflake.ts';
import { createVoice } from './voice.ts';
import { createWatch, type Watch } from './watch.ts';
import { createWhisper } from './whisper.ts';

/** How long until commands that could not be registered are tried again. */
const REGISTERS_AGAIN = MINUTE;

export interface DiscordTerms extends ClientChoices {
  readonly token: string;
  /** The only servers Nod stays in; any, when undefined. */
  readonly guilds: readonly string[] | undefined;
  readonly commands: readonly NamedCommand[];
  readonly clock: Clock;
  readonly log: Log;
  /** `start` gives up after this. */
  readonly startDeadlineSeconds?: number | undefined;
  /** Discord will never be heard again as things stand; the process has to end, and say why. */
  readonly onFatal?: ((error: NodError) => void) | undefined;
}

export interface DiscordHealth extends ConnectionHealth {
  /** How often Discord asked for patience. */
  readonly rateLimits: number;
}

/** Discord as a platform, and how it is doing. */
export interface DiscordPlatform extends Platform {
  health(): DiscordHealth;
}

export function createDiscordPlatform(terms: DiscordTerms): DiscordPlatform {
  const { clock, log } = terms;
  let rateLimits = 0;
  let started = false;
  let fatal: NodError | undefined;
  const client = createClient(terms, {
    onRateLimited() {
      rateLimits += 1;
    },
    onTokenRefused: () => end(tokenRejected()),
  });
  const watch = createWatch();
  const rooms = createRooms({ client, watch, guilds: terms.guilds, log });
  const stopped = new AbortController();
  const outages = createOutages({ client, clock, watch, guildOf: rooms.guildOf, stopping: stopped.signal });
  const absence = createAbsence({ client, clock, log });
  const connection = createConnection({
    client,
    token: terms.token,
    clock,
    deadlineSeconds: terms.startDeadlineSeconds ?? START_DEADLINE_SECONDS,
    onFatal: end,
  });
  let self = ''; // discord.js knows it only once READY has been taken in, and by then much is asked
  const bot = () => self;
  client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
    if (packet.t === GatewayDispatchEvents.Ready) self = packet.d.user.id;
  });
  const history = createHistory({ rest: client.rest, watch, mayRead: rooms.mayRead, heard: outages.over });
  const whisper = createWhisper(client.rest, bot);
  client.on(Events.Error, () => log.warn({}, 'the connection to Discord had a hiccup'));
  client.on(Events.ShardError, () => log.warn({}, 'the connection to Discord had a hiccup'));

  /** Told once: the first reason brings others after it. Until Nod stands, it is `start` that fails. */
  function end(error: NodError): void {
    if (fatal !== undefined || stopped.signal.aborted) return;
    fatal = error;
    if (started) terms.onFatal?.(error);
  }

  async function start(listener: PlatformListener): Promise<void> {
    listen({ terms, client, watch, rooms, outages }, listener);
    await connection.open();
    try {
      await register({ terms, client, signal: stopped.signal });
      if (fatal !== undefined) throw fatal;
      started = true;
    } catch (error) {
      await stop();
      throw fatal ?? error;
    }
  }

  async function stop(): Promise<void> {
    stopped.abort();
    absence.stop();
    await connection.close();
  }

  return {
    name: 'discord',
    start,
    stop,
    watch: (channels) => watch.replace(channels),
    history: history.after,
    recall: history.recall,
    cursorAt,
    inspect: (channel, people) => inspect({ rest: client.rest, bot: bot(), now: clock.now() }, channel, people),
    post: whisper.post,
    whisper: whisper.whisper,
    findWhisper: whisper.find,
    whispers: whisper.all,
    rewrite: whisper.rewrite,
    remove: whisper.remove,
    linkTo: (channel, message) => linkTo(rooms, channel, message),
    async names(channel, people) {
      const guild = rooms.guildOf(channel);
      if (guild === undefined) throw channelUnknown();
      return namesIn(client.rest, guild, people);
    },
    health: () => ({ ...connection.health(), rateLimits }),
  };
}

interface Ears {
  readonly terms: DiscordTerms;
  readonly client: Client;
  readonly watch: Watch;
  readonly rooms: Rooms;
  readonly outages: Outages;
}

/**
 * Reads packets as the gateway hands them over, before discord.js makes its passing objects of them: Nod looks
 * at nothing that is not for it, and whatever follows a READY is told after `ready()`.
 */
function listen({ terms, client, watch, rooms, outages }: Ears, listener: PlatformListener): void {
  const { clock, log, commands } = terms;
  const whereIs = (guild: string, person: string) =>
    client.guilds.cache.get(guild)?.voiceStates.cache.get(person)?.channelId ?? undefined;
  const heardInVoice = createVoice({ whereIs, guildOf: rooms.guildOf });
  const interacted = createPresses({ rest: client.rest, commands, listener, clock, log, admits: rooms.admits });

  function takeIn(packet: GatewayDispatchPayload): void {
    const now = clock.now();
    const lost = [...rooms.noticed(packet), ...outages.noticed(packet)];
    // A session that was lost begins with READY too; `shardReady` comes seconds later, after first events.
    // What a resumed session missed has just been replayed; reading it again costs one call and finds repeats.
    if (packet.t === GatewayDispatchEvents.Ready) listener.ready();
    else if (packet.t === GatewayDispatchEvents.Resumed) listener.ready('resumed');
    else if (packet.t === GatewayDispatchEvents.InteractionCreate) void interacted(packet.d);
    else if (packet.t === GatewayDispatchEvents.VoiceStateUpdate) tell(heardInVoice(packet.d, watch, now));
    else tell(hear(packet, watch, now));
    for (const channel of lost) listener.lost(channel);
  }

  function tell(heard: readonly Heard[]): void {
    for (const { channel, event, dedupe } of heard) listener.heard(channel, event, dedupe);
  }

  client.on(Events.Raw, (packet: GatewayDispatchPayload) => {
    try {
      takeIn(packet);
    } catch (error) {
      // A surprise ends the one event, not the process.
      log.error({ code: codeOf(error), packet: packet.t }, 'one event could not be taken in');
    }
  });
  client.on(Events.ShardReconnecting, () => listener.away());
  client.on(Events.ShardDisconnect, () => listener.away());
  listenToRooms({ client, watch, rooms }, listener);
}

/** Tells when who can read a watched channel may have changed, Nod included; roles decide that as channels do. */
function listenToRooms(
  { client, watch, rooms }: Pick<Ears, 'client' | 'watch' | 'rooms'>,
  listener: PlatformListener,
): void {
  function look(isConcerned: (channel: ChannelId) => boolean): void {
    for (const channel of watch.channels().filter(isConcerned)) {
      if (rooms.mayRead(channel)) listener.changed(channel);
      else listener.lost(channel);
    }
  }

  const lookInto = (guild: string) => look((channel) => rooms.guildOf(channel) === guild);
  client.on(Events.ChannelUpdate, (_, { id }) => look((channel) => channel === id));
  client.on(Events.GuildCreate, ({ id }) => lookInto(id)); // asked in again; into the first ones everybody looks anyway
  const unseen = new Set<string>();
  client.on(Events.GuildUnavailable, ({ id }) => unseen.add(id));
  client.on(Events.GuildAvailable, ({ id }) => {
    if (unseen.delete(id)) lookInto(id); // after a READY all are looked into anyway
  });
  client.on(Events.GuildRoleUpdate, (_, { guild }) => lookInto(guild.id));
  client.on(Events.GuildRoleDelete, ({ guild }) => lookInto(guild.id));
  client.on(Events.GuildMemberUpdate, (_, { id, guild }) => {
    if (id === client.user?.id) lookInto(guild.id);
  });
}

/** Waits for the first attempt only: while Discord is unwell the old commands still work. */
async function register(about: { terms: DiscordTerms; client: Client; signal: AbortSignal }): Promise<void> {
  const { client, terms, signal } = about;
  const { clock, log, commands } = terms;
  try {
    const outcome = await registerCommands(client.rest, client.application?.id ?? '', commands);
    log.info({ outcome }, 'commands are registered');
  } catch (error) {
    const failure = nameFailure(error);
    if (!(failure instanceof NodError) || failure.code !== 'DISCORD_UNREACHABLE') throw failure;
    log.warn({ code: codeOf(failure) }, 'commands could not be registered yet');
    clock
      .sleepUntil(clock.now() + REGISTERS_AGAIN, signal)
      .then(() => register(about))
      .catch((later: unknown) => {
        if (!signal.aborted) log.error({ code: codeOf(later) }, 'commands could not be registered');
      });
  }
}

/** `@me` stands for direct messages, as in the address bar of the client. */
function linkTo(rooms: Rooms, channel: ChannelId, message: MessageId): string {
  return `https://discord.com/channels/${rooms.guildOf(channel) ?? '@me'}/${channel}/${message}`;
}
