import { Kysely } from 'kysely';
import { type Log, SILENT_LOG } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { couplesIn } from './couples.ts';
import { forgetIn } from './forget.ts';
import { invitationsIn } from './invitations.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import { endDyadIn, purgeAt } from './purge.ts';
import { outboxIn, recordsIn } from './records.ts';
import type { Schema } from './schema.ts';
import { createCommit } from './sqlite/commit.ts';
import { countPast } from './sqlite/count-past.ts';
import { NamingSqliteDialect } from './sqlite/dialect.ts';
import { createFold } from './sqlite/fold.ts';
import type { LockedFile } from './sqlite/key.ts';
import { openDatabase } from './sqlite/open.ts';
import { emptyLog, scrub, scrubNowOrAtPurge } from './sqlite/scrub.ts';

/** Where the database lies (`:memory:` for nowhere), its key if it is encrypted, and where to say how it is doing. */
export interface SqliteOptions extends LockedFile {
  readonly log?: Log;
}

/** Opens the store for this process alone and brings its layout up to date. */
export async function createSqliteStore({ file, key, log = SILENT_LOG }: SqliteOptions): Promise<Store> {
  const driver = openDatabase({ file, key }, Object.keys(MIGRATIONS));
  const db = new Kysely<Schema>({ dialect: new NamingSqliteDialect(driver, file) });
  try {
    const ran = await migrate(db, MIGRATIONS);
    if (ran > 0) log.info({ migrations: ran }, 'the database has a new layout');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const ending = { fold: createFold(driver, db, file), countPast };
  return {
    ...couplesIn(db),
    ...invitationsIn(db),
    ...recordsIn(db),
    ...outboxIn(db),
    commit: createCommit(driver, db, file),
    async endDyad(dyad) {
      await endDyadIn(db, countPast, dyad);
      await scrubNowOrAtPurge(db, log);
    },
    async forget(gone) {
      const left = await forgetIn(db, ending, gone);
      await scrubNowOrAtPurge(db, log);
      return left;
    },
    async purge(now) {
      await purgeAt(db, ending, now);
      await scrub(db);
    },
    tidy: () => emptyLog(db),
    close: () => db.destroy(),
  };
}
