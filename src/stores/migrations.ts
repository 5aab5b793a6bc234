import { type Kysely, type Migration, Migrator } from 'kysely';
import { firstTables } from './migrations/0001-first-tables.ts';
import { openedNowhere } from './migrations/0002-opened-nowhere.ts';
import type { Schema } from './schema.ts';

/**
 * Every change of the layout, in order. Once released, a migration is never edited, renamed or removed:
 * databases remember it by its name.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first-tables': firstTables,
  '0002-opened-nowhere': openedNowhere,
};

/** Brings the layout up to date, all or nothing; returns how many migrations ran. */
export async function migrate(db: Kysely<Schema>, migrations: Readonly<Record<string, Migration>>): Promise<number> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    allowUnorderedMigrations: true, // names give the order; the times beside them come from a clock that may be wrong
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw error;
  return results.length;
}
