import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Instant } from '../../../src/domain/time.ts';
import { type Fault, Faults } from './faults.ts';
import { Gateway, type Kick, type RecordedOp } from './gateway.ts';
import { GUILD_ROUTES } from './guild-routes.ts';
import { Happenings } from './happenings.ts';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { ACKNOWLEDGE_WITHIN, Interactions } from './interactions.ts';
import { MESSAGE_ROUTES } from './message-routes.ts';
import { type RecordedCall, Rest } from './rest.ts';
import { World } from './world.ts';

export interface FakeDiscordOptions {
  /** The time that ids and timestamps carry; pass the clock of the test. */
  readonly now: () => Instant;
  readonly token: string;
  /** Whether the MessageContent intent is switched on in the developer portal; default yes. */
  readonly allowMessageContent?: boolean;
  /** The same for the GuildMembers intent; default no, as Nod does not ask for it. */
  readonly allowGuildMembers?: boolean;
  /** Real milliseconds between heartbeats. */
  readonly heartbeatMilliseconds?: number;
  /** How long, in real time, a person waits for an interaction to be acknowledged; default 3 s. */
  readonly patienceMilliseconds?: number;
  /** How many shards `GET /gateway/bot` recommends. */
  readonly shards?: number;
}

/** Discord's own interval is 41.25 s: none within a test, unless the test asks for it. */
const HEARTBEAT_MILLISECONDS = 41_250;
const WAIT_AT_MOST_MILLISECONDS = 5_000;
const LOOK_EVERY_MILLISECONDS = 5;
/** Rounds without any activity before everything counts as settled. */
const QUIET_ROUNDS = 3;

/** The machine room: sockets, faults and waiting. What people do is in `FakeDiscord`. */
export class DiscordServer {
  readonly world: World;
  protected readonly gateway: Gateway;
  protected readonly happenings: Happenings;
  protected readonly interactions: Interactions;
  readonly #rest: Rest;
  readonly #faults = new Faults();
  readonly #sockets = new Set<Socket>();
  #http: Server | undefined;
  #port = 0;
  #activity = 0;

  constructor(options: FakeDiscordOptions) {
    const onActivity = () => {
      this.#activity += 1;
    };
    const allow = {
      messageContent: options.allowMessageContent ?? true,
      guildMembers: options.allowGuildMembers ?? false,
    };
    const { token, heartbeatMilliseconds = HEARTBEAT_MILLISECONDS } = options;
    this.world = new World(options.now);
    this.gateway = new Gateway(this.world, { token, heartbeatMilliseconds, allow }, onActivity);
    this.happenings = new Happenings(this.world, this.gateway);
    this.interactions = new Interactions(
      this.world,
      { gateway: this.gateway, happenings: this.happenings },
      options.patienceMilliseconds ?? ACKNOWLEDGE_WITHIN,
    );
    const context = () => ({
      world: this.world,
      happenings: this.happenings,
      interactions: this.interactions,
      tellAll: this.gateway.dispatch.bind(this.gateway),
      ...allow,
      gatewayUrl: this.gateway.url,
      shards: options.shards ?? 1,
    });
    const routes = [...GUILD_ROUTES, ...MESSAGE_ROUTES, ...INTERACTION_ROUTES];
    this.#rest = new Rest({ token, faults: this.#faults, routes, context, onActivity });
  }

  /** What `DISCORD_API_BASE` is set to. */
  get apiBase(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  /** Every REST call, oldest first. */
  get rest(): readonly RecordedCall[] {
    return this.#rest.calls;
  }

  /** Every frame that bots sent, oldest first. */
  get ops(): readonly RecordedOp[] {
    return this.gateway.ops;
  }

  /** How many sessions have a living socket. */
  get connected(): number {
    return this.gateway.connected;
  }

  /** Listens; after a `stop` it comes back on the same port with everything it remembers. */
  async start(port = this.#port): Promise<void> {
    const http = createServer((request, response) => void this.#rest.serve(request, response));
    const sockets = new WebSocketServer({ server: http });
    sockets.on('connection', (socket) => this.gateway.accept(socket));
    http.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
    this.#http = http;
    this.#port = (http.address() as AddressInfo).port;
    this.gateway.url = `ws://127.0.0.1:${this.#port}`;
  }

  /** Cuts every connection and stops listening. */
  async stop(): Promise<void> {
    const http = this.#http;
    if (http === undefined) return;
    this.#http = undefined;
    this.gateway.close();
    const closed = new Promise((resolve) => http.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Makes the next matching REST calls fail. */
  fault(fault: Fault): void {
    this.#faults.arm(fault);
  }

  clearFaults(): void {
    this.#faults.clear();
  }

  /** Ends every connection, in one of the ways Discord does. */
  kick(how: Kick): void {
    this.gateway.kick(how);
  }

  /** Refuses every RESUME of a session begun so far: what happens until the next IDENTIFY is lost. */
  forgetSessions(): void {
    this.gateway.forgetSessions();
  }

  /** Stops answering heartbeats, until `resumeAcks`. */
  pauseAcks(): void {
    this.gateway.acks = false;
  }

  resumeAcks(): void {
    this.gateway.acks = true;
  }

  /** Closes every connection that identifies, with this code; undefined takes it back. */
  turnAway(code: number | undefined): void {
    this.gateway.turnAwayWith = code;
  }

  /** Waits until the predicate gives something truthy, and gives it; looks again every few milliseconds. */
  async waitFor<T>(predicate: () => T, within = WAIT_AT_MOST_MILLISECONDS): Promise<NonNullable<T>> {
    const deadline = performance.now() + within;
    for (;;) {
      const found = predicate();
      if (found) return found;
      if (performance.now() > deadline) throw new Error(`Waited ${within} ms in vain for ${predicate}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
    }
  }

  /**
   * Resolves once the bots have read all that was sent to them and no REST call is under way. Each round pings
   * every socket, which takes the bot's process at least one turn of its loop. It does not wait for a bot that is
   * gone or about to reconnect: use `waitFor` for that.
   */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_ROUNDS; ) {
      const before = this.#activity;
      await Promise.all([...this.gateway.sockets].map(pong));
      await new Promise((resolve) => setImmediate(resolve));
      quiet = this.#activity === before && this.#rest.inFlight === 0 ? quiet + 1 : 0;
    }
  }
}

/** Resolves when the other side has answered a ping, or is gone. */
function pong(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('pong', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('pong', done);
    socket.once('close', done);
    if (socket.readyState === socket.OPEN) socket.ping();
    else done();
  });
}
