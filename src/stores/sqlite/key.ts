import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { corrupt, keyForPlain, needsKey, wrongKey } from './failures.ts';

/** A database and, if it is encrypted, the passphrase that opens it. */
export interface LockedFile {
  readonly file: string;
  /** Absent: the file is plain. */
  readonly key?: string | undefined;
}

/** What every plain database begins with: https://www.sqlite.org/fileformat2.html#magic_header_string */
const PLAIN_BEGINNING = Buffer.from('SQLite format 3\0');
/**
 * An encrypted file begins with 16 bytes of salt; of the header that follows, bytes 16 to 23 stay readable, so
 * that the size of its pages can be told: https://utelle.github.io/SQLite3MultipleCiphers/docs/ciphers/cipher_chacha20/
 */
const PAGE_SIZE_AT = 16;
/** Bytes 21 to 23 of the header are the same in every database of SQLite's format 3. */
const FIXED_AT = 21;
const FIXED_BYTES = Buffer.from([64, 32, 32]);
const READABLE_HEADER_BYTES = 24;

/** Gives the driver the key, before anything is read; its bytes are wiped from our memory at once. */
export function unlock(driver: Database.Database, key: string | undefined): void {
  if (key !== undefined) withBytes(key, (bytes) => driver.key(bytes));
}

/** Changes the key of an open database; without one the file becomes plain. */
export function changeKey(driver: Database.Database, key: string | undefined): void {
  withBytes(key ?? '', (bytes) => driver.rekey(bytes));
}

/** Reads the first page, which only the right key opens. Throws what is wrong with the file or with the key. */
export function proveKey(driver: Database.Database, place: LockedFile): void {
  try {
    driver.prepare('select count(*) from sqlite_master').get();
  } catch (error) {
    // Nobody holds the file: they would have been heard first. So reading it drops no lock of this process.
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') throw whyShut(place, error);
    throw error;
  }
}

function whyShut({ file, key }: LockedFile, cause: unknown): Error {
  const header = beginningOf(file);
  if (header.subarray(0, PLAIN_BEGINNING.length).equals(PLAIN_BEGINNING)) {
    return key === undefined ? corrupt(file, cause) : keyForPlain(file, cause);
  }
  if (!looksEncrypted(header, statSync(file).size)) return corrupt(file, cause);
  return key === undefined ? needsKey(file, cause) : wrongKey(file, cause);
}

function looksEncrypted(header: Buffer, size: number): boolean {
  if (header.length < READABLE_HEADER_BYTES) return false;
  const pageSize = header.readUInt16BE(PAGE_SIZE_AT);
  return header.subarray(FIXED_AT).equals(FIXED_BYTES) && pageSize > 0 && size % pageSize === 0;
}

function beginningOf(file: string): Buffer {
  const opened = openSync(file, 'r');
  try {
    const header = Buffer.alloc(READABLE_HEADER_BYTES);
    return header.subarray(0, readSync(opened, header, 0, READABLE_HEADER_BYTES, 0));
  } finally {
    closeSync(opened);
  }
}

// One keyboard writes "é" as one sign and another as two; the same passphrase has to be the same bytes.
function withBytes(key: string, use: (bytes: Buffer) => void): void {
  const bytes = Buffer.from(key.normalize('NFC'), 'utf8');
  try {
    use(bytes);
  } finally {
    bytes.fill(0);
  }
}
