// npm run bench: the whole path from the gateway to the disk, beside a bare discord.js that counts; each in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setDiscord, TOKEN } from '../test/e2e/support/stage.ts';
import { learnedBlocks, readBlock } from '../training/corpus.ts';
import type { Listened, ListenerSetup } from './listener.ts';
import { median } from './rounds.ts';

const ROUNDS = 9;
const WARM_UP = 2;
const EVENTS = 2_000; // of a round
const AT_ONCE = 100; // said before anybody is waited for
const LISTENER = fileURLToPath(new URL('./listener.ts', import.meta.url));

const texts = learnedBlocks()
  .flatMap(readBlock)
  .map(({ text }) => text)
  .slice(0, EVENTS);
const folder = mkdtempSync(join(tmpdir(), 'nod-bench-'));
const [bare, nod] = [await listener(), await listener(join(folder, 'nod.sqlite'))];

const idle = { bare: await bare.told(), nod: await nod.told() };
const rounds: { readonly bare: number; readonly nod: number }[] = [];
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  rounds.push({ bare: await bare.busyFor(texts), nod: await nod.busyFor(texts) });
}
const counted = rounds.slice(WARM_UP);
const ratios = counted.map((round) => round.nod / round.bare);
const perEvent = (who: 'bare' | 'nod') => ((median(counted.map((round) => round[who])) * 1000) / EVENTS).toFixed(0);

console.log(`${EVENTS} messages of a couple through the gateway, by turns, ${ROUNDS} rounds, no encoder`);
console.log(`  bare discord.js ${perEvent('bare')} µs of processor time an event, Nod ${perEvent('nod')} µs`);
console.log(
  `  Nod ÷ bare discord.js: ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`,
);
console.log(
  `  resident memory idle: Nod ${idle.nod.resident.toFixed(0)} MB ÷ ${idle.bare.resident.toFixed(0)} MB = ${(idle.nod.resident / idle.bare.resident).toFixed(2)}`,
);
console.log(
  `  from the start of the process to ready: Nod ${nod.readyAfter.toFixed(0)} ms ÷ ${bare.readyAfter.toFixed(0)} ms = ${(nod.readyAfter / bare.readyAfter).toFixed(2)}`,
);
for (const one of [bare, nod]) await one.stop();
rmSync(folder, { recursive: true });

/** A listener on a Discord of its own, where two are a couple. */
async function listener(file?: string) {
  const { discord, ana, ben, channel } = await setDiscord({ now: Date.now, ...(file === undefined ? {} : { file }) });
  const setup: ListenerSetup = { apiBase: discord.apiBase, token: TOKEN, ...(file === undefined ? {} : { file }) };
  const from = performance.now();
  const child = fork(LISTENER, [JSON.stringify(setup)], {
    execArgv: ['--import', 'tsx'],
  });
  await once(child, 'message');
  const readyAfter = performance.now() - from;

  let said = 0;

  async function told(order: 'settle' | 'count' = 'settle'): Promise<Listened> {
    child.send(order);
    const [listened] = await once(child, 'message');
    return listened;
  }

  /** Says all of it, by turns, and waits until it was heard; the processor time that took, in milliseconds. */
  async function busyFor(all: readonly string[]): Promise<number> {
    const before = await told();
    for (let at = 0; at < all.length; at += 1) {
      said += 1;
      discord.say(said % 2 === 0 ? ana : ben, channel, all[at] ?? '');
      if (said % AT_ONCE === 0) await setTimeout(1);
    }
    while ((await told('count')).heard < said) await setTimeout(10);
    return (await told()).busy - before.busy;
  }

  async function stop(): Promise<void> {
    child.disconnect();
    await once(child, 'exit');
    await discord.stop();
  }

  return { readyAfter, told, busyFor, stop };
}
