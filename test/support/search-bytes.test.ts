import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { databaseBytes, findWords } from './search-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-bytes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const around = (middle: string | Buffer) =>
  Buffer.concat([Buffer.from([0, 255, 7]), Buffer.from(middle), Buffer.from('tail')]);

describe('finding words in bytes', () => {
  it.each([
    ['utf8', around('zu dir, Wüstenfuchs!')],
    ['utf16le', around(Buffer.from('my Wüstenfuchs', 'utf16le'))],
    ['hex', around(Buffer.from('Wüstenfuchs').toString('hex'))],
    ['hex', around(Buffer.from('Wüstenfuchs').toString('hex').toUpperCase())],
    ['base64', around(Buffer.from('Wüstenfuchs, and on').toString('base64'))],
    ['base64', around(Buffer.from('aWüstenfuchs, and on').toString('base64'))],
    ['base64', around(Buffer.from('abWüstenfuchs').toString('base64'))],
    ['base64', around(Buffer.from('>>>Wüstenfuchs').toString('base64url'))],
  ])('finds a word planted as %s', (encoding, bytes) => {
    const found = findWords(bytes, ['Wüstenfuchs', 'armadillo']);

    expect(found).toEqual([{ word: 'Wüstenfuchs', encoding }]);
  });

  it('finds nothing where nothing is', () => {
    const found = findWords(around('a desert and a fox'), ['Wüstenfuchs']);

    expect(found).toEqual([]);
  });

  it('refuses a word so short that chance would find it', () => {
    expect(() => findWords(around(''), ['ok'])).toThrow('too short');
  });

  it('reads a database with the log beside it', () => {
    const file = join(folder, 'a.db');
    const database = new Database(file);
    database.pragma('journal_mode = wal');
    database.exec("create table t (x); insert into t values ('Wüstenfuchs')");
    writeFileSync(`${file}-journal`, 'armadillo');

    const found = findWords(databaseBytes(file), ['Wüstenfuchs', 'armadillo']);

    database.close();
    expect(found.map(({ word }) => word)).toEqual(['Wüstenfuchs', 'armadillo']);
  });
});
