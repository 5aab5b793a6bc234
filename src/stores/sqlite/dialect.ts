import type Database from 'better-sqlite3';
import { SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely';
import { naming } from './failures.ts';

/** SQLite can undo changes of the layout; saying so makes a migration all or nothing. */
class UndoingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect over an open database, with failures named. */
export class NamingSqliteDialect extends SqliteDialect {
  constructor(driver: Database.Database, file: string) {
    super({ database: namingDatabase(driver, file) });
  }

  override createAdapter(): SqliteAdapter {
    return new UndoingAdapter();
  }
}

function namingDatabase(driver: Database.Database, file: string): SqliteDatabase {
  return {
    close: () => driver.close(),
    prepare(source) {
      const statement = naming(file, () => driver.prepare<unknown[]>(source));
      return {
        reader: statement.reader,
        all: (parameters) => naming(file, () => statement.all(...parameters)),
        run: (parameters) => naming(file, () => statement.run(...parameters)),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
}
