import { type Kysely, sql } from 'kysely';
import { codeOf } from '../../errors.ts';
import type { Log } from '../../ports/log.ts';
import type { Schema } from '../schema.ts';

/**
 * Leaves no byte of what was deleted. `secure_delete` overwrites a row where it lies, but moving rows
 * between pages leaves copies in their gaps, and the write-ahead log keeps earlier versions: so the file
 * is written anew and the log emptied. Also closes the gaps that rows inserted in between have left.
 */
export async function scrub(db: Kysely<Schema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`vacuum`.execute(connection);
    await emptyLog(connection);
  });
}

/** Brings the file up to date and empties the write-ahead log, which else holds a row as it was for hours. */
export async function emptyLog(db: Kysely<Schema>): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
}

/**
 * Scrubs after somebody deleted or left. That is durable by now, so a disk without room for it must not make it look
 * undone: the next purge scrubs again, and fails aloud. Here a line above debug would tell when somebody deleted.
 */
export async function scrubNowOrAtPurge(db: Kysely<Schema>, log: Log): Promise<void> {
  await scrub(db).catch((error: unknown) => {
    log.debug({ code: codeOf(error) }, 'what was deleted is overwritten at the next purge');
  });
}
