import { describe, expect, it } from 'vitest';
import { channelId, type PersonId, personId } from '../../src/domain/ids.ts';
import { DAY } from '../../src/domain/time.ts';
import { ANA, BEN, CHANNEL, EVERYTHING, invite, openCouple, type Stage } from '../support/runner-stage.ts';
import type { Screen } from './screen.ts';
import { screenOfAna, watch } from './world.ts';

/** Nod rested, Ana left as well and asks once more: what comes of it must not tell which of these it was. */
const CAUSES: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'Ben paused': (stage) => stage.change(BEN, { do: 'pause' }),
  'Ben left': (stage) => stage.change(BEN, { do: 'leave' }),
  'Ben deleted all that Nod has of him': (stage) => stage.nod.askerFor(BEN).forget(1),
};

const CARA = personId('cara');
const DAN = personId('dan');
const ELSEWHERE = channelId('elsewhere');

interface World {
  readonly stage: Stage;
  readonly ana: Screen;
}

/** Ana has left 31 days after what made Nod rest. */
async function leftBehind(cause: string): Promise<World> {
  const screens: { ana?: Screen } = {};
  const stage = await openCouple({
    store: (store) => ({ ...store, secret: async () => 'the same in every world' }),
    platform: (platform, clock) => watch(platform, { screens, now: clock.now, closed: [] }),
  });
  const ana = screenOfAna(() => stage.listener);
  await (CAUSES[cause] as (stage: Stage) => Promise<unknown>)(stage);
  await stage.pass((31 * DAY) / 60_000);
  screens.ana = ana;
  await stage.change(ANA, { do: 'leave' });
  return { stage, ana };
}

const posts = ({ ana }: World) => ana.seen.filter(({ saw }) => saw === 'post').length;

const shown = ({ ana }: World) => ana.seen.map(({ saw, shown }) => `${saw} ${shown.replace(/\d+/gu, 'n')}`);

/** Ana asks, both agree, and Ana looks how it stands. */
async function beginsWith(partner: PersonId, cause: string): Promise<World> {
  const world = await leftBehind(cause);
  const { stage, ana } = world;
  await ana.askFor(stage.clock.now(), 'start', { partner });
  const rows = await stage.store.dyadsOf('memory', ANA);
  const dyad = Math.max(...rows.map(({ id }) => id));
  for (const person of [ANA, partner]) {
    await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
    await ana.askFor(stage.clock.now(), 'status');
  }
  await stage.pass(1);
  return world;
}

describe.each([
  ['Ben again', BEN],
  ['somebody else in the same channel', CARA],
])('asking %s', async (_whom, partner) => {
  const asWhenPaused = await beginsWith(partner, 'Ben paused');

  it.each(Object.keys(CAUSES))('posts one card, begins with both, and reads the same: %s', async (cause) => {
    const world = await beginsWith(partner, cause);

    expect(posts(world)).toBe(1);
    expect(world.stage.watched()).toEqual([CHANNEL]);
    expect(shown(world)).toEqual(shown(asWhenPaused));
  });
});

describe('the couple that only one has left', () => {
  it('is over for the other when both have said yes to a new one, and not before', async () => {
    const { stage, ana } = await leftBehind('Ben paused');
    await ana.askFor(stage.clock.now(), 'start', { partner: BEN });
    const dyad = Math.max(...(await stage.store.dyadsOf('memory', ANA)).map(({ id }) => id));

    await stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);
    const before = (await stage.nod.askerFor(BEN).standing()).listening;
    await stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);

    expect(before).toBe('resting');
    expect((await stage.store.dyads('memory')).map(({ id }) => id)).toEqual([dyad]);
    expect((await stage.nod.askerFor(BEN).standing()).listening).toBe('listening');
  });

  it.each(['pause', 'leave'] as const)('tells nobody else whether Ana chose to %s', async (chose) => {
    const stage = await openCouple();
    await stage.change(ANA, { do: chose });
    const open = () => stage.store.dyads('memory');

    await stage.nod.askerFor(DAN).invite(BEN, ELSEWHERE);
    const asked = stage.nod.askerFor(DAN).invite(CARA, CHANNEL);

    await expect(asked).rejects.toMatchObject({ code: 'CANNOT_INVITE' });
    expect(await open()).toHaveLength(1);
    await expect(stage.nod.askerFor(BEN).invite(CARA, ELSEWHERE)).rejects.toMatchObject({ code: 'CANNOT_INVITE' });
  });

  it('rests on beside a new one in its channel, also after a restart', async () => {
    const { stage } = await beginsWith(CARA, 'Ben paused');

    const again = await stage.restart();
    await again.change(BEN, { do: 'resume' });
    await again.pass(1);

    expect(again.watched()).toEqual([CHANNEL]);
    expect((await again.nod.askerFor(BEN).standing()).listening).toBe('resting');
    expect((await again.nod.askerFor(CARA).standing()).listening).toBe('listening');
    await again.change(BEN, { do: 'leave' });
    expect((await again.nod.askerFor(CARA).standing()).listening).toBe('listening');
    expect(await invite(again, [BEN, DAN], ELSEWHERE)).toBeGreaterThan(1);
  });
});
