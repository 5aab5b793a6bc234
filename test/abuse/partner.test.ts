import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { LIKELY_IDS, pressed, pressesOf, used } from './support/controls.ts';
import { leaves, walk } from './support/scenes.ts';
import { anotherBen, onlyCoupleOf } from './support/twins.ts';
import type { World } from './support/world.ts';

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
    ['in their own name', undefined, name === 'ana' ? LIKELY_IDS : ['1.1', '2']],
    ['for anyone', ANYONE, ['1', '1.1']],
  ] as const;

  it.for(signed)('gets the same from every press made up %s', { timeout: LONG }, async ([, madeFor, ids], { task }) => {
    const { world } = arena;

    const deeds = pressesOf(world.commands).flatMap((press) =>
      ids.map((id) => pressed({ ...press, id }, at(world, name, place), madeFor)),
    );

    expect(await tryAll(task, arena, { group: 'made-up presses of a partner', name, deeds, honest })).toEqual([]);
  });
});

describe('what ben can see of a lasting stop', () => {
  let arena: Arena;

  beforeAll(async () => {
    arena = await openArena(() => {}); // the same people in both; only what Ana does differs
  }, LONG);
  afterAll(() => arena.close());

  const stops: readonly (readonly [string, (world: World) => Deed])[] = [
    ['left', (world) => leaves(world, 'ana')],
    ['had all of hers deleted', (world) => pressed({ path: 'data/delete', action: 'yes', id: '1' }, at(world, 'ana'))],
  ];

  it.for(stops)('is the same whether ana paused or %s', { timeout: LONG }, async ([, stop], { task }) => {
    const { world, twin } = arena;
    const whence = at(world, 'ben');
    const paused: Deed = { ...at(twin, 'ana'), use: { path: 'pause' } };

    const deeds = [
      ...world.commands.map((command) => used(command, whence, world.people.ana)),
      ...pressesOf(world.commands).map((press) => pressed({ ...press, id: '1.1' }, whence)),
    ];

    const scene = async (one: World) => void (await walk(one, [one === twin ? paused : stop(one)]));
    const trial = {
      group: 'finding out how the other stopped',
      name: 'ben',
      deeds,
      honest,
      mayAsk: true,
      scene,
    } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
  });
});
