import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { couple, MONDAY } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'nod-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Child = ChildProcessByStdio<null, Readable, null>;

/** Another process that commits batches from `first` on. */
function startChild(file: string, first: number): Child {
  const script = new URL('./storing-child.ts', import.meta.url).pathname;
  return spawn(process.execPath, ['--import', 'tsx', script, file, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Lets it commit this many batches, then kills it without warning; returns the last it said was durable. */
async function killAfter(child: Child, batches: number): Promise<number> {
  const exited = once(child, 'exit');
  let last = -1;
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    seen += 1;
    if (seen === batches) child.kill('SIGKILL');
  }
  await exited;
  return last;
}

describe('two processes and one file', () => {
  it('loses nothing that was committed and half-writes nothing, however often it is killed', async () => {
    const file = join(folder, 'killed.db');
    const first = await createSqliteStore({ file });
    const dyad = await couple(first, ['ana', 'ben']);
    await first.close();
    let next = 0;

    for (const batches of [7, 101]) {
      const said = await killAfter(startChild(file, next), batches);
      const store = await createSqliteStore({ file });
      const [row] = await store.dyads('discord');
      const moments = await store.momentsBy(dyad.id, dyad.partners[0].id, 0);
      const outbox = await store.outbox(dyad.id);
      await store.close();

      next = (row?.state?.time ?? 0) - MONDAY + 1;
      expect(next).toBeGreaterThan(said);
      expect(moments.map((moment) => moment.seq)).toEqual([...Array(2 * next).keys()]);
      expect(outbox.map(({ whisper }) => whisper.seq)).toEqual([...Array(next).keys()]);
    }
  });

  it('lets only one in, and the next one as soon as that one is gone, even when it was killed', async () => {
    const file = join(folder, 'held.db');
    const first = await createSqliteStore({ file });
    await couple(first, ['ana', 'ben']);
    await first.close();
    const child = startChild(file, 0);
    await once(child.stdout, 'data');

    const second = createSqliteStore({ file });

    await expect(second).rejects.toMatchObject({
      code: 'DATABASE_LOCKED',
      message: `Another Nod is already using ${file}.`,
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    const third = await createSqliteStore({ file });
    await third.close();
  });
});
