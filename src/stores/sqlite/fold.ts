import type Database from 'better-sqlite3';
import type { Compilable, Kysely } from 'kysely';
import { dyadId, partnerId } from '../../domain/ids.ts';
import { type Instant, SECOND } from '../../domain/time.ts';
import { foldIntoWeeks, type WeekTotal } from '../../domain/week.ts';
import type { Fold } from '../purge.ts';
import { readMoment, weekRow } from '../rows.ts';
import { BIN_COLUMNS, type MomentTable, type Schema } from '../schema.ts';
import { naming } from './failures.ts';

const SAMPLE_WEEK: WeekTotal = { by: partnerId(0), week: 0, kind: 'attention', count: 0, warm: 0, bins: [] };
/** What adds up when a week is folded on several days. */
const SUMMED = ['count', 'warm', ...BIN_COLUMNS] as const;

/**
 * Folds couple by couple, so that memory stays small after a long time off. Prepared once: on a large
 * installation this is tens of thousands of rows, and building each query anew would hold up the chat.
 */
export function createFold(driver: Database.Database, db: Kysely<Schema>, file: string): Fold {
  const prepare = <Row = unknown>(query: Compilable) => driver.prepare<unknown[], Row>(query.compile().sql);
  const old = db.selectFrom('moments').where('dyad', '=', 0).where('at', '<', 0);
  const couples = prepare<number>(db.selectFrom('moments').select('dyad').distinct().where('at', '<', 0)).pluck();
  const momentsOf = prepare<MomentTable>(old.selectAll());
  const forget = prepare(db.deleteFrom('moments').where('dyad', '=', 0).where('at', '<', 0));
  const add = prepare(
    db
      .insertInto('weeks')
      .values(weekRow(dyadId(0), SAMPLE_WEEK))
      .onConflict((conflict) =>
        conflict
          .columns(['dyad', 'by', 'week', 'kind'])
          .doUpdateSet(({ eb, ref }) =>
            Object.fromEntries(
              SUMMED.map((column) => [column, eb(ref(`weeks.${column}`), '+', ref(`excluded.${column}`))]),
            ),
          ),
      ),
  );
  const foldOne = (dyad: number, cut: number) => {
    const totals = foldIntoWeeks(momentsOf.all(dyad, cut).map(readMoment));
    for (const total of totals) add.run(Object.values(weekRow(dyadId(dyad), total)));
    forget.run(dyad, cut);
  };
  const foldBefore = (before: Instant) => {
    const cut = Math.ceil(before / SECOND);
    for (const dyad of couples.all(cut)) foldOne(dyad, cut);
  };
  return {
    before: (instant) => naming(file, () => foldBefore(instant)),
    couple: (dyad) => naming(file, () => foldOne(dyad, Number.MAX_SAFE_INTEGER)),
  };
}
