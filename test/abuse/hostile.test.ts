import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isZone } from '../../src/domain/availability.ts';
import type { DyadState } from '../../src/domain/dyad.ts';
import { LONG, tryAll } from './support/arena.ts';
import { at, type Deed } from './support/attempt.ts';
import { agreed, begun, pressed, pressesOf } from './support/controls.ts';
import { secretsFrom } from './support/secrets.ts';
import { note } from './support/table.ts';
import { openWorld, type World } from './support/world.ts';

/** What no client of Discord's own would send: values that were not offered, forms full of anything. */

const HOSTILE = [
  '',
  ' ',
  '\u0000\u202E\u200B',
  'x'.repeat(4_000),
  '💛'.repeat(2_000),
  '@everyone <@1> <@&1> <#1> `x` **y** ||z|| [a](https://example.com)',
  '../../etc/passwd',
  'Etc/../UTC',
  "'; drop table dyads; --",
  '25:00',
  '24:01-99:99',
  '-5-1e308',
  '9-5, 9-5, 9-5, 9-5, 9-5, 9-5, 9-5',
  '__proto__',
  'constructor',
  'NaN',
  '-Infinity',
  '1e308',
  '{"zone":"UTC"}',
] as const;

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, LONG);
afterAll(() => world.close());

/** Each press gets a third of the values, beginning elsewhere each time: all of them are tried on many presses. */
const EVERY = 3;

/** Names of the fields of every form there is, and one that no form has. */
const FIELDS = ['city', 'quiet', 'away', 'usual', '__proto__', 'until'];

/** Settings as the domain promises them, whatever was typed. */
function strangeSettings(): readonly string[] {
  const states = (world.rows()['dyads'] ?? []).map(({ state }) => JSON.parse(String(state)) as DyadState | null);
  const sides = states.flatMap((state) => state?.partners ?? []);
  return sides.flatMap(({ settings }) => {
    const { zone, quiet, away, usual, nudgesPerDay, reasons } = settings;
    const isMinute = (minute: number) => Number.isInteger(minute) && minute >= 0 && minute <= 1_440;
    const spans = [quiet, ...away, ...usual].flatMap(({ from, until }) => [from, until]);
    const sound = isZone(zone) && spans.every(isMinute) && [0, 1, 2].includes(nudgesPerDay) && reasons.length <= 10;
    return sound ? [] : [JSON.stringify(settings)];
  });
}

describe('hostile values', () => {
  it.for([
    ['ana', 'us', '1.1'],
    ['gus', 'maybe', begun(3)],
  ] as const)(
    'in every select and form of %s leave everybody else alone',
    { timeout: LONG },
    async ([name, place, id], { task }) => {
      const whence = at(world, name, place);
      let turn = 0;

      const deeds = pressesOf(world.commands).flatMap((press) =>
        HOSTILE.flatMap((value): readonly Deed[] => {
          turn += 1;
          if (turn % EVERY !== 0) return [];
          const fields = Object.fromEntries(FIELDS.map((field) => [field, value]));
          return [
            pressed({ ...press, id, ...(turn % 2 === 0 ? { fields } : { values: [value, ...HOSTILE] }) }, whence),
          ];
        }),
      );
      const honest = ({ method, path }: { method: string; path: string }) =>
        method !== 'POST' && path.startsWith('/channels/');

      const faults = await tryAll(
        task,
        { world },
        { group: 'hostile values in selects and forms', name, deeds, honest },
      );
      expect(faults).toEqual([]);
      expect(strangeSettings()).toEqual([]);
    },
  );

  it.for([
    ['the form of hours', 'settings', 'hours', ''],
    ['the form of hours on the consent card', 'start', 'typed', agreed(3)],
    ['the search for a zone', 'settings', 'search', ''],
    ['the search for a zone on the consent card', 'start', 'search', agreed(3)],
  ] as const)('in %s are each answered with what to write instead, or none', async ([, path, action, id], { task }) => {
    const whence = at(world, path === 'start' ? 'gus' : 'ana', path === 'start' ? 'maybe' : 'us');

    const deeds = HOSTILE.flatMap((value) =>
      FIELDS.map((field): Deed => pressed({ path, action, id, fields: { quiet: 'none', [field]: value } }, whence)),
    );

    const trial = {
      group: 'hostile values in selects and forms',
      name: path === 'start' ? 'gus' : 'ana',
      deeds,
    } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
    expect(strangeSettings()).toEqual([]);
  });

  it.for(['ana', 'cam'] as const)(
    'as options of every command leave everybody else alone: %s',
    async (name, { task }) => {
      const values: readonly unknown[] = [...HOSTILE, 0, -1, 1e308, true, false, null, [], {}, ['a'], { id: '1' }];
      const names = [...new Set(world.commands.flatMap(({ command }) => command.options.map((option) => option.name)))];

      const deeds = world.commands.flatMap(({ path, command }) =>
        (command.options.length === 0 ? [] : values).map((value): Deed => {
          return {
            ...at(world, name),
            use: { path, options: Object.fromEntries(names.map((option) => [option, value])) },
          };
        }),
      );

      expect(await tryAll(task, { world }, { group: 'options of any type', name, deeds })).toEqual([]);
    },
  );

  it('as commands that do not exist are out of date', async ({ task }) => {
    const paths = [
      '',
      'nod',
      '__proto__',
      'constructor',
      'toString',
      '../me',
      'me/me',
      'data',
      '_answers',
      'x'.repeat(4_000),
    ];

    const deeds = paths.map((path): Deed => ({ ...at(world, 'ana'), use: { path } }));

    const trial = {
      group: 'commands that do not exist',
      name: 'ana',
      deeds,
      answer: /^This card is out of date\./,
    } as const;
    expect(await tryAll(task, { world }, trial)).toEqual([]);
  });

  it.for(['ana', 'cam'] as const)(
    'typed into what suggests as one types offer nothing strange: %s',
    async (name, { task }) => {
      const { discord } = world;
      const suggesting = world.commands.flatMap(({ path, command }) =>
        command.options.flatMap((option) =>
          option.kind === 'text' && option.complete ? [{ path, option: option.name }] : [],
        ),
      );
      const before = world.rows();

      const faults: string[] = [];
      for (const { path, option } of suggesting) {
        for (const text of HOSTILE) {
          const typed = { path: `nod ${path.replace('/', ' ')}`, option, text };
          const { choices = [] } = await discord.complete(world.people[name], world.channels.us, typed);
          note(task, {
            group: 'hostile values while typing',
            got: choices.length === 0 ? 'no suggestion' : 'words for everybody',
          });
          const told = secretsFrom(name, world).filter((secret) => JSON.stringify(choices).includes(secret));
          if (told.length > 0 || choices.length > 25)
            faults.push(`${path} ${option} ${text}: ${JSON.stringify(choices)}`);
        }
      }

      expect(suggesting).not.toEqual([]);
      expect(faults).toEqual([]);
      expect(world.rows()).toBe(before);
      expect(world.failures).toEqual([]);
    },
  );
});
