import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultRestOptions } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import { createReader } from '../../../src/detect/reader.ts';
import type { NodError } from '../../../src/errors.ts';
import { loadCommands } from '../../../src/load-commands.ts';
import { createNod, type Nod } from '../../../src/main.ts';
import { createPairer } from '../../../src/pair/pairer.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/platform.ts';
import type { NamedCommand } from '../../../src/ports/command.ts';
import { NO_ENCODER } from '../../../src/ports/encoder.ts';
import type { LogFields } from '../../../src/ports/log.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createSqliteStore } from '../../../src/stores/sqlite.ts';
import { createVirtualClock, settle, type VirtualClock } from '../../support/clock.ts';
import type { Answered } from '../../support/fake-discord/interactions.ts';
import { A_WORRY, SPOKEN_PAST } from '../../support/runner-stage.ts';
import { createLastingPlatform, type LastingPlatform } from './lasting.ts';
import type { ForgedPress, ForgedUse, Whence } from './open-discord.ts';
import { createRowReader, type Rows } from './rows.ts';
import { buildTown, settleIn, TOKEN, type Town } from './town.ts';

/** The whole of Nod in a town full of people, on a file that can be put back to what it was. */
export interface World extends Town {
  readonly clock: VirtualClock;
  readonly file: string;
  readonly nod: Nod;
  readonly commands: readonly NamedCommand[];
  /** Lines at level `error`. */
  readonly failures: string[];
  readonly fatal: NodError[];
  /** Every row as it is on disk now. */
  rows(): Rows;
  settled(): Promise<void>;
  use(whence: Whence, use: ForgedUse): Promise<Answered>;
  press(whence: Whence, press: ForgedPress): Promise<Answered>;
  send(event: APIInteraction, whence: Whence): Promise<Answered>;
  /** Nod stopped and started again, on the file as it is, with a connection of its own. */
  restart(): Promise<void>;
  /** The file, and Nod on it, as they were at first. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** What Nod is made of, for a command that is planted to do what none may. */
export interface Insides {
  readonly store: () => Store;
  readonly platform: () => Platform;
}

export interface WorldChoices {
  /** Changes the file before Nod starts on it, as for a world in which somebody does not exist. */
  readonly alter?: (file: string, town: Town) => void;
  /** More commands, planted by a test. */
  readonly plant?: (insides: Insides, town: Town) => readonly NamedCommand[];
  /** Looks at what the commands are asked. */
  readonly around?: (commands: readonly NamedCommand[]) => readonly NamedCommand[];
}

const MONDAY_EVENING = Date.parse('2026-05-04T18:00:00+02:00');
const MINUTE = 60_000;
/** Where files lie in memory, if there is such a place: here hundreds of commits wait for the disk to have them. */
const IN_MEMORY = '/dev/shm';
/** Discord's own patience, 50 calls a second, is kept by the client; this Discord has more, and is asked for it hundreds of times. */
Object.assign(DefaultRestOptions, { globalRequestsPerSecond: Number.POSITIVE_INFINITY });
const [reader, pairer] = [createReader(), createPairer()];
const COMMANDS = new URL('../../../commands/', import.meta.url);

export async function openWorld(choices: WorldChoices = {}): Promise<World> {
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'nod-abuse-'));
  const file = join(folder, 'nod.sqlite');
  const first = join(folder, 'first.sqlite');
  const clock = createVirtualClock(MONDAY_EVENING, () => settled());
  const town = await buildTown(clock.now);
  const { discord, people, channels } = town;
  const failures: string[] = [];
  const fatal: NodError[] = [];
  const running: { nod?: Nod; store?: Store; platform?: LastingPlatform } = {};
  const insides = { store: () => running.store as Store, platform: () => running.platform as Platform };
  const planted = choices.plant?.(insides, town) ?? [];
  const { around = (same) => same } = choices;
  const commands = around([...(await loadCommands(COMMANDS)), ...planted]);

  async function settled(): Promise<void> {
    await settle();
    await discord.settled();
    await running.nod?.runner.settle();
    await discord.settled();
  }

  const log = {
    ...{ debug() {}, info() {}, warn() {} },
    error: (fields: LogFields, message: string) => void failures.push(`${message} ${fields['code']}`),
  };

  function connect(): LastingPlatform {
    const platform = createDiscordPlatform({
      ...{ token: TOKEN, apiBase: discord.apiBase, guilds: [town.home], commands, clock, log },
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
      onFatal: (error) => fatal.push(error),
    });
    return createLastingPlatform(platform);
  }

  /** The same once an interaction was answered: then all that can be under way came of it. */
  async function rested(): Promise<void> {
    await settle();
    await running.nod?.runner.settle();
    await discord.settled();
  }

  async function start(): Promise<void> {
    running.store = await createSqliteStore({ file, log });
    running.platform ??= connect();
    running.nod = await createNod({
      ...{
        store: running.store,
        platform: running.platform,
        clock,
        log,
        host: 'Sam',
        encrypted: false,
        encoder: NO_ENCODER,
      },
      ...{ reader, pairer, options: { quietStart: false, daysOff: false } },
    });
    await settled();
  }

  async function stop(): Promise<void> {
    const { nod } = running;
    delete running.nod;
    await nod?.stop();
  }

  async function disconnect(): Promise<void> {
    await stop();
    await running.platform?.disconnect();
    delete running.platform;
  }

  /** A worry that is spoken past: a live nudge is out to Ben. */
  async function letNodWhisper(): Promise<void> {
    discord.say(people.ana, channels.us, A_WORRY);
    await settled();
    await clock.advance(2 * MINUTE);
    discord.say(people.ben, channels.us, SPOKEN_PAST);
    await settled();
    await clock.advance(15 * MINUTE);
    if (discord.dm(people.ben).messages.length !== 1) throw new Error('Nod has not whispered to Ben.');
  }

  async function send(event: APIInteraction, whence: Whence): Promise<Answered> {
    const answered = await discord.forge(event, whence);
    await rested();
    return answered;
  }

  const store = await createSqliteStore({ file });
  await settleIn(store, town, clock.now());
  await store.close();
  await start();
  await letNodWhisper();
  await stop();
  choices.alter?.(file, town);
  copyFileSync(file, first);
  await start();

  return {
    ...{ ...town, clock, file, commands, failures, fatal, settled, send, rows: createRowReader(file) },
    get nod() {
      if (running.nod === undefined) throw new Error('Nod is not running.');
      return running.nod;
    },
    use: (whence, use) => send(discord.forgedUse(whence, use), whence),
    press: (whence, press) => send(discord.forgedPress(whence, press), whence),
    async restart() {
      await disconnect();
      await start();
    },
    async restore() {
      await stop();
      for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
      copyFileSync(first, file);
      await start();
    },
    async close() {
      await disconnect();
      await discord.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
