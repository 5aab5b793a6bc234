/** A process that listens on Discord for the benchmark: Nod where it is given a database, else bare discord.js that counts. */
import { Client, GatewayIntentBits } from 'discord.js';
import { loadReaders } from '../src/cli/load-reader.ts';
import { createSystemClock } from '../src/clock.ts';
import { loadCommands } from '../src/load-commands.ts';
import { createNod } from '../src/main.ts';
import { createDiscordPlatform } from '../src/platforms/discord/platform.ts';
import { NO_ENCODER } from '../src/ports/encoder.ts';
import { SILENT_LOG } from '../src/ports/log.ts';
import { createSqliteStore } from '../src/stores/sqlite.ts';

export interface ListenerSetup {
  readonly apiBase: string;
  readonly token: string;
  readonly file?: string;
}

/** What it tells of itself when it is asked. */
export interface Listened {
  /** Messages heard so far. */
  readonly heard: number;
  /** Milliseconds of processor time so far, all threads. */
  readonly busy: number;
  /** Megabytes. */
  readonly resident: number;
}

const setup: ListenerSetup = JSON.parse(process.argv[2] ?? '{}');
const ws = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) };
let heard = 0;
const settle = setup.file === undefined ? await listenBarely() : await listenAsNod(setup.file);
process.send?.('ready');

process.on('message', async (order) => {
  if (order === 'settle') await settle();
  const { user, system } = process.cpuUsage();
  const resident = process.memoryUsage.rss() / 2 ** 20;
  process.send?.({ heard, busy: (user + system) / 1000, resident } satisfies Listened);
});
process.on('disconnect', () => process.exit());

async function listenBarely(): Promise<() => Promise<void>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
    rest: { api: setup.apiBase },
    ws,
  });
  client.on('messageCreate', () => {
    heard += 1;
  });
  const ready = new Promise((resolve) => client.once('clientReady', resolve));
  await client.login(setup.token);
  await ready;
  return async () => {};
}

async function listenAsNod(file: string): Promise<() => Promise<void>> {
  const clock = createSystemClock();
  const platform = createDiscordPlatform({
    token: setup.token,
    apiBase: setup.apiBase,
    guilds: undefined,
    commands: await loadCommands(new URL('../commands/', import.meta.url)),
    clock,
    log: SILENT_LOG,
    ws,
    onFatal: (error) => {
      throw error;
    },
  });
  const nod = await createNod({
    store: await createSqliteStore({ file }),
    platform: {
      ...platform,
      start: (listener) =>
        platform.start({
          ...listener,
          heard: (...event) => {
            heard += 1;
            listener.heard(...event);
          },
        }),
    },
    clock,
    log: SILENT_LOG,
    ...loadReaders(),
    encoder: NO_ENCODER,
    options: { quietStart: false, daysOff: false },
    host: 'Sam',
    encrypted: false,
  });
  return () => nod.runner.settle();
}
