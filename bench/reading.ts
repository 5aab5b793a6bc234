// npm run bench: the fast reading beside bare `sentiment`, on authored messages of 5 to 25 words.
import Sentiment from 'sentiment';
import { loadReaders } from '../src/cli/load-reader.ts';
import type { Cue } from '../src/detect/cue.ts';
import { CUES } from '../src/detect/cues.ts';
import { createHearing } from '../src/detect/hearing.ts';
import { createReader } from '../src/detect/reader.ts';
import { weigh } from '../src/detect/weighing.ts';
import type { Reader } from '../src/domain/reading.ts';
import { blockNames, readBlock } from '../training/corpus.ts';
import { median, race, ratio } from './rounds.ts';

const CONTEXT = { tense: false, earlier: [] };
const saidOf = (text: string) => ({ text, attachments: [] });
const wordsOf = (text: string) => text.split(/\s+/u);
const texts = blockNames()
  .flatMap(readBlock)
  .map(({ text }) => text)
  .filter((text) => wordsOf(text).length >= 5 && wordsOf(text).length <= 25)
  .slice(0, 5_000);

const sentiment = new Sentiment();

console.log(`${texts.length} messages, by turns`);
// The reader as it ships comes first: Nod makes one, and code that was compiled for one is faster than for several.
const { reader: whole } = loadReaders();
benchReading('rules and model', whole);
benchHostile();
benchReading('rules', createReader());
benchGrowth();

function benchReading(name: string, reader: Reader): void {
  const times = race([
    { name: 'sentiment', run: () => each(texts, (text) => sentiment.analyze(text)) },
    { name, run: () => each(texts, (text) => reader(saidOf(text), CONTEXT)) },
  ]);
  for (const [contestant, rounds] of times) {
    console.log(`  ${contestant.padEnd(16)} ${((median(rounds) * 1000) / texts.length).toFixed(1)} µs a message`);
  }
  console.log(`  ${ratio(times, [name, 'sentiment'])}`);
}

/** Reads one text after another and keeps the last, as whoever reads a chat does; keeping 5,000 is work of its own. */
function each<Read>(all: readonly string[], read: (text: string) => Read): Read | undefined {
  let last: Read | undefined;
  for (const text of all) last = read(text);
  return last;
}

/** Nod's own phrases and enough runs of three words from the messages to make 3,000; every tenth of them are the 300. */
function benchGrowth(): void {
  const own = CUES.flatMap((cue) => ('phrases' in cue ? cue.phrases : []));
  const runs = texts.map((text) => text.toLowerCase().match(/[a-z]+ [a-z]+ [a-z]+/)?.[0] ?? '').filter(Boolean);
  const many = [...own, ...new Set(runs)].slice(0, 3_000);
  const few = many.filter((_, index) => index % 10 === 0);
  const listen = (phrases: readonly string[]) => {
    const hear = createHearing([cueOf(phrases)]);
    return () => each(texts, (text) => weigh(hear(saidOf(text), CONTEXT)));
  };
  const names = [`${many.length} phrases`, `${few.length} phrases`] as const;
  const times = race([
    { name: names[0], run: listen(many) },
    { name: names[1], run: listen(few) },
  ]);
  console.log(`  ${ratio(times, names)}`);
}

function cueOf(phrases: readonly string[]): Cue {
  return { id: 'attention/bench', because: 'is measured', hears: [], ignores: [], weight: 0.1, phrases };
}

/** Quotes that never close, emoji inside words, common beginnings of phrases: twice as long must take twice as long. */
function benchHostile(): void {
  const hostile = 'so i said no way and then a🙂b "c '.repeat(200);
  const lengths = [1_000, 2_000, 4_000];
  const name = (length: number) => `hostile ${length}`;
  const times = race(
    lengths.map((length) => {
      const said = saidOf(hostile.slice(0, length));
      return { name: name(length), run: () => Array.from({ length: 200 }, () => whole(said, CONTEXT)) };
    }),
  );
  console.log(`  ${ratio(times, [name(2_000), name(1_000)])}`);
  console.log(`  ${ratio(times, [name(4_000), name(2_000)])}`);
}
