import { type Kysely, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/**
 * Leaves no byte of what was deleted. `secure_delete` overwrites a row where it lies, but moving rows
 * between pages leaves copies in their gaps, and the write-ahead log keeps earlier versions: so the file
 * is written anew and the log emptied. Also closes the gaps that rows inserted in between have left.
 */
export async function scrub(db: Kysely<Schema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`vacuum`.execute(connection);
    await sql`pragma wal_checkpoint(truncate)`.execute(connection);
  });
}
