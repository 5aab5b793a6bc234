import { sql, type Transaction } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * SQLite keeps the highest number it ever gave to a partner, which may be that of somebody who is gone: then it
 * is moved on by one. A number is still never given twice.
 */
export async function countPast(transaction: Transaction<Schema>, partner: number): Promise<void> {
  await sql`update sqlite_sequence set seq = seq + 1 where name = 'partners' and seq = ${partner}`.execute(transaction);
}
