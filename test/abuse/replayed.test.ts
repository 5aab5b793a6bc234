import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at, type Deed, eventOf, observe } from './support/attempt.ts';
import { agreed, type Control, controlsShown, pressed } from './support/controls.ts';
import { judge } from './support/judge.ts';
import { answers, asks, leaves, NEXT_DYAD, postsIn, walk } from './support/scenes.ts';
import { secretsFrom } from './support/secrets.ts';
import { gotOf, note } from './support/table.ts';
import type { Name } from './support/town.ts';
import type { World } from './support/world.ts';

/** Cards that lie around after what they were about is over, and interactions that come again. */

let arena: Arena;
let ofBen: readonly Control[];

beforeAll(async () => {
  arena = await openArena();
  ofBen = await controlsShown(arena.world, at(arena.world, 'ben'), [{ path: 'whisper', action: 'open', id: '1.1' }]);
}, LONG);
afterAll(() => arena.close());

/** Nobody's switch is on in both worlds then; the twin knows nobody at all. */
const bothLeft = (world: World) => [leaves(world, 'ana'), leaves(world, 'ben')];
const anew = (world: World): readonly Deed[] => [
  ...[...bothLeft(world), asks(world, ['cam', 'us'], world.people.hal)],
  ...[answers(world, 'cam', 'agree'), answers(world, 'hal', 'agree')],
];

const NUDGE: readonly Control[] = ['open', 'helpful', 'not-this', 'talked'].map((action) => ({
  ...{ path: 'whisper', action, id: '1.1' },
}));

describe('an old card', () => {
  it('after both have left gets what it gets where nobody uses Nod', { timeout: LONG }, async ({ task }) => {
    const { world } = arena;
    const deeds = ofBen.map((control) => pressed(control, at(world, 'ben')));

    const scene = async (one: World) => void (await walk(one, bothLeft(one)));
    expect(await tryAll(task, arena, { group: 'cards of a couple that has ended', name: 'ben', deeds, scene })).toEqual(
      [],
    );
  });

  it('reaches nobody in the couple that uses the channel now', { timeout: LONG }, async ({ task }) => {
    const { world } = arena;
    const drafts = [1, NEXT_DYAD].flatMap((dyad) =>
      ['agree', 'no', 'about'].map((action) => ({ path: 'start', action, id: agreed(dyad) })),
    );
    const deeds = [...ofBen, ...drafts].map((control) => pressed(control, at(world, 'ben')));

    const scene = async (one: World) => void (await walk(one, anew(one)));
    const trial = { group: 'cards of the couple before, in a channel used again', name: 'ben', deeds, scene } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  const moot: readonly (readonly [string, (world: World) => readonly Deed[]])[] = [
    ['they paused', (world) => [{ ...at(world, 'ben'), use: { path: 'pause' } }]],
    ['the other paused', (world) => [{ ...at(world, 'ana'), use: { path: 'pause' } }]],
    ['they left', (world) => [leaves(world, 'ben')]],
    ['the other left', (world) => [leaves(world, 'ana')]],
    ['they talked', (world) => [pressed({ path: 'whisper', action: 'talked', id: '1.1' }, at(world, 'ben', 'direct'))]],
  ];

  it.for(moot)('of a nudge is over once %s', async ([, deeds], { task }) => {
    const { world } = arena;
    const old = NUDGE.map((control) => pressed(control, at(world, 'ben', 'direct')));

    const scene = async (one: World) => void (await walk(one, deeds(one)));
    const trial = {
      group: 'cards of a nudge that is over',
      name: 'ben',
      deeds: old,
      scene,
      answer: /^All done here\.$/,
    } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });
});

describe('an interaction that comes twice', () => {
  const twice: readonly (readonly [string, (world: World) => Deed])[] = [
    ['leaving', (world) => leaves(world, 'ben')],
    ['pausing', (world) => ({ ...at(world, 'ben'), use: { path: 'pause' } })],
    ['asking', (world) => asks(world, ['hal', 'lobby'], world.people.lou)],
    ['agreeing', (world) => answers(world, 'gus', 'agree', 3)],
    ['a form', (world) => pressed({ path: 'settings', action: 'hours', id: '', fields: FIELDS }, at(world, 'ben'))],
    ['“Not this”', (world) => pressed({ path: 'whisper', action: 'not-this', id: '1.1' }, at(world, 'ben', 'direct'))],
  ];

  it.for(twice)('is answered once and done once: %s', async ([, make], { task }) => {
    const { world } = arena;
    const deed = make(world);
    const event = eventOf(world, deed);
    await world.send(event, deed);

    const again = async () => {
      world.discord.tellAgain(event);
      await world.settled();
      return undefined;
    };
    const outcome = await observe(world, { deed, act: again });

    note(task, { group: 'the same interaction told twice', got: gotOf(outcome) });
    expect(outcome.calls).toEqual([]);
    expect(outcome.after).toBe(outcome.before);
    await world.restore();
  });

  it.for(twice)('with a new id does no more than before: %s', async ([, make], { task }) => {
    const { world } = arena;
    await walk(world, [make(world)]);

    const deed = make(world);
    const outcome = await observe(world, { deed, act: () => world.send(eventOf(world, deed), deed) });

    note(task, { group: 'the same thing done twice', got: gotOf(outcome) });
    expect(judge(outcome, { secrets: secretsFrom(nameOf(world, deed), world) })).toEqual([]);
    expect(outcome.after['ledger']).toEqual(outcome.before['ledger']);
    await world.restore();
  });
});

const nameOf = ({ people }: World, { by }: Deed) =>
  (Object.keys(people) as Name[]).find((name) => people[name] === by) ?? 'zed';

const FIELDS = { quiet: '23:00-7:00', away: '9-12', usual: 'none' };

describe('an invitation whose time is over', () => {
  it('opens no card, begins nothing and is said of nobody', { timeout: LONG }, async ({ task }) => {
    const { world, twin, close } = await openArena();
    for (const one of [world, twin]) await one.clock.advance(73 * HOUR);
    const cards = postsIn(world, world.channels.maybe);

    const press = (action: string, id: string) =>
      pressed({ path: 'start', action, id }, at(world, 'gus', 'maybe'), '0');
    const deeds = [press('choose', '3'), press('about', agreed(3)), press('agree', agreed(3)), press('what', '3')];

    expect(await tryAll(task, { world, twin }, { group: 'invitations that have lapsed', name: 'gus', deeds })).toEqual(
      [],
    );
    expect(postsIn(world, world.channels.maybe)).toBe(cards);
    await close();
  });
});
