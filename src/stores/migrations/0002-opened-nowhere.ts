import type { Kysely, Migration } from 'kysely';

/** Whether a card was opened stood beside it as well, and nothing ever asked there: the couple's state knows. */
export const openedNowhere: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('outbox').dropColumn('opened').execute();
  },
};
