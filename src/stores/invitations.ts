import type { Kysely } from 'kysely';
import type { Store } from '../ports/store.ts';
import type { Schema } from './schema.ts';

type Invitations = Pick<Store, 'rememberAsked' | 'wasAsked' | 'refuseForEver' | 'refuses' | 'takeBackRefusal'>;

/** Who was asked and who never wants to be, by fingerprints that name nobody. */
export function invitationsIn(db: Kysely<Schema>): Invitations {
  const keep = async (fingerprint: string, change: { at: number; never?: 1 }) => {
    await db
      .insertInto('invitations')
      .values({ fingerprint, never: 0, ...change })
      .onConflict((conflict) => conflict.column('fingerprint').doUpdateSet(change))
      .execute();
  };
  return {
    rememberAsked: (fingerprint, at) => keep(fingerprint, { at }),
    refuseForEver: (fingerprint, at) => keep(fingerprint, { at, never: 1 }),
    async wasAsked(fingerprint, since) {
      const row = await db
        .selectFrom('invitations')
        .select('at')
        .where('fingerprint', '=', fingerprint)
        .where('at', '>=', since)
        .executeTakeFirst();
      return row !== undefined;
    },
    async takeBackRefusal(fingerprint) {
      await db.deleteFrom('invitations').where('fingerprint', '=', fingerprint).where('never', '=', 1).execute();
    },
    async refuses(fingerprint) {
      const row = await db
        .selectFrom('invitations')
        .select('at')
        .where('fingerprint', '=', fingerprint)
        .where('never', '=', 1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
