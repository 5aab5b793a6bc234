import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at } from './support/attempt.ts';
import { type Control, controlsShown, pressed, used } from './support/controls.ts';
import type { Name } from './support/town.ts';

/** Every button that is one person's, under everybody else's finger; and every command, typed by everybody. */

const NUDGE: Control = { path: 'whisper', action: 'open', id: '1.1' };
const INVITATION: Control = { path: 'start', action: 'choose', id: '3' };

let arena: Arena;
let ofBen: readonly Control[];
let ofGus: readonly Control[];

beforeAll(async () => {
  arena = await openArena();
  const { world } = arena;
  ofBen = await controlsShown(world, at(world, 'ben'), [NUDGE]);
  ofGus = await controlsShown(world, at(world, 'gus', 'maybe'), [INVITATION]);
}, LONG);
afterAll(() => arena.close());

const MADE_FOR_SOMEBODY_ELSE = /^This card was made for somebody else\. Use \/nod yourself to get your own\.$/;

describe('a button made for somebody', () => {
  const pressers: readonly [Name, 'us' | 'direct'][] = [
    ['ana', 'us'],
    ['cam', 'us'],
    ['dan', 'us'],
    ['hal', 'us'],
    ['zed', 'direct'],
  ];

  it.for(pressers)(
    'does nothing under the finger of %s (%s), and says whose it is not',
    async ([name, place], { task }) => {
      const { world } = arena;
      const { ben, gus } = world.people;

      const deeds = [
        ...ofBen.map((control) => pressed(control, at(world, name, place), ben)),
        ...ofGus.map((control) => pressed(control, at(world, name, place), gus)),
      ];

      const group = 'pressing what was made for somebody else';
      const trial = { group, name, deeds, answer: MADE_FOR_SOMEBODY_ELSE };
      expect(await tryAll(task, { world }, trial)).toEqual([]);
    },
  );
});

describe('after a restart', () => {
  it('a button is still its own person’s, and nobody else’s', async ({ task }) => {
    const { world } = arena;
    await world.restart();
    const deeds = ofBen.map((control) => pressed(control, at(world, 'ana'), world.people.ben));

    const group = 'pressing what was made for somebody else';
    const trial = { group, name: 'ana', deeds, answer: MADE_FOR_SOMEBODY_ELSE } as const;
    const faults = await tryAll(task, { world }, trial);
    const own = await world.press(at(world, 'ben', 'direct'), { customId: `whisper:open:1.1:${world.people.ben}` });

    expect(faults).toEqual([]);
    expect(own.data.content).toContain('Something seemed to weigh on them.');
    await world.restore();
  });
});

/** The one card of an invitation, which everybody in the channel sees. */
const asking = { mayAsk: true, honest: ({ path }: { path: string }) => path.endsWith('/messages') } as const;

describe('a command', () => {
  const outsiders: readonly [Name, 'us' | 'lobby' | 'direct'][] = [
    ['cam', 'us'],
    ['hal', 'lobby'],
    ['lou', 'us'],
    ['zed', 'direct'],
  ];

  it.for(outsiders)('tells %s (%s) what it tells where nobody uses Nod', async ([name, place], { task }) => {
    const { world } = arena;
    const whence = at(world, name, place);

    const deeds = world.commands.map((command) => used(command, whence, world.people.kim));

    const group = 'typing every command as somebody else';
    expect(await tryAll(task, arena, { group, name, deeds, ...asking })).toEqual([]);
  });
});
