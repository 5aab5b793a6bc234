import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { A_WORRY, SPOKEN_PAST } from '../support/runner-stage.ts';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { pointed } from './support/controls.ts';
import type { Whence } from './support/open-discord.ts';
import type { Name } from './support/town.ts';
import { anotherBen } from './support/twins.ts';
import type { World } from './support/world.ts';

/** Pointing at messages that are not one's own to ask about, and handing over others than were meant. */

const MINUTE = 60_000;

/** Messages by everybody, in every place; said alike in both worlds. */
interface Said {
  readonly ana: string;
  readonly ben: string;
  readonly cam: string;
  readonly robot: string;
  readonly dan: string;
  readonly hal: string;
}

function sayAround({ discord, people, robot, channels }: World): Said {
  const [ana, ben] = [A_WORRY, SPOKEN_PAST].map(
    (text) => discord.messages(channels.us).find(({ content }) => content === text)?.id ?? '',
  ) as [string, string];
  return {
    ana,
    ben,
    cam: discord.say(people.cam, channels.us, 'i got the job!!!'),
    robot: discord.say(robot, channels.us, 'i got the job!!!'),
    dan: discord.say(people.dan, channels.theirs, 'i got the job!!!'),
    hal: discord.say(people.hal, channels.lobby, 'i got the job!!!'),
  };
}

let arena: Arena;
let said: Said;
let deeds: (whence: Whence, message: string, more?: object) => readonly Deed[];

async function open(alter?: Parameters<typeof openArena>[0]): Promise<void> {
  arena = await openArena(alter);
  said = sayAround(arena.world);
  sayAround(arena.twin);
  await Promise.all([arena.world.settled(), arena.twin.settled()]);
  deeds = (whence, message, more = {}) => pointed(arena.world.commands, whence, { message, ...more });
}

describe('whoever has no part in a couple', () => {
  beforeAll(() => open(), LONG);
  afterAll(() => arena.close());

  const outsiders: readonly [Name, 'us' | 'lobby' | 'theirs' | 'direct'][] = [
    ['cam', 'us'],
    ['hal', 'lobby'],
    ['lou', 'us'],
    ['zed', 'direct'],
  ];

  it.for(outsiders)('%s (%s) is told what is told where nobody uses Nod', async ([name, place], { task }) => {
    const whence = at(arena.world, name, place);

    const all = Object.values(said).flatMap((message) => deeds(whence, message));

    const trial = { group: 'pointing at messages as somebody else', name, deeds: all, changesNothing: true } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
  });

  it('is told the same in direct messages of their own, and of two who are a couple', async ({ task }) => {
    const { discord, people } = arena.world;
    const { zed, lou, ana } = people;
    const places = [discord.addPrivateChannel(zed, lou), discord.addPrivateChannel(zed, ana)];
    for (const world of [arena.world, arena.twin]) {
      world.discord.addPrivateChannel(zed, lou);
      world.discord.addPrivateChannel(zed, ana);
    }

    const all = places.flatMap((channel) =>
      [said.ana, said.hal].flatMap((message) => deeds({ by: zed, channel }, message)),
    );

    const trial = { group: 'pointing at messages as somebody else', name: 'zed', deeds: all } as const;
    expect(await tryAll(task, arena, { ...trial, changesNothing: true })).toEqual([]);
  });
});

describe('ana, of whose partner she is to learn nothing', () => {
  beforeAll(() => open(anotherBen), LONG);
  afterAll(() => arena.close());

  const REFUSED = /^This (?:works|does not work) /;

  it('is refused on messages of third people, bots and other couples, in her own channel and elsewhere', async ({
    task,
  }) => {
    const us = at(arena.world, 'ana');

    const all = [
      ...deeds(us, said.cam),
      ...deeds(us, said.robot),
      ...deeds(us, said.dan),
      ...deeds(at(arena.world, 'ana', 'theirs'), said.dan),
      ...deeds(at(arena.world, 'ana', 'lobby'), said.hal),
    ];

    const group = 'pointing at messages of somebody else';
    const trial = { group, name: 'ana', deeds: all, answer: REFUSED, changesNothing: true } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
  });

  it('gets nothing of a message that is handed over in the place of another', async ({ task }) => {
    const us = at(arena.world, 'ana');
    const { people, channels } = arena.world;
    const author = (id: string) => ({
      author: { id, username: 'x', discriminator: '0', avatar: null, global_name: null },
    });

    const all = [
      // Somebody else's words in the name of her own message, or as if Ben had said them elsewhere.
      ...deeds(us, said.dan, { insteadOf: said.ana }),
      ...deeds(us, said.dan, { insteadOf: said.ben }),
      ...deeds(us, said.hal, { as: { channel_id: channels.lobby } }),
      // Her own message as if it were Ben's, and Ben's as if it were hers.
      ...deeds(us, said.ana, { as: author(people.ben) }).slice(1),
      ...deeds(us, said.cam, { as: { type: 7 } }),
    ];

    const trial = { group: 'handing over another message', name: 'ana', deeds: all, changesNothing: true } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
  });

  it('is told the same of her own message whatever Ben is like', async ({ task }) => {
    const all = deeds(at(arena.world, 'ana'), said.ana);

    const trial = { group: 'pointing at one’s own message', name: 'ana', deeds: all, changesNothing: true } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
  });

  it('cannot tell in their direct messages what Ben has switched on, nor use them on strangers', async ({ task }) => {
    const { ana, ben, zed, dan, eve } = arena.world.people;
    const channels = ([ben, zed] as const).map((other) => {
      arena.twin.discord.addPrivateChannel(ana, other);
      return arena.world.discord.addPrivateChannel(ana, other);
    });
    const theirs = arena.world.discord.addPrivateChannel(dan, eve);
    arena.twin.discord.addPrivateChannel(dan, eve);
    const by = { by: ana };

    const all = [...channels, theirs].flatMap((channel) =>
      [said.ana, said.ben, said.cam, said.dan, said.robot].flatMap((message) =>
        deeds({ ...by, channel }, message).filter((deed) => 'menu' in deed && deed.menu.name === 'Help me respond'),
      ),
    );
    const inGroup = channels.flatMap((channel) => deeds({ ...by, channel }, said.ben, { inGroup: true }));

    const answer = /^This works once both of you have switched it on for yourselves\.$/;
    const group = 'pointing at direct messages';
    const trial = { group, name: 'ana', changesNothing: true } as const;
    expect(await tryAll(task, arena, { ...trial, deeds: all, answer })).toEqual([]);
    expect(await tryAll(task, arena, { ...trial, deeds: inGroup, answer: /out of date/ })).toEqual([]);
  });

  it('gets nothing by pointing at what Nod itself wrote', async ({ task }) => {
    const { world } = arena;
    const [whisper] = world.discord.dm(world.people.ben).messages;

    const all = deeds(at(world, 'ana', 'direct'), whisper?.id ?? '');

    const trial = { group: 'pointing at messages of somebody else', name: 'ana', deeds: all } as const;
    expect(await tryAll(task, { world }, { ...trial, answer: REFUSED, changesNothing: true })).toEqual([]);
  });
});

describe('that the suite could fail:', () => {
  beforeAll(() => open(), LONG);
  afterAll(() => arena.close());

  it('the right person gets through', async () => {
    const { discord, people, channels, clock, settled } = arena.world;
    const news = discord.say(people.ana, channels.us, A_WORRY);
    await settled();
    await clock.advance(2 * MINUTE);

    const hints = await discord.menu(people.ben, news, 'Help me respond');
    const noticed = await discord.menu(people.ana, news, 'What did Nod notice?');

    expect(hints.data.content).toContain('Something seemed to weigh on them.');
    expect(noticed.data.content).toContain('Nod heard something that weighs on you.');
  });
});
