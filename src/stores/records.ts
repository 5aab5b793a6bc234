import type { Kysely } from 'kysely';
import { SECOND } from '../domain/time.ts';
import type { Store } from '../ports/store.ts';
import { readLedger, readMoment, readOutbox, readWeek } from './rows.ts';
import type { Schema } from './schema.ts';

type Records = Pick<Store, 'ledger' | 'momentsBy' | 'weeks'>;

/** What partners agreed to and what they gave; written by `commit` and `purge` alone. */
export function recordsIn(db: Kysely<Schema>): Records {
  return {
    async ledger(partner) {
      const rows = await db
        .selectFrom('ledger')
        .select(['dyad', 'at', 'about', 'became', 'scope'])
        .where('partner', '=', partner)
        .orderBy('n')
        .execute();
      return rows.map(readLedger);
    },
    async momentsBy(dyad, by, since) {
      const rows = await db
        .selectFrom('moments')
        .select(['at', 'seq', 'by', 'kind', 'energy', 'style', 'available_seconds', 'prompted'])
        .where('dyad', '=', dyad)
        .where('at', '>=', Math.ceil(since / SECOND))
        .where('by', '=', by)
        .orderBy('at')
        .orderBy('seq')
        .execute();
      return rows.map(readMoment);
    },
    async weeks(dyad) {
      const rows = await db
        .selectFrom('weeks')
        .selectAll()
        .where('dyad', '=', dyad)
        .orderBy('by')
        .orderBy('week')
        .orderBy('kind')
        .execute();
      return rows.map(readWeek);
    },
  };
}

type Outbox = Pick<Store, 'outbox' | 'wholeOutbox' | 'removeFromOutbox'>;

/** Direct messages on their way, out, or being taken back. */
export function outboxIn(db: Kysely<Schema>): Outbox {
  return {
    async outbox(dyad) {
      const rows = await db.selectFrom('outbox').selectAll().where('dyad', '=', dyad).orderBy('seq').execute();
      return rows.map(readOutbox);
    },
    async wholeOutbox() {
      const rows = await db.selectFrom('outbox').selectAll().orderBy('dyad').orderBy('seq').execute();
      return rows.map(readOutbox);
    },
    async removeFromOutbox(dyad, seq) {
      await db.deleteFrom('outbox').where('dyad', '=', dyad).where('seq', '=', seq).execute();
    },
  };
}
