import type { Kysely, Transaction } from 'kysely';
import type { DyadId } from '../domain/ids.ts';
import { keptDays, UNANSWERED_INVITATION_DAYS } from '../domain/retention.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { Schema } from './schema.ts';

/** Turns moments from before the instant into weekly totals, inside the transaction that is open. */
export type Fold = (before: Instant) => void;

/** Removes what the retention table says, in one transaction. */
export async function purgeAt(db: Kysely<Schema>, fold: Fold, now: Instant): Promise<void> {
  const before = (days: number) => now - days * DAY;
  await db.transaction().execute(async (transaction) => {
    fold(before(keptDays('moments')));
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
