import { type Kysely, sql, type Transaction } from 'kysely';
import type { DyadId } from '../domain/ids.ts';
import { type Ageing, RETENTION } from '../domain/retention.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Schema } from './schema.ts';

/** Turns moments into weekly totals, inside the transaction that is open. */
export interface Fold {
  /** Those of every couple from before the instant. */
  before(instant: Instant): void;
  /** All that one couple has. */
  couple(dyad: number): void;
}

/** Ends what the retention table says, in one transaction. */
export async function purgeAt(db: Kysely<Schema>, fold: Fold, now: Instant): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const { table, ages } of RETENTION) {
      if (ages) await age(transaction, { table, ages, fold, before: now - ages.days * DAY });
    }
  });
}

interface Old {
  readonly table: string;
  readonly ages: Ageing;
  readonly before: Instant;
  readonly fold: Fold;
}

async function age(transaction: Transaction<Schema>, { table, ages, before, fold }: Old): Promise<void> {
  const { since, only, do: end } = ages;
  const among = only ? sql`and ${sql.ref(only.column)} is ${only.is}` : sql``;
  const old = sql`from ${sql.table(table)} where ${sql.ref(since)} < ${before} ${among}`;
  switch (end) {
    case 'fold':
      fold.before(before);
      return;
    case 'remove':
      await sql`delete ${old}`.execute(transaction);
      return;
    case 'end-couple': {
      const { rows } = await sql<{ readonly id: number }>`select id ${old}`.execute(transaction);
      for (const { id } of rows) await endCouple(transaction, id);
      return;
    }
  }
}

/** Ends one couple or invitation: everything that hangs on the dyad goes with it. */
export async function endDyadIn(db: Kysely<Schema>, dyad: DyadId): Promise<void> {
  await db.transaction().execute((transaction) => endCouple(transaction, dyad));
}

/**
 * Moments, weeks and outbox go by the foreign key, and so do ledgers of partners who go. A partner whom
 * another couple refers to stays, without the lines about this one.
 */
export async function endCouple(transaction: Transaction<Schema>, dyad: number): Promise<void> {
  const ended = await transaction
    .deleteFrom('dyads')
    .where('id', '=', dyad)
    .returning(['asker', 'asked'])
    .executeTakeFirst();
  if (!ended) return;
  const partners = [ended.asker, ended.asked];
  await transaction.deleteFrom('ledger').where('partner', 'in', partners).where('dyad', '=', dyad).execute();
  await transaction
    .deleteFrom('partners')
    .where('id', 'in', partners)
    .where('id', 'not in', transaction.selectFrom('dyads').select('asker').where('asker', 'in', partners))
    .where('id', 'not in', transaction.selectFrom('dyads').select('asked').where('asked', 'in', partners))
    .execute();
}
