// What the corpus teaches: utterances with their labels, bids with their replies, as features and truths.
import { readdirSync, readFileSync } from 'node:fs';
import { featuresOf } from '../src/detect/model/features.ts';
import { UTTERANCE_QUESTIONS } from '../src/detect/model/questions.ts';
import { weigh } from '../src/detect/weighing.ts';
import type { BidKind } from '../src/domain/bid.ts';
import type { ReadingContext, Said, SentenceVector } from '../src/domain/reading.ts';
import { createChance } from '../src/engine/chance.ts';
import type { Setting } from '../src/learned/model.ts';
import { pairFeatures } from '../src/pair/model/features.ts';
import { REPLY_QUESTIONS } from '../src/pair/model/questions.ts';
import { readPair } from '../src/pair/pairer.ts';
import { ALONE, type Example, hear, type Labels, readingsOf, saidOf } from './corpus.ts';
import { createDice } from './dice.ts';
import type { Lesson } from './learn.ts';
import { respelled } from './respell.ts';

export type Vectors = ReadonlyMap<string, SentenceVector>;

function withVector<One extends { readonly text: string }>(one: One, vectors: Vectors): One & Pick<Said, 'vector'> {
  const vector = vectors.get(one.text);
  return vector ? { ...one, vector } : one;
}

/** The shares of a question's classes: of all annotators who said something, how many said this. */
function sharesOf(classes: readonly string[], ...named: readonly string[]): readonly number[] {
  return classes.map((one) => named.filter((name) => name === one).length / named.length);
}

/**
 * This share of the lines is also learned as somebody else would type it. A quarter and more read blocks left out alike;
 * it is a third so that exclamation marks are met with every kind.
 */
const TYPED_ANEW = 0.35;
const chance = createChance('which lines are typed anew');

/** The line as somebody else would type it, where it is learned so too: the same lines each time. */
export function typedAnew({ block, line: { text } }: Pick<Example, 'block' | 'line'>): string | undefined {
  const drawn = chance(`${block} ${text}`);
  if (drawn >= TYPED_ANEW) return undefined;
  const typed = respelled(text, createDice(Math.floor(drawn * 2 ** 32)));
  return typed === text ? undefined : typed;
}

/** The line as two more would type it. */
export function typedByTwo({ block, line: { text } }: Pick<Example, 'block' | 'line'>): readonly string[] {
  return ['one', 'another'].map((who) =>
    respelled(text, createDice(Math.floor(chance(`${who} ${block} ${text}`) * 2 ** 32))),
  );
}

/**
 * The line as two more would type it, for all that is asked but its kind: whether Nod rests must hold on what nobody of
 * ours would write, and of that there is too little.
 */
export function restLessons(example: Example, vectors: Vectors): readonly Lesson[] {
  return typedByTwo(example).map((text) => {
    const { features, truth } = utteranceLesson({ ...example, line: { ...example.line, text } }, vectors);
    return { features: features.slice(-1), truth: [undefined, ...truth.slice(1)] }; // what kind of bid it is comes first
  });
}

/** An utterance in its scene, which comes last; before it by itself, as in a file of single lines, also typed anew. */
export function utteranceLesson(example: Example, vectors: Vectors): Lesson {
  const { line, context } = example;
  const featured = (text: string, { earlier, ...before }: ReadingContext) => {
    const context = { ...before, earlier: earlier.map((one) => withVector(one, vectors)) };
    const hearing = hear(withVector(saidOf({ ...line, text }), vectors), context);
    return featuresOf(hearing, weigh(hearing).bid);
  };
  const anew = typedAnew(example);
  const readings = readingsOf<Labels>(line);
  const shares = (classes: readonly string[], label: (labels: Labels) => string) =>
    sharesOf(classes, ...readings.map(label));
  const { bid, harshness, risk, tender } = UTTERANCE_QUESTIONS;
  return {
    features: [
      ...(anew === undefined ? [] : [featured(anew, ALONE)]),
      featured(line.text, ALONE),
      ...(context.earlier.length === 0 ? [] : [featured(line.text, context)]),
    ],
    truth: [
      shares(bid, ({ kind }) => kind),
      shares(harshness, ({ harsh = 'none' }) => harsh),
      shares(risk, ({ risk = 'none' }) => risk),
      shares(tender, ({ tender }) => (tender ? 'tender' : 'none')),
    ],
    ...(line.kind === 'none' || line.intensity === undefined
      ? {}
      : { gauged: { of: bid.indexOf(line.kind), amount: line.intensity } }),
  };
}

/** A bid and its reply with their labels; see README.md. */
export interface Pair {
  readonly block: string;
  readonly scene: string;
  readonly bidKind: BidKind;
  readonly bid: string;
  readonly reply: string;
  readonly turn: (typeof REPLY_QUESTIONS.turn)[number];
  readonly energy?: string;
  readonly style?: string;
  /** What the second annotator saw, blind; absent where only one has read it. */
  readonly second?: 'same' | PairLabels;
  /** What a third saw with the chat around it, where the two had parted on turn or style. */
  readonly third?: PairLabels;
  /** Made up for a bid rather than found in a chat. */
  readonly written?: 'apart';
}

export type PairLabels = Pick<Pair, 'turn' | 'energy' | 'style'>;

/** Pairs that were made up for a bid, or picked out as in the seed, stand alone; the others were said in a chat. */
export function pairSettingOf({ block, written }: Pick<Pair, 'block' | 'written'>): Setting {
  return written === 'apart' || block.startsWith('seed') ? 'alone' : 'everyday';
}

const PAIRS = new URL('./pairs/', import.meta.url);

export function pairsOfAll(): readonly Pair[] {
  return readdirSync(PAIRS)
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, PAIRS), 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({ ...(JSON.parse(line) as Pair), block: file.replace('.jsonl', '') })),
    )
    .filter(({ bid, reply }) => bid.trim() !== '' && reply.trim() !== '');
}

export function pairLesson(pair: Pair, vectors: Vectors): Lesson {
  const { bidKind: kind } = pair;
  const { reply, evidence } = readPair({ kind, text: pair.bid }, pair.reply);
  const [bidVector, replyVector] = [vectors.get(pair.bid), vectors.get(pair.reply)];
  const both = bidVector && replyVector ? { vectors: { bid: bidVector, reply: replyVector } } : {};
  const named = (question: keyof typeof REPLY_QUESTIONS, label: 'turn' | 'energy' | 'style') => {
    const classes: readonly string[] = REPLY_QUESTIONS[question];
    const labels = readingsOf<PairLabels>(pair)
      .flatMap((reading) => reading[label] ?? [])
      .filter((one) => classes.includes(one));
    return labels.length === 0 ? undefined : sharesOf(classes, ...labels);
  };
  const styled = (question: 'good-news' | 'vulnerability' | 'repair') =>
    kind === question ? named(question, 'style') : undefined;
  return {
    features: [pairFeatures({ kind, reply, evidence, ...both })],
    truth: [
      named('turn', 'turn'),
      named('energy', 'energy'),
      styled('good-news'),
      styled('vulnerability'),
      styled('repair'),
    ],
  };
}
