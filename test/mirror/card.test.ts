import { describe, expect, it } from 'vitest';
import { ALL_HINTS } from '../../src/coach/hints/catalogue.ts';
import type { WishCard } from '../../src/domain/wishes.ts';
import { hintText } from '../../src/texts/hints.ts';
import { texts } from '../../src/texts/texts.ts';
import { A_WORRY, ANA, BEN, EVERYTHING, invite, openStage, SPOKEN_PAST, type Stage } from '../support/runner-stage.ts';
import type { Screen } from './screen.ts';
import { COMMANDS, screenOfAna, watch } from './world.ts';

/**
 * A card is the one thing of Ben's that Ana may read, because he shows it to her; what Nod whispers to her follows it
 * only then. Before and after, no answer and no message tells whether he wrote one.
 */

/** Advice is whispered to nobody who did not ask for it. */
const WRITTEN: WishCard = { low: ['ideas'], celebrate: ['quiet'], shared: false };
const SHARED: WishCard = { ...WRITTEN, shared: true };

/** What becomes of Ben's card before he reaches out and Nod whispers to Ana about it. */
const UNSEEN: Readonly<Record<string, readonly WishCard[]>> = {
  'keeps it for himself': [WRITTEN],
  'rewrote it for himself': [WRITTEN, { low: ['company', 'space'], celebrate: [], shared: false }],
  'stopped sharing it before she looked': [SHARED, WRITTEN],
};

interface Lived {
  readonly ana: Screen;
  readonly stage: Stage;
}

async function live(cards: readonly WishCard[]): Promise<Lived> {
  const screens: { ana?: Screen } = {};
  const stage = await openStage({
    store: (store) => ({ ...store, secret: async () => 'the same in every world' }),
    platform: (platform, clock) => watch(platform, { screens, now: clock.now, closed: [] }),
  });
  const listener = () => stage.listener;
  const ana = screenOfAna(listener);
  screens.ana = ana;
  const dyad = await invite(stage);
  for (const person of [ANA, BEN]) await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
  await stage.pass(1);
  for (const wishes of cards) await stage.change(BEN, { do: 'settings', settings: { wishes } });
  await stage.say(BEN, A_WORRY);
  await stage.pass(2);
  await stage.say(ANA, SPOKEN_PAST);
  await stage.pass(12);
  await ana.pressOn(stage.clock.now(), 'whisper', 'open');
  return { ana, stage };
}

/** All that Ana can get to read at this instant, to the second: how long saving takes differs. */
async function anaSees({ ana, stage }: Lived): Promise<readonly string[]> {
  const typed = COMMANDS.filter(({ path, command }) => !command.hidden && !['pause', 'leave', 'start'].includes(path));
  for (const { path } of typed) await ana.askFor(stage.clock.now(), path, path === 'busy' ? { until: 'in 1h' } : {});
  await stage.nod.stop();
  return ana.seen.map(({ at, ...seen }) => `${at.slice(0, 19)} ${JSON.stringify(seen)}`).sort();
}

const opened = ({ ana }: Lived) => ana.seen.find(({ to }) => to.startsWith('whisper:open'))?.shown ?? '';
const namedIn = (shown: string) =>
  ALL_HINTS.find(({ id }) => shown.includes(JSON.stringify(hintText(id)).slice(1, -1)));

describe('Ben’s card, and Ana cannot tell that he', async () => {
  const none = await anaSees(await live([]));

  it.each(Object.keys(UNSEEN))('%s', async (what) => {
    const seen = await anaSees(await live(UNSEEN[what] ?? []));

    expect(seen.find((one, place) => one !== none[place])).toBeUndefined();
    expect(seen).toHaveLength(none.length);
  });
});

describe('Ben’s card while he shares it', () => {
  it('stands beside hers, and what Nod whispers to her follows it', async () => {
    const [shown, without] = [await live([SHARED]), await live([WRITTEN])];

    await shown.ana.askFor(shown.stage.clock.now(), 'card');

    expect(shown.ana.seen.at(-1)?.shown).toContain('When I’m low: ideas');
    expect(namedIn(opened(shown))?.low).toContain('ideas');
    expect(namedIn(opened(without))).toBeDefined();
    expect(opened(shown)).not.toBe(opened(without));
    for (const { stage } of [shown, without]) await stage.nod.stop();
  });

  it('is gone from her side as soon as he stops, and once he pauses', async () => {
    for (const change of [{ do: 'settings', settings: { wishes: WRITTEN } }, { do: 'pause' }] as const) {
      const { ana, stage } = await live([SHARED]);

      await stage.change(BEN, change);
      await ana.askFor(stage.clock.now(), 'card');

      expect(ana.seen.at(-1)?.shown).toContain(texts.card.noneOfTheirs);
      await stage.nod.stop();
    }
  });

  it('goes when he deletes everything, and his lines of the ledger are never hers', async () => {
    const { stage } = await live([SHARED]);
    const hers = await stage.nod.askerFor(ANA).ledger();
    const stored = async () => JSON.stringify(await stage.store.dyads('memory'));
    expect(await stored()).toContain('"ideas"');

    await stage.nod.askerFor(BEN).forget(1);

    expect(hers.filter(({ about, to }) => about.startsWith('card:') && !['none', 'off'].includes(to))).toEqual([]);
    expect(await stage.nod.askerFor(ANA).theirCard()).toBeUndefined();
    expect(await stored()).not.toContain('"ideas"');
    await stage.nod.stop();
  });
});
