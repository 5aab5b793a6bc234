import { type Client, Events, Status } from 'discord.js';
import { type Instant, SECOND } from '../../domain/time.ts';
import type { NodError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import { isFatalClose, nameClose, nameRefusedEntry, unreachable } from './failures.ts';

/** Long enough for a slow line and a full queue of identifies; `login()` itself may wait for ever. */
export const START_DEADLINE_SECONDS = 60;
/** How long a polite goodbye to the gateway may take. */
const GOODBYE = 5 * SECOND;

export interface ConnectionTerms {
  readonly client: Client;
  readonly token: string;
  readonly clock: Clock;
  readonly deadlineSeconds: number;
  /** The connection ended for good after it had stood; the process would idle on without a word. */
  readonly onFatal: (error: NodError) => void;
}

/** Whether Discord can be heard. */
export interface ConnectionHealth {
  readonly connected: boolean;
  /** When the gateway last answered a heartbeat. */
  readonly lastHeartbeatAt?: Instant;
}

export interface Connection {
  /** Resolves once the gateway has said READY; rejects with a NodError that names what to set right. */
  open(): Promise<void>;
  close(): Promise<void>;
  health(): ConnectionHealth;
}

export function createConnection(terms: ConnectionTerms): Connection {
  const { client, token, clock, onFatal } = terms;
  const closing = new AbortController();
  let stood = false;
  let fatalClose: number | undefined;

  client.on(Events.ShardDisconnect, ({ code }) => {
    if (!isFatalClose(code)) return;
    fatalClose = code;
    if (stood && !closing.signal.aborted) onFatal(nameClose(code));
  });

  async function open(): Promise<void> {
    const waiting = new AbortController();
    const signal = AbortSignal.any([waiting.signal, closing.signal]);
    const deadline = clock.sleepUntil(clock.now() + terms.deadlineSeconds * SECOND, signal).then(() => {
      throw unreachable(`Discord did not let Nod in within ${terms.deadlineSeconds} seconds.`);
    });
    try {
      await Promise.race([client.login(token), deadline]);
      stood = true;
    } catch (error) {
      await close();
      throw fatalClose === undefined ? nameRefusedEntry(error) : nameClose(fatalClose, error);
    } finally {
      waiting.abort();
    }
  }

  async function close(): Promise<void> {
    if (closing.signal.aborted) return;
    closing.abort(unreachable('Nod was stopped before Discord let it in.'));
    const waited = new AbortController();
    const goodbye = clock.sleepUntil(clock.now() + GOODBYE, waited.signal).catch(() => {});
    await Promise.race([client.destroy(), goodbye]);
    waited.abort();
    client.removeAllListeners();
  }

  return { open, close, health: () => healthOf(client) };
}

/** `client.ws.status` stays at "ready" once it was; only the shard knows. */
function healthOf(client: Client): ConnectionHealth {
  const shards = [...client.ws.shards.values()];
  const beat = Math.max(...shards.map((shard) => shard.lastPingTimestamp));
  return {
    connected: shards.length > 0 && shards.every((shard) => shard.status === Status.Ready),
    ...(beat > 0 && { lastHeartbeatAt: beat }),
  };
}
