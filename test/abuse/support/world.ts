import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIInteraction } from 'discord-api-types/v10';
import { loadCommands } from '../../../src/load-commands.ts';
import type { NamedCommand } from '../../../src/ports/command.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createSqliteStore } from '../../../src/stores/sqlite.ts';
import { createVirtualClock, type VirtualClock } from '../../support/clock.ts';
import type { Answered } from '../../support/fake-discord/interactions.ts';
import { A_WORRY, SPOKEN_PAST } from '../../support/runner-stage.ts';
import type { ForgedPress, Whence } from './open-discord.ts';
import { createRowReader, type Rows } from './rows.ts';
import { createTenant, type Tenant } from './tenant.ts';
import { buildTown, settleIn, type Town } from './town.ts';

/** The whole of Nod in a town full of people, on a file that can be put back to what it was. */
export interface World extends Town {
  readonly clock: VirtualClock;
  readonly commands: readonly NamedCommand[];
  /** Lines at level `error`. */
  readonly failures: string[];
  /** Every row as it is on disk now. */
  rows(): Rows;
  settled(): Promise<void>;
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
const COMMANDS = new URL('../../../commands/', import.meta.url);

export async function openWorld(choices: WorldChoices = {}): Promise<World> {
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'nod-abuse-'));
  const file = join(folder, 'nod.sqlite');
  const clock: VirtualClock = createVirtualClock(MONDAY_EVENING, () => tenant.settled());
  const town = await buildTown(clock.now);
  const failures: string[] = [];
  const commands = await commandsFor(choices, { town, insides: () => tenant.parts });
  const tenant: Tenant = createTenant(town, { clock, file, commands, failures });
  const { discord } = town;

  async function send(event: APIInteraction, whence: Whence): Promise<Answered> {
    const answered = await discord.forge(event, whence);
    await tenant.rested();
    return answered;
  }

  async function putBack(): Promise<void> {
    await tenant.stop();
    discord.forgetNonces(); // the same invitation may be made again, which no database does

    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    copyFileSync(`${file}.first`, file);
    await tenant.start();
  }

  await furnish({ town, clock, file, tenant });
  choices.alter?.(file, town);
  copyFileSync(file, `${file}.first`);
  await tenant.start();

  return {
    ...{ ...town, clock, commands, failures, send, rows: createRowReader(file) },
    settled: tenant.settled,
    press: (whence, press) => send(discord.forgedPress(whence, press), whence),
    async restart() {
      await tenant.disconnect();
      await tenant.start();
    },
    restore: putBack,
    async close() {
      await tenant.disconnect();
      await discord.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function commandsFor(
  { plant, around = (same) => same }: WorldChoices,
  { town, insides }: { town: Town; insides: () => Tenant['parts'] },
): Promise<readonly NamedCommand[]> {
  const parts = { store: () => insides().store as Store, platform: () => insides().platform as Platform };
  return around([...(await loadCommands(COMMANDS)), ...(plant?.(parts, town) ?? [])]);
}

/** Everybody settles in, and a worry is spoken past: a live nudge is out to Ben. */
async function furnish(about: { town: Town; clock: VirtualClock; file: string; tenant: Tenant }): Promise<void> {
  const { town, clock, file, tenant } = about;
  const { discord, people, channels } = town;
  const store = await createSqliteStore({ file });
  await settleIn(store, town, clock.now());
  await store.close();
  await tenant.start();
  discord.say(people.ana, channels.us, A_WORRY);
  await tenant.settled();
  await clock.advance(2 * MINUTE);
  discord.say(people.ben, channels.us, SPOKEN_PAST);
  await tenant.settled();
  await clock.advance(15 * MINUTE);
  if (discord.dm(people.ben).messages.length !== 1) throw new Error('Nod has not whispered to Ben.');
  await tenant.stop();
}
