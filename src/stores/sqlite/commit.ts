import type Database from 'better-sqlite3';
import type { Compilable, Kysely } from 'kysely';
import type { DyadState } from '../../domain/dyad.ts';
import { type DyadId, dyadId, messageId, partnerId } from '../../domain/ids.ts';
import type { Batch, Moment, OutboxRow } from '../../ports/store.ts';
import { ledgerRow, momentRow, outboxRow } from '../rows.ts';
import type { OutboxTable, Schema } from '../schema.ts';
import { naming } from './failures.ts';

/**
 * The one hot write. Kysely writes the SQL, once, from a sample; each row is then bound to the prepared
 * statement, its values in the columns' order. Everything of a batch is durable, or nothing is.
 */
export function createCommit(driver: Database.Database, db: Kysely<Schema>, file: string): Batched {
  const statements = prepareStatements(driver, db);
  const write = driver.transaction((batch: Batch) => {
    for (const { dyad, state } of batch.states) saveState(statements, dyad, state);
    for (const { dyad, moment } of batch.moments) statements.moment.run(Object.values(momentRow(dyad, moment)));
    for (const row of batch.outbox) statements.outbox.run(Object.values(outboxRow(row)));
    for (const { partner, entry } of batch.ledger) {
      const line = statements.lastLine.get(partner) as number;
      statements.ledger.run(Object.values(ledgerRow(partner, line + 1, entry)));
    }
  });
  // Kysely lends its one connection, so that no other method's transaction is half done meanwhile.
  return (batch) => db.connection().execute(async () => naming(file, () => write.immediate(batch)));
}

type Batched = (batch: Batch) => Promise<void>;

interface Statements {
  readonly state: Database.Statement<unknown[]>;
  readonly moment: Database.Statement<unknown[]>;
  readonly outbox: Database.Statement<unknown[]>;
  readonly lastLine: Database.Statement<unknown[]>;
  readonly ledger: Database.Statement<unknown[]>;
}

function saveState({ state: statement }: Statements, dyad: DyadId, state: DyadState): void {
  const { changes } = statement.run(JSON.stringify(state), dyad);
  if (changes !== 1) throw new RangeError(`no dyad ${dyad} to save the state of`);
}

const ANY_DYAD = dyadId(0);
const ANY_PARTNER = partnerId(0);
const SAMPLE_MOMENT: Moment = {
  seq: 0,
  at: 0,
  by: ANY_PARTNER,
  kind: 'attention',
  energy: 'low',
  prompted: false,
};
const SAMPLE_OUTBOX: OutboxRow = {
  dyad: ANY_DYAD,
  whisper: {
    seq: 0,
    to: ANY_PARTNER,
    bidSeq: 0,
    about: messageId(''),
    kind: 'attention',
    reason: 'silence',
    hint: '',
    at: 0,
  },
  status: 'queued',
  attempts: 0,
  dueAt: 0,
};

const OUTBOX_COLUMNS = Object.keys(outboxRow(SAMPLE_OUTBOX)) as (keyof OutboxTable)[];

function prepareStatements(driver: Database.Database, db: Kysely<Schema>): Statements {
  const prepare = (query: Compilable) => driver.prepare<unknown[]>(query.compile().sql);
  return {
    state: prepare(db.updateTable('dyads').set({ state: '' }).where('id', '=', 0)),
    // No "or ignore": the cursor commits with its moments, so one that is there already is a bug and must be heard.
    moment: prepare(db.insertInto('moments').values(momentRow(ANY_DYAD, SAMPLE_MOMENT))),
    outbox: prepare(
      db
        .insertInto('outbox')
        .values(outboxRow(SAMPLE_OUTBOX))
        .onConflict((conflict) =>
          conflict
            .columns(['dyad', 'seq'])
            .doUpdateSet(({ ref }) =>
              Object.fromEntries(OUTBOX_COLUMNS.map((name) => [name, ref(`excluded.${name}`)])),
            ),
        ),
    ),
    lastLine: prepare(
      db
        .selectFrom('ledger')
        .where('partner', '=', 0)
        .select(({ fn, lit }) => fn.coalesce(fn.max('n'), lit(0)).as('n')),
    ).pluck(),
    ledger: prepare(
      db.insertInto('ledger').values(ledgerRow(ANY_PARTNER, 0, { at: 0, dyad: ANY_DYAD, about: '', to: '', scope: 0 })),
    ),
  };
}
