import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { pressed, pressesOf, used } from './support/controls.ts';
import type { Name } from './support/town.ts';
import { onlyCoupleOf } from './support/twins.ts';

/** The right people in the wrong place, and the wrong people in a place of others. */

/** A server that is not in NOD_GUILDS; Discord tells of it all the same. */
const ELSEWHERE = '111111111111111111';

let arena: Arena;

beforeAll(async () => {
  arena = await openArena(onlyCoupleOf('dan'));
}, LONG);
afterAll(() => arena.close());

describe('a server that Nod is not meant for', () => {
  it.for(['ana', 'ben', 'cam'] as const)('answers no command and no press of %s', async (name, { task }) => {
    const { world } = arena;
    const whence = { ...at(world, name), guild: ELSEWHERE };

    const deeds: readonly Deed[] = [
      ...world.commands.map((command) => used(command, whence, world.people.hal)),
      ...pressesOf(world.commands).map((press) => pressed({ ...press, id: '1.1' }, whence)),
    ];

    const group = 'in a server that is not in NOD_GUILDS';
    const trial = { group, name, deeds, answer: /^Nod is not meant for this server\./, changesNothing: true } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });
});

describe('a place that belongs to others', () => {
  const intruders: readonly [Name, Name | 'us' | 'maybe'][] = [
    ['dan', 'us'],
    ['dan', 'maybe'],
    ['dan', 'ben'],
  ];

  it.for(intruders)(
    'tells %s in the channel or direct messages of %s nothing of them',
    async ([name, where], { task }) => {
      const { world } = arena;
      const channel =
        where in world.channels ? at(world, name, where as 'us').channel : at(world, where as Name, 'direct').channel;
      const whence = { by: world.people[name], channel };

      // Whoever asks somebody in a channel of others is told that it is taken; that is tried by itself.
      const commands = world.commands.filter(({ path }) => path !== 'start');
      const deeds: readonly Deed[] = [
        ...commands.map((command) => used(command, whence, world.people.lou)),
        ...pressesOf(world.commands).map((press) => {
          return pressed({ ...press, id: press.path === 'start' ? '3' : '1.1' }, whence, '0');
        }),
      ];

      const trial = { group: 'in a place that belongs to others', name, deeds } as const;
      expect(await tryAll(task, arena, trial)).toEqual([]);
    },
  );
});
