import type { ChatEvent } from '../../../src/domain/chat-event.ts';
import type { ChannelId, PersonId } from '../../../src/domain/ids.ts';
import type { NodError } from '../../../src/errors.ts';
import {
  createDiscordPlatform,
  type DiscordPlatform,
  type DiscordTerms,
} from '../../../src/platforms/discord/platform.ts';
import type { NamedCommand } from '../../../src/ports/command.ts';
import type { LogFields } from '../../../src/ports/log.ts';
import type { PlatformListener } from '../../../src/ports/platform.ts';
import { createVirtualClock, type VirtualClock } from '../../support/clock.ts';
import { FakeDiscord } from '../../support/fake-discord/fake-discord.ts';

export const TOKEN = 'the-token-of-the-bot';
const START = Date.parse('2026-03-02T09:00:00Z');

/** What the platform told, in order. */
export interface Told {
  readonly events: { readonly channel: ChannelId; readonly event: ChatEvent<PersonId>; readonly dedupe?: string }[];
  readonly lost: ChannelId[];
  readonly changed: ChannelId[];
  readonly fatal: NodError[];
  readonly lines: string[];
  ready: number;
  away: number;
}

/** A couple in a channel of their own, a third person, and the real client between them and a listener. */
export interface Stage {
  readonly discord: FakeDiscord;
  readonly clock: VirtualClock;
  readonly platform: DiscordPlatform;
  readonly listener: { -readonly [Part in keyof PlatformListener]: PlatformListener[Part] };
  readonly told: Told;
  readonly ana: PersonId;
  readonly ben: PersonId;
  readonly cam: PersonId;
  readonly guild: string;
  readonly channel: ChannelId;
  readonly elsewhere: ChannelId;
  /** Nod started again beside it, or after it. */
  anotherPlatform(): Promise<DiscordPlatform>;
  close(): Promise<void>;
}

export interface StageChoices {
  readonly terms?: Partial<DiscordTerms>;
  readonly commands?: readonly NamedCommand[];
  readonly allowMessageContent?: boolean;
  readonly heartbeatMilliseconds?: number;
}

/** Everything built, nothing connected. */
export async function setStage(choices: StageChoices = {}): Promise<Stage> {
  const clock = createVirtualClock(START);
  const { terms, commands = [], ...fake } = choices;
  const discord = new FakeDiscord({ now: clock.now, token: TOKEN, ...fake });
  await discord.start();
  const [ana, ben, cam] = ['Ana', 'Ben', 'Cam'].map((name) => discord.addUser({ name })) as [
    PersonId,
    PersonId,
    PersonId,
  ];
  const guild = discord.addGuild({ members: [cam, ana, ben] });
  const channel = discord.addChannel(guild, { name: 'us', visibleTo: [ana, ben, discord.bot] });
  const elsewhere = discord.addChannel(guild, { name: 'lobby' });
  const told: Told = { events: [], lost: [], changed: [], fatal: [], lines: [], ready: 0, away: 0 };
  const built: DiscordTerms = {
    token: TOKEN,
    apiBase: discord.apiBase,
    guilds: undefined,
    commands,
    clock,
    log: recordingLog(told.lines),
    onFatal: (error) => told.fatal.push(error),
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    ...terms,
  };
  const platform = createDiscordPlatform(built);
  platform.watch([{ channel, partners: [ana, ben] }]);
  const listener = listenerInto(told, clock);
  const anotherPlatform = async () => {
    const another = createDiscordPlatform(built);
    await another.start(listener);
    return another;
  };
  const close = async () => {
    await platform.stop();
    await discord.stop();
  };
  const people = { ana, ben, cam };
  const places = { guild, channel, elsewhere };
  return { discord, clock, platform, listener, told, ...people, ...places, anotherPlatform, close };
}

/** The same, with the platform started. */
export async function openStage(choices: StageChoices = {}): Promise<Stage> {
  const stage = await setStage(choices);
  await stage.platform.start(stage.listener);
  await stage.discord.settled();
  return stage;
}

/** Commands are carried out as they are: what they ask of Nod is not this side's business. */
function listenerInto(told: Told, clock: VirtualClock): PlatformListener {
  const nod = { now: clock.now() } as Parameters<NamedCommand['command']['run']>[1];
  return {
    heard(channel, event, dedupe) {
      told.events.push({ channel, event, ...(dedupe !== undefined && { dedupe }) });
    },
    ready() {
      told.ready += 1;
    },
    away() {
      told.away += 1;
    },
    lost(channel) {
      told.lost.push(channel);
    },
    changed(channel) {
      told.changed.push(channel);
    },
    asked: (command, ask) => command.run(ask, nod),
    pointed: (_command, menu, pointed) => menu.run(pointed, nod),
    async pressed(command, press) {
      const act = command.presses?.[press.action];
      if (act === undefined) throw new TypeError(`no press ${press.action}`);
      return act(press, nod);
    },
  };
}

function recordingLog(lines: string[]) {
  const record = (level: string) => (fields: LogFields, message: string) => {
    lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  };
  return { debug: record('debug'), info: record('info'), warn: record('warn'), error: record('error') };
}
