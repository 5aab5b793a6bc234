import {
  GatewayCloseCodes as Close,
  GatewayDispatchEvents as Event,
  type GatewayIdentifyData,
  type GatewayRequestGuildMembersData,
  type GatewayResumeData,
  type GatewaySendPayload,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { GatewaySession } from './gateway-session.ts';
import { type Dispatch, disallowed } from './intents.ts';
import { guildCreatePayload, memberPayload } from './payloads.ts';
import { shardOf } from './snowflake.ts';
import type { World } from './world.ts';

/** How a connection is ended, or told to end. */
export type Kick = 'close' | 1000 | 4000 | 4004 | 4009 | 4014 | 'reconnect' | 'invalid-resumable' | 'invalid';

/** A frame that the bot sent. */
export type RecordedOp = GatewaySendPayload;

export interface GatewayTerms {
  readonly token: string;
  readonly heartbeatMilliseconds: number;
  readonly allow: { messageContent: boolean; guildMembers: boolean };
}

/** The WebSocket side: sessions come and go, the world stays. */
export class Gateway {
  readonly ops: RecordedOp[] = [];
  /** Where to resume; known once the server listens. */
  url = '';
  acks = true;
  /** While set, every IDENTIFY is answered by closing with this code. */
  turnAwayWith: number | undefined;
  /** Servers of which no session hears anything, now or later. */
  readonly out = new Set<string>();
  readonly #world: World;
  readonly #terms: GatewayTerms;
  readonly #sessions = new Map<string, GatewaySession>();
  readonly #sockets = new Set<WebSocket>();
  readonly #onActivity: () => void;
  #sessionCount = 0;

  constructor(world: World, terms: GatewayTerms, onActivity: () => void) {
    this.#world = world;
    this.#terms = terms;
    this.#onActivity = onActivity;
  }

  get sockets(): ReadonlySet<WebSocket> {
    return this.#sockets;
  }

  get connected(): number {
    return [...this.#sessions.values()].filter((session) => session.connected).length;
  }

  accept(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#closed(socket, code));
    socket.on('message', (bytes) => this.#received(socket, JSON.parse(String(bytes)) as GatewaySendPayload));
    send(socket, { op: Op.Hello, d: { heartbeat_interval: this.#terms.heartbeatMilliseconds } });
  }

  /** Tells every session that may hear it, connected or waiting to resume. */
  dispatch(dispatch: Dispatch, guild?: string): void {
    if (guild !== undefined && this.out.has(guild)) return;
    for (const session of this.#sessions.values()) session.tell(dispatch, guild);
    this.#onActivity();
  }

  kick(how: Kick): void {
    for (const socket of this.#sockets) {
      const session = this.#sessionOn(socket);
      // From here on events wait for the RESUME, so that none of them can slip through before the cut.
      session?.detach();
      const isOver = how === 'invalid' || how === 1000;
      if (isOver && session !== undefined) this.#sessions.delete(session.id);
      if (how === 'close') socket.terminate();
      else if (how === 'reconnect') send(socket, { op: Op.Reconnect, d: null });
      else if (how === 'invalid') send(socket, { op: Op.InvalidSession, d: false });
      else if (how === 'invalid-resumable') send(socket, { op: Op.InvalidSession, d: true });
      else socket.close(how);
    }
  }

  /** Refuses every RESUME of a session begun so far, so that what happens until the next IDENTIFY is lost. */
  forgetSessions(): void {
    for (const session of this.#sessions.values()) session.detach();
    this.#sessions.clear();
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #received(socket: WebSocket, frame: GatewaySendPayload): void {
    this.ops.push(frame);
    switch (frame.op) {
      case Op.Heartbeat:
        if (this.acks) send(socket, { op: Op.HeartbeatAck });
        break;
      case Op.Identify:
        this.#identify(socket, frame.d);
        break;
      case Op.Resume:
        this.#resume(socket, frame.d);
        break;
      case Op.RequestGuildMembers:
        this.#tellMembers(socket, frame.d);
        break;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestSoundboardSounds:
      case Op.RequestChannelInfo:
        break;
    }
    this.#onActivity();
  }

  #identify(socket: WebSocket, asked: GatewayIdentifyData): void {
    const refusal = this.#whyNot(asked);
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const shard = asked.shard ?? [0, 1];
    this.#dropOrphans(shard[0]);
    this.#sessionCount += 1;
    const id = `session-${this.#sessionCount}`;
    const session = new GatewaySession({ id, intents: asked.intents, shard, bot: this.#world.bot });
    this.#sessions.set(id, session);
    session.attach(socket);
    this.#greet(session);
  }

  #whyNot(asked: GatewayIdentifyData): number | undefined {
    if (asked.token !== this.#terms.token) return Close.AuthenticationFailed;
    if (disallowed(asked.intents, this.#terms.allow)) return Close.DisallowedIntents;
    return this.turnAwayWith;
  }

  /** READY, then each guild of the shard that is not out. */
  #greet(session: GatewaySession): void {
    const world = this.#world;
    const [shard, count] = session.shard;
    const own = [...world.guilds.values()].filter(
      (guild) => guild.members.has(world.bot) && shardOf(guild.id, count) === shard,
    );
    const ready = {
      v: 10,
      user: world.user(world.bot).user,
      guilds: own.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: [shard, count] as [number, number],
      application: { id: world.bot, flags: 0, flags_new: '0' },
    };
    session.push({ t: Event.Ready, d: ready });
    for (const guild of own) {
      if (this.out.has(guild.id)) continue;
      session.tell({ t: Event.GuildCreate, d: guildCreatePayload(world, guild) }, guild.id);
    }
  }

  #resume(socket: WebSocket, asked: GatewayResumeData): void {
    const session = this.#sessions.get(asked.session_id);
    if (session === undefined || asked.token !== this.#terms.token) {
      send(socket, { op: Op.InvalidSession, d: false });
      return;
    }
    session.attach(socket);
    session.replay(asked.seq);
    session.push({ t: Event.Resumed, d: undefined });
  }

  /** Members asked for by id; a list of all of them would need the privileged GuildMembers intent. */
  #tellMembers(socket: WebSocket, asked: GatewayRequestGuildMembersData): void {
    const guild = this.#world.guilds.get(asked.guild_id);
    if (guild === undefined || !('user_ids' in asked)) return;
    const wanted = [asked.user_ids].flat();
    const found = wanted.filter((id) => guild.members.has(id));
    const chunk = {
      guild_id: guild.id,
      members: found.map((id) => memberPayload(this.#world, guild, id)),
      chunk_index: 0,
      chunk_count: 1,
      not_found: wanted.filter((id) => !guild.members.has(id)),
      ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
    };
    this.#sessionOn(socket)?.push({ t: Event.GuildMembersChunk, d: chunk });
  }

  #sessionOn(socket: WebSocket): GatewaySession | undefined {
    return [...this.#sessions.values()].find((session) => session.isCarriedBy(socket));
  }

  /** A bot that identifies anew never comes back for the sessions of an earlier life. */
  #dropOrphans(shard: number): void {
    for (const session of this.#sessions.values()) {
      if (!session.connected && session.shard[0] === shard) this.#sessions.delete(session.id);
    }
  }

  /** A client that closes with 1000 or 1001 gives its session up. Source: Discord gateway documentation. */
  #closed(socket: WebSocket, code: number): void {
    this.#sockets.delete(socket);
    const session = this.#sessionOn(socket);
    session?.detach();
    if (session !== undefined && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    this.#onActivity();
  }
}

function send(socket: WebSocket, frame: { op: Op; d?: unknown }): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ s: null, t: null, ...frame }));
}
