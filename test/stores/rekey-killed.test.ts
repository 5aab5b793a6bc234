import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { createChance } from '../../src/engine/chance.ts';
import { codeOf } from '../../src/errors.ts';
import type { Store } from '../../src/ports/store.ts';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { batchOf, couple, momentOf } from './samples.ts';

/** A change of key that is killed anywhere leaves a file that the old key opens or the new one, with every row. */

const root = mkdtempSync(join(tmpdir(), 'nod-rekey-killed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const [ONE, OTHER] = ['correct horse battery staple', 'four more words than before'] as const;
/** As the child takes them: "plain" stands for no key. */
const keyOf = (name: string) => (name === 'plain' ? undefined : name);

const MOMENTS = 3_000;
const KILLS = 5;
/** About as long as two changes take, so that a kill falls anywhere within one. */
const LATEST_KILL_MILLISECONDS = 250;

/** A database in a folder of its own. */
async function made(name: string, key?: string): Promise<string> {
  mkdirSync(join(root, name));
  const file = join(root, name, 'nod.db');
  const store = await createSqliteStore({ file, key });
  const { id, partners } = await couple(store, ['anastasia', 'benedict']);
  const moments = [...Array(MOMENTS).keys()].map((seq) => ({ dyad: id, moment: momentOf(partners[0].id, seq) }));
  await store.commit(batchOf({ moments }));
  await store.close();
  return file;
}

/** Another process that changes the key without end. */
function startChild(file: string, circle: readonly string[]): ChildProcessByStdio<null, Readable, null> {
  const script = new URL('./rekeying-child.ts', import.meta.url).pathname;
  return spawn(process.execPath, ['--import', 'tsx', script, file, ...circle], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills it that long after its first change began; returns from which key to which it was changing. */
async function killAfter(child: ReturnType<typeof startChild>, milliseconds: number): Promise<readonly string[]> {
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  await once(child.stdout, 'data');
  await wait(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  return said.trimEnd().split('\n').at(-1)?.split('\t') ?? [];
}

async function momentsIn(store: Store): Promise<number> {
  const [dyad] = await store.dyads('discord');
  const moments = dyad ? await store.momentsBy(dyad.id, dyad.partners[0].id, 0) : [];
  await store.close();
  return moments.length;
}

/** What each of the keys finds: how many rows, or why none. */
async function tryKeys(file: string, names: readonly string[]): Promise<Map<string, number | string>> {
  const found = new Map<string, number | string>();
  for (const name of names) {
    found.set(name, await createSqliteStore({ file, key: keyOf(name) }).then(momentsIn, codeOf));
  }
  return found;
}

const holdsPlainPage = (file: string) =>
  readdirSync(join(file, '..')).some((name) => readFileSync(join(file, '..', name)).includes('SQLite format 3'));

describe('a change of key that is killed', () => {
  it.each([
    ['between two keys', [ONE, OTHER]],
    ['between a key and none', ['plain', ONE]],
  ])('leaves every row to the old key or to the new one, %s', async (name, circle) => {
    const chance = createChance(name);
    const file = await made(name, keyOf(circle[0] ?? ''));
    let now = circle[0];

    for (let kill = 0; kill < KILLS; kill += 1) {
      const from = circle.indexOf(now ?? '');
      const child = startChild(file, [...circle.slice(from), ...circle.slice(0, from)]);
      const keys = await killAfter(child, chance(`kill ${kill}`) * LATEST_KILL_MILLISECONDS);
      if (!circle.includes('plain')) expect(holdsPlainPage(file)).toBe(false);

      const found = await tryKeys(file, keys);

      const opening = [...found].filter(([, rows]) => typeof rows === 'number');
      expect(opening).toEqual([[expect.any(String), MOMENTS]]);
      expect(readdirSync(join(file, '..'))).toEqual(['nod.db']);
      now = opening[0]?.[0];
    }
  });
});
