import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import type { PersonId } from '../../../src/domain/ids.ts';
import { fingerprint } from '../../../src/engine/fingerprint.ts';
import { rowsIn } from '../../e2e/support/rows.ts';

/** Every row of every table, as it is on disk now. */
export type Rows = ReturnType<typeof rowsIn>;
type Row = Rows[string][number];

/** Reads a database that Nod holds locked, from a copy of its files; gives the same object while nothing changes. */
export function createRowReader(file: string): () => Rows {
  let known: { readonly bytes: Buffer; readonly rows: Rows } | undefined;
  return () => {
    const bytes = Buffer.concat([file, `${file}-wal`].filter(existsSync).map((path) => readFileSync(path)));
    if (known?.bytes.equals(bytes)) return known.rows;
    known = { bytes, rows: rowsOfCopy(file) };
    return known.rows;
  };
}

function rowsOfCopy(file: string): Rows {
  const copy = `${file}.copy`;
  for (const end of ['', '-wal', '-shm']) rmSync(`${copy}${end}`, { force: true });
  for (const end of ['', '-wal']) if (existsSync(`${file}${end}`)) copyFileSync(`${file}${end}`, `${copy}${end}`);
  return rowsIn(copy);
}

type Shared = 'with what is shared' | 'without';

/** Columns in which a row says whose it is. */
const OWNERS = ['partner', 'by', 'to_partner', 'owner'] as const;

interface State {
  readonly partners: readonly { readonly id: number; readonly listening: boolean; readonly left?: true }[];
  readonly bids: readonly unknown[];
  readonly nudges: readonly { readonly to: number }[];
  readonly promises: readonly { readonly by: number }[];
}

/**
 * What is not this person's: for whoever has no part in anything all of it, for a partner the other's side and
 * everybody else. What the two share goes with the person's own switch, as it must: a couple in which one listens
 * no longer has nothing open.
 */
export function notOf(person: PersonId, rows: Rows, shared: Shared): Readonly<Record<string, readonly unknown[]>> {
  const own = ownId(person, rows);
  const mine = fingerprint(String(rows['installation']?.[0]?.['secret']), [person]);
  const isOthers = (row: Row) =>
    row['person'] !== person && row['fingerprint'] !== mine && !OWNERS.some((name) => name in row && row[name] === own);
  const kept = Object.entries(rows).map(([table, all]): [string, readonly unknown[]] => {
    if (table === 'dyads') return [table, all.map((row) => dyadBut(own, row, shared))];
    return [table, table === 'outbox' && shared === 'without' ? [] : all.filter(isOthers)];
  });
  return Object.fromEntries(kept);
}

/** Whether the person's own switch stands as it stood; when it moves, what is open ends for both. */
export function ownSwitch(person: PersonId, rows: Rows): string {
  const own = ownId(person, rows);
  const states = (rows['dyads'] ?? []).flatMap((row) => (isMember(own, row) ? [stateOf(row)] : []));
  const sides = states.map((state) => state?.partners.find(({ id }) => id === own));
  return JSON.stringify([own, ...sides.map((side) => [side?.listening, side?.left])]);
}

/** The rows without what any press moves: when somebody was seen last, and what time does. */
export function essential(rows: Rows): string {
  const quiet = (key: string, value: unknown) => (['seenAt', 'time', 'wakeAt'].includes(key) ? undefined : value);
  const dyads = (rows['dyads'] ?? []).map((row) => ({ ...row, state: stateOf(row) }));
  return JSON.stringify({ ...rows, dyads }, quiet);
}

/**
 * What has to be put back before the next deed, since without it there would be nothing left to get at: switches,
 * the nudge that is out, who belongs together and who was asked.
 */
export function vital(rows: Rows): string {
  const states = (rows['dyads'] ?? []).map(stateOf);
  const switches = states.map((state) => state?.partners.map(({ id, listening, left }) => [id, listening, left]));
  const { outbox, partners, invitations } = rows;
  return JSON.stringify([states.map((state) => state?.nudges), switches, outbox, partners, invitations]);
}

function ownId(person: PersonId, rows: Rows): unknown {
  return rows['partners']?.find((row) => row['person'] === person)?.['id'];
}

function isMember(own: unknown, row: Row): boolean {
  return own !== undefined && (row['asker'] === own || row['asked'] === own);
}

function stateOf(row: Row): State | undefined {
  return typeof row['state'] === 'string' ? (JSON.parse(row['state']) as State) : undefined;
}

function dyadBut(own: unknown, row: Row, shared: Shared): unknown {
  const state = stateOf(row);
  if (!isMember(own, row) || state === undefined) return row;
  const partners = state.partners.filter(({ id }) => id !== own);
  if (shared === 'without') return { ...row, state: { partners } };
  // How long a moment stays open follows the hours of whoever may answer it.
  const untimed = (key: string, value: unknown) => (['closesAt', 'halfAt'].includes(key) ? undefined : value);
  const bids = JSON.stringify(state.bids, untimed);
  const nudges = state.nudges.filter(({ to }) => to !== own);
  const promises = state.promises.filter(({ by }) => by !== own);
  return { ...row, state: { partners, bids, nudges, promises } };
}
