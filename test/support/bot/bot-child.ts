/** The real Nod in a process of its own, on a clock that its parent moves; started and killed by tests. */

import { appendFileSync } from 'node:fs';
import { loadReaders } from '../../../src/cli/load-reader.ts';
import { sayError } from '../../../src/errors.ts';
import { loadCommands } from '../../../src/load-commands.ts';
import { createNod, type Nod } from '../../../src/main.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/platform.ts';
import { NO_ENCODER } from '../../../src/ports/encoder.ts';
import type { Log, LogFields } from '../../../src/ports/log.ts';
import { createSqliteStore } from '../../../src/stores/sqlite.ts';
import { createVirtualClock, settle } from '../../../src/virtual-clock.ts';
import type { BotSetup, FromBot, ToBot } from './bot.ts';

const setup: BotSetup = JSON.parse(process.argv[2] ?? '{}');
const tell = (message: FromBot) => process.send?.(message);

/** Every line at every level, so that a test can search them. */
function createFileLog(file: string): Log {
  const write = (level: string) => (fields: LogFields, message: string) =>
    appendFileSync(file, `${JSON.stringify({ level, ...fields, message })}\n`);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

let nod: Nod | undefined;
const clock = createVirtualClock(setup.now, async () => {
  await settle();
  await nod?.runner.settle();
});
const log = createFileLog(setup.logFile);

try {
  nod = await createNod({
    store: await createSqliteStore({ file: setup.file, log }),
    platform: createDiscordPlatform({
      token: setup.token,
      apiBase: setup.apiBase,
      guilds: undefined,
      commands: await loadCommands(new URL('../../../commands/', import.meta.url)),
      clock,
      log,
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
      onFatal: (error) => tell({ said: 'failed', sentence: sayError(error) }),
    }),
    clock,
    log,
    ...loadReaders(),
    encoder: NO_ENCODER,
    options: setup.options,
    host: 'Sam',
    encrypted: false,
  });
  await nod.runner.settle();
  tell({ said: 'ready' });
} catch (error) {
  tell({ said: 'failed', sentence: sayError(error) });
}

process.on('message', (order: ToBot) => void obey(order));

async function obey(order: ToBot): Promise<void> {
  if (order.do === 'advance') await clock.advanceTo(order.to);
  if (order.do === 'settle') await nod?.runner.settle();
  if (order.do === 'stop') await nod?.stop();
  tell({ said: 'done', number: order.number });
  if (order.do === 'stop') process.disconnect();
}
