import { describe, expect, it } from 'vitest';
import { sayError } from '../../src/errors.ts';
import { naming } from '../../src/stores/sqlite/failures.ts';

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error('from the driver'), { code });
  };
}

describe('failures of SQLite', () => {
  it.each([
    ['ERR_DLOPEN_FAILED', 'DATABASE_DRIVER'],
    ['SQLITE_BUSY', 'DATABASE_LOCKED'],
    ['SQLITE_CORRUPT_INDEX', 'DATABASE_CORRUPT'],
    ['SQLITE_NOTADB', 'DATABASE_CORRUPT'],
    ['SQLITE_FULL', 'DATABASE_UNREADABLE'],
    ['SQLITE_IOERR_WRITE', 'DATABASE_UNREADABLE'],
    ['SQLITE_READONLY', 'DATABASE_UNREADABLE'],
  ])('says what a host can do about %s, and keeps the cause', (code, named) => {
    const run = () => naming('nod.db', failing(code));

    expect(run).toThrow(expect.objectContaining({ code: named, cause: expect.objectContaining({ code }) }));
  });

  it.each(['SQLITE_CONSTRAINT_PRIMARYKEY', 'ENOENT'])('leaves %s as it is: it is a bug or not ours to name', (code) => {
    const run = () => naming('nod.db', failing(code));

    expect(run).toThrow('from the driver');
  });

  it('reads as two sentences, without a stack', () => {
    const sentences: string[] = [];
    try {
      naming('nod.db', failing('SQLITE_BUSY'));
    } catch (error) {
      sentences.push(sayError(error));
    }

    expect(sentences).toEqual([
      'Another Nod is already using nod.db. Stop the other one first, or give this one a database of its own.',
    ]);
  });
});
