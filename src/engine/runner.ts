import type { ChannelId, DyadId, PartnerId, PersonId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { codeOf } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Change } from '../ports/command.ts';
import type { Judge } from '../ports/judge.ts';
import type { Log } from '../ports/log.ts';
import type { Platform } from '../ports/platform.ts';
import type { Batch, DyadRow, Store } from '../ports/store.ts';
import type { ChangeContext, OwnChange } from './apply.ts';
import { createAudience } from './audience.ts';
import { createBatches } from './batches.ts';
import { createChance } from './chance.ts';
import { createDesk, type Desk, type DeskParts, isThere, isWhole, type LiveEvent, toldAgain } from './desk.ts';
import { bothWant, hasEnded } from './door.ts';
import type { Effect, Trace } from './effects.ts';
import { createForgetting } from './forgetting.ts';
import { createHousekeeping } from './housekeeping.ts';
import { createMissed } from './missed.ts';
import { type NewPartner, newDyad } from './new-dyad.ts';
import { notSaved } from './not-saved.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createRemoval } from './removal.ts';
import { createSaving } from './saving.ts';
import { createSecondOpinions } from './second-opinions.ts';
import { removeStrays } from './strays.ts';
import { createSupport, type Support } from './support.ts';
import type { Told } from './told.ts';
import { createWaking } from './waking.ts';
import { createWatching, listensNow } from './watching.ts';

/** Everything the runner is made of; wired in `main`. */
export interface RunnerParts extends Omit<DeskParts, 'chance'>, Told {
  readonly store: Store;
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  /** A second opinion on what is left open; without one the rules stand. */
  readonly judge?: Judge | undefined;
  /** Set by the demonstration alone, which shows what Nod heard. */
  readonly onTrace?: (trace: readonly Trace[]) => void;
}

/** The only writer of every couple's state: one queue a couple, one transaction a batch. */
export interface Runner {
  /** Reads every couple from the store; the platform starts after this. */
  load(): Promise<void>;
  heard(channel: ChannelId, live: LiveEvent): void;
  /** The platform is connected, first or again; a resumed session has told what it missed. */
  ready(session?: 'resumed'): void;
  /** The connection is gone for now. */
  away(): void;
  lost(channel: ChannelId): void;
  /** Who can read the channel may have changed. */
  changed(channel: ChannelId): void;
  deskOfPerson(person: PersonId): Desk | undefined;
  deskOfChannel(channel: ChannelId): Desk | undefined;
  readonly outbox: Outbox;
  readonly support: Pick<Support, 'isOut'>;
  /** Applies the change in the couple's queue and makes it durable; throws NOT_SAVED when it could not. */
  submit(dyad: DyadId, by: PartnerId, asked: Change | OwnChange, at?: Instant): Promise<void>;
  /** Both have consented: listening begins now, in one transaction with the ledger that says so. */
  begin(row: DyadRow, partners: readonly [NewPartner, NewPartner], ledger: Batch['ledger']): Promise<void>;
  /** Deletes all that Nod has of the person; throws NOT_SAVED when it could not. */
  forget(person: PersonId): Promise<void>;
  /** Resolves when nothing is unsaved and nothing due is undone. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Whose change it is, as of when, and whether it stopped a reading of history. */
interface ChangedBy extends Pick<ChangeContext, 'by' | 'at'> {
  readonly wasReading?: boolean;
}

export function createRunner(parts: RunnerParts): Runner {
  const { store, platform, clock, log } = parts;
  const desks = new Map<DyadId, Desk>();
  const stopping = new AbortController();
  const removal = createRemoval({ ...parts, stopping: stopping.signal });
  const ending = { ...parts, removal, stopping: stopping.signal };
  let secret = '';
  let isAway = false;
  let hasStood = false;

  const support = createSupport({ ...ending, supportCard: parts.options.supportCard ?? false });
  const opinions = createSecondOpinions({ ...ending, judge: parts.judge, plan });
  const watching = createWatching(platform, () => desks.values());
  const housekeeping = createHousekeeping({
    ...ending,
    desks,
    drop: (dyad) => outbox.drop(dyad),
    daily: () => void audience.check([...desks.values()]),
  });
  const audience = createAudience({ ...ending, tell, readMissed: (desk) => missed.read(desk) });

  const outbox = createOutbox({
    ...ending,
    deskOf: (dyad) => desks.get(dyad),
    inTurn: (task) => batches.inTurn(task),
    saveAgain: () => saving.again(),
    over: (dyad, { to, seq }) => void tell(dyad, to, { do: 'nudge-over', seq }),
    undelivered(dyad, { to, seq, at }, closed) {
      void tell(dyad, to, { do: 'nudge-undelivered', seq, madeAt: at });
      if (closed) void tell(dyad, to, { do: 'unreachable', is: true });
    },
  });
  const batches = createBatches({ store, log, outbox, desks: () => [...desks.values()] });
  const saving = createSaving({ ...parts, batches, outbox });
  const missed = createMissed({
    ...ending,
    isAway: () => isAway,
    plan,
    onRead(desk) {
      goOn(desk);
      void outbox.work();
    },
    onClosed: (desk) => changeNow(desk, { do: 'shut-out', is: true }, { by: desk.members[0].id, at: clock.now() }),
  });
  const waking = createWaking({ ...parts, outbox, desks: () => desks.values(), plan, readMissed: missed.read });

  /** A change that nobody waits for; one that cannot be saved now is saved with the next batch. */
  function tell(dyad: DyadId, by: PartnerId, asked: OwnChange): Promise<void> {
    return submit(dyad, by, asked).catch(() => {});
  }

  function carryOut(desk: Desk, effect: Effect): void {
    if (effect.do === 'nudge') outbox.queue(desk.row.id, effect.nudge, effect.since);
    if (effect.do === 'notice') outbox.queue(desk.row.id, effect.notice);
    if (effect.do === 'retract') outbox.retract(desk.row.id, effect.seq, effect.at);
    if (effect.do === 'support') void support.offer(desk, effect.to);
    if (effect.do === 'ask-judge') void opinions.ask(desk, effect.asking);
  }

  // The name of the failure only: its message may quote what somebody wrote.
  const onSurprise = (error: unknown) =>
    log.error({ code: codeOf(error) }, 'one event could not be read and was left out');

  function seat(row: DyadRow & { readonly state: NonNullable<DyadRow['state']> }): Desk {
    const { reader, pairer, encoder, options, onTrace } = parts;
    const chance = createChance(`${secret}:${row.id}`);
    const judging = { ...options, judge: parts.judge?.where };
    const desk = createDesk(
      row,
      { reader, pairer, encoder, options: judging, chance },
      { carryOut, onTrace, onSurprise },
    );
    desks.set(row.id, desk);
    return desk;
  }

  /** Plans the next transaction and the next wake after a desk did something. */
  function plan(desk: Desk): void {
    opinions.callOff(desk);
    if (stopping.signal.aborted) return;
    saving.plan(desk);
    waking.plan();
    watching.follow(desk);
  }

  /** Lets happen what is due, and plans what comes next. */
  function goOn(desk: Desk): void {
    waking.wake(desk);
    plan(desk);
  }

  function heard(channel: ChannelId, live: LiveEvent): void {
    const desk = deskOfChannel(channel);
    if (!desk || stopping.signal.aborted) return;
    const isReplay = desk.reading === 'behind';
    const followsHistory = desk.readings.size > 0;
    void desk.enqueue(async () => {
      // That history was not read to its end: the next reading finds this in its place.
      if (followsHistory && desk.reading === 'behind') return;
      waking.mindClock(desk, live.event);
      const known = isReplay ? toldAgain(desk, live, clock.now()) : live;
      if (known) await desk.hear(known, () => clock.now());
      plan(desk);
    });
  }

  async function submit(dyad: DyadId, by: PartnerId, asked: Change | OwnChange, at = clock.now()): Promise<void> {
    const desk = desks.get(dyad);
    if (!desk || stopping.signal.aborted) throw notSaved();
    await change(desk, asked, { by, at });
    if (!(await saving.now())) throw notSaved();
    if (hasEnded(desk.session.state)) await housekeeping.end(desk);
    // As if both had left: whether they have, nobody is told. Nobody waits for it either.
    else if (asked.do === 'leave') outbox.drop(dyad, by).catch(() => {});
  }

  async function change(desk: Desk, asked: Change | OwnChange, { by, at }: Omit<ChangedBy, 'wasReading'>) {
    // Nobody waits behind history: reading it goes on after the change, or not at all where a switch went off.
    const wasReading = missed.interrupt(desk);
    await desk.enqueue(() => {
      if (!desk.members.some(({ id }) => id === by)) return; // they were forgotten meanwhile
      changeNow(desk, asked, { by, at, wasReading });
    });
  }

  function changeNow(desk: Desk, asked: Change | OwnChange, { by, at, wasReading = false }: ChangedBy): void {
    const [before, wanted] = [listensNow(desk), bothWant(desk.session.state)];
    waking.passTime(desk, at);
    desk.change(asked, { by, at, cursor: platform.cursorAt(at) });
    const after = listensNow(desk);
    if (!after) {
      desk.readQueued = false;
      desk.reading = 'live';
    } else if (wasReading || !before) missed.read(desk, true);
    // What changed meanwhile was nobody's to know.
    if (bothWant(desk.session.state) && !wanted) void audience.check([desk]);
    plan(desk);
  }

  async function begin(...[row, partners, ledger]: Parameters<Runner['begin']>): Promise<void> {
    const at = clock.now();
    const state = newDyad(partners, { at, cursor: platform.cursorAt(at), quietStart: parts.options.quietStart });
    await store.commit({ states: [{ dyad: row.id, state }], moments: [], outbox: [], ledger });
    const desk = seat({ ...row, state });
    watching.begin();
    goOn(desk); // plans when their yes is asked for again
  }

  const forget = createForgetting({
    ...ending,
    desks,
    batches,
    outbox,
    leave: (desk, by) => change(desk, { do: 'leave' }, { by, at: clock.now() }),
    goOn,
    save: saving.now,
  });

  const desksIn = (channel: ChannelId) => [...desks.values()].filter((desk) => desk.row.channel === channel);
  /** Where one has left, somebody new may have begun. */
  const deskOfChannel = (channel: ChannelId) => desksIn(channel).find(isWhole) ?? desksIn(channel)[0];
  const queuesEmpty = () => Promise.all([...desks.values()].map((desk) => desk.enqueue(() => {})));

  return {
    outbox,
    support,
    async load() {
      secret = await store.secret();
      for (const row of await store.dyads(platform.name)) {
        if (row.state && hasEnded(row.state)) housekeeping.toEnd(row);
        else if (row.state) seat({ ...row, state: row.state });
      }
      for (const desk of desks.values()) if (listensNow(desk)) desk.reading = 'behind';
      await outbox.load();
      await housekeeping.purge();
      watching.begin();
      for (const desk of desks.values()) if (!listensNow(desk)) goOn(desk); // nothing is read first
    },
    heard,
    ready(session) {
      isAway = false;
      for (const desk of desks.values()) missed.read(desk, session === 'resumed');
      void audience.check([...desks.values()]);
      void housekeeping.finishEndings();
      if (!hasStood) void removeStrays({ platform, removal, outbox, support, desks: () => [...desks.values()] });
      hasStood = true;
      void outbox.work();
    },
    away() {
      isAway = true;
      for (const desk of desks.values()) if (listensNow(desk)) desk.reading = 'behind';
    },
    lost(channel) {
      const desk = deskOfChannel(channel);
      if (desk) missed.read(desk);
    },
    changed(channel) {
      const desk = deskOfChannel(channel);
      if (desk) void audience.check([desk]);
    },
    deskOfPerson: (person) => [...desks.values()].find((desk) => isThere(desk, person)),
    deskOfChannel,
    submit,
    begin,
    forget,
    async settle() {
      await queuesEmpty();
      await saving.now();
      await outbox.work();
    },
    async stop() {
      stopping.abort();
      saving.stop();
      waking.stop();
      await saving.now(); // before waiting for anything that may hang
      await queuesEmpty();
      await saving.now();
      await outbox.stop();
    },
  };
}
