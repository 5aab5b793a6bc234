import type { Client, GatewayDispatchPayload } from 'discord.js';
import { GatewayDispatchEvents, PermissionFlagsBits, Routes } from 'discord.js';
import type { ChannelId } from '../../domain/ids.ts';
import type { Log } from '../../ports/log.ts';
import { codeOf } from './failures.ts';
import type { Watch } from './watch.ts';

/** The servers and channels Nod is in, as the gateway last told. */
export interface Rooms {
  /** Whether Nod stays in a server. */
  admits(guild: string): boolean;
  /** The server of a channel; undefined for a direct message. */
  guildOf(channel: ChannelId): string | undefined;
  /** Leaves servers nobody asked Nod into, and names the watched channels that are lost by this packet. */
  noticed(packet: GatewayDispatchPayload): readonly ChannelId[];
  /** Whether Nod may read there; true where nothing is known about the channel. */
  mayRead(channel: ChannelId): boolean;
}

export interface RoomTerms {
  readonly client: Client;
  readonly watch: Watch;
  /** The only servers to stay in; any, when undefined. */
  readonly guilds: readonly string[] | undefined;
  readonly log: Log;
}

const NEEDED_TO_READ = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

export function createRooms({ client, watch, guilds, log }: RoomTerms): Rooms {
  const admits = (guild: string) => guilds === undefined || guilds.includes(guild);

  function guildChannel(channel: ChannelId) {
    const known = client.channels.cache.get(channel);
    return known === undefined || known.isDMBased() ? undefined : known;
  }

  async function leave(guild: string): Promise<void> {
    try {
      await client.rest.delete(Routes.userGuild(guild));
      log.info({}, 'left a server that is not in NOD_GUILDS');
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'could not leave a server that is not in NOD_GUILDS');
    }
  }

  function mayRead(channel: ChannelId): boolean {
    const known = guildChannel(channel);
    const me = known?.guild.members.me;
    return !known || !me || known.permissionsFor(me).has(NEEDED_TO_READ);
  }

  function noticed(packet: GatewayDispatchPayload): readonly ChannelId[] {
    if (packet.t === GatewayDispatchEvents.GuildCreate) {
      if (!admits(packet.d.id)) void leave(packet.d.id);
      return [];
    }
    if (packet.t === GatewayDispatchEvents.GuildDelete) {
      if (packet.d.unavailable === true) return []; // it comes back: outages.ts
      const gone = packet.d.id;
      return watch.channels().filter((channel) => guildChannel(channel)?.guildId === gone);
    }
    if (packet.t === GatewayDispatchEvents.ChannelDelete) {
      const gone = packet.d.id;
      return watch.channels().filter((channel) => channel === gone);
    }
    return [];
  }

  return { admits, guildOf: (channel) => guildChannel(channel)?.guildId, noticed, mayRead };
}
