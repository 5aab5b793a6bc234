import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { corrupt, foreign, naming, newer, unreadable } from './failures.ts';

/** A database that lives in memory only, as tests and the demonstration want it. */
const IN_MEMORY = ':memory:';
/** A second Nod should hear at once that it is one too many; a backup program gets this long to finish. */
const LOCK_WAIT_MILLISECONDS = 250;
/** Room for the newest page of some 4,000 couples; a small database never fills it. */
const CACHE_KIBIBYTES = 16_384;
/** Only the account that runs Nod may read what it keeps. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;

/**
 * Opens the file for this process alone, making it and its folder if they are not there. A file that is
 * damaged, newer or somebody else's is left as it was.
 */
export function openDatabase(file: string, knownMigrations: readonly string[]): Database.Database {
  if (file !== IN_MEMORY) {
    make(file);
    inspect(file, knownMigrations);
  }
  const driver = naming(file, () => new Database(file, { timeout: LOCK_WAIT_MILLISECONDS }));
  try {
    naming(file, () => settle(driver));
  } catch (error) {
    driver.close();
    throw error;
  }
  return driver;
}

function settle(driver: Database.Database): void {
  // Held by the operating system until the process ends, however it ends. Must come before WAL: the
  // index of the log then lives in this process and not in a file beside the database.
  driver.pragma('locking_mode = exclusive');
  driver.pragma('journal_mode = wal');
  driver.pragma('synchronous = normal'); // a killed process loses nothing; a power cut at most the last batches
  driver.pragma('foreign_keys = on');
  driver.pragma('secure_delete = on'); // what is deleted is overwritten
  driver.pragma('temp_store = memory'); // nothing in temporary files
  driver.pragma(`cache_size = -${CACHE_KIBIBYTES}`);
  driver.exec('begin immediate; commit'); // takes the lock now, not at the first write
}

/** Never opens a file that is there: closing it again would drop a lock this process holds on it. */
function make(file: string): void {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile()) return;
    mkdirSync(dirname(file), { recursive: true, mode: OWN_FOLDER });
    closeSync(openSync(file, 'wx', OWN_FILE));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Reads without writing, since closing a connection that may write already changes a file with a log beside it. */
function inspect(file: string, knownMigrations: readonly string[]): void {
  const index = `${file}-shm`;
  const hadIndex = existsSync(index);
  const reader = naming(file, () => new Database(file, { readonly: true, timeout: LOCK_WAIT_MILLISECONDS }));
  try {
    naming(file, () => judge(file, reader, knownMigrations));
  } finally {
    reader.close();
    if (!hadIndex) rmSync(index, { force: true }); // made by reading; nobody who holds the lock uses one
  }
}

function judge(file: string, reader: Database.Database, knownMigrations: readonly string[]): void {
  if (reader.pragma('quick_check(1)', { simple: true }) !== 'ok') throw corrupt(file);
  const tables = reader.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all();
  if (tables.length === 0) return;
  if (!tables.includes('kysely_migration')) throw foreign(file);
  const ran = reader.prepare<[], string>('select name from kysely_migration').pluck().all();
  if (ran.some((name) => !knownMigrations.includes(name))) throw newer(file);
}
