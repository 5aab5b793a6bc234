import { type Kysely, sql, type Transaction } from 'kysely';
import { hasSomebodyBeside, withNobody } from '../domain/forgotten.ts';
import { dyadId, partnerId } from '../domain/ids.ts';
import { type OthersRows, RETENTION, type RetentionRow } from '../domain/retention.ts';
import type { DyadRow, Store } from '../ports/store.ts';
import { NO_PLATFORM, readCouples, readState } from './couples.ts';
import { type EndingParts, endCouple, type Fold } from './purge.ts';
import type { Schema } from './schema.ts';

/** A couple or invitation that goes on without the person, and who is in their place. */
interface Replaced {
  readonly dyad: number;
  /** Null of an invitation. */
  readonly state: string | null;
  readonly nobody: number;
}

/** What is being forgotten: the person's number, and the couples and invitations that stay for the other's sake. */
interface Forgetting {
  readonly gone: number;
  readonly replaced: readonly Replaced[];
}

/**
 * Forgets a person in one transaction: each table as the retention table says. Gives the couples and invitations
 * that stay, with nobody in the person's place.
 */
export function forgetIn(
  db: Kysely<Schema>,
  parts: EndingParts,
  { platform, person, states }: Parameters<Store['forget']>[0],
): Promise<readonly DyadRow[]> {
  const stateOf = new Map<number, string>(states.map(({ dyad, state }) => [dyad, JSON.stringify(state)]));
  return db.transaction().execute(async (transaction) => {
    const { id: gone } = (await partnerOf(transaction, platform, person)) ?? {};
    if (gone === undefined) return [];
    const replaced: Replaced[] = [];
    for (const row of await couplesOf(transaction, gone)) {
      const state = stateOf.get(row.id) ?? row.state;
      if (isMissed(row, state, gone)) replaced.push(await putNobody(transaction, gone, { id: row.id, state }));
      else await endCouple(transaction, row.id, parts.countPast);
    }
    // Last tables first: rows go before the rows they refer to.
    for (const row of RETENTION.toReversed()) await forgetRows(transaction, row, { gone, replaced }, parts.fold);
    await parts.countPast(transaction, gone);
    return readCouples(
      transaction,
      replaced.map(({ dyad }) => dyad),
    );
  });
}

function partnerOf(transaction: Transaction<Schema>, platform: string, person: string) {
  return transaction
    .selectFrom('partners')
    .select('id')
    .where('platform', '=', platform)
    .where('person', '=', person)
    .executeTakeFirst();
}

function couplesOf(transaction: Transaction<Schema>, gone: number) {
  return transaction
    .selectFrom('dyads')
    .innerJoin('partners as other', (join) =>
      join.on(({ or, eb, ref }) => or([eb('other.id', '=', ref('asker')), eb('other.id', '=', ref('asked'))])),
    )
    .select(['dyads.id', 'state', 'other.platform as other_platform'])
    .where(({ or, eb }) => or([eb('asker', '=', gone), eb('asked', '=', gone)]))
    .where('other.id', '!=', gone)
    .orderBy('dyads.id')
    .execute();
}

/** Whether the other could tell from its end that somebody deleted what is theirs: of an invitation, while they are there. */
function isMissed(
  { other_platform }: { readonly other_platform: string },
  state: string | null,
  gone: number,
): boolean {
  if (state === null) return other_platform !== NO_PLATFORM;
  return hasSomebodyBeside(readState(state), partnerId(gone));
}

/** A fresh row that stands for nobody, and the state with them in the person's place. */
async function putNobody(
  transaction: Transaction<Schema>,
  gone: number,
  { id, state }: { readonly id: number; readonly state: string | null },
): Promise<Replaced> {
  const { id: nobody } = await transaction
    .insertInto('partners')
    .values({ platform: NO_PLATFORM, person: String(id) })
    .returning('id')
    .executeTakeFirstOrThrow();
  const emptied = state && JSON.stringify(withNobody(readState(state), partnerId(gone), partnerId(nobody)));
  return { dyad: dyadId(id), state: emptied, nobody };
}

async function forgetRows(
  transaction: Transaction<Schema>,
  { table, owners, deletion }: RetentionRow,
  { gone, replaced }: Forgetting,
  fold: Fold,
): Promise<void> {
  switch (deletion.do) {
    case 'remove':
      for (const owner of owners)
        await sql`delete from ${sql.table(table)} where ${sql.ref(owner)} = ${gone}`.execute(transaction);
      for (const { dyad } of replaced)
        if (deletion.others) await treatOthers(transaction, deletion.others, { table, dyad, fold });
      return;
    case 'replace':
      for (const { dyad, state, nobody } of replaced)
        for (const owner of owners)
          await sql`update ${sql.table(table)} set ${sql.ref(owner)} = ${nobody}, state = ${state}
            where id = ${dyad} and ${sql.ref(owner)} = ${gone}`.execute(transaction);
      return;
    case 'keep':
      return;
  }
}

async function treatOthers(
  transaction: Transaction<Schema>,
  others: OthersRows,
  { table, dyad, fold }: { readonly table: string; readonly dyad: number; readonly fold: Fold },
): Promise<void> {
  if (others.do === 'fold') return fold.couple(dyad);
  const emptied = Object.entries(others.columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
  await sql`update ${sql.table(table)} set ${sql.join(emptied)} where dyad = ${dyad}`.execute(transaction);
}
