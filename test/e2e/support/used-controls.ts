import type { Command, NamedCommand, Option } from '../../../src/ports/command.ts';

/** What of all there is somebody has used: `me`, `settings:change`, `busy?until`, `respond#Help me respond`. */

/** Everything there is to use; a hidden command has nothing to type. */
export function usableIn(commands: readonly NamedCommand[]): readonly string[] {
  return commands.flatMap(({ path, command }) => [
    ...(command.hidden ? [] : [path]),
    ...Object.keys(command.presses ?? {}).map((action) => `${path}:${action}`),
    ...command.options.filter(completes).map(({ name }) => `${path}?${name}`),
    ...Object.keys(command.menus ?? {}).map((name) => `${path}#${name}`),
  ]);
}

/** The same commands, which note what of them is used. */
export function noteUses(commands: readonly NamedCommand[], used: Set<string>): readonly NamedCommand[] {
  return commands.map(({ path, command }) => ({
    path,
    command: {
      ...command,
      ...(command.presses ? { presses: notedPresses(path, command.presses, used) } : {}),
      ...(command.menus ? { menus: notedMenus(path, command.menus, used) } : {}),
      options: command.options.map((option) => notedOption(path, option, used)),
      run(ask, nod) {
        used.add(path);
        return command.run(ask, nod);
      },
    },
  }));
}

type Presses = NonNullable<Command['presses']>;

function notedPresses(path: string, presses: Presses, used: Set<string>): Presses {
  const noted = Object.entries(presses).map(([action, answer]): [string, Presses[string]] => [
    action,
    (press, nod) => {
      used.add(`${path}:${action}`);
      return answer(press, nod);
    },
  ]);
  return Object.fromEntries(noted);
}

type Menus = NonNullable<Command['menus']>;

function notedMenus(path: string, menus: Menus, used: Set<string>): Menus {
  const noted = Object.entries(menus).map(([name, menu]): [string, Menus[string]] => [
    name,
    {
      ...menu,
      run(pointed, nod) {
        used.add(`${path}#${name}`);
        return menu.run(pointed, nod);
      },
    },
  ]);
  return Object.fromEntries(noted);
}

function completes(option: Option): boolean {
  return option.kind === 'text' && option.complete !== undefined;
}

function notedOption(path: string, option: Option, used: Set<string>): Option {
  if (option.kind !== 'text' || !option.complete) return option;
  const { complete, ...rest } = option;
  return {
    ...rest,
    complete(typed, ask) {
      used.add(`${path}?${option.name}`);
      return complete(typed, ask);
    },
  };
}
