import type { Command } from 'commander';
import { pino } from 'pino';
import { createSystemClock } from '../clock.ts';
import { type Config, loadConfig, SUPPORT_CARD } from '../config.ts';
import { SECOND } from '../domain/time.ts';
import { codeOf, sayError } from '../errors.ts';
import { loadCommands } from '../load-commands.ts';
import { loadLanguage } from '../load-language.ts';
import { createNod, type Nod } from '../main.ts';
import { createDiscordPlatform } from '../platforms/discord/platform.ts';
import type { Log } from '../ports/log.ts';
import { createSqliteStore } from '../stores/sqlite.ts';
import { speak } from '../texts/texts.ts';
import { demoOptions, runDemo } from './demo.ts';
import { loadEncoder } from './load-encoder.ts';
import { loadJudge } from './load-judge.ts';
import { loadReaders } from './load-reader.ts';

/** `nod start`: the bot when a token is set, else the demonstration. */
export function addStart(program: Command): void {
  program
    .command('start')
    .description('run Nod on Discord; without a token in .env, play the demonstration')
    .action(async () => {
      const config = loadConfig();
      const { discordToken } = config;
      speak(await loadLanguage(config.language, new URL('../texts/', import.meta.url)));
      if (discordToken === undefined) await runDemo(demoOptions(createSystemClock().now(), loadEncoder(config)));
      else await runBot({ ...config, discordToken });
    });
}

/** Calls that hang are not waited for: what they would have done is made good at the next start. Docker waits 10 s. */
const LONGEST_GOODBYE = 8 * SECOND;

async function runBot(config: Config & { readonly discordToken: string }): Promise<void> {
  const log = createLog(config);
  // A surprise costs the one event it came with; only its name is told, since its message may quote somebody.
  for (const surprise of ['unhandledRejection', 'uncaughtException'] as const) {
    process.on(surprise, (error: unknown) => log.error({ code: codeOf(error) }, 'something unexpected went wrong'));
  }
  const clock = createSystemClock();
  const judge = await loadJudge(config, { clock, log });
  const store = await createSqliteStore({ file: config.database, key: config.databaseKey, log });
  let nod: Nod | undefined;

  function stop(exitCode: number): void {
    process.exitCode = exitCode;
    setTimeout(() => process.exit(), LONGEST_GOODBYE).unref();
    const running = nod;
    nod = undefined;
    running?.stop().catch((error: unknown) => {
      process.stderr.write(`${sayError(error)}\n`);
      process.exitCode = 1;
    });
  }

  const platform = createDiscordPlatform({
    token: config.discordToken,
    apiBase: config.discordApiBase,
    guilds: config.guilds.length === 0 ? undefined : config.guilds,
    commands: await loadCommands(new URL('../../commands/', import.meta.url)),
    clock,
    log,
    onFatal(error) {
      process.stderr.write(`${sayError(error)}\n`);
      stop(1);
    },
  });
  const options = { quietStart: true, daysOff: true, supportCard: config.supportCard === SUPPORT_CARD.on };
  const reading = { ...loadReaders(), encoder: loadEncoder(config), judge };
  const parts = { store, platform, clock, log, ...reading, options };
  try {
    nod = await createNod({ ...parts, host: config.hostName, encrypted: config.databaseKey !== undefined });
  } catch (error) {
    await platform.stop();
    await store.close();
    throw error;
  }
  log.info({}, 'Nod is listening');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(0));
}

/** Codes, flags and counts only; should a message ever slip into the fields, `redact` takes it out. */
function createLog({ logLevel }: Config): Log {
  return pino({
    level: logLevel,
    base: null,
    redact: ['text', 'content', 'token', 'databaseKey', '*.text', '*.content', '*.databaseKey'],
  });
}
