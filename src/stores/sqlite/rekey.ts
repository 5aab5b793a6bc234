import {
  closeSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { NodError } from '../../errors.ts';
import { MIGRATIONS } from '../migrations.ts';
import { naming, onDisk, unreadable } from './failures.ts';
import { changeKey, type LockedFile, unlock } from './key.ts';
import { connect, copyBeside, openDatabase, removeCopies } from './open.ts';

/** A database with the key it has now, and the one it gets; without the latter it becomes plain. */
export interface Rekeying extends LockedFile {
  readonly newKey?: string | undefined;
}

/**
 * The key the file has now: the given one, or none where the file turns out to be plain, as it does when the
 * host has put a key into the settings first. Throws whatever else would stop a change.
 */
export function presentKey({ file, key }: LockedFile): string | undefined {
  try {
    openDatabase({ file, key }, KNOWN).close();
    return key;
  } catch (error) {
    if (!(error instanceof NodError && error.code === 'DATABASE_NOT_ENCRYPTED')) throw error;
    openDatabase({ file }, KNOWN).close();
    return undefined;
  }
}

/**
 * Changes the key in a copy and puts the copy in the file's place: at every moment the file opens, with all rows,
 * with the old key or with the new one. SQLite would change it in place, and a kill would leave pages of both keys
 * and a journal to mend them by: ADR 17.
 */
export function rekeyDatabase({ file, key, newKey }: Rekeying): void {
  const driver = openDatabase({ file, key }, KNOWN);
  let old: number | undefined;
  try {
    writeCopy(driver, { file, key, newKey });
    // Or closing would remove a log by its name, which may be the next Nod's by then. Held in memory, since a
    // journal that a kill leaves behind would need the old key.
    naming(file, () => driver.pragma('journal_mode = memory'));
    onDisk(file, () => {
      old = openSync(file, 'r+');
      replace(file);
      erase(old);
    });
  } finally {
    driver.close();
    if (old !== undefined) closeSync(old); // not before: closing it drops the lock
  }
}

const KNOWN = Object.keys(MIGRATIONS);

/** A whole, settled and proven database with the new key, beside the old one. */
function writeCopy(driver: Database.Database, { file, key, newKey }: Rekeying): void {
  const copy = copyBeside(file);
  try {
    onDisk(file, () => makeLike(file, copy));
    naming(file, () => driver.prepare('vacuum into ?').run(copy));
    const change = connect(copy, (opened) => {
      unlock(opened, key);
      opened.pragma('temp_store = memory');
      opened.pragma('journal_mode = memory'); // a copy needs no undoing, and no page of it goes beside it
      changeKey(opened, newKey);
    });
    change.close();
    const proof = connect(copy, (opened) => {
      unlock(opened, newKey);
      opened.pragma('locking_mode = exclusive');
      opened.pragma('journal_mode = wal');
      if (!holdsAllOf(driver, opened)) throw unreadable(copy);
    });
    proof.close();
    onDisk(file, () => sync(copy, 'r+'));
  } catch (error) {
    removeCopies(file);
    throw error;
  }
}

function holdsAllOf(driver: Database.Database, copy: Database.Database): boolean {
  if (copy.pragma('quick_check(1)', { simple: true }) !== 'ok') return false;
  const tables = driver.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all();
  const rowsIn = (database: Database.Database, table: string) =>
    database.prepare(`select count(*) from "${table}"`).pluck().get();
  return tables.every((table) => rowsIn(copy, table) === rowsIn(driver, table));
}

/** Empty, for those who may use the file and nobody else. */
function makeLike(file: string, copy: string): void {
  const { uid, gid, mode } = statSync(file);
  const opened = openSync(copy, 'wx', 0o600);
  try {
    const made = fstatSync(opened);
    if (made.uid !== uid || made.gid !== gid) fchownSync(opened, uid, gid);
    fchmodSync(opened, mode & 0o777);
  } finally {
    closeSync(opened);
  }
}

function replace(file: string): void {
  const place = realpathSync(file);
  try {
    renameSync(copyBeside(file), place);
  } catch (error) {
    removeCopies(file);
    throw error;
  }
  sync(dirname(place), 'r');
}

/** Best effort: a disk that writes elsewhere than it read keeps what was there, and no program can reach it. */
const ERASED_AT_ONCE_BYTES = 65_536;

/** Overwrites what has no name any more; a second name of the file is a backup, and stays. */
function erase(opened: number): void {
  const { nlink, size } = fstatSync(opened);
  if (nlink > 0) return;
  const zeros = Buffer.alloc(ERASED_AT_ONCE_BYTES);
  for (let at = 0; at < size; at += zeros.length) writeSync(opened, zeros, 0, Math.min(zeros.length, size - at), at);
  fsyncSync(opened);
}

function sync(path: string, how: 'r' | 'r+'): void {
  const opened = openSync(path, how);
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
