import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { messageId, NOBODY, partnerId, personId } from '../../src/domain/ids.ts';
import { RETENTION } from '../../src/domain/retention.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import type { DyadRow, Store } from '../../src/ports/store.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { openBid, openPromise } from '../support/dyad-state.ts';
import { numberIn, openNumbered } from '../support/numbered-store.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import { batchOf, couple, daysOn, invite, MONDAY, momentOf, outboxOf, stateOf } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-forget-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As Discord's are. */
const ANA = '218349125781299200';
const BEN = '903417265580019712';
const MESSAGE = messageId('1442900000000000123');

const forget = (store: Store, person: string, states: Parameters<Store['forget']>[0]['states'] = []) =>
  store.forget({ platform: 'discord', person: personId(person), states });

async function openLarge(name: string) {
  const file = join(folder, name);
  return { file, store: await openNumbered(file) };
}

/** Something of both in every table and every list of the state. */
async function live(store: Store, row: DyadRow): Promise<void> {
  const { id, partners } = row;
  const [ana, ben] = partners;
  const old = [ana, ben].map((by, side) => momentOf(by.id, 1 + side, { at: MONDAY - 40 * DAY }));
  await store.commit(batchOf({ moments: old.map((moment) => ({ dyad: id, moment })) }));
  await store.purge(MONDAY);
  const said = { by: ana.id, messages: [MESSAGE], startedAt: MONDAY, endedAt: MONDAY };
  const state = stateOf(row, {
    cursor: MESSAGE,
    burst: said,
    recent: [said],
    bids: [openBid({ by: ana.id, messages: [MESSAGE] })],
    promises: [openPromise({ by: ben.id, about: MESSAGE, messages: [MESSAGE] })],
    nudges: [ana, ben].map(({ id: to }, seq) => ({
      seq,
      to,
      bidSeq: 1,
      kind: 'good-news',
      reason: 'silence',
      because: [],
      at: MONDAY,
    })),
    early: [{ by: ana.id, target: MESSAGE }],
    restUntil: MONDAY + DAY,
  });
  const whispers = [ana, ben].map((to, seq) => {
    const sent = { ...outboxOf(id, to.id, seq), status: 'sent' } as const;
    return { ...sent, whisper: { ...sent.whisper, about: MESSAGE } };
  });
  await store.commit(
    batchOf({
      states: [{ dyad: id, state }],
      moments: [ana, ben].map((by, side) => ({ dyad: id, moment: momentOf(by.id, 3 + side) })),
      outbox: whispers,
      ledger: [ana, ben].map((by) => ({
        partner: by.id,
        entry: { at: MONDAY, dyad: id, about: 'listening', to: 'on', scope: 1 },
      })),
    }),
  );
}

const words = (bytes: Buffer) => findWords(bytes, [ANA, String(MESSAGE)]);

/** All rows, by table; `without` leaves out those that hold one of the numbers in an owner's column. */
function rowsOf(file: string, without: readonly number[] = []): Readonly<Record<string, readonly unknown[]>> {
  const database = new Database(file, { readonly: true });
  const tables = RETENTION.map(({ table, owners }) => {
    const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
    return [table, rows.filter((row) => !owners.some((owner) => without.includes(Number(row[owner]))))] as const;
  });
  database.close();
  return Object.fromEntries(tables);
}

describe('forgetting a person, on bytes', () => {
  it('leaves neither their id nor their number nor a message id where the other stays', async () => {
    const { file, store } = await openLarge('stays.db');
    const row = await couple(store, [BEN, ANA]);
    const [ben, ana] = row.partners;
    await live(store, row);
    const before = databaseBytes(file);

    const [left] = await forget(store, ANA);

    const after = databaseBytes(file);
    await store.close();
    expect(ana.id).toBeGreaterThan(2 ** 52);
    expect(new Set(words(before).map(({ word }) => word))).toEqual(new Set([ANA, MESSAGE]));
    expect(numberIn(before, ana.id)).toEqual(['column', 'key', 'text']);
    expect(words(after)).toEqual([]);
    expect(numberIn(after, ana.id)).toEqual([]);
    expect(numberIn(after, ben.id)).toEqual(['column', 'key', 'text']);
    expect(left?.partners.map(({ person }) => person)).toEqual([BEN, NOBODY]);
  });

  it('leaves an invitation as it was to the other, with neither id nor number, also not in the counter', async () => {
    const { file, store } = await openLarge('invited.db');
    const row = await invite(store, [ANA, BEN]);
    const [ana, ben] = row.partners; // the newest number there is
    const before = databaseBytes(file);

    await forget(store, BEN);

    const after = databaseBytes(file);
    const kept = await store.dyadsOf('discord', personId(ANA));
    await store.close();
    expect(findWords(before, [BEN])).toHaveLength(1);
    expect(numberIn(before, ben.id)).toContain('column');
    expect(numberIn(after, ben.id)).toEqual([]);
    expect(findWords(after, [BEN])).toEqual([]);
    expect(kept).toEqual([{ ...row, partners: [ana, { id: kept[0]?.partners[1].id, person: NOBODY }] }]);
  });

  it('leaves no number in the counter either where the couple or invitation goes as a whole', async () => {
    const { file, store } = await openLarge('whole.db');
    const row = await invite(store, [ANA, BEN]);
    const [, ben] = row.partners; // the newest number there is
    const before = databaseBytes(file);

    for (const person of [ANA, BEN]) await forget(store, person);

    const after = databaseBytes(file);
    const next = await invite(store, [ANA, BEN]);
    await store.close();
    expect(numberIn(before, ben.id)).toContain('column');
    expect(numberIn(after, ben.id)).toEqual([]);
    expect(findWords(after, [ANA, BEN])).toEqual([]);
    expect(next.partners[0].id).toBeGreaterThan(ben.id);
  });

  it('has nothing left to find where both had left before', async () => {
    const { file, store } = await openLarge('left.db');
    const row = await couple(store, [ANA, BEN]);
    await store.endDyad(row.id);

    await forget(store, BEN);

    const after = databaseBytes(file);
    await store.close();
    expect(row.partners.map(({ id }) => numberIn(after, id))).toEqual([[], []]);
  });

  it('changes no row of anybody else', async () => {
    const { file, store } = await openLarge('others.db');
    const row = await couple(store, [ANA, BEN]);
    const theirs = await couple(store, ['cem-person', 'dia-person']);
    for (const one of [row, theirs]) await live(store, one);
    await store.rememberAsked('pair', MONDAY);
    await store.refuseForEver('person', MONDAY);
    await store.secret();
    await store.close();
    const both = row.partners.map(({ id }) => id);
    const before = rowsOf(file, both);
    const again = await createSqliteStore({ file });

    await forget(again, ANA);
    const nobody = (await again.dyads('discord'))[0]?.partners[0].id ?? partnerId(0);

    await again.close();
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
    expect(rowsOf(file, [...both, nobody])).toEqual(before);
  });
});

describe('what the other has after somebody was forgotten', () => {
  it('is a couple whose partner has left, without anything that was open', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const row = await couple(store, [ANA, BEN]);
    await live(store, row);

    const kept = await forget(store, ANA);

    expect(await store.dyads('discord')).toEqual(kept);
    expect(await store.dyadsOf('discord', personId(BEN))).toEqual(kept);
    const [{ state } = { state: undefined }] = kept;
    expect(state?.partners).toMatchObject([
      { left: true, listening: false },
      { id: row.partners[1].id, listening: true },
    ]);
    expect(state).toMatchObject({ bids: [], promises: [], nudges: [], early: [], recent: [], unobserved: [] });
    for (const open of ['burst', 'cursor', 'restUntil', 'tenseUntil', 'wakeAt']) expect(state).not.toHaveProperty(open);
    await store.close();
  });

  it('is their own answers as weekly totals, and no single time', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const row = await couple(store, [ANA, BEN]);
    const [ana, ben] = row.partners;
    await live(store, row);

    await forget(store, ANA);

    expect(await store.momentsBy(row.id, ben.id, 0)).toEqual([]);
    expect(await store.momentsBy(row.id, ana.id, 0)).toEqual([]);
    const weeks = await store.weeks(row.id);
    expect(weeks.map(({ by, count }) => ({ by, count }))).toEqual([
      { by: ben.id, count: 1 },
      { by: ben.id, count: 1 },
    ]);
    expect(await store.ledger(ben.id)).toHaveLength(1);
    await store.close();
  });

  it('is their own messages to take back, which tell no more what they were about', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const row = await couple(store, [ANA, BEN]);
    await live(store, row);

    await forget(store, ANA);

    expect(await store.outbox(row.id)).toMatchObject([
      { status: 'sent', whisper: { to: row.partners[1].id, seq: 1, about: '', hint: '', bidSeq: 0 } },
    ]);
    await store.close();
  });

  it('is nothing once they are forgotten as well, or had left before', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const row = await couple(store, [ANA, BEN]);
    const apart = await couple(store, ['cem', 'dia']);
    for (const one of [row, apart]) await live(store, one);
    await forget(store, ANA);
    const state = stateOf(apart);
    const [cem, dia] = state.partners;
    const left = { ...state, partners: [cem, { ...dia, left: true }] as const };

    const afterBen = await forget(store, BEN);
    const afterCem = await forget(store, 'cem', [{ dyad: apart.id, state: left }]);

    expect([afterBen, afterCem]).toEqual([[], []]);
    expect(await store.dyads('discord')).toEqual([]);
    expect(await store.wholeOutbox()).toEqual([]);
    await store.close();
  });
});

describe('forgetting a person', () => {
  it('takes every couple and invitation they belong to', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const [first, asked] = [await couple(store, [ANA, BEN]), await invite(store, ['cem', ANA])];
    await invite(store, [BEN, 'dia']);

    const kept = await forget(store, ANA);

    expect(kept.map(({ id }) => id)).toEqual([first.id, asked.id]);
    expect(await store.dyadsOf('discord', personId(ANA))).toEqual([]);
    expect(await store.dyadsOf('discord', personId('cem'))).toMatchObject([{ partners: [{}, { person: NOBODY }] }]);
    expect(await store.dyadsOf('discord', personId(BEN))).toHaveLength(2);
    await store.close();
  });

  it('lets them begin anew, under another number', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const row = await couple(store, [ANA, BEN]);
    await forget(store, ANA);

    const again = await invite(store, [ANA, 'cem'], MONDAY + HOUR);

    expect(again.partners[0].id).toBeGreaterThan(row.partners[1].id);
    expect(await store.dyadsOf('discord', personId(ANA))).toEqual([again]);
    await store.close();
  });

  it('changes nothing for somebody Nod never heard of, or on another platform', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const row = await couple(store, [ANA, BEN]);
    const before = await store.dyads('discord');

    const kept = [
      await forget(store, 'nobody'),
      await forget(store, ''),
      await store.forget({ platform: 'demo', person: personId(ANA), states: [] }),
    ];

    expect(kept).toEqual([[], [], []]);
    expect(await store.dyads('discord')).toEqual(before);
    expect(before[0]?.id).toBe(row.id);
    await store.close();
  });

  it('keeps that a pair was asked, and “never ask me again”', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    await couple(store, [ANA, BEN]);
    await store.rememberAsked('pair', MONDAY);
    await store.refuseForEver('person', MONDAY);

    await forget(store, ANA);

    expect(await store.wasAsked('pair', MONDAY)).toBe(true);
    expect(await store.refuses('person')).toBe(true);
    await store.close();
  });

  it('leaves an invitation that ends after seven days like any other, with nobody in it', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    await invite(store, [ANA, BEN]);
    await forget(store, BEN);

    await store.purge(daysOn(6));
    const before = await store.dyads('discord');
    await store.purge(daysOn(8));

    expect(before).toHaveLength(1);
    expect(await store.dyads('discord')).toEqual([]);
    expect((await invite(store, [ANA, BEN])).partners[0].id).toBeGreaterThan(before[0]?.partners[1].id ?? 0);
    await store.close();
  });

  it('leaves a couple that can still be saved, purged and ended', async () => {
    const store = await createSqliteStore({ file: ':memory:' });
    const row = await couple(store, [ANA, BEN]);
    await live(store, row);
    const [kept] = await forget(store, ANA);
    const state = kept?.state ?? stateOf(row);

    await store.commit(batchOf({ states: [{ dyad: row.id, state }] }));
    await store.purge(daysOn(40));
    await store.endDyad(row.id);

    expect(await store.dyads('discord')).toEqual([]);
    expect(await store.dyadsOf('discord', personId(BEN))).toEqual([]);
    await store.close();
  });
});
