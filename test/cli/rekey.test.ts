import { readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../src/errors.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { batchOf, couple, momentOf } from '../stores/samples.ts';
import { type Ended, emptyFolder, expectSentences, runNod, startNod } from './command-line.ts';

/** `nod rekey` as a host uses it: what it asks, what it says, and that it changes all or nothing. */

const KEY = 'correct horse battery staple';
const NEW_KEY = 'four more words than before';
const MOMENTS = 500;

/** A folder with a closed database, and its key in a .env file where it has one. */
async function madeDatabase(key?: string): Promise<{ folder: string; file: string }> {
  const folder = emptyFolder();
  const file = join(folder, 'data', 'nod.sqlite');
  const store = await createSqliteStore({ file, key });
  const { id, partners } = await couple(store, ['ana', 'ben']);
  const moments = [...Array(MOMENTS).keys()].map((seq) => ({ dyad: id, moment: momentOf(partners[0].id, seq) }));
  await store.commit(batchOf({ moments }));
  await store.close();
  if (key !== undefined) writeFileSync(join(folder, '.env'), `NOD_DB_KEY=${key}\n`);
  return { folder, file };
}

/** How many rows this key finds, or why none. */
async function rowsIn(file: string, key?: string): Promise<number | string> {
  try {
    const store = await createSqliteStore({ file, key });
    const [dyad] = await store.dyads('discord');
    const moments = dyad ? await store.momentsBy(dyad.id, dyad.partners[0].id, 0) : [];
    await store.close();
    return moments.length;
  } catch (error) {
    return codeOf(error);
  }
}

function expectNoKeyIn({ stdout, stderr }: Ended): void {
  expect(`${stdout}${stderr}`).not.toMatch(/horse|four more/);
}

describe('nod rekey', () => {
  it('encrypts a plain database, and says what the host has to do with the key', async () => {
    const { folder, file } = await madeDatabase();

    const ended = await runNod(['rekey'], { folder, piped: `${KEY}\n` });

    expect(ended).toMatchObject({ code: 0, stderr: '', files: ['data', 'data/nod.sqlite'] });
    expect(ended.stdout).toMatch(
      /^data\/nod\.sqlite is encrypted with the new key\. Put it behind NOD_DB_KEY= in \.env/,
    );
    expect(ended.stdout).toMatch(/Keep a copy .+ old blocks of the disk/);
    expectNoKeyIn(ended);
    expect([await rowsIn(file, KEY), await rowsIn(file)]).toEqual([MOMENTS, 'DATABASE_ENCRYPTED']);
  });

  it('encrypts a plain database also when the key stands in .env already', async () => {
    const { folder, file } = await madeDatabase();
    writeFileSync(join(folder, '.env'), `NOD_DB_KEY=${KEY}\n`);

    const ended = await runNod(['rekey'], { folder, piped: KEY });

    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('NOD_DB_KEY holds it already.');
    expect(await rowsIn(file, KEY)).toBe(MOMENTS);
  });

  it('changes the key in .env for another', async () => {
    const { folder, file } = await madeDatabase(KEY);

    const ended = await runNod(['rekey'], { folder, piped: `${NEW_KEY}\n` });

    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).not.toContain('old blocks');
    expectNoKeyIn(ended);
    expect([await rowsIn(file, NEW_KEY), await rowsIn(file, KEY)]).toEqual([MOMENTS, 'DATABASE_KEY_WRONG']);
  });

  it('takes the encryption off with --plain', async () => {
    const { folder, file } = await madeDatabase(KEY);

    const ended = await runNod(['rekey', '--plain'], { folder });

    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toMatch(/is not encrypted any more\. Take NOD_DB_KEY out of \.env/);
    expect(await rowsIn(file)).toBe(MOMENTS);
  });
});

describe('a nod rekey that cannot be done', () => {
  /** Runs it, and finds the database as it was. */
  async function refused(args: readonly string[], key: string | undefined, env: Record<string, string>, piped: string) {
    const { folder, file } = await madeDatabase(key);
    const before = readFileSync(file);
    const ended = await runNod(['rekey', ...args], { folder, env, piped });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(folder, 'data'))).toEqual(['nod.sqlite']);
    expectNoKeyIn(ended);
    return ended;
  }

  it.each([
    ['nothing is piped in', [], KEY, {}, '', /^No new key was given\./],
    ['the key of .env is not its key', [], KEY, { NOD_DB_KEY: NEW_KEY }, NEW_KEY, /^NOD_DB_KEY does not open /],
    [
      'there is no key for it',
      [],
      KEY,
      { NOD_DB_KEY: '', NOD_DATABASE: 'data/nod.sqlite' },
      NEW_KEY,
      /is encrypted, and/,
    ],
    [
      'a key stands on the command line',
      [NEW_KEY],
      undefined,
      {},
      NEW_KEY,
      /^A key is never taken from the command line/,
    ],
    [
      'a key stands behind an option',
      [`--key=${NEW_KEY}`],
      undefined,
      {},
      '',
      /^A key is never taken from the command/,
    ],
    ['it is plain and shall be', ['--plain'], undefined, {}, '', /is not encrypted\. There is nothing to take off\./],
  ])('says in two sentences that %s, and changes nothing', async (_, args, key, env, piped, sentences) => {
    const ended = await refused(args, key, env, piped);

    expectSentences(ended, sentences);
  });

  it('says that there is no database yet, and makes none', async () => {
    const ended = await runNod(['rekey'], { piped: KEY });

    expectSentences(ended, /^There is no database at data\/nod\.sqlite yet\. Put a key/);
    expect(ended.files).toEqual([]);
  });

  it('says that a Nod is using the database', async () => {
    const { folder, file } = await madeDatabase();
    const other = await createSqliteStore({ file });

    const ended = await runNod(['rekey'], { folder, piped: KEY });

    await other.close();
    expectSentences(ended, /^Another Nod is already using data\/nod\.sqlite\. Stop the other one/);
    expect(await rowsIn(file)).toBe(MOMENTS);
  });
});

describe('a nod rekey that is killed', () => {
  it.each([0, 25])('leaves every row to one of the keys, %i ms after its copy appears', async (later) => {
    const { folder, file } = await madeDatabase(KEY);
    const appears = new Promise<void>((resolve) => {
      const watcher = watch(join(folder, 'data'), (_, name) => {
        if (name !== 'nod.sqlite-rekey') return;
        watcher.close();
        resolve();
      });
    });
    const running = startNod(['rekey'], { folder, piped: NEW_KEY });

    await appears;
    await wait(later);
    running.child.kill('SIGKILL');
    await running.ended;

    expect([await rowsIn(file, KEY), await rowsIn(file, NEW_KEY)].toSorted()).toEqual([MOMENTS, 'DATABASE_KEY_WRONG']);
    expect(readdirSync(join(folder, 'data'))).toEqual(['nod.sqlite']);
  });
});
