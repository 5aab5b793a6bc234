import { describe, expect, it } from 'vitest';
import type { NamedCommand } from '../../src/ports/command.ts';
import { LONG, tryAll } from './support/arena.ts';
import { at } from './support/attempt.ts';
import { LIKELY_IDS, menusOf, pointed, pressed, pressesOf, used } from './support/controls.ts';
import { openWorld } from './support/world.ts';

/** That nothing is left out: every command, press and menu there is really ran when it was tried. */

/** The same commands, which say by name what of them runs. */
function saying(ran: Set<string>, commands: readonly NamedCommand[]): readonly NamedCommand[] {
  return commands.map(({ path, command }) => ({
    path,
    command: {
      ...command,
      run: (ask, nod) => {
        ran.add(path);
        return command.run(ask, nod);
      },
      menus: Object.fromEntries(
        Object.entries(command.menus ?? {}).map(([name, menu]) => [
          name,
          {
            ...menu,
            run: (one, nod) => {
              ran.add(`${path}>${name}`);
              return menu.run(one, nod);
            },
          },
        ]),
      ),
      presses: Object.fromEntries(
        Object.entries(command.presses ?? {}).map(([action, press]) => [
          action,
          (pressed, nod) => {
            ran.add(`${path}:${action}`);
            return press(pressed, nod);
          },
        ]),
      ),
    },
  }));
}

const namesOf = (commands: readonly NamedCommand[]) => [
  ...commands.map(({ path }) => path),
  ...pressesOf(commands).map(({ path, action }) => `${path}:${action}`),
  ...menusOf(commands).map(({ path, name }) => `${path}>${name}`),
];

describe('every command, every press and every menu', () => {
  it('is run by the deeds of this suite', { timeout: LONG }, async ({ task }) => {
    const ran = new Set<string>();
    const world = await openWorld({ around: (commands) => saying(ran, commands) });
    const whence = at(world, 'ana');
    const presses = pressesOf(world.commands).map((press) => pressed({ ...press, id: LIKELY_IDS[0] }, whence));

    const [said] = world.discord.messages(world.channels.us);

    const deeds = [
      ...world.commands.map((command) => used(command, whence, world.people.ben)),
      ...pointed(world.commands, whence, { message: said?.id ?? '' }),
      ...presses,
    ];
    const honest = ({ path }: { path: string }) => path.startsWith('/channels/');
    const faults = await tryAll(task, { world }, { group: 'every command and press once', name: 'ana', deeds, honest });

    expect(faults).toEqual([]);
    expect(namesOf(world.commands).filter((name) => !ran.has(name))).toEqual([]);
    await world.close();
  });

  it('would be missed if it were left out', () => {
    const extra: NamedCommand = {
      path: 'data/extra',
      command: {
        summary: '',
        where: 'anywhere',
        options: [],
        run: async () => ({ card: { text: '' } }),
        presses: { go: async () => ({ card: { text: '' } }) },
        menus: { Look: { where: ['channel'], run: async () => ({ card: { text: '' } }) } },
      },
    };

    expect(namesOf([extra])).toEqual(['data/extra', 'data/extra:go', 'data/extra>Look']);
  });
});
