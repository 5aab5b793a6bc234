import Database from 'better-sqlite3';
import type { PersonId } from '../../../src/domain/ids.ts';
import type { Town } from './town.ts';

/** Worlds as they would be without somebody: whatever can be told apart from the real one tells of them. */

type Alter = (file: string, town: Town) => void;

/** Nobody was ever asked anything. */
export const emptied: Alter = (file) => {
  inFile(file, (db) => {
    for (const table of ['ledger', 'moments', 'weeks', 'outbox', 'invitations', 'dyads', 'partners']) {
      db.prepare(`delete from ${table}`).run();
    }
  });
};

/** Of all couples and pairs there is only this person's own. */
export function onlyCoupleOf(name: keyof Town['people']): Alter {
  return (file, { people }) => inFile(file, (db) => keepOnly(db, people[name]));
}

/** Ana's Ben has other settings, gave nothing, agreed to less and was never whispered to; nobody else is there. */
export const anotherBen: Alter = (file, { people }) => {
  inFile(file, (db) => {
    keepOnly(db, people.ana);
    const ben = db.prepare<[string], number>('select id from partners where person = ?').pluck().get(people.ben);
    db.prepare('delete from outbox').run();
    for (const [table, column] of [
      ['ledger', 'partner'],
      ['moments', 'by'],
      ['weeks', 'by'],
    ] as const)
      db.prepare(`delete from ${table} where ${column} = ?`).run(ben);
    const state = JSON.parse(db.prepare<[], string>('select state from dyads').pluck().get() ?? '');
    const [ana, his] = state.partners;
    const settings = { ...his.settings, ...SPARE, exceptions: [], coaching: false, reasons: [], typing: false };
    const other = { ...his, settings, nudgedAt: [], hints: [], ignoredInARow: 2, unreachable: true };
    const changed = { ...state, partners: [ana, other], nudges: [] };
    db.prepare('update dyads set state = ?').run(JSON.stringify(changed));
  });
};

const SPARE = { zone: 'America/Bogota', quiet: { from: 0, until: 0 }, away: [], usual: [], nudgesPerDay: 0 };

function keepOnly(db: Database.Database, person: PersonId): void {
  const own = db.prepare<[string], number>('select id from partners where person = ?').pluck().get(person);
  const others = 'select id from dyads where asker <> @own and asked <> @own';
  for (const table of ['moments', 'weeks', 'outbox'])
    db.prepare(`delete from ${table} where dyad in (${others})`).run({ own });
  db.prepare(`delete from ledger where dyad in (${others})`).run({ own });
  db.prepare(`delete from dyads where id in (${others})`).run({ own });
  db.prepare('delete from partners where id not in (select asker from dyads union select asked from dyads)').run();
  db.prepare('delete from invitations').run();
}

function inFile(file: string, change: (db: Database.Database) => void): void {
  const db = new Database(file);
  db.pragma('foreign_keys = off');
  change(db);
  db.close();
}
