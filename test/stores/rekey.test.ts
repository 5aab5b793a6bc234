import {
  closeSync,
  fstatSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../src/stores/migrations.ts';
import { openDatabase } from '../../src/stores/sqlite/open.ts';
import { presentKey, rekeyDatabase } from '../../src/stores/sqlite/rekey.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { couple } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-rekey-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = 'correct horse battery staple';
const NEW_KEY = 'four more words than before';

/** A closed database with one couple, in a folder of its own. */
async function made(name: string, key?: string): Promise<string> {
  mkdirSync(join(folder, name));
  const file = join(folder, name, 'nod.db');
  const store = await createSqliteStore({ file, key });
  await couple(store, ['ana', 'ben']);
  await store.close();
  return file;
}

async function couplesIn(file: string, key?: string): Promise<number> {
  const store = await createSqliteStore({ file, key });
  const dyads = await store.dyads('discord');
  await store.close();
  return dyads.length;
}

const beside = (file: string) => readdirSync(join(file, '..'));

describe('changing the key', () => {
  it('takes the encryption off when there is no new one', async () => {
    const file = await made('off', KEY);

    rekeyDatabase({ file, key: KEY });

    expect(readFileSync(file).includes('SQLite format 3')).toBe(true);
    expect(await couplesIn(file)).toBe(1);
  });

  it('leaves the rights of the file as they were', async () => {
    const file = await made('rights');

    rekeyDatabase({ file, newKey: KEY });

    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('locks the file a link leads to, and leaves the link', async () => {
    const file = await made('link');
    const link = join(folder, 'a-link.db');
    symlinkSync(file, link);

    rekeyDatabase({ file: link, newKey: KEY });

    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(beside(file)).toEqual(['nod.db']);
    expect(await couplesIn(file, KEY)).toBe(1);
  });

  it('overwrites the old file, which has no name any more', async () => {
    const file = await made('overwritten');
    const old = openSync(file, 'r');

    rekeyDatabase({ file, newKey: KEY });

    const left = Buffer.alloc(fstatSync(old).size, 1);
    readSync(old, left, 0, left.length, 0);
    closeSync(old);
    expect(left.length).toBeGreaterThan(4_096);
    expect(left.every((byte) => byte === 0)).toBe(true);
  });

  it('leaves a second name of the old file alone, which somebody keeps as a backup', async () => {
    const file = await made('second-name');
    const backup = join(folder, 'backup.db');
    linkSync(file, backup);

    rekeyDatabase({ file, newKey: KEY });

    expect(await couplesIn(backup)).toBe(1);
    expect(await couplesIn(file, KEY)).toBe(1);
  });

  it.each([
    ['the present key is wrong', KEY, NEW_KEY, 'DATABASE_KEY_WRONG'],
    ['the present key is missing', KEY, undefined, 'DATABASE_ENCRYPTED'],
  ])('changes nothing when %s', async (name, key, tried, code) => {
    const file = await made(name, key);
    const before = readFileSync(file);

    const change = () => rekeyDatabase({ file, key: tried, newKey: NEW_KEY });

    expect(change).toThrow(expect.objectContaining({ code }));
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(beside(file)).toEqual(['nod.db']);
  });

  it('changes nothing while a Nod uses the file, and that Nod goes on', async () => {
    const file = await made('used', KEY);
    const store = await createSqliteStore({ file, key: KEY });

    const change = () => rekeyDatabase({ file, key: KEY, newKey: NEW_KEY });

    expect(change).toThrow(expect.objectContaining({ code: 'DATABASE_LOCKED' }));
    expect(beside(file)).not.toContain('nod.db-rekey');
    await couple(store, ['cem', 'dia']);
    await store.close();
    expect(await couplesIn(file, KEY)).toBe(2);
  });

  it('says so when there is no way to write beside the file, and changes nothing', async () => {
    const file = await made('blocked');
    const before = readFileSync(file);
    mkdirSync(`${file}-rekey`);

    const change = () => rekeyDatabase({ file, newKey: KEY });

    expect(change).toThrow(expect.objectContaining({ code: 'DATABASE_UNREADABLE' }));
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

describe('what a killed change leaves', () => {
  it('is removed by the next Nod that holds the file, and by nobody else', async () => {
    const file = await made('leftovers');
    for (const ending of ['', '-journal', '-wal']) writeFileSync(`${file}-rekey${ending}`, 'half of it');
    const holder = new Database(file);
    holder.pragma('locking_mode = exclusive');
    holder.exec('begin immediate; commit');

    await expect(createSqliteStore({ file })).rejects.toMatchObject({ code: 'DATABASE_LOCKED' });
    const whileHeld = beside(file);
    holder.close();
    await couplesIn(file);

    expect(whileHeld).toContain('nod.db-rekey');
    expect(beside(file)).toEqual(['nod.db']);
  });
});

describe('a start during a change of key', () => {
  it('does not go on with a file that has been replaced while it was looked at', async () => {
    const file = await made('replaced');
    const before = readFileSync(file);
    writeFileSync(`${file}-next`, before);
    const names = Object.keys(MIGRATIONS);
    /** Asked while the file is looked at; by then the next one has taken its place. */
    const replacing = (name: string) => {
      renameSync(`${file}-next`, file);
      return names.includes(name);
    };

    const opening = () => openDatabase({ file }, Object.assign([...names], { includes: replacing }));

    expect(opening).toThrow(expect.objectContaining({ code: 'DATABASE_LOCKED' }));
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await couplesIn(file)).toBe(1);
  });
});

describe('the present key', () => {
  it('is the one in the settings where it opens the file', async () => {
    const file = await made('fits', KEY);

    expect(presentKey({ file, key: KEY })).toBe(KEY);
  });

  it('is none for a plain file, also when the host has put a key into the settings first', async () => {
    const file = await made('put-first');

    expect(presentKey({ file })).toBeUndefined();
    expect(presentKey({ file, key: KEY })).toBeUndefined();
  });

  it('is asked for again where it opens nothing', async () => {
    const file = await made('fits-not', KEY);

    expect(() => presentKey({ file, key: NEW_KEY })).toThrow(expect.objectContaining({ code: 'DATABASE_KEY_WRONG' }));
  });
});
