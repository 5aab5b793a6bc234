import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import type { DyadRow, Store } from '../../src/ports/store.ts';
import { rekeyDatabase } from '../../src/stores/sqlite/rekey.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import { batchOf, couple, daysOn, invite, momentOf, outboxOf } from './samples.ts';

/** What rests of an encrypted database, looked for in its bytes; the same search finds all of it in a plain one. */

const folder = mkdtempSync(join(tmpdir(), 'nod-encryption-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = 'correct horse battery staple';
const OTHER_KEY = 'Käsebrot mit vier Gurken';
const PEOPLE = ['anastasia-of-the-lighthouse', 'benedict-of-the-harbour'] as const;
/** Ids, settings, names of tables, and what only a plain SQLite file says. */
const TELLING = [
  ...PEOPLE,
  `channel of ${PEOPLE[0]}`,
  'Europe/Berlin',
  'kysely_migration',
  'CREATE TABLE',
  'SQLite format 3',
];
const MOMENTS = 2_000;

/** Enough that several hundred pages wait in the log. */
async function filled(file: string, key?: string): Promise<{ store: Store; dyad: DyadRow }> {
  const store = await createSqliteStore({ file, key });
  const dyad = await couple(store, PEOPLE);
  const [{ id: by }] = dyad.partners;
  const moments = [...Array(MOMENTS).keys()].map((seq) => ({ dyad: dyad.id, moment: momentOf(by, seq) }));
  await store.commit(batchOf({ moments, outbox: [outboxOf(dyad.id, by, 1)] }));
  return { store, dyad };
}

async function momentsIn(file: string, key?: string): Promise<number> {
  const store = await createSqliteStore({ file, key });
  const [dyad] = await store.dyads('discord');
  const moments = dyad ? await store.momentsBy(dyad.id, dyad.partners[0].id, 0) : [];
  await store.close();
  return moments.length;
}

const foundIn = (file: string) => new Set(findWords(databaseBytes(file), TELLING).map(({ word }) => word));

/** Bits a byte of the most orderly page in the file and its log; 4,096 drawn bytes have 7.95, give or take 0.01. */
function leastEntropy(file: string): number {
  const files = [file, `${file}-wal`].filter((name) => existsSync(name));
  const pages = files.flatMap((name) => {
    const bytes = readFileSync(name);
    return [...Array(Math.floor(bytes.length / 4_096)).keys()].map((n) => bytes.subarray(n * 4_096, (n + 1) * 4_096));
  });
  return Math.min(...pages.map(entropyOf));
}

function entropyOf(bytes: Buffer): number {
  const counts = new Map<number, number>();
  for (const byte of bytes) counts.set(byte, (counts.get(byte) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / bytes.length) * Math.log2(count / bytes.length), 0);
}

function expectNothingReadable(file: string): void {
  expect(foundIn(file)).toEqual(new Set());
  expect(leastEntropy(file)).toBeGreaterThan(7.85);
}

describe('a plain database', () => {
  it('shows all of it to whoever looks for it, in the log and in the file', async () => {
    const file = join(folder, 'plain.db');

    const { store } = await filled(file);
    const open = foundIn(file);
    await store.close();

    expect(open).toEqual(new Set(TELLING));
    expect(foundIn(file)).toEqual(new Set(TELLING));
    expect(leastEntropy(file)).toBeLessThan(6);
  });
});

describe('an encrypted database', () => {
  it('shows nothing while its log is full', async () => {
    const file = join(folder, 'full-log.db');
    const { store } = await filled(file, KEY);

    const log = statSync(`${file}-wal`).size;

    expect(log).toBeGreaterThan(20 * 4_096);
    expectNothingReadable(file);
    await store.close();
  });

  it('shows nothing after it was closed, after a purge and after a couple has left', async () => {
    const file = join(folder, 'purged.db');
    const { store } = await filled(file, KEY);
    const other = await invite(store, ['carmen', 'dorothea']);
    await store.close();
    expectNothingReadable(file);

    const again = await createSqliteStore({ file, key: KEY });
    await again.purge(daysOn(1));
    await again.endDyad(other.id);
    expectNothingReadable(file);
    await again.close();

    expectNothingReadable(file);
    expect(await momentsIn(file, KEY)).toBe(MOMENTS);
  });

  it.each([
    ['from plain', undefined],
    ['from another key', OTHER_KEY],
  ])('shows nothing after its key was changed %s, and opens with the new key only', async (name, before) => {
    const file = join(folder, `${name}.db`);
    await (await filled(file, before)).store.close();

    rekeyDatabase({ file, key: before, newKey: KEY });

    expectNothingReadable(file);
    expect(readdirSync(folder).filter((entry) => entry.startsWith(name))).toEqual([`${name}.db`]);
    expect(await momentsIn(file, KEY)).toBe(MOMENTS);
    await expect(momentsIn(file, before ?? OTHER_KEY)).rejects.toMatchObject({ code: 'DATABASE_KEY_WRONG' });
    await expect(momentsIn(file)).rejects.toMatchObject({ code: 'DATABASE_ENCRYPTED' });
  });

  it('opens with the same passphrase, however the keyboard puts its letters together', async () => {
    const file = join(folder, 'letters.db');
    await (await filled(file, OTHER_KEY.normalize('NFC'))).store.close();

    const moments = await momentsIn(file, OTHER_KEY.normalize('NFD'));

    expect(moments).toBe(MOMENTS);
  });

  it('notices a page that somebody has put there', async () => {
    const file = join(folder, 'forged.db');
    await (await filled(file, KEY)).store.close();
    const bytes = readFileSync(file);
    bytes[5 * 4_096 + 100] = (bytes[5 * 4_096 + 100] ?? 0) ^ 1;
    writeFileSync(file, bytes);

    const opening = momentsIn(file, KEY);

    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});

describe('a key that does not fit', () => {
  /** A closed file, and beside it the log of another moment, as a killed Nod leaves it. */
  async function killed(name: string, key?: string): Promise<string> {
    const source = join(folder, `${name}-source.db`);
    const file = join(folder, `${name}.db`);
    const { store } = await filled(source, key);
    for (const ending of ['', '-wal']) writeFileSync(`${file}${ending}`, readFileSync(`${source}${ending}`));
    await store.close();
    return file;
  }

  it.each([
    ['wrong', KEY, OTHER_KEY, 'DATABASE_KEY_WRONG', /lost key cannot be replaced/],
    ['none', KEY, undefined, 'DATABASE_ENCRYPTED', /NOD_DB_KEY= in \.env/],
    ['needless', undefined, KEY, 'DATABASE_NOT_ENCRYPTED', /npx nod rekey/],
  ])('is refused when it is %s, and file and log stay byte for byte', async (name, key, tried, code, hint) => {
    const file = await killed(name, key);
    const before = [readFileSync(file), readFileSync(`${file}-wal`)];

    const opening = createSqliteStore({ file, key: tried });

    await expect(opening).rejects.toMatchObject({ code, hint: expect.stringMatching(hint) });
    await expect(opening).rejects.not.toThrow(/horse|Gurken/);
    expect([readFileSync(file), readFileSync(`${file}-wal`)]).toEqual(before);
    expect(readdirSync(folder).filter((entry) => entry.startsWith(`${name}.db`))).toHaveLength(2);
    expect(await momentsIn(file, key)).toBe(MOMENTS);
  });

  it.each([undefined, KEY])('is not suspected where a file is no database at all, with %s', async (key) => {
    const file = join(folder, `letter-${key}.db`);
    writeFileSync(file, 'dear diary, '.repeat(2_048)); // six whole pages

    const opening = createSqliteStore({ file, key });

    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  });

  it('is not suspected where an encrypted file was cut within a page', async () => {
    const file = join(folder, 'cut.db');
    await (await filled(file, KEY)).store.close();
    writeFileSync(file, readFileSync(file).subarray(0, -1_000));

    const opening = createSqliteStore({ file });

    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  });

  it('is not a way into a new database either: what begins with a key stays with it', async () => {
    const file = join(folder, 'begun.db');
    await (await createSqliteStore({ file, key: KEY })).close();

    const plainly = new Database(file);

    expect(() => plainly.pragma('schema_version')).toThrow('file is not a database');
    plainly.close();
  });
});
