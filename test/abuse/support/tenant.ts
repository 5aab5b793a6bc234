import { DefaultRestOptions } from 'discord.js';
import { createReader } from '../../../src/detect/reader.ts';
import { createNod, type Nod } from '../../../src/main.ts';
import { createPairer } from '../../../src/pair/pairer.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/platform.ts';
import type { NamedCommand } from '../../../src/ports/command.ts';
import { NO_ENCODER } from '../../../src/ports/encoder.ts';
import type { LogFields } from '../../../src/ports/log.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createSqliteStore } from '../../../src/stores/sqlite.ts';
import { settle, type VirtualClock } from '../../support/clock.ts';
import { createLastingPlatform, type LastingPlatform } from './lasting.ts';
import { TOKEN, type Town } from './town.ts';

/** Nod as it lives in a town: comes, stays, goes and comes back on whatever is in the file then. */
export interface Tenant {
  /** What it is made of just now. */
  readonly parts: { nod?: Nod; store?: Store; platform?: LastingPlatform };
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops, and hangs up as well. */
  disconnect(): Promise<void>;
  /** Resolves when nothing is under way on either side. */
  settled(): Promise<void>;
  /** The same once an interaction was answered: then all that can be under way came of it. */
  rested(): Promise<void>;
}

export interface TenantTerms {
  readonly clock: VirtualClock;
  readonly file: string;
  readonly commands: readonly NamedCommand[];
  /** Where lines at level `error` go. */
  readonly failures: string[];
}

// Discord's own limit of 50 calls a second is kept by the client; this Discord has none, and is asked hundreds of times.
Object.assign(DefaultRestOptions, { globalRequestsPerSecond: Number.POSITIVE_INFINITY });
const [reader, pairer] = [createReader(), createPairer()];
const options = { quietStart: false, daysOff: false };

export function createTenant({ discord, home }: Town, { clock, file, commands, failures }: TenantTerms): Tenant {
  const parts: Tenant['parts'] = {};
  const log = {
    ...{ debug() {}, info() {}, warn() {} },
    error: (fields: LogFields, message: string) => void failures.push(`${message} ${fields['code']}`),
  };

  function connect(): LastingPlatform {
    const terms = { token: TOKEN, apiBase: discord.apiBase, guilds: [home], commands, clock, log };
    const ws = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) };
    return createLastingPlatform(createDiscordPlatform({ ...terms, ws }));
  }

  async function start(): Promise<void> {
    const store = await createSqliteStore({ file, log });
    const platform = parts.platform ?? connect();
    Object.assign(parts, { store, platform });
    const made = { store, platform, clock, log, reader, pairer, encoder: NO_ENCODER, options };
    parts.nod = await createNod({ ...made, host: 'Sam', encrypted: false });
    await settled();
  }

  async function stop(): Promise<void> {
    const { nod } = parts;
    delete parts.nod;
    await nod?.stop();
  }

  async function disconnect(): Promise<void> {
    await stop();
    await parts.platform?.disconnect();
    delete parts.platform;
  }

  async function settled(): Promise<void> {
    await settle();
    await discord.settled();
    await parts.nod?.runner.settle();
    await discord.settled();
  }

  async function rested(): Promise<void> {
    await settle();
    await parts.nod?.runner.settle();
    await discord.settled();
  }

  return { parts, start, stop, disconnect, settled, rested };
}
