import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { loadCommands } from '../src/load-commands.ts';

const folders: string[] = [];

function folderOf(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'commands-'));
  folders.push(folder);
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  return pathToFileURL(`${folder}/`);
}

const GOOD = "export const command = { summary: 's', options: [], where: 'anywhere', run: async () => undefined };";

describe('loading commands', () => {
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('names them by their path, folders included, in order', async () => {
    const folder = folderOf({ 'me.js': GOOD, 'data/export.js': GOOD, 'busy.ts': GOOD });

    const commands = await loadCommands(folder);

    expect(commands.map(({ path }) => path)).toEqual(['busy', 'data/export', 'me']);
  });

  it('leaves out what commands share, what a build adds and what explains', async () => {
    const folder = folderOf({
      'me.js': GOOD,
      'me.js.map': '{}',
      'me.d.ts': 'export {};',
      'README.md': '#',
      '_answers.js': 'throw 1;',
      '_start/draft.js': 'throw 1;',
    });

    const commands = await loadCommands(folder);

    expect(commands.map(({ path }) => path)).toEqual(['me']);
  });

  it('names the file that breaks, and why', async () => {
    const folder = folderOf({ 'me.js': GOOD, 'us.js': "throw new Error('no such thing');" });

    const loading = loadCommands(folder);

    await expect(loading).rejects.toMatchObject({
      code: 'COMMAND_BROKEN',
      message: 'The command us cannot be loaded: no such thing',
    });
  });

  it.each([
    ['another name', GOOD.replace('command', 'me')],
    ['something else', 'export const command = 7;'],
    ['no way to run it', "export const command = { summary: 's', options: [] };"],
  ])('refuses a file that exports %s', async (_what, source) => {
    const loading = loadCommands(folderOf({ 'us.js': source }));

    await expect(loading).rejects.toMatchObject({
      code: 'COMMAND_BROKEN',
      message: expect.stringContaining('no export named `command`'),
    });
  });

  it('refuses two files of one name', async () => {
    const loading = loadCommands(folderOf({ 'me.js': GOOD, 'me.ts': GOOD }));

    await expect(loading).rejects.toMatchObject({ code: 'COMMAND_BROKEN' });
  });

  it('says what to do when there is no folder', async () => {
    const loading = loadCommands(pathToFileURL('/nowhere/at/all/'));

    await expect(loading).rejects.toMatchObject({
      code: 'COMMAND_BROKEN',
      hint: expect.stringContaining('npm run build'),
    });
  });
});
