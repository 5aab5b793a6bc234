import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NOBODY, personId } from '../../src/domain/ids.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { openOnBadDisk } from '../support/bad-disk.ts';
import { createNotes } from '../support/notes.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';
import { couple, daysOn } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-scrub-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = 'correct horse battery staple';
/** As Discord's are. */
const ANA = '218349125781299200';
const BEN = '903417265580019712';
const FORGOTTEN = { platform: 'discord', person: personId(ANA), states: [] } as const;

describe('a scrub that fails', () => {
  it('fails no deletion, which gives the couple that stays', async () => {
    const file = join(folder, 'forgotten.db');
    const { store } = await openOnBadDisk({ file });
    await couple(store, [BEN, ANA]);

    const kept = await store.forget(FORGOTTEN);

    expect(findWords(databaseBytes(file), [ANA])).toHaveLength(1); // it did fail
    expect(kept).toMatchObject([{ partners: [{ person: BEN }, { person: NOBODY }], state: {} }]);
    expect(await store.dyads('discord')).toEqual(kept);
    expect(await store.dyadsOf('discord', FORGOTTEN.person)).toEqual([]);
    await store.close();
  });

  it('fails no ending of a couple', async () => {
    const { store } = await openOnBadDisk({ file: join(folder, 'ended.db') });
    const row = await couple(store, [BEN, ANA]);

    await store.endDyad(row.id);

    expect(await store.dyads('discord')).toEqual([]);
    await store.close();
  });

  it('is told to whoever purges, and above debug to nobody else', async () => {
    const { log, notes } = createNotes();
    const { store } = await openOnBadDisk({ file: join(folder, 'told.db'), log });
    const apart = await couple(store, ['cem', 'dia']);
    await couple(store, [BEN, ANA]);

    await store.forget(FORGOTTEN);
    await store.endDyad(apart.id);
    const purging = store.purge(daysOn(1));

    await expect(purging).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
    const line = { level: 'debug', fields: { code: 'DATABASE_CORRUPT' } };
    expect(notes).toMatchObject([line, line]);
    await store.close();
  });

  it('is made good by the next purge, as soon as the disk allows it', async () => {
    const file = join(folder, 'mended.db');
    const { store, mend } = await openOnBadDisk({ file, key: KEY });
    await couple(store, [BEN, ANA]);
    await store.forget(FORGOTTEN);
    const logged = () => statSync(`${file}-wal`).size;
    const before = logged();

    mend();
    await store.purge(daysOn(1));

    const after = logged();
    await store.close();
    expect(before).toBeGreaterThan(0);
    expect(after).toBe(0); // emptied only once the file was written anew
  });

  it('is made good by the purge of the next start, down to the bytes', async () => {
    const file = join(folder, 'restarted.db');
    const { store, mend } = await openOnBadDisk({ file });
    await couple(store, [BEN, ANA]);
    await store.forget(FORGOTTEN);
    const before = findWords(databaseBytes(file), [ANA, BEN]);
    await store.close();
    mend();

    const again = await createSqliteStore({ file });
    await again.purge(daysOn(1));

    const after = findWords(databaseBytes(file), [ANA, BEN]);
    await again.close();
    expect(before.map(({ word }) => word)).toEqual([ANA, BEN]);
    expect(after.map(({ word }) => word)).toEqual([BEN]);
  });
});
