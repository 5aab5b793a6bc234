// npm run bench: a deposit stored in batches of 100 by the store, beside raw prepared rows in one transaction; what a million
// take on the disk, and how long a year of one couple takes to be summed up.
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { channelId, type DyadId, personId } from '../src/domain/ids.ts';
import type { Moment } from '../src/domain/moment.ts';
import { DAY, SECOND } from '../src/domain/time.ts';
import type { DyadRow } from '../src/ports/store.ts';
import { createSqliteStore } from '../src/stores/sqlite.ts';
import { mirror } from '../src/tally/mirror.ts';
import { median } from './rounds.ts';

const ROWS = 20_000;
const BATCH = 100;
const ROUNDS = 9;
const YEAR = 365 * DAY;
const folder = mkdtempSync(join(tmpdir(), 'nod-bench-'));
const store = await createSqliteStore({ file: join(folder, 'nod.sqlite') });
const row = await store.invite({
  platform: 'bench',
  channel: channelId('1'),
  by: personId('a'),
  to: personId('b'),
  at: 0,
});
const raw = new Database(join(folder, 'raw.sqlite'));
raw.pragma('journal_mode = WAL');
raw.pragma('synchronous = NORMAL');
raw.exec(
  'create table moments (dyad integer, at integer, seq integer, by integer, kind integer, energy integer, style integer, available_seconds integer, prompted integer, primary key (dyad, at, seq)) without rowid',
);
const insert = raw.prepare('insert into moments values (?, ?, ?, ?, ?, ?, ?, ?, ?)');

let seq = 0;
const deposit = (): Moment => {
  seq += 1;
  return {
    seq,
    at: seq * 60_000,
    by: row.partners[0].id,
    kind: 'play',
    energy: 'low',
    availableSeconds: 60,
    prompted: false,
  };
};

async function stored(dyad: DyadId): Promise<number> {
  const from = performance.now();
  for (let done = 0; done < ROWS; done += BATCH) {
    const moments = Array.from({ length: BATCH }, () => ({ dyad, moment: deposit() }));
    await store.commit({ states: [], moments, outbox: [], ledger: [] });
  }
  return performance.now() - from;
}

function rawly(): number {
  const from = performance.now();
  raw.transaction(() => {
    for (let done = 0; done < ROWS; done += 1) {
      seq += 1;
      insert.run(1, seq * 60, seq, 1, 1, 1, null, 60, 0);
    }
  })();
  return performance.now() - from;
}

const ratios: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) ratios.push((await stored(row.id)) / rawly());
console.log(`${ROWS} deposits in batches of ${BATCH}, by turns, ${ROUNDS} rounds`);
console.log(
  `  the store ÷ raw rows in one transaction: ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
);
await store.close();
raw.close();
await benchMany();
rmSync(folder, { recursive: true });

/** Two hundred couples, each with as many answers as one gives in a year. */
async function benchMany(): Promise<void> {
  const [couples, year] = [200, 5_000];
  const file = join(folder, 'many.sqlite');
  const many = await createSqliteStore({ file });
  const rows: DyadRow[] = [];
  for (let one = 0; one < couples; one += 1) {
    const [by, to] = [personId(`a${one}`), personId(`b${one}`)];
    rows.push(await many.invite({ platform: 'bench', channel: channelId(`${one}`), by, to, at: 0 }));
  }
  for (const { id, partners } of rows) {
    const moments = Array.from({ length: year }, (_, nth) => {
      const at = nth * (YEAR / year) + (nth % 7) * SECOND;
      return { dyad: id, moment: { ...deposit(), seq: nth, at, by: partners[nth % 2 === 0 ? 0 : 1].id } };
    });
    await many.commit({ states: [], moments, outbox: [], ledger: [] });
  }
  const times: number[] = [];
  for (const { id, partners } of rows) {
    const by = partners[0].id;
    const from = performance.now();
    mirror(await many.momentsBy(id, by, 0), await many.weeks(id), { by, from: 0, until: YEAR, numbers: true });
    times.push(performance.now() - from);
  }
  await many.close();
  console.log(`${couples} couples with ${year} deposits each`);
  console.log(`  on the disk: ${(statSync(file).size / 1e6).toFixed(1)} MB`);
  console.log(`  one partner's mirror of the year: ${median(times).toFixed(1)} ms`);
}
