import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DyadState } from '../../src/domain/dyad.ts';
import { LONG } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { pressed } from './support/controls.ts';
import { answers, asks, leaves, NEXT_DYAD, postsIn, together, walk } from './support/scenes.ts';
import { note, type Task } from './support/table.ts';
import { openWorld, type World } from './support/world.ts';

/** Two things at the same moment, in an order nobody chose. */

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, LONG);
afterEach(async () => {
  expect(world.failures).toEqual([]);
  await world.restore();
});
afterAll(() => world.close());

const GROUP = 'at the same moment';
const stateOf = (dyad: number): DyadState | undefined => {
  const state = world.rows()['dyads']?.find(({ id }) => id === dyad)?.['state'];
  return typeof state === 'string' ? JSON.parse(state) : undefined;
};
const linesOf = (dyad: number, about: string) =>
  (world.rows()['ledger'] ?? []).filter((row) => row['dyad'] === dyad && row['about'] === about);

async function race(task: Task, deeds: readonly Deed[], got: string): Promise<readonly string[]> {
  const answered = await together(world, deeds);
  for (const _ of deeds) note(task, { group: GROUP, got });
  return answered.map(({ data }) => data.content ?? '');
}

describe('at the same moment', () => {
  it('both leave: the couple is gone, and each reads the same', async ({ task }) => {
    const read = await race(task, [leaves(world, 'ana'), leaves(world, 'ben')], 'both left');

    expect(new Set(read)).toEqual(new Set(['Done, on your side.']));
    expect(stateOf(1)).toBeUndefined();
    expect(world.rows()['moments']?.filter(({ dyad }) => dyad === 1)).toEqual([]);
    expect(stateOf(2)).toBeDefined();
  });

  it('somebody agrees twice: Nod begins once', async ({ task }) => {
    await race(task, [answers(world, 'gus', 'agree', 3), answers(world, 'gus', 'agree', 3)], 'began once');

    expect(stateOf(3)?.partners.map(({ listening }) => listening)).toEqual([true, true]);
    expect(linesOf(3, 'listening')).toHaveLength(2);
  });

  it('both agree: Nod begins once, with what each chose', async ({ task }) => {
    await walk(world, [asks(world, ['hal', 'lobby'], world.people.lou)]);

    await race(task, [answers(world, 'hal', 'agree'), answers(world, 'lou', 'agree')], 'began once');

    expect(stateOf(NEXT_DYAD)?.partners.map(({ listening }) => listening)).toEqual([true, true]);
    expect(linesOf(NEXT_DYAD, 'listening')).toHaveLength(2);
  });

  it.for(['agree first', 'no first'] as const)(
    'one agrees and says no (%s): the last word counts',
    async (order, { task }) => {
      const deeds = [answers(world, 'gus', 'agree', 3), answers(world, 'gus', 'no', 3)];

      await race(task, order === 'agree first' ? deeds : deeds.toReversed(), 'the last word counts');

      const isListening = stateOf(3)?.partners.every(({ listening }) => listening) ?? false;
      expect(isListening).toBe(order === 'no first');
    },
  );

  it('one agrees while the other pauses: nothing is heard before both want it', async ({ task }) => {
    const pause: Deed = { ...at(world, 'fay', 'maybe'), use: { path: 'pause' } };

    await race(task, [pause, answers(world, 'gus', 'agree', 3)], 'each on their own side');

    const sides = stateOf(3)?.partners.map(({ listening }) => listening);
    expect([JSON.stringify([true, true]), JSON.stringify([false, true])]).toContain(JSON.stringify(sides));
  });

  it('one is asked by several, and several times: one card for each pair', async ({ task }) => {
    const before = postsIn(world, world.channels.lobby);
    const { hal, lou } = world.people;

    const deeds = [
      asks(world, ['hal', 'lobby'], lou),
      asks(world, ['hal', 'lobby'], lou),
      asks(world, ['lou', 'lobby'], hal),
    ];
    const read = await race(task, deeds, 'one card');

    expect(new Set(read)).toEqual(new Set(['Asked. Nod begins if you both want it.']));
    expect(postsIn(world, world.channels.lobby) - before).toBe(1);
    expect(world.rows()['dyads']).toHaveLength(4);
  });

  it('two who agree with a third: whoever is second is not begun', async ({ task }) => {
    const { lou } = world.people;
    await walk(world, [asks(world, ['hal', 'lobby'], lou), asks(world, ['cam', 'spare'], lou)]);
    await walk(world, [answers(world, 'hal', 'agree'), answers(world, 'cam', 'agree', NEXT_DYAD + 1)]);

    const deeds = [answers(world, 'lou', 'agree'), answers(world, 'lou', 'agree', NEXT_DYAD + 1)];
    await race(task, deeds, 'one couple');

    expect([stateOf(NEXT_DYAD), stateOf(NEXT_DYAD + 1)].filter((state) => state !== undefined)).toHaveLength(1);
  });

  it('the nudge is opened and the other leaves: it is shown or over, and nothing else', async ({ task }) => {
    const open = pressed({ path: 'whisper', action: 'open', id: '1.1' }, at(world, 'ben', 'direct'));

    const [read] = await race(task, [open, leaves(world, 'ana')], 'shown or over');

    expect(read).toMatch(/^(?:All done here\.$|Something seemed to weigh on them\.)/);
    expect(stateOf(1)?.nudges).toEqual([]);
  });

  it('every press of the nudge at once breaks nothing', async ({ task }) => {
    const actions = ['open', 'helpful', 'not-this', 'talked', 'later', 'stop', 'open', 'not-this', 'talked'];

    const deeds = actions.map((action) => pressed({ path: 'whisper', action, id: '1.1' }, at(world, 'ben', 'direct')));
    const read = await race(task, deeds, 'done once');

    expect(read.join('\n')).not.toContain('unexpected');
    expect(stateOf(1)?.nudges).toEqual([]);
  });

  it('one pauses, resumes and leaves at once: having left is what stays', async ({ task }) => {
    const type = (path: string): Deed => ({ ...at(world, 'ben'), use: { path } });

    await race(task, [type('pause'), type('resume'), leaves(world, 'ben'), type('resume')], 'left');

    expect(stateOf(1)?.partners[1]).toMatchObject({ listening: false, left: true });
  });

  it('both have everything deleted: no row of either is left', async ({ task }) => {
    const gone = (name: 'ana' | 'ben') => pressed({ path: 'data/delete', action: 'yes', id: '1' }, at(world, name));

    await race(task, [gone('ana'), gone('ben')], 'both deleted');

    const { ana, ben } = world.people;
    expect(JSON.stringify(world.rows())).not.toMatch(new RegExp(`${ana}|${ben}`));
    expect(world.rows()['dyads']).toHaveLength(2);
  });

  it('one has everything deleted while the other agrees: nothing begins', async ({ task }) => {
    const gone = pressed({ path: 'data/delete', action: 'yes', id: '3' }, at(world, 'fay', 'maybe'));

    await race(task, [gone, answers(world, 'gus', 'agree', 3)], 'not begun');

    expect(stateOf(3)).toBeUndefined();
    expect(JSON.stringify(world.rows())).not.toContain(world.people.fay);
  });
});
