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

/** Moves the counter of partners on where it stands at this number, so that it does not hold it either. */
export type CountPast = (transaction: Transaction<Schema>, partner: number) => Promise<void>;

/** What ending needs of the database besides SQL that all understand. */
export interface EndingParts {
  readonly fold: Fold;
  readonly countPast: CountPast;
}

/** Ends what the retention table says, in one transaction. */
export async function purgeAt(db: Kysely<Schema>, parts: EndingParts, now: Instant): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const { table, ages } of RETENTION) {
      if (ages) await age(transaction, { table, ages, before: now - ages.days * DAY }, parts);
    }
  });
}

interface Old {
  readonly table: string;
  readonly ages: Ageing;
  readonly before: Instant;
}

async function age(transaction: Transaction<Schema>, { table, ages, before }: Old, parts: EndingParts): Promise<void> {
  const { since, only, do: end } = ages;
  const among = only ? sql`and ${sql.ref(only.column)} is ${only.is}` : sql``;
  const old = sql`from ${sql.table(table)} where ${sql.ref(since)} < ${before} ${among}`;
  switch (end) {
    case 'fold':
      parts.fold.before(before);
      return;
    case 'remove':
      await sql`delete ${old}`.execute(transaction);
      return;
    case 'end-couple': {
      const { rows } = await sql<{ readonly id: number }>`select id ${old}`.execute(transaction);
      for (const { id } of rows) await endCouple(transaction, id, parts.countPast);
      return;
    }
  }
}

/** Ends one couple or invitation: everything that hangs on the dyad goes with it. */
export async function endDyadIn(db: Kysely<Schema>, countPast: CountPast, dyad: DyadId): Promise<void> {
  await db.transaction().execute((transaction) => endCouple(transaction, dyad, countPast));
}

/**
 * Moments, weeks and outbox go by the foreign key, and so do ledgers of partners who go. A partner whom
 * another couple refers to stays, without the lines about this one.
 */
export async function endCouple(transaction: Transaction<Schema>, dyad: number, countPast: CountPast): Promise<void> {
  const ended = await transaction
    .deleteFrom('dyads')
    .where('id', '=', dyad)
    .returning(['asker', 'asked'])
    .executeTakeFirst();
  if (!ended) return;
  const partners = [ended.asker, ended.asked];
  await transaction.deleteFrom('ledger').where('partner', 'in', partners).where('dyad', '=', dyad).execute();
  const gone = await transaction
    .deleteFrom('partners')
    .where('id', 'in', partners)
    .where('id', 'not in', transaction.selectFrom('dyads').select('asker').where('asker', 'in', partners))
    .where('id', 'not in', transaction.selectFrom('dyads').select('asked').where('asked', 'in', partners))
    .returning('id')
    .execute();
  for (const { id } of gone) await countPast(transaction, id);
}
