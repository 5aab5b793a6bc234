import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/engine/fingerprint.ts';
import { LONG, openArena, tryAll } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { pressed, pressesOf, used } from './support/controls.ts';
import { answers, asks, deletes, leaves, postsIn, walk } from './support/scenes.ts';
import type { Town } from './support/town.ts';
import { openWorld, type World } from './support/world.ts';

/** `/nod start` in the hands of somebody who does not take no for an answer. */

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, LONG);
afterAll(() => world.close());

const ASKED = /^Asked\. Nod begins if you both want it\.$/;
const saidNever = (town: World) => [first(town), answers(town, 'lou', 'never')];
const first = (town: World) => asks(town, ['hal', 'lobby'], town.people.lou);

describe('asking again', () => {
  const scenes: readonly (readonly [string, (town: World) => readonly Deed[]])[] = [
    ['has not answered', (town) => [first(town)]],
    ['said no', (town) => [first(town), answers(town, 'lou', 'no')]],
    ['said never', (town) => [first(town), answers(town, 'lou', 'never')]],
    ['agreed and took it back', (town) => [first(town), answers(town, 'lou', 'agree'), answers(town, 'lou', 'no')]],
    ['had all of theirs deleted', (town) => [first(town), deletes(town, 'lou')]],
    ['said never and had all deleted', (town) => [first(town), answers(town, 'lou', 'never'), deletes(town, 'lou')]],
    ['said never, and one has had all of one’s own deleted', (town) => [...saidNever(town), deletes(town, 'hal')]],
    [
      'left and had all deleted',
      (town) => [
        ...[first(town), answers(town, 'lou', 'agree'), answers(town, 'hal', 'agree')],
        ...[leaves(town, 'hal'), leaves(town, 'lou'), deletes(town, 'lou'), deletes(town, 'hal')],
      ],
    ],
    [
      'left, and so did the one who asks',
      (town) => [
        ...[first(town), answers(town, 'lou', 'agree'), answers(town, 'hal', 'agree')],
        ...[leaves(town, 'lou'), leaves(town, 'hal')],
      ],
    ],
  ];

  it.for(scenes)('somebody who %s posts nothing, changes nothing and reads as ever', async ([, deeds], { task }) => {
    const again = [
      ...(['lobby', 'spare', 'lobby', 'spare'] as const).map((place) => asks(world, ['hal', place], world.people.lou)),
    ];

    const group = 'asking the same person again and again';
    const scene = async (one: World) => void (await walk(one, deeds(one)));
    const trial = { group, name: 'hal', deeds: again, answer: ASKED, changesNothing: true, scene } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it('posts one card in all, whoever of the two asks', async () => {
    const before = postsIn(world, world.channels.lobby);
    const { hal, lou } = world.people;

    await walk(
      world,
      [1, 2, 3].flatMap(() => [asks(world, ['hal', 'lobby'], lou), asks(world, ['lou', 'lobby'], hal)]),
    );

    expect(postsIn(world, world.channels.lobby) - before).toBe(1);
    await world.restore();
  });
});

describe('asking somebody who is not to be asked', () => {
  it.for([
    ['said never once', 'kim'],
    ['is in a couple', 'ben'],
    ['is in a couple elsewhere', 'eve'],
  ] as const)('and who %s reads as ever, posts nothing and changes nothing', async ([, whom], { task }) => {
    const deeds = (['lobby', 'spare'] as const).map((place) => asks(world, ['hal', place], world.people[whom]));

    const group = 'asking who is not to be asked';
    const trial = { group, name: 'hal', deeds, answer: ASKED, changesNothing: true } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it.for([
    ['oneself', (town: Town) => town.people.hal, 'lobby', /^You cannot start Nod with yourself\./],
    ['a bot', (town: Town) => town.robot, 'lobby', /^Nod is for two people, not for a bot\./],
    ['Nod itself', (town: Town) => town.discord.bot, 'lobby', /^Nod is for two people, not for a bot\./],
    [
      'who does not see the channel',
      (town: Town) => town.people.ana,
      'theirs',
      /^Both of you need to see this channel\./,
    ],
    ['nobody who exists', () => '123', 'lobby', /^Both of you need to see this channel\./],
    ['in a channel of others', (town: Town) => town.people.hal, 'us', /^(?:Another couple uses|Both of you need)/],
  ] as const)('such as %s is refused with what to do', async ([, whom, place, answer], { task }) => {
    const name = place === 'us' ? 'cam' : 'hal';
    const deeds = [asks(world, [name, place], whom(world))];

    const trial = { group: 'asking who is not to be asked', name, deeds, answer, changesNothing: true } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it.for(['us', 'lobby', 'theirs'] as const)(
    'while one has a couple is refused before anybody is looked at: %s',
    async (place, { task }) => {
      const { ben, eve, lou } = world.people;
      const deeds = [ben, eve, lou].map((partner) => asks(world, ['ana', place], partner));

      const answer = /^(?:You already use Nod with someone|Both of you need to see this channel)/;
      const trial = { group: 'asking while in a couple', name: 'ana', deeds, answer, changesNothing: true } as const;
      expect(await tryAll(task, { world }, trial)).toEqual([]);
    },
  );
});

describe('the one who asked', () => {
  const inFile = (file: string, change: (db: Database.Database) => void) => {
    const db = new Database(file);
    change(db);
    db.close();
  };
  const said: readonly (readonly [string, (file: string, town: Town) => void])[] = [
    [
      'no',
      (file, { people }) =>
        inFile(file, (db) => {
          const add = 'insert into ledger select id, 1, 3, 0, ?, ?, 1 from partners where person = ?';
          db.prepare(add).run('listening', 'off', people.gus);
        }),
    ],
    [
      'never',
      (file, { people }) =>
        inFile(file, (db) => {
          const secret = db.prepare<[], string>('select secret from installation').pluck().get() ?? '';
          db.prepare('insert into invitations values (?, 0, 1)').run(fingerprint(secret, [people.gus]));
        }),
    ],
  ];

  it.for(said)('cannot tell “%s” from no answer yet', { timeout: LONG }, async ([, alter], { task }) => {
    const arena = await openArena(alter);
    const whence = at(arena.world, 'fay', 'maybe');

    const deeds = [
      ...arena.world.commands.map((command) => used(command, whence, arena.world.people.gus)),
      ...pressesOf(arena.world.commands).map((press) => pressed({ ...press, id: '3' }, whence, '0')),
    ];

    const trial = { group: 'finding out what the other answered', name: 'fay', deeds } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
    await arena.close();
  });
});
