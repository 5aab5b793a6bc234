import Database from 'better-sqlite3';
import { Kysely, type Migration } from 'kysely';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/stores/migrations.ts';
import type { Schema } from '../../src/stores/schema.ts';
import { NamingSqliteDialect } from '../../src/stores/sqlite/dialect.ts';

function empty(): { driver: Database.Database; db: Kysely<Schema> } {
  const driver = new Database(':memory:');
  return { driver, db: new Kysely<Schema>({ dialect: new NamingSqliteDialect(driver, ':memory:') }) };
}

const tablesOf = (driver: Database.Database) =>
  driver.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all();

describe('migrations', () => {
  it('bring an empty database up to date, and then have nothing left to do', async () => {
    const { driver, db } = empty();

    const ran = [await migrate(db, MIGRATIONS), await migrate(db, MIGRATIONS)];

    expect(ran).toEqual([Object.keys(MIGRATIONS).length, 0]);
    expect(tablesOf(driver)).toContain('moments');
    await db.destroy();
  });

  it('leave nothing of themselves when one of them fails', async () => {
    const { driver, db } = empty();
    await migrate(db, MIGRATIONS);
    const before = tablesOf(driver);
    const broken: Migration = {
      async up(database: Kysely<unknown>) {
        await database.schema.createTable('half').addColumn('a', 'integer').execute();
        throw new RangeError('power cut');
      },
    };

    const run = migrate(db, { ...MIGRATIONS, '9999-broken': broken });

    await expect(run).rejects.toThrow('power cut');
    expect(tablesOf(driver)).toEqual(before);
    await db.destroy();
  });

  it('are named by their order', () => {
    const names = Object.keys(MIGRATIONS);

    expect(names).toEqual(names.toSorted());
    for (const [index, name] of names.entries())
      expect(name).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-`));
  });

  it('keep a card that is out when its table loses a column', async () => {
    const { driver, db } = empty();
    const { '0001-first-tables': first } = MIGRATIONS;
    await migrate(db, { '0001-first-tables': first as Migration });
    driver.exec(
      `insert into partners values (1, 'discord', 'ana'), (2, 'discord', 'ben');
       insert into dyads values (1, 1, 2, 'us', 0, null);
       insert into outbox values (1, 7, 2, 3, 'm', 1, 1, 'h', 5, 2, 0, 6, 'dm', 'card', 6, 1)`,
    );

    await migrate(db, MIGRATIONS);

    expect(driver.prepare('select dyad, seq, sent_message from outbox').all()).toEqual([
      { dyad: 1, seq: 7, sent_message: 'card' },
    ]);
    await db.destroy();
  });

  it('make a ledger that nothing can rewrite', async () => {
    const { driver, db } = empty();
    await migrate(db, MIGRATIONS);
    driver.exec(
      "insert into partners values (1, 'discord', 'ana'); insert into ledger values (1, 1, 1, 0, 'a', 'b', 1)",
    );

    const rewrite = () => driver.exec("update ledger set became = 'c'");

    expect(rewrite).toThrow('append-only');
    await db.destroy();
  });
});
