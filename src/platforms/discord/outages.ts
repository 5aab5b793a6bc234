import { type Client, Events, GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import type { ChannelId } from '../../domain/ids.ts';
import { type Instant, MINUTE } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import { unreachable } from './failures.ts';
import type { Rooms } from './rooms.ts';
import type { Watch } from './watch.ts';

/**
 * Servers that nothing is heard from: from READY until Discord hands each over by its GUILD_CREATE, and in an outage.
 * What happens there meanwhile is never told, so it is read once they are heard: read sooner, the rest would be missed.
 */
export interface Outages {
  /** Names the watched channels that have to be read again because of this packet; those of READY are known to be. */
  noticed(packet: GatewayDispatchPayload): readonly ChannelId[];
  /** Resolves once what is said in the channel is heard; rejects as unreachable where that takes too long. */
  over(channel: ChannelId): Promise<void>;
}

/**
 * A server that is out so long is one that cannot be reached: whoever reads tries again, and in the end goes on
 * without, so that what has to be forgotten meanwhile is. Our choice.
 */
const LONGEST_OUT = 15 * MINUTE;

/** What may end an outage: a READY begins anew, without the servers that Nod was put out of. */
const MAY_END_IT: ReadonlySet<GatewayDispatchEvents> = new Set([
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.GuildCreate,
  GatewayDispatchEvents.GuildDelete,
]);

export interface OutageTerms {
  readonly client: Client;
  readonly clock: Clock;
  readonly watch: Watch;
  readonly guildOf: Rooms['guildOf'];
  /** Nobody waits any longer. */
  readonly stopping: AbortSignal;
}

export function createOutages({ client, clock, watch, guildOf, stopping }: OutageTerms): Outages {
  const out = new Set<string>();
  /** Channels that somebody was told to read and has not come to yet: told again, they would be read twice. */
  const promised = new Set<ChannelId>();
  /** Who waits for a channel; aborted once it is heard, or nobody waits any longer. */
  const waiting = new Set<{ readonly channel: ChannelId; readonly over: AbortController }>();

  function isOut(channel: ChannelId): boolean {
    const guild = guildOf(channel);
    // At the start nobody knows where it is; once discord.js waits for no more servers, it is in none that is there.
    return guild === undefined ? out.size > 0 && !client.isReady() : out.has(guild);
  }

  function lookAgain(): void {
    for (const { channel, over } of waiting) if (!isOut(channel)) over.abort();
  }

  function begin(guild: string): readonly ChannelId[] {
    if (out.has(guild)) return [];
    out.add(guild);
    const silenced = watch.channels().filter((channel) => guildOf(channel) === guild);
    for (const channel of silenced) promised.add(channel);
    return silenced;
  }

  function take(packet: GatewayDispatchPayload): readonly ChannelId[] {
    if (packet.t === GatewayDispatchEvents.Ready) {
      out.clear();
      promised.clear();
      for (const { id } of packet.d.guilds) out.add(id);
      for (const channel of watch.channels()) promised.add(channel);
      return [];
    }
    if (packet.t === GatewayDispatchEvents.GuildDelete) {
      if (packet.d.unavailable === true) return begin(packet.d.id);
      out.delete(packet.d.id);
      return [];
    }
    if (packet.t !== GatewayDispatchEvents.GuildCreate || packet.d.unavailable === true) return [];
    out.delete(packet.d.id);
    const heard = new Set<string>(packet.d.channels.map(({ id }) => id));
    return watch.channels().filter((channel) => heard.has(channel) && !promised.has(channel));
  }

  /** Resolves once the channel is heard, or then. */
  async function heardOr(until: Instant, channel: ChannelId): Promise<void> {
    const over = new AbortController();
    const one = { channel, over };
    waiting.add(one);
    await clock.sleepUntil(until, over.signal).catch(() => {});
    waiting.delete(one);
  }

  client.on(Events.ClientReady, lookAgain);
  stopping.addEventListener('abort', () => {
    for (const { over } of waiting) over.abort();
  });

  return {
    noticed(packet) {
      const silenced = take(packet);
      // Whoever waits goes on when discord.js has taken the packet in as well, and knows what is in the server.
      if (MAY_END_IT.has(packet.t)) queueMicrotask(lookAgain);
      return silenced;
    },
    async over(channel) {
      const until = clock.now() + LONGEST_OUT;
      while (isOut(channel) && clock.now() < until && !stopping.aborted) await heardOr(until, channel);
      promised.delete(channel); // told again once it is heard, if it is not now
      if (isOut(channel)) throw unreachable('Discord has lost the server for now.');
    },
  };
}
