import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at } from './support/attempt.ts';
import { LIKELY_IDS, pressed, pressesOf, used } from './support/controls.ts';
import { anotherBen, onlyCoupleOf } from './support/twins.ts';

/** What a partner can do to find out about the other: everything they can type and make up tells the same. */

const ANYONE = '0';
/** One's own switch, and no more, may end what both have open: what is out is taken back, in a direct message. */
const honest = ({ method, path }: { method: string; path: string }) =>
  (method === 'PATCH' || method === 'DELETE') && path.startsWith('/channels/');

/** In Ana's twin world Ben is another man; in Dan's there is no other couple. */
const worlds = [
  ['ana', 'us', anotherBen],
  ['dan', 'theirs', onlyCoupleOf('dan')],
] as const;

describe.for(worlds)('%s (%s)', ([name, place, alter]) => {
  let arena: Arena;

  beforeAll(async () => {
    arena = await openArena(alter);
  }, LONG);
  afterAll(() => arena.close());

  it('reads the same from every command, whatever the others are like', async ({ task }) => {
    const { world } = arena;

    const deeds = world.commands.flatMap((command) =>
      ([place, 'lobby', 'direct'] as const).map((where) => used(command, at(world, name, where), world.people.lou)),
    );

    const trial = { group: 'typing every command as a partner', name, deeds, honest, mayAsk: true } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
  });

  const signed = [
    ['in their own name', undefined],
    ['for anyone', ANYONE],
  ] as const;

  it.for(signed)('gets the same from every press made up %s', { timeout: LONG }, async ([, madeFor], { task }) => {
    const { world } = arena;

    const deeds = pressesOf(world.commands).flatMap((press) =>
      LIKELY_IDS.map((id) => pressed({ ...press, id }, at(world, name, place), madeFor)),
    );

    expect(await tryAll(task, arena, { group: 'made-up presses of a partner', name, deeds, honest })).toEqual([]);
  });
});
