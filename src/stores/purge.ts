import { type Kysely, sql, type Transaction } from 'kysely';
import { type DyadId, dyadId } from '../domain/ids.ts';
import { keptDays, UNANSWERED_INVITATION_DAYS } from '../domain/retention.ts';
import { DAY, type Instant, SECOND } from '../domain/time.ts';
import { foldIntoWeeks } from '../domain/week.ts';
import { readMoment, weekRow } from './rows.ts';
import { BIN_COLUMNS, type Schema } from './schema.ts';

/** Removes what the retention table says, in one transaction. */
export async function purgeAt(db: Kysely<Schema>, now: Instant): Promise<void> {
  const before = (days: number) => now - days * DAY;
  await db.transaction().execute(async (transaction) => {
    await foldMoments(transaction, before(keptDays('moments')));
    await transaction
      .deleteFrom('invitations')
      .where('at', '<', before(keptDays('invitations')))
      .where('never', '=', 0)
      .execute();
    await transaction
      .deleteFrom('outbox')
      .where('at', '<', before(keptDays('outbox')))
      .execute();
    const lapsed = await transaction
      .selectFrom('dyads')
      .select('id')
      .where('state', 'is', null)
      .where('asked_at', '<', before(UNANSWERED_INVITATION_DAYS))
      .execute();
    for (const { id } of lapsed) await forgetDyad(transaction, id);
  });
}

/** Ends one couple or invitation: everything that hangs on the dyad goes with it. */
export async function endDyadIn(db: Kysely<Schema>, dyad: DyadId): Promise<void> {
  await db.transaction().execute((transaction) => forgetDyad(transaction, dyad));
}

/**
 * Moments, weeks and outbox go by the foreign key, and so do ledgers of partners who go. A partner whom
 * another couple refers to stays, without the lines about this one.
 */
async function forgetDyad(transaction: Transaction<Schema>, dyad: number): Promise<void> {
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

/** Moments from before the instant become weekly totals. */
async function foldMoments(transaction: Transaction<Schema>, before: Instant): Promise<void> {
  const cut = Math.ceil(before / SECOND);
  const dyads = await transaction.selectFrom('moments').select('dyad').distinct().where('at', '<', cut).execute();
  for (const { dyad } of dyads) {
    const rows = await transaction
      .selectFrom('moments')
      .selectAll()
      .where('dyad', '=', dyad)
      .where('at', '<', cut)
      .execute();
    for (const total of foldIntoWeeks(rows.map(readMoment))) await addToWeek(transaction, weekRow(dyadId(dyad), total));
    await transaction.deleteFrom('moments').where('dyad', '=', dyad).where('at', '<', cut).execute();
  }
}

/** A week may be folded on several days: what is there already is added to. */
async function addToWeek(transaction: Transaction<Schema>, row: ReturnType<typeof weekRow>): Promise<void> {
  const added = ['count', 'warm', ...BIN_COLUMNS] as const;
  await transaction
    .insertInto('weeks')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['dyad', 'by', 'week', 'kind'])
        .doUpdateSet(
          Object.fromEntries(
            added.map((column) => [
              column,
              sql<number>`${sql.ref(`weeks.${column}`)} + ${sql.ref(`excluded.${column}`)}`,
            ]),
          ),
        ),
    )
    .execute();
}
