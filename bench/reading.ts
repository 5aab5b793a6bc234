// npm run bench: the fast reading beside bare `sentiment`, on authored messages of 5 to 25 words.
import { readFileSync } from 'node:fs';
import Sentiment from 'sentiment';
import { readWeights } from '../src/detect/model/weights.ts';
import { createReader } from '../src/detect/reader.ts';
import { blockNames, readBlock } from '../training/corpus.ts';
import { median, race, ratio } from './rounds.ts';

const CONTEXT = { tense: false, earlier: [] };
const length = (text: string) => text.split(/\s+/u).length;
const texts = blockNames()
  .flatMap(readBlock)
  .map(({ text }) => text)
  .filter((text) => length(text) >= 5 && length(text) <= 25)
  .slice(0, 5_000);

const weights = readWeights(readFileSync(new URL('../assets/weights.bin', import.meta.url)));
const sentiment = new Sentiment();
const rules = createReader();
const whole = createReader({ weights });

const times = race([
  { name: 'sentiment', run: () => texts.map((text) => sentiment.analyze(text).score) },
  { name: 'rules', run: () => texts.map((text) => rules({ text, attachments: [] }, CONTEXT)) },
  { name: 'rules and model', run: () => texts.map((text) => whole({ text, attachments: [] }, CONTEXT)) },
]);
console.log(`${texts.length} messages, by turns, 9 rounds`);
for (const [name, rounds] of times) {
  console.log(`  ${name.padEnd(16)} ${((median(rounds) * 1000) / texts.length).toFixed(1)} µs a message`);
}
console.log(`  ${ratio(times, ['rules', 'sentiment'])}`);
console.log(`  ${ratio(times, ['rules and model', 'sentiment'])}`);

const hostile = 'so i said no way and then a🙂b "c '.repeat(1_200);
const halves = race([
  { name: '20,000 characters', run: () => whole({ text: hostile.slice(0, 20_000), attachments: [] }, CONTEXT) },
  { name: '40,000 characters', run: () => whole({ text: hostile.slice(0, 40_000), attachments: [] }, CONTEXT) },
]);
console.log(`  a hostile message, twice as long: ${ratio(halves, ['40,000 characters', '20,000 characters'])}`);
