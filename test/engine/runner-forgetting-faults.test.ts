import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { NOBODY, type PersonId } from '../../src/domain/ids.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { openOnBadDisk } from '../support/bad-disk.ts';
import { settle } from '../support/clock.ts';
import { forget } from '../support/deleting.ts';
import { createNotes } from '../support/notes.ts';
import { A_WORRY, ANA, BEN, CHANNEL, letNodWhisper, openCouple, type Stage } from '../support/runner-stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-forgetting-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = 'correct horse battery staple';
const UNPURGED = 'old rows could not be removed and are tried again tomorrow';

/** A couple on a disk that lets everything be written and nothing be scrubbed. */
async function openUnscrubbed(name: string) {
  const { log, aboveDebug } = createNotes();
  const { store, mend } = await openOnBadDisk({ file: join(folder, name), key: KEY, log });
  const stage = await openCouple({ store: () => store, log });
  return { stage, mend, aboveDebug };
}

async function leave(stage: Stage, people: readonly PersonId[]): Promise<void> {
  for (const person of people) await stage.change(person, { do: 'leave' });
}

describe('deleting while the file cannot be scrubbed', () => {
  it('is done, and nothing that the other does later brings the person back', async () => {
    const { stage } = await openUnscrubbed('done.db');
    await letNodWhisper(stage);
    const [, ben] = stage.nod.runner.deskOfChannel(CHANNEL)?.members ?? [];

    const done = await forget(stage, ANA);
    await stage.change(BEN, { do: 'settings', settings: { numbers: true } });
    await stage.say(BEN, A_WORRY);
    await stage.pass(60);

    const members = stage.nod.runner.deskOfChannel(CHANNEL)?.members;
    const [left] = await stage.store.dyads('memory');
    expect(done).toBe(true);
    expect(members).toEqual([{ id: left?.partners[0].id, person: NOBODY }, ben]);
    expect(left?.partners).toEqual(members);
    expect(left?.state?.partners.map(({ id }) => id)).toEqual(members?.map(({ id }) => id));
    expect(await stage.store.dyadsOf('memory', ANA)).toEqual([]);
  });

  it('leaves it to the purge to tell the host, and to scrub', async () => {
    const { stage, mend, aboveDebug } = await openUnscrubbed('purged.db');

    await forget(stage, ANA);
    const told = aboveDebug();
    await stage.pass(DAY / MINUTE);
    const nextDay = aboveDebug();
    mend();
    await stage.pass(DAY / MINUTE);

    expect(told).toEqual([UNPURGED]); // by the purge at the start
    expect(nextDay).toEqual([UNPURGED, UNPURGED]);
    expect(aboveDebug()).toEqual(nextDay);
  });
});

describe('one person’s deletion', () => {
  it.each([
    ['they delete all that is theirs', (stage: Stage) => forget(stage, BEN)],
    ['both leave', (stage: Stage) => leave(stage, [ANA, BEN])],
    ['they leave', (stage: Stage) => leave(stage, [BEN])],
  ])('has their messages deleted later where the platform does not at once: %s', async (_, end) => {
    const { log, aboveDebug } = createNotes();
    const stage = await openCouple({ log });
    await letNodWhisper(stage);
    stage.faults.remove = () => Promise.reject(new Error('down'));

    await end(stage);
    await settle();
    const before = stage.whispers.map(({ fate }) => fate);
    delete stage.faults.remove;
    await stage.pass(2);

    expect(before).not.toContain('removed');
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
    expect(aboveDebug()).toEqual([]);
  });

  it('writes nothing above debug where the store does not take it', async () => {
    const { log, notes, aboveDebug } = createNotes();
    const stage = await openCouple({ log });
    stage.faults.forget = () => Promise.reject(new Error('disk full'));

    await forget(stage, ANA).catch(() => {});

    expect(notes.map(({ message }) => message)).toContain('a person could not be forgotten');
    expect(aboveDebug()).toEqual([]);
  });
});
