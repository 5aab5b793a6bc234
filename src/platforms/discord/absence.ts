import { type Client, Events } from 'discord.js';
import { MINUTE } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';

/** What takes less heals by itself, and nobody could have done anything. Our choice. */
const WORTH_A_WORD = 2 * MINUTE;

export interface AbsenceTerms {
  readonly client: Client;
  readonly clock: Clock;
  readonly log: Log;
}

/** Tells the host once when Discord is out of reach, and once when it is back. */
export function createAbsence({ client, clock, log }: AbsenceTerms): { stop(): void } {
  let over: AbortController | undefined;
  let isTold = false;
  let isStopped = false;

  /** Comes again with every attempt to connect that fails. */
  function begin(): void {
    if (isStopped || over !== undefined) return;
    over = new AbortController();
    clock.sleepUntil(clock.now() + WORTH_A_WORD, over.signal).then(tell, () => {});
  }

  function tell(): void {
    isTold = true;
    log.warn({}, 'Discord has been out of reach for two minutes; Nod hears and sends nothing');
  }

  function wake(): void {
    over?.abort();
    over = undefined;
  }

  function end(): void {
    wake();
    if (isTold) log.info({}, 'Discord is back');
    isTold = false;
  }

  for (const event of [Events.ShardReconnecting, Events.ShardDisconnect] as const) client.on(event, begin);
  for (const event of [Events.ShardReady, Events.ShardResume] as const) client.on(event, end);
  return {
    stop() {
      isStopped = true; // the connection is closed after this, and says so
      wake();
    },
  };
}
