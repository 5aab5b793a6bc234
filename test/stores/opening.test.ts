import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import type { LogFields } from '../../src/ports/log.ts';
import { MIGRATIONS } from '../../src/stores/migrations.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { batchOf, couple, momentOf } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-opening-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A closed database of a few pages. */
async function filled(name: string): Promise<string> {
  const file = join(folder, name);
  const store = await createSqliteStore({ file });
  const { id, partners } = await couple(store, ['ana', 'ben']);
  const moments = [...Array(2_000).keys()].map((seq) => ({ dyad: id, moment: momentOf(partners[0].id, seq) }));
  await store.commit(batchOf({ moments }));
  await store.close();
  return file;
}

/** Changes the closed file with SQLite alone. */
function alter(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

function overwrite(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, at, at + 3_000);
  writeFileSync(file, bytes);
}

describe('opening a database', () => {
  it('makes the file and its folders, for the own account only', async () => {
    const file = join(folder, 'new', 'deeper', 'nod.db');

    const store = await createSqliteStore({ file });

    await store.close();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'new')).mode & 0o777).toBe(0o700);
  });

  it('leaves one file behind when it is closed', async () => {
    const file = await filled('closed.db');

    const store = await createSqliteStore({ file });
    await store.close();

    expect(() => statSync(`${file}-wal`)).toThrow('ENOENT');
    expect(() => statSync(`${file}-shm`)).toThrow('ENOENT');
  });

  it('gives everything back after it was closed, with the same secret, and migrates only once', async () => {
    const file = join(folder, 'again.db');
    const lines: LogFields[] = [];
    const note = (fields: LogFields) => void lines.push(fields);
    const log = { debug: note, info: note, warn: note, error: note };
    const before = await createSqliteStore({ file, log });
    const secret = await before.secret();
    const dyad = await couple(before, ['ana', 'ben']);
    await before.close();

    const store = await createSqliteStore({ file, log });

    expect(await store.secret()).toBe(secret);
    expect((await store.dyads('discord')).map(({ id }) => id)).toEqual([dyad.id]);
    expect(lines).toEqual([{ migrations: Object.keys(MIGRATIONS).length }]);
    await store.close();
  });

  it.each([
    ['a text file', (file: string) => writeFileSync(file, 'dear diary, '.repeat(100))],
    ['a file whose beginning is gone', (file: string) => overwrite(file, 0)],
    ['a file with a damaged page', (file: string) => overwrite(file, statSync(file).size - 8_192)],
    ['a file cut short', (file: string) => truncateSync(file, statSync(file).size - 10_000)],
  ])('says that %s is damaged and leaves it as it was', async (name, damage) => {
    const file = await filled(`${name}.db`);
    damage(file);
    const before = readFileSync(file);

    const opening = createSqliteStore({ file });

    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_CORRUPT', hint: /keep a copy.+restore a backup/i });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('leaves the log beside a damaged file alone too', async () => {
    const file = await filled('with-log.db');
    const writer = new Database(file);
    writer.exec("insert into invitations values ('pair', 1, 0)");
    const [main, log] = [readFileSync(file), readFileSync(`${file}-wal`)];
    writer.close();
    writeFileSync(file, main);
    writeFileSync(`${file}-wal`, log);
    overwrite(file, main.length - 8_192);
    const before = readFileSync(file);

    const opening = createSqliteStore({ file });

    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readFileSync(`${file}-wal`).equals(log)).toBe(true);
  });

  it('leaves a database of a newer Nod as it was', async () => {
    const file = await filled('newer.db');
    alter(file, "insert into kysely_migration values ('0099-from-tomorrow', '2030-01-01')");
    const before = readFileSync(file);

    const opening = createSqliteStore({ file });

    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('leaves the database of another program as it was', async () => {
    const file = join(folder, 'other.db');
    alter(file, 'create table bookmarks (url)');
    const before = readFileSync(file);

    const opening = createSqliteStore({ file });

    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE', message: /another program/ });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('says when there is a folder where the file should be, or a file where a folder should be', async () => {
    const [taken, blocked] = [join(folder, 'taken.db'), join(folder, 'blocked')];
    mkdirSync(taken);
    writeFileSync(blocked, '');

    const openings = await Promise.allSettled([
      createSqliteStore({ file: taken }),
      createSqliteStore({ file: join(blocked, 'nod.db') }),
    ]);

    for (const opening of openings) expect(opening).toMatchObject({ reason: { code: 'DATABASE_UNREADABLE' } });
  });
});
