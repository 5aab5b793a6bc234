import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { type MessageId, messageId, personId } from '../../src/domain/ids.ts';
import { keptDays, RETENTION, UNANSWERED_INVITATION_DAYS } from '../../src/domain/retention.ts';
import type { DyadRow } from '../../src/ports/store.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import { batchOf, couple, daysOn, fill, type NudgeRow, outboxOf, stateOf } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-retention-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kysely's and SQLite's own: names of migrations and the last number given, nothing of anybody. */
const BOOKKEEPING = ['kysely_migration', 'kysely_migration_lock', 'sqlite_sequence'];

describe('the retention table', () => {
  it('names every table of the database, and no other', async () => {
    const file = join(folder, 'tables.db');
    await (await createSqliteStore({ file })).close();
    const database = new Database(file, { readonly: true });

    const tables = database.prepare("select name from sqlite_master where type = 'table'").pluck().all();

    database.close();
    expect(tables.sort()).toEqual([...RETENTION.map((row) => row.table), ...BOOKKEEPING].sort());
  });

  it('names every column of every table, and no other', async () => {
    const file = join(folder, 'columns.db');
    await (await createSqliteStore({ file })).close();
    const database = new Database(file, { readonly: true });

    const columns = RETENTION.map(({ table }) => database.prepare(`select name from pragma_table_info('${table}')`));

    const found = columns.map((query) => query.pluck().all());
    database.close();
    expect(found).toEqual(RETENTION.map((row) => Object.keys(row.columns)));
  });

  it('speaks of columns it has where it says whose a row is, when it ends and what is emptied', () => {
    const named = RETENTION.flatMap(({ table, owners, ages, deletion }) => {
      const others = deletion.do === 'remove' ? deletion.others : undefined;
      const emptied = others?.do === 'empty' ? Object.keys(others.columns) : [];
      const ageing = ages ? [ages.since, ...(ages.only ? [ages.only.column] : [])] : [];
      return [...owners, ...emptied, ...ageing].map((column) => ({ table, column }));
    });

    const strange = named.filter(
      ({ table, column }) => !(column in (RETENTION.find((row) => row.table === table)?.columns ?? {})),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(strange).toEqual([]);
  });

  it('tells whose a row is wherever a column refers to a partner', async () => {
    const file = join(folder, 'owners.db');
    await (await createSqliteStore({ file })).close();
    const database = new Database(file, { readonly: true });

    const referring = RETENTION.map(({ table }) =>
      database.prepare(`select "from" from pragma_foreign_key_list('${table}') where "table" = 'partners'`),
    ).map((query) => query.pluck().all());

    database.close();
    for (const [index, columns] of referring.entries())
      expect(RETENTION[index]?.owners).toEqual(expect.arrayContaining(columns));
  });

  it('says the days it keeps a table by, or the hours when they are fewer', () => {
    const said = (table: string) => RETENTION.find((row) => row.table === table)?.keptFor;

    for (const table of ['moments', 'invitations', 'outbox']) expect(said(table)).toContain(`${keptDays(table)} days`);
    for (const table of ['partners', 'dyads']) expect(said(table)).toContain(`${UNANSWERED_INVITATION_DAYS} days`);
  });

  it('knows no days for a table that another rule ends', () => {
    expect(() => keptDays('weeks')).toThrow('weeks');
  });
});

describe('bytes on disk', () => {
  it('keep nothing of a couple that has ended, and all of the one that has not', async () => {
    const file = join(folder, 'ended.db');
    const store = await createSqliteStore({ file });
    const [left, stays] = [
      await couple(store, ['person-ana', 'person-ben']),
      await couple(store, ['person-cem', 'person-dia']),
    ];
    for (const { id, partners } of [left, stays]) await fill(store, id, partners[0].id);
    const words = ['person-ana', 'person-ben', 'channel of person-ana', 'message-id-1'];
    const live = stateOf(left, { cursor: messageId('message-id-1') });
    await store.commit(batchOf({ states: [{ dyad: left.id, state: live }] }));
    const before = findWords(databaseBytes(file), words);

    await store.endDyad(left.id);

    const bytes = databaseBytes(file);
    await store.close();
    expect(new Set(before.map(({ word }) => word))).toEqual(new Set(words));
    expect(findWords(bytes, words)).toEqual([]);
    expect(findWords(bytes, ['person-cem', 'channel of person-cem'])).toHaveLength(2);
  });

  it('keep no message id of a moment that is over, once the purge has run', async () => {
    const file = join(folder, 'purged.db');
    const store = await createSqliteStore({ file });
    const dyad = await couple(store, ['person-ana', 'person-ben']);
    const ids = Array.from({ length: 40 }, (_, n) => messageId(`message-id-${1000 + n}`));
    for (const [seq, cursor] of ids.entries()) {
      const states = [{ dyad: dyad.id, state: stateOf(dyad, { cursor }) }];
      await store.commit(batchOf({ states, outbox: [outboxAbout(dyad, seq, cursor)] }));
    }
    await store.commit(batchOf({ states: [{ dyad: dyad.id, state: stateOf(dyad) }] }));
    const before = findWords(databaseBytes(file), ids);

    await store.purge(daysOn(2));

    const after = findWords(databaseBytes(file), ids);
    expect(await store.dyadsOf('discord', personId('person-ana'))).toHaveLength(1);
    await store.close();
    expect(before).toHaveLength(ids.length);
    expect(after).toEqual([]);
  });

  it('keep no copy of a row that moved from page to page before it was deleted', async () => {
    const file = join(folder, 'moved.db');
    const store = await createSqliteStore({ file });
    const couples: DyadRow[] = [];
    for (let n = 0; n < 20; n += 1) couples.push(await couple(store, [`person-a${n}`, `person-b${n}`]));
    // In leaps over the couples and in many lengths, so that SQLite splits and fills pages all the time.
    const rows = Array.from({ length: 2_000 }, (_, n) => {
      const dyad = couples[(n * 7_919) % couples.length] as DyadRow;
      return outboxAbout(dyad, (n * 48_271) % 65_536, messageId(`moved-${n}-${'x'.repeat((n * 31) % 60)}`));
    });
    for (const row of rows) await store.commit(batchOf({ outbox: [row] }));
    const gone = rows.filter((_, n) => (n * 2_654_435_761) % 4_294_967_296 < 2_147_483_648);
    for (const { dyad, whisper } of gone) await store.removeFromOutbox(dyad, whisper.seq);

    await store.purge(daysOn(1));

    const bytes = databaseBytes(file);
    await store.close();
    const found = gone.filter(({ whisper }) => bytes.includes(whisper.about));
    expect(found).toEqual([]);
    expect(bytes.includes(rows.find((row) => !gone.includes(row))?.whisper.about ?? '')).toBe(true);
  });
});

function outboxAbout(dyad: DyadRow, seq: number, about: MessageId): NudgeRow {
  const row = outboxOf(dyad.id, dyad.partners[0].id, seq);
  return { ...row, whisper: { ...row.whisper, about } };
}
