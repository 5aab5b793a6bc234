import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { loadReaders } from '../../../src/cli/load-reader.ts';
import type { ChannelId, PersonId } from '../../../src/domain/ids.ts';
import type { Reader } from '../../../src/domain/reading.ts';
import { everythingOn } from '../../../src/domain/settings.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { createSentenceEncoder } from '../../../src/encoders/sentences.ts';
import type { EngineOptions } from '../../../src/engine/draft.ts';
import type { Trace } from '../../../src/engine/effects.ts';
import { newDyad } from '../../../src/engine/new-dyad.ts';
import type { NodError } from '../../../src/errors.ts';
import { loadCommands } from '../../../src/load-commands.ts';
import { createNod, type Nod } from '../../../src/main.ts';
import { createDiscordPlatform } from '../../../src/platforms/discord/platform.ts';
import { cursorAt } from '../../../src/platforms/discord/snowflake.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { NamedCommand } from '../../../src/ports/command.ts';
import type { Encoder } from '../../../src/ports/encoder.ts';
import type { Judge } from '../../../src/ports/judge.ts';
import type { Log } from '../../../src/ports/log.ts';
import type { Platform } from '../../../src/ports/platform.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createSqliteStore } from '../../../src/stores/sqlite.ts';
import { createVirtualClock, settle, type VirtualClock } from '../../support/clock.ts';
import { FakeDiscord, type MessageLike, type SayExtras } from '../../support/fake-discord/fake-discord.ts';
import { createFileLog } from './recording.ts';

/** The whole of Nod in this process: the real wiring, a real file, the real discord.js and a Discord on loopback. */

export const TOKEN = 'token-of-the-bot';
export const MONDAY_EVENING: Instant = Date.parse('2026-05-04T18:00:00+02:00');

export interface StageChoices {
  /** Whether the two are a couple already, with everything on; else they go through the cards. */
  readonly couple?: boolean;
  /** Puts something between Nod and a part of it. */
  readonly around?: {
    readonly store?: (store: Store) => Store;
    readonly platform?: (platform: Platform) => Platform;
    readonly reader?: (reader: Reader) => Reader;
    readonly log?: (log: Log) => Log;
    readonly encoder?: (encoder: Encoder) => Encoder;
    readonly commands?: (commands: readonly NamedCommand[]) => readonly NamedCommand[];
  };
  readonly options?: Partial<EngineOptions>;
  /** The passphrase the database is encrypted with; plain without one. */
  readonly key?: string;
  /** The judge the host has set, made anew with every start; none without one. */
  readonly judge?: (parts: { readonly clock: Clock; readonly log: Log }) => Judge;
  /** How long a call may take, in real time. */
  readonly requestTimeoutSeconds?: number;
}

/** A couple's channel on a Discord of its own. */
export interface DiscordStage {
  readonly discord: FakeDiscord;
  readonly ana: PersonId;
  readonly ben: PersonId;
  /** A third person who sees the channel. */
  readonly cam: PersonId;
  readonly guild: string;
  readonly channel: ChannelId;
}

export interface Stage extends DiscordStage {
  readonly clock: VirtualClock;
  readonly folder: string;
  readonly file: string;
  readonly logFile: string;
  readonly traces: Trace[];
  readonly fatal: NodError[];
  readonly nod: Nod;
  /** With these options beside those of the stage, from then on. */
  start(changed?: Partial<EngineOptions>): Promise<void>;
  stop(): Promise<void>;
  /** Stops everything and removes its folder. */
  close(): Promise<void>;
  /** Resolves when nothing is under way on either side. */
  settled(): Promise<void>;
  wait(milliseconds: number): Promise<void>;
  say(by: PersonId, text: string, extras?: SayExtras): Promise<string>;
  /** Presses a button; gives what the presser then reads. */
  press(by: PersonId, message: MessageLike, button: string | RegExp): Promise<{ id: string; content: string }>;
  /** What `/nod …` answers, privately. */
  ask(by: PersonId, path: string, options?: Record<string, string>): Promise<string>;
  /** What Nod has written to this person, as it stands now. */
  whispersTo(person: PersonId): readonly string[];
}

/** Longer than a call that hangs until its time is up, in real time; a queue that waits for the clock waits longer. */
const LONGEST_REST_MILLISECONDS = 1_500;

/** How long a person waits for an answer, in real time: tests share a machine that is busy. */
const PATIENCE_MILLISECONDS = 20_000;

/** Everything built and started, unless a test wants to do something before. */
export async function openStage(choices: StageChoices = {}): Promise<Stage> {
  const stage = await setStage(choices);
  await stage.start();
  return stage;
}

export async function setStage(choices: StageChoices = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'nod-stage-'));
  mkdirSync(join(folder, 'data'));
  const file = join(folder, 'data', 'nod.sqlite');
  const logFile = join(folder, 'log');
  let nod: Nod | undefined;
  const clock = createVirtualClock(MONDAY_EVENING, () => settled());
  const couple = choices.couple ?? true;
  const places = await setDiscord({ now: clock.now, ...(couple ? { file, key: choices.key } : {}) });
  const { discord, channel } = places;
  const traces: Trace[] = [];
  const fatal: NodError[] = [];

  /** The queue of the couple waits for Discord, and Discord for the queue; only a queue that sleeps is left asleep. */
  async function settled(): Promise<void> {
    await settle();
    await discord.settled();
    await Promise.race([nod?.runner.settle(), setTimeout(LONGEST_REST_MILLISECONDS, undefined, { ref: false })]);
    await discord.settled();
  }

  let options: EngineOptions = { quietStart: false, daysOff: false, ...choices.options };
  async function start(changed: Partial<EngineOptions> = {}): Promise<void> {
    const { around = {}, requestTimeoutSeconds, key } = choices;
    options = { ...options, ...changed };
    const plainLog = createFileLog(logFile);
    const log = around.log?.(plainLog) ?? plainLog;
    const store = await createSqliteStore({ file, key, log });
    const commands = await loadCommands(new URL('../../../commands/', import.meta.url));
    const platform = createDiscordPlatform({
      token: TOKEN,
      apiBase: discord.apiBase,
      guilds: undefined,
      commands: around.commands?.(commands) ?? commands,
      clock,
      log,
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
      onFatal: (error) => fatal.push(error),
      requestTimeoutSeconds,
    });
    const { reader, pairer } = loadReaders();
    const encoder = createSentenceEncoder();
    nod = await createNod({
      store: around.store?.(store) ?? store,
      platform: around.platform?.(platform) ?? platform,
      clock,
      log,
      reader: around.reader?.(reader) ?? reader,
      pairer,
      encoder: around.encoder?.(encoder) ?? encoder,
      judge: choices.judge?.({ clock, log }),
      options,
      host: 'Sam',
      encrypted: key !== undefined,
      onTrace: (seen) => traces.push(...seen),
    });
    await settled();
  }

  async function stop(): Promise<void> {
    const running = nod;
    nod = undefined;
    await running?.stop();
  }

  async function press(by: PersonId, message: MessageLike, button: string | RegExp) {
    const shown = await discord.shown(await discord.press(by, message, button));
    await settled();
    return shown;
  }

  return {
    ...places,
    ...{ clock, folder, file, logFile, traces, fatal },
    ...{ start, stop, settled, press },
    get nod() {
      if (nod === undefined) throw new Error('Nod is not running.');
      return nod;
    },
    async close() {
      await stop();
      await discord.stop();
      rmSync(folder, { recursive: true });
    },
    wait: (milliseconds) => clock.advance(milliseconds),
    async say(by, text, extras = {}) {
      const id = discord.say(by, channel, text, extras);
      await settled();
      return id;
    },
    async ask(by, path, options = {}) {
      const { content } = await discord.shown(await discord.slash(by, channel, `nod ${path}`, options));
      await settled();
      return content;
    },
    whispersTo: (person) => discord.dm(person).messages.map(({ content }) => content),
  };
}

/** A Discord with Ana, Ben and Cam; with a file, the first two are a couple in it, with everything on. */
export async function setDiscord(about: {
  readonly now: () => Instant;
  readonly file?: string;
  readonly key?: string | undefined;
}): Promise<DiscordStage> {
  const { now, file, key } = about;
  const discord = new FakeDiscord({ now, token: TOKEN, patienceMilliseconds: PATIENCE_MILLISECONDS });
  await discord.start(0);
  const [ana, ben, cam] = ['Ana', 'Ben', 'Cam'].map((name) => discord.addUser({ name, locale: 'de' })) as [
    PersonId,
    PersonId,
    PersonId,
  ];
  const guild = discord.addGuild({ members: [cam, ana, ben] });
  const channel = discord.addChannel(guild, { name: 'us', visibleTo: [ana, ben, cam, discord.bot] });
  if (file !== undefined) await beCouple({ file, key, channel, people: [ana, ben], at: now() });
  return { discord, ana, ben, cam, guild, channel };
}

interface Couple {
  readonly file: string;
  readonly key: string | undefined;
  readonly channel: ChannelId;
  readonly people: readonly [PersonId, PersonId];
  readonly at: Instant;
}

async function beCouple({ file, key, channel, people, at }: Couple): Promise<void> {
  const store = await createSqliteStore({ file, key });
  const row = await store.invite({ platform: 'discord', channel, by: people[0], to: people[1], at });
  const partner = (index: 0 | 1) => ({
    id: row.partners[index].id,
    settings: everythingOn('Europe/Berlin'),
    consentedAt: at,
  });
  const state = newDyad([partner(0), partner(1)], { at, cursor: cursorAt(at) });
  await store.commit({ states: [{ dyad: row.id, state }], moments: [], outbox: [], ledger: [] });
  await store.close();
}
