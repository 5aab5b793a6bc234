import { type Dirent, readdirSync } from 'node:fs';
import { NodError } from './errors.ts';
import type { Command, NamedCommand } from './ports/command.ts';

/**
 * Every command in the folder, sorted by path; the path is the name: `me.ts`, `data/export.ts`. Files and
 * folders that begin with `_` are what commands share.
 */
export async function loadCommands(folder: URL): Promise<readonly NamedCommand[]> {
  const files = commandFiles(folder, '');
  const names = new Set<string>();
  for (const { path } of files) {
    if (names.has(path)) throw broken(path, { why: 'Two files have this name.', hint: 'Keep one of them.' });
    names.add(path);
  }
  return Promise.all(files.map(async ({ path, url }) => ({ path, command: await importCommand(path, url) })));
}

interface CommandFile {
  readonly path: string;
  readonly url: URL;
}

/** TypeScript in a checkout, JavaScript after a build. */
const COMMAND_FILE = /^(?<name>[a-z0-9-]+)\.(?:ts|js)$/;

function commandFiles(folder: URL, prefix: string): readonly CommandFile[] {
  const entries = listFolder(folder).filter((entry) => !entry.name.startsWith('_'));
  return entries.flatMap((entry): readonly CommandFile[] => {
    if (entry.isDirectory()) return commandFiles(new URL(`${entry.name}/`, folder), `${prefix}${entry.name}/`);
    const name = COMMAND_FILE.exec(entry.name)?.groups?.['name'];
    return name === undefined ? [] : [{ path: `${prefix}${name}`, url: new URL(entry.name, folder) }];
  });
}

function listFolder(folder: URL): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (cause) {
    throw new NodError(
      'COMMAND_BROKEN',
      `The folder of commands cannot be read: ${folder.pathname}.`,
      'Run `npm run build`, or start Nod from its own folder.',
      { cause },
    );
  }
}

async function importCommand(path: string, url: URL): Promise<Command> {
  const loaded = await load(path, url);
  const { command } = loaded;
  if (!isCommand(command)) {
    throw broken(path, {
      why: 'It has no export named `command`.',
      hint: 'docs/add/command.md says what a command is.',
    });
  }
  return command;
}

async function load(path: string, url: URL): Promise<{ readonly command?: unknown }> {
  try {
    return await import(/* @vite-ignore */ url.href);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw broken(path, { why, hint: 'Repair or remove the file.', cause });
  }
}

function isCommand(value: unknown): value is Command {
  if (typeof value !== 'object' || value === null) return false;
  return 'run' in value && typeof value.run === 'function' && 'summary' in value && 'options' in value;
}

function broken(path: string, { why, hint, cause }: { why: string; hint: string; cause?: unknown }): NodError {
  return new NodError('COMMAND_BROKEN', `The command ${path} cannot be loaded: ${why}`, hint, { cause });
}
