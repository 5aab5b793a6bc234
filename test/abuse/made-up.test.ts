import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Arena, LONG, openArena, tryAll } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { LIKELY_IDS, pressed, pressesOf } from './support/controls.ts';
import type { Name } from './support/town.ts';

/** Custom ids that no card of Nod ever carried for the one who sends them: made up by a client of one's own. */

const ANYONE = '0';

let arena: Arena;

beforeAll(async () => {
  arena = await openArena();
}, LONG);
afterAll(() => arena.close());

describe('every press there is, made up by somebody who has no part in anything', () => {
  const cases: readonly [Name, 'us' | 'direct', string, typeof ANYONE | undefined][] = [
    ['cam', 'us', 'in their own name', undefined],
    ['cam', 'us', 'for anyone', ANYONE],
    ['zed', 'direct', 'for anyone', ANYONE],
  ];

  it.for(cases)('by %s (%s) %s gets what it gets where nobody uses Nod', { timeout: LONG }, async (who, { task }) => {
    const [name, place, , madeFor] = who;
    const { world } = arena;

    const deeds = pressesOf(world.commands).flatMap((press) =>
      LIKELY_IDS.map((id) => pressed({ ...press, id }, at(world, name, place), madeFor)),
    );

    expect(await tryAll(task, arena, { group: 'made-up presses of an outsider', name, deeds })).toEqual([]);
  });
});

describe('a custom id that means nothing', () => {
  const ACTIONS = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', 'run', ''];
  const NUMBERS = ['-1', '1e308', 'NaN', 'Infinity', '0x1', '1.5', '１', '9007199254740993', '99999999999999999999'];

  /** `me` stands for the presser. */
  const ids = (me: string, paths: readonly string[]): readonly string[] => [
    ...['', ':', '::', ':::', '::::', ' ', 'nonsense', 'whisper', 'whisper:open', `whisper:open:${me}`],
    ...[`:open:1.1:${me}`, `whisper::1.1:${me}`, 'whisper:open:1.1:', 'whisper:open:1.1: 0', 'whisper:open:1.1:00'],
    ...['whisper:open:1.1:0:0:0', `whisper:open::1.1:${me}`, `WHISPER:open:1.1:${me}`, `whisper :open:1.1:${me}`],
    ...[`../whisper:open:1.1:${me}`, `_answers:say::${me}`, `__proto__:presses:1:${me}`, `constructor:name::${me}`],
    ...[`start:choose:3:${me}\n`, `start:choose:3\u0000:${me}`, `whisper:open:1\u202E.1:${me}`, `💛:💛:💛:${me}`],
    ...[`whisper:open:${'1'.repeat(1_000)}:${me}`, `start:agree:${'z'.repeat(4_000)}:${me}`, 'x'.repeat(4_000)],
    ...paths.flatMap((path) => ACTIONS.map((action) => `${path}:${action}:1.1:${me}`)),
    ...NUMBERS.flatMap((number) => [
      `start:choose:${number}:${me}`,
      `whisper:open:${number}.${number}:${me}`,
      `whisper:open:1.${number}:${me}`,
      `settings:ledger:${number}:${me}`,
      `settings:nudges:${number}:${me}`,
    ]),
  ];

  const senders: readonly [Name, 'us' | 'direct'][] = [
    ['cam', 'us'],
    ['zed', 'direct'],
  ];

  it.for(senders)('sent by %s (%s) is answered privately and tells nothing', async ([name, place], { task }) => {
    const { world } = arena;
    const whence = at(world, name, place);
    const paths = world.commands.map(({ path }) => path);

    const deeds: readonly Deed[] = ids(whence.by, paths).map((customId) => ({ ...whence, press: { customId } }));

    const trial = { group: 'custom ids that mean nothing', name, deeds, changesNothing: true } as const;
    expect(await tryAll(task, arena, trial)).toEqual([]);
  });

  it('sent by a partner changes nothing of the other and breaks nothing', async ({ task }) => {
    const { world } = arena;
    const whence = at(world, 'ana');
    const paths = world.commands.map(({ path }) => path);

    const deeds: readonly Deed[] = ids(whence.by, paths).map((customId) => ({ ...whence, press: { customId } }));

    expect(await tryAll(task, { world }, { group: 'custom ids that mean nothing', name: 'ana', deeds })).toEqual([]);
  });

  it('of one command with the action of another is out of date', async ({ task }) => {
    const { world } = arena;
    const whence = at(world, 'ana');

    // One of each other command is enough: which of them answers is looked up by the path alone.
    const deeds = world.commands.flatMap(({ path, command }) => {
      const strange = world.commands.flatMap((other) => Object.keys(other.command.presses ?? {}).slice(0, 2));
      const actions = [...new Set(strange)].filter((action) => !Object.hasOwn(command.presses ?? {}, action));
      return actions.map((action) => pressed({ path, action, id: '1.1' }, whence));
    });

    const group = 'actions of other commands';
    const trial = { group, name: 'ana', deeds, answer: /^This card is out of date\./, changesNothing: true } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });
});
