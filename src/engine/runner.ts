import type { ChannelId, DyadId, PartnerId, PersonId } from '../domain/ids.ts';
import { DAY, SECOND } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change } from '../ports/command.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { createAlarm } from './alarm.ts';
import type { OwnChange } from './apply.ts';
import { createBatches } from './batches.ts';
import { catchUp } from './catch-up.ts';
import { createChance } from './chance.ts';
import { createDesk, type Desk, type LiveEvent } from './desk.ts';
import { isListening } from './door.ts';
import type { Effect, Trace } from './effects.ts';
import { type NewPartner, newDyad } from './new-dyad.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { SessionParts } from './session.ts';

/** Everything the runner is made of; wired in `main`. */
export interface RunnerParts extends Pick<SessionParts, 'reader' | 'pairer' | 'options'> {
  readonly store: Store;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  /** Set by the demonstration alone, which shows what Nod heard. */
  readonly onTrace?: (trace: readonly Trace[]) => void;
}

/** The only writer of every couple's state: one queue a couple, one transaction a batch. */
export interface Runner {
  /** Reads every couple from the store; the platform starts after this. */
  load(): Promise<void>;
  heard(channel: ChannelId, live: LiveEvent): void;
  /** The platform is connected, first or again. */
  ready(): void;
  lost(channel: ChannelId): void;
  deskOfPerson(person: PersonId): Desk | undefined;
  deskOfChannel(channel: ChannelId): Desk | undefined;
  readonly outbox: Outbox;
  /** Applies the change in the couple's queue and makes it durable. */
  submit(dyad: DyadId, by: PartnerId, asked: Change | OwnChange): Promise<void>;
  /** Both have consented: listening begins now. */
  begin(row: DyadRow, partners: readonly [NewPartner, NewPartner]): Promise<void>;
  /** Resolves when nothing is unsaved and nothing due is undone. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** A batch is committed after this, or when it holds so many events. Design, "Engine". */
const BATCH_WAIT = 250;
const BATCH_EVENTS = 100;
/** After a failed transaction or catch-up it is tried again. Our choice. */
const RETRY_AFTER = 5 * SECOND;
const PURGE_EVERY = DAY;

export function createRunner(parts: RunnerParts): Runner {
  const { store, platform, clock, log } = parts;
  const desks = new Map<DyadId, Desk>();
  let secret = '';
  let stopped = false;
  const catching = new Map<DyadId, Promise<void>>();

  const saveAlarm = createAlarm(clock, () => void save());
  const wakeAlarm = createAlarm(clock, wakeDue);
  const retryAlarm = createAlarm(clock, readyAgain);
  const purgeAlarm = createAlarm(clock, () => void purge());

  const outbox = createOutbox({
    store,
    platform,
    clock,
    log,
    deskOf: (dyad) => desks.get(dyad),
    ignored: (dyad, { to }) => void submit(dyad, to, { do: 'nudge-ignored' }),
    unreachable: (dyad, { to }) => void submit(dyad, to, { do: 'unreachable', is: true }),
  });

  const batches = createBatches({ store, log, outbox, desks: () => [...desks.values()] });

  function carryOut(desk: Desk, effect: Effect): void {
    if (effect.do === 'nudge') outbox.queue(desk.row.id, effect.nudge);
    if (effect.do === 'retract') outbox.retract(desk.row.id, effect.seq);
  }

  // The name of the failure only: its message may quote what somebody wrote.
  const onSurprise = (error: unknown) =>
    log.error({ code: codeOf(error) }, 'one event could not be read and was left out');

  function seat(row: DyadRow): Desk | undefined {
    if (!row.state) return undefined;
    const { reader, pairer, options } = parts;
    const chance = createChance(`${secret}:${row.id}`);
    const desk = createDesk(
      { ...row, state: row.state },
      { reader, pairer, options, chance },
      { carryOut, onTrace: parts.onTrace, onSurprise },
    );
    desks.set(row.id, desk);
    return desk;
  }

  /** The channels whose two switches are on; nothing else is even parsed. */
  function watch(): void {
    const listening = [...desks.values()].filter((desk) => isListening(desk.session.state));
    platform.watch(
      listening.map(({ row, members }) => ({
        channel: row.channel,
        partners: [members[0].person, members[1].person] as const,
      })),
    );
  }

  /** Plans the next transaction and the next wake after a desk did something. */
  function plan(desk: Desk): void {
    const { unsaved } = desk;
    if (unsaved && unsaved.events >= BATCH_EVENTS) void save();
    else if (unsaved) saveAlarm.setEarlier(clock.now() + BATCH_WAIT);
    planWake();
  }

  function planWake(): void {
    const awake = [...desks.values()].filter((desk) => !desk.behind);
    const next = Math.min(...awake.map((desk) => desk.session.state.wakeAt ?? Number.POSITIVE_INFINITY));
    wakeAlarm.set(stopped || next === Number.POSITIVE_INFINITY ? undefined : next);
  }

  function wakeDue(): void {
    const now = clock.now();
    for (const desk of desks.values()) {
      const { wakeAt } = desk.session.state;
      if (desk.behind || wakeAt === undefined || wakeAt > now) continue;
      desk.wake(now);
      plan(desk);
    }
    planWake();
  }

  /** One transaction for everything that is unsaved; then the outbox may deliver it. */
  async function save(): Promise<void> {
    const saved = await batches.save();
    if (saved) void outbox.work();
    else if (!stopped) saveAlarm.setEarlier(clock.now() + RETRY_AFTER);
  }

  function heard(channel: ChannelId, live: LiveEvent): void {
    const desk = deskOfChannel(channel);
    if (!desk || stopped) return;
    if (desk.behind) {
      desk.behind.push(live);
      return;
    }
    desk.hear(live, clock.now());
    plan(desk);
  }

  /** Catches a couple up; live events queue behind it. */
  function catchUpDesk(desk: Desk): Promise<void> {
    const dyad = desk.row.id;
    const again = (catching.get(dyad) ?? Promise.resolve()).then(() => readMissed(desk));
    catching.set(dyad, again);
    return again;
  }

  async function readMissed(desk: Desk): Promise<void> {
    if (stopped || !isListening(desk.session.state)) return;
    desk.behind ??= [];
    try {
      await catchUp(desk, platform, () => clock.now());
      desk.unreadable = false;
    } catch (error) {
      if (missed(desk, error) === 'try-again') return; // live events go on waiting behind it
    }
    const behind = desk.behind ?? [];
    desk.behind = undefined;
    for (const live of behind) desk.hear(live, clock.now());
    desk.wake(clock.now());
    plan(desk);
  }

  /** History could not be read: in a moment it may; where the channel is gone, that time counts nowhere. */
  function missed(desk: Desk, error: unknown): 'try-again' | 'unobserved' {
    const code = codeOf(error);
    desk.unreadable = true;
    log.warn({ code }, 'a channel could not be read');
    const { time } = desk.session.state;
    const now = clock.now();
    if (code !== 'CHANNEL_UNKNOWN' && code !== 'DISCORD_PERMISSION_MISSING') {
      retryAlarm.setEarlier(now + RETRY_AFTER);
      return 'try-again';
    }
    if (now > time) desk.hear({ event: { type: 'gap', at: time, until: now }, dedupe: undefined }, now);
    return 'unobserved';
  }

  function readyAgain(): void {
    for (const desk of desks.values()) if (desk.unreadable) void catchUpDesk(desk);
  }

  async function submit(dyad: DyadId, by: PartnerId, asked: Change | OwnChange): Promise<void> {
    const desk = desks.get(dyad);
    if (!desk || stopped) return;
    // Stopping must not wait behind history; everything else keeps the couple's order.
    const revokes = asked.do === 'pause' || asked.do === 'leave';
    if (revokes) desk.behind &&= [];
    else await catching.get(dyad);
    const at = clock.now();
    const resting = !isListening(desk.session.state);
    if (!desk.behind) desk.wake(at);
    desk.change(asked, { dyad, by, at, cursor: platform.cursorAt(at) });
    if (asked.do === 'nudge-opened') outbox.markOpened(dyad, asked.seq);
    if (resting !== !isListening(desk.session.state)) watch();
    plan(desk);
    await save();
    if (desk.session.state.partners.every((partner) => partner.left)) await end(desk);
  }

  /** Both have left: nothing of the couple stays. */
  async function end(desk: Desk): Promise<void> {
    desks.delete(desk.row.id);
    outbox.drop(desk.row.id);
    await store.endDyad(desk.row.id);
  }

  async function begin(row: DyadRow, partners: readonly [NewPartner, NewPartner]): Promise<void> {
    const at = clock.now();
    const state = newDyad(partners, { at, cursor: platform.cursorAt(at) });
    await store.commit({ states: [{ dyad: row.id, state }], moments: [], outbox: [], ledger: [] });
    seat({ ...row, state });
    watch();
  }

  async function purge(): Promise<void> {
    try {
      await store.purge(clock.now());
    } catch (error) {
      log.error({ code: codeOf(error) }, 'old rows could not be removed and are tried again tomorrow');
    }
    if (!stopped) purgeAlarm.set(clock.now() + PURGE_EVERY);
  }

  const deskOfChannel = (channel: ChannelId) => [...desks.values()].find((desk) => desk.row.channel === channel);

  return {
    outbox,
    async load() {
      secret = await store.secret();
      for (const row of await store.dyads(platform.name)) seat(row);
      // Until the first catch-up is through, live events wait behind it.
      for (const desk of desks.values()) if (isListening(desk.session.state)) desk.behind = [];
      await outbox.load();
      await purge();
      watch();
    },
    heard,
    ready() {
      for (const desk of desks.values()) if (isListening(desk.session.state)) void catchUpDesk(desk);
      void outbox.work();
    },
    lost(channel) {
      const desk = deskOfChannel(channel);
      if (desk) void catchUpDesk(desk);
    },
    deskOfPerson: (person) =>
      [...desks.values()].find((desk) => {
        const member = desk.members.find((one) => one.person === person);
        return member && !desk.session.state.partners.find((partner) => partner.id === member.id)?.left;
      }),
    deskOfChannel,
    submit,
    begin,
    async settle() {
      await Promise.all(catching.values());
      await save();
      await outbox.work();
    },
    async stop() {
      stopped = true;
      for (const alarm of [saveAlarm, wakeAlarm, retryAlarm, purgeAlarm]) alarm.set(undefined);
      await Promise.allSettled(catching.values());
      await save();
      await outbox.stop();
    },
  };
}
