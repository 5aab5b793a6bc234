import { closeSync, existsSync, mkdirSync, openSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { corrupt, foreign, locked, naming, newer, onDisk } from './failures.ts';
import { type LockedFile, proveKey, unlock } from './key.ts';

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
 * damaged, newer, somebody else's or locked with another key is left as it was. What lives in memory only
 * rests nowhere, so a key has nothing to do there.
 */
export function openDatabase(place: LockedFile, knownMigrations: readonly string[]): Database.Database {
  const { file } = place;
  if (file === IN_MEMORY) return connect(file, settle);
  onDisk(file, () => make(file));
  const before = inodeOf(file);
  try {
    inspect(place, knownMigrations);
    return connect(file, (driver) => {
      unlock(driver, place.key);
      settle(driver);
      // A change of key puts a new file in this place, and the lock would be on the old one, which has no name any more.
      if (inodeOf(file) !== before) throw locked(file);
      onDisk(file, () => sweep(file));
    });
  } catch (error) {
    throw inodeOf(file) === before ? error : locked(file, error);
  }
}

const inodeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.ino;

/** Removes what was left by a change of key that was killed, and by a start that was killed while it read. */
function sweep(file: string): void {
  removeCopies(file);
  rmSync(indexOf(file), { force: true });
}

/** Where a change of key prepares the new file, beside the old one so that a rename can put it in its place. */
export function copyBeside(file: string): string {
  return `${realpathSync(file)}-rekey`;
}

/** Removes a copy and what is beside it; only for whoever holds the lock of the file. */
export function removeCopies(file: string): void {
  for (const ending of ['', '-journal', '-wal']) rmSync(`${copyBeside(file)}${ending}`, { force: true });
}

/** Opens with the settings given; if they fail, nothing stays open. */
export function connect(file: string, prepare: (driver: Database.Database) => void): Database.Database {
  const driver = naming(file, () => new Database(file, { timeout: LOCK_WAIT_MILLISECONDS }));
  try {
    naming(file, () => prepare(driver));
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
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return;
  mkdirSync(dirname(file), { recursive: true, mode: OWN_FOLDER });
  closeSync(openSync(file, 'wx', OWN_FILE));
}

/** Reads without writing, since closing a connection that may write already changes a file with a log beside it. */
function inspect(place: LockedFile, knownMigrations: readonly string[]): void {
  const { file, key } = place;
  const index = indexOf(file);
  const hadIndex = existsSync(index);
  const reader = naming(file, () => new Database(file, { readonly: true, timeout: LOCK_WAIT_MILLISECONDS }));
  try {
    naming(file, () => {
      unlock(reader, key);
      proveKey(reader, place);
      judge(file, reader, knownMigrations);
    });
  } finally {
    reader.close();
    if (!hadIndex) rmSync(index, { force: true }); // made by reading
  }
}

/** What readers of a log share; whoever holds the lock has none. SQLite puts it beside the file a link leads to. */
const indexOf = (file: string) => `${realpathSync(file)}-shm`;

function judge(file: string, reader: Database.Database, knownMigrations: readonly string[]): void {
  if (reader.pragma('quick_check(1)', { simple: true }) !== 'ok') throw corrupt(file);
  const tables = reader.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all();
  if (tables.length === 0) return;
  if (!tables.includes('kysely_migration')) throw foreign(file);
  const ran = reader.prepare<[], string>('select name from kysely_migration').pluck().all();
  if (ran.some((name) => !knownMigrations.includes(name))) throw newer(file);
}
