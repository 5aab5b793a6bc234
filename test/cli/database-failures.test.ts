import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { emptyFolder, expectSentences, runNod, startNod } from './command-line.ts';

/** `nod start` on a database it cannot use: it says so, and leaves every byte as it was. */

const TOKEN = 'token-of-the-bot';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = new FakeDiscord({ now: Date.now, token: TOKEN });
  await discord.start(0);
});
afterAll(() => discord.stop());

const start = (env: Record<string, string>, folder: string) => runNod(['start'], { env, folder });

/** A small database that Nod has made and closed. */
async function madeDatabase(): Promise<{ folder: string; file: string }> {
  const folder = emptyFolder();
  const file = join(folder, 'nod.sqlite');
  const store = await createSqliteStore({ file });
  await store.secret();
  await store.close();
  return { folder, file };
}

describe.concurrent('a database that cannot be used', () => {
  const settings = () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: discord.apiBase, NOD_DATABASE: 'nod.sqlite' });

  it('is left alone while another program has it', async () => {
    const { folder, file } = await madeDatabase();
    const before = readFileSync(file);
    const other = await createSqliteStore({ file });

    const ended = await start(settings(), folder);

    await other.close();
    expectSentences(ended, /^Another Nod is already using nod\.sqlite\. Stop the other one/);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(['nod.sqlite']);
  });

  it('is left alone while another process of Nod runs on it', async () => {
    const folder = emptyFolder();
    const first = startNod(['start'], { env: settings(), folder });
    await discord.waitFor(() => first.printed().includes('Nod is listening'), 15_000);

    const second = await start(settings(), folder);

    first.child.kill('SIGTERM');
    expectSentences(second, /^Another Nod is already using/);
    expect(await first.ended).toMatchObject({ code: 0, stderr: '', files: ['nod.sqlite'] });
  });

  it('is left as it was when the key is not its key, which is not repeated', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'nod.sqlite');
    await (await createSqliteStore({ file, key: 'correct horse battery staple' })).close();
    const before = readFileSync(file);

    const ended = await start({ ...settings(), NOD_DB_KEY: 'four more words than before' }, folder);

    expectSentences(ended, /^NOD_DB_KEY does not open nod\.sqlite: .+\. Put the right key into \.env/);
    expect(ended.stderr).not.toMatch(/horse|four more/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is left as it was when it is damaged', async () => {
    const { folder, file } = await madeDatabase();
    const damaged = readFileSync(file).fill(0xa5, 0, 2_000);
    writeFileSync(file, damaged);

    const ended = await start(settings(), folder);

    expectSentences(ended, /^nod\.sqlite is damaged or is no database\. Keep a copy/);
    expect(readFileSync(file).equals(damaged)).toBe(true);
    expect(ended.files).toEqual(['nod.sqlite']);
  });

  it('is left as it was when a newer Nod has written it', async () => {
    const { folder, file } = await madeDatabase();
    const newer = new Database(file);
    newer.exec("insert into kysely_migration values ('0099-from-tomorrow', '2030-01-01')");
    newer.close();
    const before = readFileSync(file);

    const ended = await start(settings(), folder);

    expectSentences(ended, /written by a newer Nod.+Install the newer version/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('is not looked for in a folder of that name', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'nod.sqlite'));

    const ended = await start(settings(), folder);

    expectSentences(ended, /^nod\.sqlite could not be read or written\. Check that it is a file/);
    expect(ended.files).toEqual(['nod.sqlite']);
  });
});
