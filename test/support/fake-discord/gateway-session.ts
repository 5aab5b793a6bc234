import { type GatewayDispatchPayload, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { asSeen, type Dispatch, hears } from './intents.ts';
import { shardOf } from './snowflake.ts';

/**
 * One identified session: it numbers its events, keeps them for a RESUME, and outlives the sockets that carry it.
 */
export class GatewaySession {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly #bot: string;
  readonly #log: GatewayDispatchPayload[] = [];
  #socket: WebSocket | undefined;

  constructor(about: { id: string; intents: number; shard: readonly [number, number]; bot: string }) {
    this.id = about.id;
    this.intents = about.intents;
    this.shard = about.shard;
    this.#bot = about.bot;
  }

  get connected(): boolean {
    return this.#socket !== undefined;
  }

  isCarriedBy(socket: WebSocket): boolean {
    return this.#socket === socket;
  }

  attach(socket: WebSocket): void {
    this.#socket = socket;
  }

  /** From here on events are only kept, until somebody resumes. */
  detach(): void {
    this.#socket = undefined;
  }

  /** Tells the session of an event if its shard and intents cover it; returns whether they do. */
  tell(dispatch: Dispatch, guild: string | undefined): boolean {
    const [shard, count] = this.shard;
    if ((guild === undefined ? 0 : shardOf(guild, count)) !== shard) return false;
    if (!hears(this.intents, dispatch.t, guild !== undefined)) return false;
    this.push(asSeen(dispatch, this.intents, this.#bot));
    return true;
  }

  /** Numbers and sends an event whatever the intents, as READY and RESUMED are. */
  push(dispatch: Dispatch): void {
    const numbered = { op: Op.Dispatch, s: this.#log.length + 1, ...dispatch } as GatewayDispatchPayload;
    this.#log.push(numbered);
    this.#send(numbered);
  }

  /** Sends again all that came after the sequence number. */
  replay(after: number): void {
    for (const payload of this.#log.slice(after)) this.#send(payload);
  }

  #send(payload: GatewayDispatchPayload): void {
    if (this.#socket?.readyState === this.#socket?.OPEN) this.#socket?.send(JSON.stringify(payload));
  }
}
