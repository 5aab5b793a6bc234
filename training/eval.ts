// npm run eval: how well Nod reads chats it never saw, beside rules alone, plain sentiment and a second person.
import { readFileSync } from 'node:fs';
import { moodOf } from '../src/detect/afinn.ts';
import { CLASSES, readWeights } from '../src/detect/model/weights.ts';
import { createReader } from '../src/detect/reader.ts';
import type { Bid } from '../src/domain/bid.ts';
import { BID_KINDS } from '../src/domain/bid.ts';
import type { Reading } from '../src/domain/reading.ts';
import { blockNames, type Example, examplesOf, type Line, readBlock, saidOf, TEST_BLOCK } from './corpus.ts';
import { printReplies } from './eval-replies.ts';

type Kind = (typeof CLASSES)[number];
interface Answer {
  readonly truth: Kind;
  readonly said: Kind;
  readonly bid?: Bid;
}

/** Precision, recall and F1 of one class. */
function scoreOf(kind: Kind, answers: readonly Answer[]) {
  const hit = answers.filter(({ truth, said }) => truth === kind && said === kind).length;
  const said = answers.filter((answer) => answer.said === kind).length;
  const there = answers.filter(({ truth }) => truth === kind).length;
  const f1 = hit === 0 ? 0 : (2 * hit) / (said + there);
  return { precision: said === 0 ? undefined : hit / said, recall: there === 0 ? undefined : hit / there, f1, there };
}

/** The mean F1 of the nine classes, each counting alike. */
export function macroF1(answers: readonly Answer[]): number {
  return CLASSES.reduce((sum, kind) => sum + scoreOf(kind, answers).f1, 0) / CLASSES.length;
}

const percent = (share: number | undefined) =>
  share === undefined ? '  –' : String(Math.round(100 * share)).padStart(3);

export function readAll(examples: readonly Example[], read: (example: Example) => Bid | undefined): readonly Answer[] {
  return examples.map((example) => {
    const bid = read(example);
    return { truth: example.line.kind, said: bid?.kind ?? 'none', ...(bid ? { bid } : {}) };
  });
}

export function loadWeights() {
  return readWeights(readFileSync(new URL('../assets/weights.bin', import.meta.url)));
}

/** The peer: AFINN alone can tell glad from sad and nothing else. */
function bySentiment({ line }: Example): Bid | undefined {
  const mood = moodOf(line.text.toLowerCase().split(/\W+/u));
  if (mood === 0) return undefined;
  return { kind: mood > 0 ? 'good-news' : 'vulnerability', intensity: 0.5, confidence: 0.5, because: [] };
}

function bySecondPerson({ line }: Example): Bid | undefined {
  const kind = line.second === undefined || line.second === 'same' ? line.kind : line.second.kind;
  return kind === 'none' ? undefined : { kind, intensity: 0.5, confidence: 1, because: [] };
}

function print(): void {
  const examples = examplesOf(TEST_BLOCK).filter(({ line }) => line.text !== '' || line.attachments);
  const rules = createReader();
  const whole = createReader({ weights: loadWeights() });
  const readers = {
    'sentiment alone': bySentiment,
    'rules alone': ({ line, context }: Example) => rules(saidOf(line), context).bid,
    'rules and model': ({ line, context }: Example) => whole(saidOf(line), context).bid,
    'a second person': bySecondPerson,
  };
  console.log(`${TEST_BLOCK}: ${examples.length} utterances, written and labelled apart, never trained on`);
  for (const [name, read] of Object.entries(readers)) {
    console.log(
      `  ${name.padEnd(16)} macro-F1 over ${CLASSES.length} classes ${macroF1(readAll(examples, read)).toFixed(2)}`,
    );
  }
  const answers = readAll(examples, readers['rules and model']);
  console.log('\n  kind            precision recall    F1  in the set');
  for (const kind of ['none', ...BID_KINDS] as const) {
    const { precision, recall, f1, there } = scoreOf(kind, answers);
    console.log(`  ${kind.padEnd(16)}    ${percent(precision)} %  ${percent(recall)} %  ${f1.toFixed(2)}  ${there}`);
  }
  console.log('\n  confidence   bids  right');
  for (const [from, to] of [
    [0, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 1.01],
  ] as const) {
    const within = answers.filter(({ bid }) => bid && bid.confidence >= from && bid.confidence < to);
    const right = within.filter(({ truth, said }) => truth === said).length;
    console.log(
      `  ${from.toFixed(1)}–${Math.min(1, to).toFixed(1)}   ${String(within.length).padStart(7)}  ${percent(within.length ? right / within.length : undefined)} %`,
    );
  }
}

/** What makes Nod rest: the rules alone hear it. */
function printRest(): void {
  const read = createReader({ weights: loadWeights() });
  const examples = examplesOf(TEST_BLOCK).map(({ line, context }) => ({ line, reading: read(saidOf(line), context) }));
  const marks: Readonly<Record<string, readonly [(line: Line) => boolean, (reading: Reading) => boolean]>> = {
    harshness: [({ harsh }) => harsh !== undefined, ({ harshness }) => harshness !== undefined],
    'harsh or strained': [
      ({ harsh }) => harsh !== undefined,
      (one) => one.strained === true || one.harshness !== undefined,
    ],
    risk: [({ risk }) => risk !== undefined, ({ risk }) => risk !== undefined],
    tender: [({ tender }) => tender === true, ({ tender }) => tender],
  };
  console.log('\n  what makes Nod rest   there  heard  of those right');
  for (const [name, [isThere, isHeard]] of Object.entries(marks)) {
    const heard = examples.filter(({ reading }) => isHeard(reading));
    const right = heard.filter(({ line }) => isThere(line)).length;
    const there = examples.filter(({ line }) => isThere(line)).length;
    console.log(
      `  ${name.padEnd(20)} ${String(there).padStart(6)} ${String(heard.length).padStart(6)} ${String(right).padStart(8)}`,
    );
  }
}

/** Cohen's kappa of two people who labelled alone: agreement beyond what chance alone would give. */
function kappa(pairs: readonly (readonly [boolean, boolean])[]): number {
  const share = (test: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(test).length / pairs.length;
  const agreed = share(([one, other]) => one === other);
  const [ones, others] = [share(([one]) => one), share(([, other]) => other)];
  const byChance = ones * others + (1 - ones) * (1 - others);
  return (agreed - byChance) / (1 - byChance);
}

function printAgreement(): void {
  const lines = blockNames()
    .flatMap(readBlock)
    .filter((line) => line.second !== undefined);
  const otherOf = (line: Line) => (line.second === 'same' || line.second === undefined ? line : line.second);
  console.log(`\n${lines.length} utterances were labelled twice, each person alone; Cohen’s kappa:`);
  const labels: Readonly<Record<string, (labels: Pick<Line, 'kind' | 'harsh' | 'risk' | 'tender'>) => boolean>> = {
    ...Object.fromEntries(CLASSES.map((kind) => [kind, (line: Pick<Line, 'kind'>) => line.kind === kind])),
    'any harshness': ({ harsh }) => harsh !== undefined,
    'any risk': ({ risk }) => risk !== undefined,
    tender: ({ tender }) => tender === true,
  };
  for (const [name, holds] of Object.entries(labels)) {
    console.log(`  ${name.padEnd(16)} ${kappa(lines.map((line) => [holds(line), holds(otherOf(line))])).toFixed(2)}`);
  }
}

if (process.argv[1]?.endsWith('eval.ts')) {
  print();
  printRest();
  printReplies();
  printAgreement();
}
