import { createReader } from '../../src/detect/reader.ts';
import type { Pairer } from '../../src/domain/bid-response.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { type ChannelId, channelId, type DyadId, messageId, type PartnerId, personId } from '../../src/domain/ids.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import type { Reader } from '../../src/domain/reading.ts';
import { type Instant, MINUTE } from '../../src/domain/time.ts';
import type { EngineOptions } from '../../src/engine/draft.ts';
import type { Trace } from '../../src/engine/effects.ts';
import { createNod, type Nod } from '../../src/main.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import type { Card } from '../../src/ports/card.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Change, ConsentChoices } from '../../src/ports/command.ts';
import { type Encoder, NO_ENCODER } from '../../src/ports/encoder.ts';
import type { Judge } from '../../src/ports/judge.ts';
import { type Log, SILENT_LOG } from '../../src/ports/log.ts';
import type { HistoryMessage, Platform, PlatformListener, SentCard } from '../../src/ports/platform.ts';
import type { Batch, Store } from '../../src/ports/store.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { createVirtualClock, settle, type VirtualClock } from './clock.ts';

/** The real runner, outbox, store and rules, with a place to chat that lives in memory and fails when told to. */

export const ANA = personId('ana');
export const BEN = personId('ben');
export const CHANNEL = channelId('ours');
const MONDAY_EVENING: Instant = Date.parse('2026-05-04T18:00:00+02:00');

/** A bid the rules hear for sure, words that speak past it, and words that answer it. */
export const A_WORRY = 'today was awful, i feel so low';
export const SPOKEN_PAST = 'did you move the car?';
export const AN_ANSWER = 'that sounds really hard, i am here';

/** A direct message of Nod's, and what became of it. */
export interface Whispered {
  readonly to: PersonId;
  readonly at: Instant;
  readonly sent: SentCard;
  card: Card;
  fate: 'out' | 'taken back' | 'removed';
}

/** What may go wrong: called before the call of that name; it may throw, or never resolve. */
export type Faults = Partial<
  Record<'history' | 'recall' | 'whisper' | 'whispers' | 'remove' | 'commit' | 'forget', () => void | Promise<void>>
>;

type Said = HistoryMessage & { readonly channel: ChannelId };

/** The chat and the direct messages, which outlive every run of Nod. */
interface World {
  readonly said: Said[];
  readonly whispers: Whispered[];
  readonly batches: Batch[];
  readonly faults: Faults;
}

export interface Stage extends World {
  readonly clock: VirtualClock;
  readonly store: Store;
  readonly platform: Platform;
  readonly nod: Nod;
  readonly listener: PlatformListener;
  /** The channels Nod listens in now. */
  watched(): readonly ChannelId[];
  /** Says something now; Nod hears it at once while it is connected, else it is in history only. */
  say(by: PersonId, text: string, channel?: ChannelId): Promise<void>;
  pass(minutes: number): Promise<void>;
  /** The connection is gone, and comes back. */
  cutOff(): Promise<void>;
  /** `resumed`: what it missed was told again, by whoever calls this. */
  reconnect(session?: 'resumed'): Promise<void>;
  change(by: PersonId, change: Change): Promise<boolean>;
  /** The deposits of the person, as the store has them. */
  deposits(by: PersonId): ReturnType<Store['momentsBy']>;
  /** Kills this run where it stands and starts another on the same store and chat, run by somebody else if named. */
  restart(minutesLater?: number, changed?: { readonly host?: string }): Promise<Stage>;
}

/** Listening, with everything chosen that can be. */
export const EVERYTHING: ConsentChoices = {
  adult: true,
  readers: 0,
  zone: 'Europe/Berlin',
  quiet: { from: 22 * 60, until: 8 * 60 },
  away: [],
  usual: [],
  purposes: ['coaching', 'typing', ...REASONS.map((reason) => `reason:${reason}` as const)],
};

/** A store that commits only what the faults let through, and shows what it committed. */
function withFaults(store: Store, { faults, batches }: World): Store {
  return {
    ...store,
    async commit(batch) {
      await faults.commit?.();
      await store.commit(batch);
      batches.push(batch);
    },
    async forget(gone) {
      await faults.forget?.();
      return store.forget(gone);
    },
  };
}

export interface MemoryPlatform extends Platform {
  listener(): PlatformListener;
  watched(): readonly ChannelId[];
}

function createMemoryPlatform({ said, whispers, faults }: World, clock: VirtualClock): MemoryPlatform {
  let listener: PlatformListener | undefined;
  let channels: readonly ChannelId[] = [];
  const cardOf = (sent: SentCard) =>
    whispers.find((whisper) => whisper.sent.message === sent.message && whisper.fate !== 'removed');
  return {
    name: 'memory',
    listener: () => listener as PlatformListener,
    watched: () => channels,
    async start(given) {
      listener = given;
      given.ready();
    },
    async stop() {},
    watch(given) {
      channels = given.filter(({ partners }) => partners.length > 0).map(({ channel }) => channel);
    },
    async *history(channel, after) {
      const page = said.filter((one) => one.channel === channel && Number(one.id) > Number(after));
      await faults.history?.();
      yield* page; // as it stood when it was asked for
    },
    async recall(channel, ids) {
      await faults.recall?.();
      return said.filter((one) => one.channel === channel && ids.includes(one.id));
    },
    cursorAt: (at) => messageId(String(at * IDS_A_MILLISECOND - 1)),
    inspect: async () => ({ readable: true, missing: [], others: 0, absent: [], bots: [] }),
    post: async (channel) => ({ channel, message: messageId('card') }),
    async whisper(to, card, nonce) {
      await faults.whisper?.();
      const sent = { channel: channelId(`dm-${to}`), message: messageId(`whisper-${nonce}`) };
      whispers.push({ to, at: clock.now(), sent, card, fate: 'out' });
      return sent;
    },
    async findWhisper(to, path, id) {
      return whispers.find((whisper) => whisper.to === to && carries(whisper.card, path, id))?.sent;
    },
    async whispers(to) {
      await faults.whispers?.();
      return whispers.filter((whisper) => whisper.to === to && whisper.fate !== 'removed').map(({ sent }) => sent);
    },
    async rewrite(sent, card) {
      const whisper = cardOf(sent);
      if (whisper) Object.assign(whisper, { card, fate: 'taken back' });
    },
    async remove(sent) {
      await faults.remove?.();
      const whisper = cardOf(sent);
      if (whisper) whisper.fate = 'removed';
    },
    names: async (_, people) => new Map(people.map((person) => [person, [person]])),
    linkTo: (channel, message) => `memory://${channel}/${message}`,
  };
}

/** Ids grow with time, like Discord's. */
const IDS_A_MILLISECOND = 1_000;

function carries({ rows = [] }: Card, path: string, id: string): boolean {
  const buttons = rows.flatMap((row) => ('buttons' in row ? row.buttons : []));
  return buttons.some((button) => button.path === path && button.id === id);
}

interface StageParts {
  readonly store: Store;
  readonly at: Instant;
  readonly reader: Reader;
  readonly encoder: Encoder;
  readonly host?: string;
  readonly around: Around;
}

/** What may stand between Nod and what it is made of, and which softenings of real life apply. */
export interface Around {
  readonly reader?: (reader: Reader) => Reader;
  readonly encoder?: Encoder;
  readonly pairer?: Pairer;
  readonly judge?: Judge;
  readonly log?: Log;
  /** What Nod's computer takes the time to be. */
  readonly clock?: (clock: VirtualClock) => Clock;
  readonly onTrace?: (trace: readonly Trace[]) => void;
  /** Waited for whenever the clock woke somebody, before it moves on. */
  readonly afterEachWake?: () => Promise<void>;
  readonly store?: (store: Store) => Store;
  readonly platform?: (platform: MemoryPlatform, clock: VirtualClock) => MemoryPlatform;
  readonly options?: Partial<EngineOptions>;
}

async function begin(world: World, parts: StageParts): Promise<Stage> {
  const { store, at, reader, encoder } = parts;
  const { around } = parts;
  const clock = createVirtualClock(at, around.afterEachWake);
  const inMemory = createMemoryPlatform(world, clock);
  const platform = around.platform?.(inMemory, clock) ?? inMemory;
  const options = { quietStart: false, daysOff: false, ...around.options };
  const rest = {
    clock: around.clock?.(clock) ?? clock,
    log: around.log ?? SILENT_LOG,
    reader,
    pairer: around.pairer ?? createPairer(),
    encoder,
    options,
    host: parts.host ?? 'Kim',
    encrypted: false,
    judge: around.judge,
    ...(around.onTrace ? { onTrace: around.onTrace } : {}),
  };
  const nod = await createNod({ store: withFaults(store, world), platform, ...rest });
  await settle();
  let connected = true;
  return {
    ...world,
    clock,
    store,
    platform,
    nod,
    listener: platform.listener(),
    watched: platform.watched,
    async say(by, text, channel = CHANNEL) {
      const id = messageId(String(clock.now() * IDS_A_MILLISECOND + (world.said.length % IDS_A_MILLISECOND)));
      const message = { by, at: clock.now(), id, text, attachments: [] };
      world.said.push({ ...message, channel, reactions: [] });
      if (connected) platform.listener().heard(channel, { type: 'message', ...message }, id);
      await settle();
    },
    pass: (minutes) => clock.advance(minutes * MINUTE),
    async cutOff() {
      connected = false;
      platform.listener().away();
      await settle();
    },
    async reconnect(session) {
      connected = true;
      platform.listener().ready(session);
      await settle();
    },
    change: (by, change) => nod.askerFor(by).submit(change),
    async deposits(by) {
      const desk = nod.runner.deskOfChannel(CHANNEL);
      const giver = desk?.members.find(({ person }) => person === by)?.id as PartnerId;
      return desk ? store.momentsBy(desk.row.id, giver, 0) : [];
    },
    restart: (minutesLater = 0, { host } = {}) =>
      begin(world, { ...parts, at: clock.now() + minutesLater * MINUTE, ...(host === undefined ? {} : { host }) }),
  };
}

/** Nod before anybody was asked. */
export async function openStage(around: Around = {}): Promise<Stage> {
  const { encoder = NO_ENCODER } = around;
  const reader = around.reader?.(createReader()) ?? createReader();
  const inMemory = await createSqliteStore({ file: ':memory:' });
  const store = around.store?.(inMemory) ?? inMemory;
  const world = { said: [], whispers: [], batches: [], faults: {} };
  return begin(world, { store, at: MONDAY_EVENING, reader, encoder, around });
}

/** The first asks the second; returns the number of their invitation. */
export async function invite({ nod, store }: Stage, [first, second] = [ANA, BEN], channel = CHANNEL): Promise<DyadId> {
  await nod.askerFor(first).invite(second, channel);
  const rows = await store.dyadsOf('memory', first);
  return (rows.at(-1) as { id: DyadId }).id;
}

/** Ana and Ben are a couple from a minute ago on, with everything chosen. */
export async function openCouple(around: Around = {}): Promise<Stage> {
  const stage = await openStage(around);
  const dyad = await invite(stage);
  for (const person of [ANA, BEN]) await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
  await stage.pass(1);
  return stage;
}

/** Ana tells of a worry, and Ben speaks past it two minutes later. */
export async function speakPast(stage: Stage): Promise<void> {
  await stage.say(ANA, A_WORRY);
  await stage.pass(2);
  await stage.say(BEN, SPOKEN_PAST);
}

/** As `speakPast`, until Nod has whispered to Ben about it. */
export async function letNodWhisper(stage: Stage): Promise<void> {
  await speakPast(stage);
  await stage.pass(10);
}
