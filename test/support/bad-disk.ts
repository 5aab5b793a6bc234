import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Store } from '../../src/ports/store.ts';
import { type LockedFile, unlock } from '../../src/stores/sqlite/key.ts';
import { createSqliteStore, type SqliteOptions } from '../../src/stores/sqlite.ts';

/** SQLite's own choice, which Nod leaves as it is. */
const PAGE_BYTES = 4_096;

/**
 * A store on a disk of which one page cannot be read. No query needs it, so everything can be written; but whoever
 * writes the whole file anew meets it. `mend` makes it readable: of an encrypted file at once, of a plain one once it
 * is opened again, since only the key tells SQLite not to keep a page as it read it.
 */
export async function openOnBadDisk(options: SqliteOptions): Promise<{ readonly store: Store; mend(): void }> {
  const { file, key } = options;
  await (await createSqliteStore({ file, key })).close();
  addLastPage({ file, key });
  const store = await createSqliteStore(options);
  const at = statSync(file).size - PAGE_BYTES;
  const good = swap(file, at, Buffer.alloc(PAGE_BYTES, 0xff));
  return { store, mend: () => void swap(file, at, good) };
}

/** A table that nobody uses, alone on the last page. */
function addLastPage({ file, key }: LockedFile): void {
  const database = new Database(file);
  unlock(database, key);
  database.exec('vacuum; create table unused (nobody)');
  database.close();
}

/** Puts the bytes there, and gives those that were. */
function swap(file: string, at: number, bytes: Buffer): Buffer {
  const before = Buffer.alloc(bytes.length);
  const opened = openSync(file, 'r+');
  readSync(opened, before, 0, before.length, at);
  writeSync(opened, bytes, 0, bytes.length, at);
  closeSync(opened);
  return before;
}
