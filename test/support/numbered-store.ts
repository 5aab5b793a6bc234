import Database from 'better-sqlite3';
import type { PartnerId } from '../../src/domain/ids.ts';
import type { Store } from '../../src/ports/store.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';

/** A database in which a partner's number can be told from any other: for looking whether it is there. */

/** So large that SQLite keeps it in eight bytes, which no other number of the file begins with. */
const LARGE = 2 ** 52 + 0x5a5a5a5a;

/** A database whose next partners have large numbers. */
export async function openNumbered(file: string): Promise<Store> {
  await (await createSqliteStore({ file })).close();
  const database = new Database(file);
  database.prepare("insert into sqlite_sequence (name, seq) values ('partners', ?)").run(LARGE);
  database.close();
  return createSqliteStore({ file });
}

/** Every way in which the number of a partner may lie in a file: a column, a key, or a word of the state. */
export function numberIn(bytes: Buffer, id: PartnerId): readonly string[] {
  const column = Buffer.alloc(8);
  column.writeBigInt64BE(BigInt(id));
  const needles = { column, key: varint(id), text: Buffer.from(String(id)) };
  return Object.entries(needles).flatMap(([as, needle]) => (bytes.includes(needle) ? [as] : []));
}

/** The variable-length integer of SQLite's file format, section 1.6; for numbers below 2^56. */
function varint(value: number): Buffer {
  const digits: number[] = [];
  for (let left = BigInt(value); left > 0n; left >>= 7n) digits.unshift(Number(left & 0x7fn) | 0x80);
  return Buffer.from(digits.map((digit, index) => (index === digits.length - 1 ? digit & 0x7f : digit)));
}
