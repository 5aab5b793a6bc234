import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { storeContract } from './store-contract.ts';

describe('SQLite in memory', () => {
  storeContract(() => createSqliteStore({ file: ':memory:' }));
});

describe('SQLite in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nod-contract-'));
  let made = 0;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  storeContract(() => {
    made += 1;
    return createSqliteStore({ file: join(folder, `${made}.db`) });
  });
});
