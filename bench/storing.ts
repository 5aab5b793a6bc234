// npm run bench: a deposit stored in batches of 100 by the store, beside raw prepared rows in one transaction.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { channelId, type DyadId, personId } from '../src/domain/ids.ts';
import type { Moment } from '../src/domain/moment.ts';
import { createSqliteStore } from '../src/stores/sqlite.ts';
import { median } from './rounds.ts';

const ROWS = 20_000;
const BATCH = 100;
const ROUNDS = 9;
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
rmSync(folder, { recursive: true });
