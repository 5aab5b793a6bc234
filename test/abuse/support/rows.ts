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
  readonly partners: readonly {
    readonly id: number;
    readonly listening: boolean;
    readonly left?: true;
    readonly [more: string]: unknown;
  }[];
  readonly bids: readonly unknown[];
  readonly nudges: readonly { readonly to: number }[];
  readonly promises: readonly { readonly by: number }[];
}

/** The person, and the number by which their rows name them. */
export interface Owner {
  readonly person: PersonId;
  readonly id: unknown;
}

/**
 * What is not this person's: for whoever has no part in anything all of it, for a partner the other's side and
 * everybody else. What the two share goes with the person's own switch, as it must: a couple in which one listens
 * no longer has nothing open.
 */
export function notOf(owner: Owner, rows: Rows, shared: Shared): Readonly<Record<string, readonly unknown[]>> {
  const mine = fingerprint(String(rows['installation']?.[0]?.['secret']), [owner.person]);
  const isOwn = (row: Row) => OWNERS.some((name) => name in row && row[name] === owner.id);
  const isSelf = (row: Row) =>
    row['person'] !== undefined && (row['person'] === owner.person || row['id'] === owner.id);
  const kept = Object.entries(rows).map(([table, all]): [string, readonly unknown[]] => {
    if (table === 'dyads') return [table, all.map((row) => dyadBut(owner.id, row, shared))];
    if (table === 'outbox' && shared === 'without') return [table, []];
    return [table, all.filter((row) => !isOwn(row) && !isSelf(row) && row['fingerprint'] !== mine)];
  });
  return Object.fromEntries(kept);
}

/**
 * The same person in both rows. Whoever had everything deleted has no number any more: in a couple that goes on for
 * the other, somebody without a name stands in their place.
 */
export function sameOwner(person: PersonId, before: Rows, after: Rows): readonly [Owner, Owner] {
  const [was, is] = [ownId(person, before), ownId(person, after)];
  if (was === undefined || is !== undefined)
    return [
      { person, id: was },
      { person, id: is },
    ];
  const couple = before['dyads']?.findLast((row) => isMember(was, row));
  const left = after['dyads']?.find(({ id }) => id === couple?.['id']);
  const standIn = couple?.['asker'] === was ? left?.['asker'] : left?.['asked'];
  return [
    { person, id: was },
    { person, id: standIn },
  ];
}

/** The rows without the couples that this person ended by deleting, and without whoever belongs to no other. */
export function withoutEnded({ id }: Owner, rows: Rows, after: Rows): Rows {
  const goesOn = (dyad: unknown) => after['dyads']?.some((row) => row['id'] === dyad) ?? false;
  const ended = new Set(
    (rows['dyads'] ?? []).filter((row) => isMember(id, row) && !goesOn(row['id'])).map((row) => row['id']),
  );
  if (ended.size === 0) return rows;
  const dyads = (rows['dyads'] ?? []).filter((row) => !ended.has(row['id']));
  const still = new Set(dyads.flatMap(({ asker, asked }) => [asker, asked]));
  const kept = Object.entries(rows).map(([table, all]): [string, readonly Row[]] => {
    if (table === 'dyads') return [table, dyads];
    if (table === 'partners') return [table, all.filter((row) => still.has(row['id']))];
    return [table, all.filter((row) => !('dyad' in row && ended.has(row['dyad'])))];
  });
  return Object.fromEntries(kept);
}

/**
 * What of the other is still there when somebody had all of theirs deleted: everything but when it was, since the
 * times of two people's moments tell of both. Moments become totals, and what was whispered about them is gone.
 */
export function untimed(
  rows: Readonly<Record<string, readonly unknown[]>>,
): Readonly<Record<string, readonly unknown[]>> {
  const { moments = [], weeks = [], dyads = [], ...rest } = rows as Rows;
  const gifts: Record<string, number> = {};
  for (const { dyad, by, kind, count } of [...moments, ...weeks]) {
    const gift = JSON.stringify([dyad, by, kind]);
    gifts[gift] = (gifts[gift] ?? 0) + Number(count ?? 1);
  }
  const lasting = ({ id, settings, left, consentedAt }: State['partners'][number]) => ({
    id,
    settings,
    left,
    consentedAt,
  });
  const sides = dyads.map(({ state, ...row }) => {
    const partners = typeof state === 'object' ? (state as State | null)?.partners.map(lasting) : state;
    return { ...row, partners };
  });
  return { ...rest, gifts: Object.entries(gifts).sort(), dyads: sides };
}

/** How the person's own switch stands; when it moves, what is open ends for both. */
export function ownSwitch({ id }: Owner, rows: Rows): string {
  const states = (rows['dyads'] ?? []).flatMap((row) => (isMember(id, row) ? [stateOf(row)] : []));
  const sides = states.map((state) => state?.partners.find((side) => side.id === id));
  return JSON.stringify(sides.map((side) => [side?.listening, side?.left]));
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
  if (!isMember(own, row)) return row;
  const state = stateOf(row);
  const [asker, asked] = [row['asker'], row['asked']].map((member) => (member === own ? 'own' : member));
  const named = { ...row, asker, asked };
  if (state === undefined) return named;
  const partners = state.partners.filter(({ id }) => id !== own);
  if (shared === 'without') return { ...named, state: { partners } };
  // How long a moment stays open follows the hours of whoever may answer it.
  const untimed = (key: string, value: unknown) => (['closesAt', 'halfAt'].includes(key) ? undefined : value);
  const bids = JSON.stringify(state.bids, untimed);
  const nudges = state.nudges.filter(({ to }) => to !== own);
  const promises = state.promises.filter(({ by }) => by !== own);
  return { ...named, state: { partners, bids, nudges, promises } };
}
