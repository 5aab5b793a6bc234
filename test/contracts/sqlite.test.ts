import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { storeContract } from './store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-contract-'));
let made = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function newFile(): string {
  made += 1;
  return join(folder, `${made}.db`);
}

describe.each([
  ['plain', undefined],
  ['encrypted', 'correct horse battery staple'],
])('%s SQLite', (_, key) => {
  describe('in memory', () => {
    storeContract(() => createSqliteStore({ file: ':memory:', key }));
  });

  describe('in a file', () => {
    storeContract(() => createSqliteStore({ file: newFile(), key }));
  });
});
