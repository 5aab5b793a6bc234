import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { createReader } from '../../src/detect/reader.ts';
import { changesFor } from '../../src/domain/consent.ts';
import { createNod } from '../../src/main.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import { createDemoPlatform } from '../../src/platforms/demo/demo-platform.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { SILENT_LOG } from '../../src/ports/log.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { createVirtualClock } from '../support/clock.ts';
import { couple, daysOn } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As the first layout wrote a partner, a month ago. */
const firstPartner = (id: number) => ({
  id,
  settings: {
    zone: 'Europe/Berlin',
    quiet: { from: 1320, until: 480 },
    away: [],
    usual: [],
    coaching: true,
    reasons: ['silence'],
    nudgesPerDay: 1,
    typing: false,
    numbers: true,
    exceptions: ['play/banter'],
  },
  listening: true,
  consentedAt: daysOn(-10),
  busy: [],
  nudgedAt: [],
  hints: [],
  ignoredInARow: 0,
  unpromptedAt: [],
});

/** A database whose one couple has a state of the first layout. */
async function writeFirst(name: string): Promise<string> {
  const file = join(folder, name);
  const store = await createSqliteStore({ file });
  const { id, partners } = await couple(store, ['ana', 'ben']);
  await store.close();
  const state = {
    version: 1,
    time: daysOn(0),
    cursor: '7',
    partners: partners.map((partner) => firstPartner(partner.id)),
    nextSeq: 12,
    nextNudge: 5,
    bids: [],
    promises: [],
    nudges: [{ seq: 4, to: partners[0].id, bidSeq: 11, reason: 'silence', because: [], at: daysOn(0) }],
    early: [],
    recent: [],
    unobserved: [],
  };
  const database = new Database(file);
  database.prepare('update dyads set state = ? where id = ?').run(JSON.stringify(state), id);
  database.close();
  return file;
}

describe('a state of the first layout', () => {
  it('is read as one of today, with what was chosen then, and asked about again', async () => {
    const store = await createSqliteStore({ file: await writeFirst('read.db') });
    const [row] = await store.dyads('discord');
    await store.close();

    const [ana] = row?.state?.partners ?? [];

    expect(row?.state).toMatchObject({ version: 2, nextSeq: 12, nudges: [], notices: [], answered: [] });
    expect(ana?.settings).toMatchObject({ reasons: ['silence'], numbers: true, recap: false, judge: 'off', jokes: {} });
    expect(ana?.whispers).toBeGreaterThanOrEqual(5);
    const terms = ana?.consent.terms;
    expect(terms && changesFor(terms, { scope: 2, host: 'Sam', encrypted: false, readers: 0 })).toContain('scope');
  });

  it('is one that Nod goes on from', async () => {
    const store = await createSqliteStore({ file: await writeFirst('goes-on.db') });
    const clock = createVirtualClock(daysOn(0));
    const platform = { ...createDemoPlatform({ whispered() {}, rewritten() {} }), name: 'discord' };
    const reading = { reader: createReader(), pairer: createPairer(), encoder: NO_ENCODER };
    const options = { quietStart: true, daysOff: true };

    const nod = await createNod({
      store,
      platform,
      clock,
      log: SILENT_LOG,
      ...reading,
      options,
      host: 'Sam',
      encrypted: false,
    });
    await clock.advance(3_600_000);
    const renewal = await nod.askerFor('ana' as never).renewal();
    await nod.stop();

    expect(renewal?.changes).toContain('scope');
  });
});
