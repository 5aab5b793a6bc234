// npm run bench: what the full reading costs: a vector of a message alone, many at once, and what the process feels of it.
import { availableParallelism } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { loadReaders } from '../src/cli/load-reader.ts';
import type { ReadingContext } from '../src/domain/reading.ts';
import { createWorkerEncoder } from '../src/encoders/in-worker.ts';
import { createSharingEncoder, MOST_ENCODERS } from '../src/encoders/several.ts';
import type { Encoder } from '../src/ports/encoder.ts';
import { ALONE as ALONE_CONTEXT, examplesOf, learnedBlocks, readBlock, saidOf } from '../training/corpus.ts';
import { median } from './rounds.ts';

const ROUNDS = 9;
const ALONE = 60; // messages of a round that are read one by one
const TOGETHER = 512; // messages that are read in bulk
const READ = 400; // lines of a round that are read in their chats
const AT_ONCE = 256; // as src/cli/json-lines.ts hands them over
const WORDS = 12;
const MEGABYTE = 2 ** 20;

const texts = learnedBlocks()
  .flatMap(readBlock)
  .map(({ text }) => text);
const ofTwelve = texts.filter((text) => text.split(/\s+/u).length === WORDS);

await benchAlone();
await benchTogether();
await benchReading();

/** One message of twelve words after the other, as live; beside it what the main thread feels. */
async function benchAlone(): Promise<void> {
  const encoder = createWorkerEncoder();
  await encoder.encode(ofTwelve.slice(0, ALONE)); // starts the worker and warms it up
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of ofTwelve.slice(round * ALONE, (round + 1) * ALONE)) {
      const from = performance.now();
      await encoder.encode([text]);
      times.push(performance.now() - from);
    }
  }
  delay.disable();
  const resident = process.memoryUsage.rss() / MEGABYTE;
  console.log(`a vector of ${WORDS} words, one by one, ${times.length} messages`);
  console.log(
    `  ${median(times).toFixed(1)} ms in the middle, ${highest(times, 0.99).toFixed(1)} ms at the 99th percentile`,
  );
  console.log(`  event-loop delay meanwhile: ${(delay.percentile(99) / 1e6).toFixed(1)} ms at the 99th percentile`);
  console.log(`  resident memory afterwards, this benchmark's own corpus included: ${resident.toFixed(0)} MB`);
  await encoder.close();
}

/** Many of the corpus' messages as they come, in batches as `nod detect` makes them: on one core, and on all. */
async function benchTogether(): Promise<void> {
  const cores = Math.min(availableParallelism(), MOST_ENCODERS);
  const spread = texts.filter((_, at) => at % Math.floor(texts.length / TOGETHER) === 0).slice(0, TOGETHER);
  for (const count of new Set([1, cores])) {
    const encoder = createSharingEncoder(count, () => createWorkerEncoder());
    await encoder.encode(spread.slice(0, AT_ONCE));
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) times.push((await inBulk(encoder, spread)) / spread.length);
    const [least, most] = [Math.min(...times), Math.max(...times)];
    console.log(`${spread.length} messages in bulk on ${count} of ${cores} cores`);
    console.log(`  ${median(times).toFixed(1)} ms a message (${least.toFixed(1)}–${most.toFixed(1)})`);
    await encoder.close();
  }
}

/** A line once its vector is there: by itself, and in its chat, where the lines before are looked at too. */
async function benchReading(): Promise<void> {
  const { reader } = loadReaders();
  const encoder = createWorkerEncoder();
  const examples = examplesOf('alder').slice(0, READ);
  const said = await Promise.all(
    examples.map(async ({ line }) => {
      const [vector] = await encoder.encode([line.text]);
      return { ...saidOf(line), ...(vector ? { vector } : {}) };
    }),
  );
  const byText = new Map(said.map((one) => [one.text, one]));
  const contexts = examples.map(({ context }) => ({
    ...context,
    earlier: context.earlier.map((one) => ({ ...one, ...byText.get(one.text) })),
  }));
  const read = (at: (line: number) => ReadingContext) => {
    const from = performance.now();
    said.forEach((one, line) => void reader(one, at(line)));
    return (performance.now() - from) / said.length;
  };
  const times = Array.from({ length: ROUNDS }, () => [
    read(() => ALONE_CONTEXT),
    read((line) => contexts[line] ?? ALONE_CONTEXT),
  ]);
  const [alone, inChat] = [0, 1].map((which) => median(times.map((both) => both[which] ?? 0))) as [number, number];
  console.log(`a full reading once its vector is there, ${said.length} lines of chats`);
  console.log(
    `  ${alone.toFixed(2)} ms alone, ${inChat.toFixed(2)} ms with the lines before: ${(inChat / alone).toFixed(1)} times`,
  );
  await encoder.close();
}

async function inBulk(encoder: Encoder, spread: readonly string[]): Promise<number> {
  const from = performance.now();
  for (let at = 0; at < spread.length; at += AT_ONCE) await encoder.encode(spread.slice(at, at + AT_ONCE));
  return performance.now() - from;
}

function highest(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(share * (values.length - 1))] ?? Number.NaN;
}
