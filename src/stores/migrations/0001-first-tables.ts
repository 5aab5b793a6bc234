import { type Kysely, type Migration, sql } from 'kysely';

/** SQLite: the declared types are enforced, and the rows lie in the order of their key. */
const CLUSTERED = sql`strict, without rowid`;
const STRICT = sql`strict`;

/** Everything a first release keeps; what and for how long: `domain/retention.ts`. */
export const firstTables: Migration = {
  async up(db: Kysely<unknown>) {
    await couples(db);
    await records(db);
    await outbox(db);
    await db.schema
      .createTable('invitations')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .addColumn('at', 'integer', (column) => column.notNull())
      .addColumn('never', 'integer', (column) => column.notNull())
      .modifyEnd(CLUSTERED)
      .execute();
    await db.schema
      .createTable('installation')
      .addColumn('one', 'integer', (column) => column.primaryKey().check(sql`one = 1`))
      .addColumn('secret', 'text', (column) => column.notNull())
      .modifyEnd(STRICT)
      .execute();
  },
};

/** `autoincrement`: a number is never given twice, so an old card cannot reach another couple. */
async function couples(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('partners')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('person', 'text', (column) => column.notNull())
    .addUniqueConstraint('one_row_a_person', ['platform', 'person'])
    .modifyEnd(STRICT)
    .execute();
  await db.schema
    .createTable('dyads')
    .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('asker', 'integer', (column) => column.notNull().references('partners.id'))
    .addColumn('asked', 'integer', (column) => column.notNull().references('partners.id'))
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'integer', (column) => column.notNull())
    .addColumn('state', 'text')
    .addCheckConstraint('two_people', sql`asker <> asked`)
    .modifyEnd(STRICT)
    .execute();
  await db.schema.createIndex('dyads_of_asker').on('dyads').column('asker').execute();
  await db.schema.createIndex('dyads_of_asked').on('dyads').column('asked').execute();
  await db.schema
    .createTable('ledger')
    .addColumn('partner', 'integer', (column) => column.notNull().references('partners.id').onDelete('cascade'))
    .addColumn('n', 'integer', (column) => column.notNull())
    .addColumn('dyad', 'integer', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('became', 'text', (column) => column.notNull())
    .addColumn('scope', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('ledger_order', ['partner', 'n'])
    .modifyEnd(CLUSTERED)
    .execute();
  await sql`create trigger ledger_is_append_only before update on ledger
    begin select raise(abort, 'the ledger is append-only'); end`.execute(db);
}

/** Clustered by couple and time: a couple's moments lie side by side, and need no index besides. */
async function records(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('moments')
    .addColumn('dyad', 'integer', (column) => column.notNull().references('dyads.id').onDelete('cascade'))
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('by', 'integer', (column) => column.notNull())
    .addColumn('kind', 'integer', (column) => column.notNull())
    .addColumn('energy', 'integer', (column) => column.notNull())
    .addColumn('style', 'integer')
    .addColumn('available_seconds', 'integer')
    .addColumn('prompted', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('moments_order', ['dyad', 'at', 'seq'])
    .modifyEnd(CLUSTERED)
    .execute();
  let weeks = db.schema
    .createTable('weeks')
    .addColumn('dyad', 'integer', (column) => column.notNull().references('dyads.id').onDelete('cascade'))
    .addColumn('by', 'integer', (column) => column.notNull())
    .addColumn('week', 'integer', (column) => column.notNull())
    .addColumn('kind', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('warm', 'integer', (column) => column.notNull());
  for (let bin = 0; bin < 12; bin += 1) weeks = weeks.addColumn(`bin${bin}`, 'integer', (column) => column.notNull());
  await weeks.addPrimaryKeyConstraint('weeks_order', ['dyad', 'by', 'week', 'kind']).modifyEnd(CLUSTERED).execute();
}

async function outbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('dyad', 'integer', (column) => column.notNull().references('dyads.id').onDelete('cascade'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('to_partner', 'integer', (column) => column.notNull())
    .addColumn('bid_seq', 'integer', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('kind', 'integer', (column) => column.notNull())
    .addColumn('reason', 'integer', (column) => column.notNull())
    .addColumn('hint', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'integer', (column) => column.notNull())
    .addColumn('sent_channel', 'text')
    .addColumn('sent_message', 'text')
    .addColumn('sent_at', 'integer')
    .addColumn('opened', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('outbox_key', ['dyad', 'seq'])
    .modifyEnd(CLUSTERED)
    .execute();
}
