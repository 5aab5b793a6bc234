import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../src/domain/ids.ts';
import { DAY, HOUR, type Instant } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import type { DyadRow } from '../../src/ports/store.ts';
import { invitationCard } from '../../src/texts/cards.ts';
import { texts } from '../../src/texts/texts.ts';
import {
  A_WORRY,
  ANA,
  BEN,
  CHANNEL,
  EVERYTHING,
  invite,
  openStage,
  SPOKEN_PAST,
  type Stage,
} from '../support/runner-stage.ts';
import type { Screen } from './screen.ts';
import { COMMANDS, screenOfAna, watch } from './world.ts';

/**
 * Why Nod rests, and whose doing it is, is told to nobody: from her side Ana cannot tell these from each other,
 * whatever she asks, presses or ends herself.
 */

interface World {
  readonly stage: Stage;
  readonly ana: Screen;
  /** What goes wrong from now on. */
  readonly wrong: { closed?: true; benOut?: true };
}

/** What makes Nod rest; all at the very instant at which a yes of Ben's that nobody renewed is seen to have run out. */
const CAUSES: Readonly<Record<string, (world: World) => Promise<unknown>>> = {
  'Ben’s yes ran out': async () => {},
  'Ben pauses': ({ stage }) => stage.change(BEN, { do: 'pause' }),
  'Ben leaves': ({ stage }) => stage.change(BEN, { do: 'leave' }),
  'Ben says no on the old card': ({ stage }) => stage.nod.askerFor(BEN).decline(1, false),
  'Ben never wants to be asked again': ({ stage }) => stage.nod.askerFor(BEN).decline(1, true),
  'Ben deletes all that Nod has of him': ({ stage }) => stage.nod.askerFor(BEN).forget(1),
  async 'Ben leaves, and later deletes all that Nod has of him'({ stage }) {
    await stage.change(BEN, { do: 'leave' });
    void stage.clock.sleepUntil(stage.clock.now() + HOUR).then(() => stage.nod.askerFor(BEN).forget(1));
  },
  async 'Ben cannot read the channel any more'({ stage, wrong }) {
    wrong.benOut = true;
    stage.listener.changed(CHANNEL);
  },
  async 'nobody can read the channel'({ stage, wrong }) {
    wrong.closed = true;
    stage.listener.lost(CHANNEL);
  },
};

/** What each shows the other while Nod listens: that it is gone must not tell why. */
const A_SHARED_CARD = { low: ['comfort'], celebrate: ['quiet'], shared: true } as const;

/** Who can read the channel. */
const THERE: readonly PersonId[] = [ANA, BEN];

const LAPSES_AFTER = 60 * DAY;
/** Messages on their way are waited for, and then the batch. */
const SEEN_AFTER = 3_250;

async function open(): Promise<World> {
  const wrong: World['wrong'] = {};
  const screens: { ana?: Screen } = {};
  const stage = await openStage({
    store: (store) => ({ ...store, secret: async () => 'the same in every world' }),
    platform(platform, clock) {
      const watched = watch(platform, { screens, now: clock.now, closed: [] });
      return {
        ...watched,
        history(channel, after) {
          if (wrong.closed) throw new NodError('CHANNEL_UNKNOWN', 'The channel is gone.', 'Make another.');
          return watched.history(channel, after);
        },
        inspect: async (_channel, people) => ({
          readable: !wrong.closed,
          missing: [],
          others: THERE.filter((person) => !people.includes(person)).length,
          bots: [],
          absent: wrong.benOut ? [BEN] : [],
        }),
      };
    },
  });
  const ana = screenOfAna(() => stage.listener);
  screens.ana = ana;
  return { stage, ana, wrong };
}

/** Everything Ana can type, and every button that is safe to press again and again. */
async function askEverything({ stage, ana }: World, more: readonly string[] = []): Promise<void> {
  const now = () => stage.clock.now();
  const typed = COMMANDS.filter(({ path, command }) => !command.hidden && !['pause', 'resume', 'start'].includes(path));
  for (const { path } of [...typed]) await ana.askFor(now(), path, path === 'busy' ? { until: 'in 1h' } : {});
  for (const path of more) await ana.askFor(now(), path);
  await ana.pressOn(now(), 'settings', 'ledger');
  await ana.pressOn(now(), 'whisper', 'open');
  await ana.pressOn(now(), 'whisper', 'helpful');
  await ana.pressOn(now(), 'start', 'choose');
  await stage.pass(1);
}

/**
 * A nudge of Ana's is out when it happens; then she asks, waits, pauses, resumes and in the end leaves. To the second:
 * how long saving takes differs, and when it happened she cannot know.
 */
async function anaSees(cause: string, leaves = DAY + HOUR): Promise<readonly string[]> {
  const world = await open();
  const { stage, ana } = world;
  const began = stage.clock.now();
  const dyad = await invite(stage);
  for (const person of [ANA, BEN]) {
    await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
    await stage.change(person, { do: 'settings', settings: { wishes: A_SHARED_CARD } });
  }
  await stage.clock.advanceTo(began + 31 * DAY);
  for (const person of cause === 'Ben’s yes ran out' ? [ANA] : [ANA, BEN]) await stage.nod.askerFor(person).renew();
  await stage.clock.advanceTo(began + LAPSES_AFTER - HOUR);
  await stage.say(BEN, A_WORRY);
  await stage.pass(2);
  await stage.say(ANA, SPOKEN_PAST);
  await stage.clock.advanceTo(began + LAPSES_AFTER + SEEN_AFTER);
  await (CAUSES[cause] as (world: World) => Promise<unknown>)(world);
  await stage.pass(1);
  await afterwards(world, began + LAPSES_AFTER, leaves);
  await stage.nod.stop();
  return ana.seen.map(({ at, ...seen }) => `${at.slice(0, 19)} ${JSON.stringify(seen)}`).sort();
}

async function afterwards(world: World, from: Instant, leaves: number): Promise<void> {
  const { stage, ana } = world;
  const now = () => stage.clock.now();
  await askEverything(world);
  await stage.clock.advanceTo(from + leaves);
  await askEverything(world, ['pause', 'resume']);
  await ana.askFor(now(), 'leave');
  await ana.pressOn(now(), 'leave', 'yes');
  await stage.pass(1);
  await askEverything(world, ['pause', 'resume']);
  await ana.pressOn(now(), 'data/delete', 'yes');
  await stage.pass(1);
  await askEverything(world);
  await stage.clock.advanceTo(from + 4 * DAY);
}

describe.each([
  ['a day later', DAY + HOUR],
  ['while her message is still out', 2 * HOUR],
])('Nod rests, Ana leaves %s, and cannot tell why it rested:', async (_when, leaves) => {
  const asWhenPaused = await anaSees('Ben pauses', leaves);

  it.each(Object.keys(CAUSES).filter((cause) => cause !== 'Ben pauses'))('%s, or he pauses', async (cause) => {
    const seen = await anaSees(cause, leaves);

    expect(seen.find((one, place) => one !== asWhenPaused[place])).toBeUndefined();
    expect(seen).toHaveLength(asWhenPaused.length);
  });

  it('she reads no more than that it rests, and her message is taken back', () => {
    const resting = asWhenPaused.filter((seen) => seen.includes('Nod is resting.'));

    expect(resting.length).toBeGreaterThan(4);
    expect(asWhenPaused.filter((seen) => seen.includes('"rewritten"'))).toHaveLength(1);
    expect(asWhenPaused.filter((seen) => seen.includes('"removed"'))).toHaveLength(1);
  });
});

/** What Ana sees who changes nothing, until well after her own yes has run out. */
async function anaOnlyLooks(cause: string): Promise<readonly string[]> {
  const world = await open();
  const { stage, ana } = world;
  const began = stage.clock.now();
  const dyad = await invite(stage);
  for (const person of [ANA, BEN]) await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
  await stage.clock.advanceTo(began + DAY);
  await (CAUSES[cause] as (world: World) => Promise<unknown>)(world);
  const looked = COMMANDS.filter(
    ({ path, command }) => !command.hidden && !['pause', 'resume', 'start', 'leave', 'busy'].includes(path),
  );
  for (const days of [1, 29, 31, 45, 59, 61, 62, 75, 92]) {
    await stage.clock.advanceTo(began + days * DAY + 2 * HOUR);
    for (const { path } of looked) await ana.askFor(stage.clock.now(), path);
    await ana.pressOn(stage.clock.now(), 'settings', 'ledger');
    await stage.pass(1);
  }
  await stage.nod.stop();
  return ana.seen.map(({ at, ...seen }) => `${at.slice(0, 19)} ${JSON.stringify(seen)}`).sort();
}

describe('Nod rests, Ana only looks for three months, and cannot tell why it rested:', async () => {
  const asWhenPaused = await anaOnlyLooks('Ben pauses');
  const others = Object.keys(CAUSES).filter((cause) => cause !== 'Ben pauses' && cause !== 'Ben’s yes ran out');

  it.each(others)('%s, or he pauses', async (cause) => {
    const seen = await anaOnlyLooks(cause);

    expect(seen.find((one, place) => one !== asWhenPaused[place])).toBeUndefined();
    expect(seen).toHaveLength(asWhenPaused.length);
  });

  it('she reads that her own yes ran out', () => {
    expect(asWhenPaused.filter((seen) => seen.includes('stopped listening on your side')).length).toBeGreaterThan(0);
  });
});

/** What Ana sees who has asked, or was asked, and agreed, until well after the invitation has lapsed and was forgotten. */
async function invited(
  asker: PersonId,
  answer: (world: World, dyad: number) => Promise<unknown>,
): Promise<readonly string[]> {
  const world = await open();
  const { stage, ana } = world;
  const began = stage.clock.now();
  if (asker === ANA) await ana.askFor(began, 'start', { partner: BEN });
  else await stage.nod.askerFor(BEN).invite(ANA, CHANNEL);
  const [row] = await stage.store.dyadsOf('memory', ANA);
  const { id } = row as DyadRow;
  ana.show(invitationCard(id));
  await stage.nod.askerFor(ANA).consent(id, EVERYTHING);
  await answer(world, id);
  for (const days of [0, 1, 4, 10]) {
    await stage.clock.advanceTo(began + days * DAY + HOUR);
    await askEverything(world, ['pause', 'resume']);
    if (days === 1) await stage.nod.askerFor(ANA).consent(id, EVERYTHING);
    await ana.askFor(stage.clock.now(), 'start', { partner: BEN });
  }
  await stage.nod.stop();
  return ana.seen.map((seen) => JSON.stringify(seen)).sort();
}

describe.each([
  ['she made', ANA],
  ['she got', BEN],
])('an invitation %s, and Ana cannot tell what became of it:', async (_made, asker) => {
  const unanswered = await invited(asker, async () => {});

  it.each([
    ['Ben says no', ({ stage }: World, dyad: number) => stage.nod.askerFor(BEN).decline(dyad, false)],
    [
      'Ben never wants to be asked again',
      ({ stage }: World, dyad: number) => stage.nod.askerFor(BEN).decline(dyad, true),
    ],
    ['Ben deletes all that Nod has of him', ({ stage }: World, dyad: number) => stage.nod.askerFor(BEN).forget(dyad)],
    [
      'Ben agrees, and then deletes all that Nod has of him',
      async ({ stage }: World, dyad: number) => {
        await stage.nod.askerFor(ANA).decline(dyad, false);
        await stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);
        await stage.nod.askerFor(BEN).forget(dyad);
      },
    ],
  ])('%s, or has not answered', async (_, answer) => {
    const seen = await invited(asker, answer);

    expect(seen.find((one, place) => one !== unanswered[place])).toBeUndefined();
    expect(seen).toHaveLength(unanswered.length);
  });

  it('she can open it for three days', () => {
    const opened = unanswered.filter((seen) => seen.includes('start:choose'));

    expect(opened.filter((seen) => seen.includes(texts.consent.notYours))).toHaveLength(2);
    expect(opened).toHaveLength(4);
  });
});
