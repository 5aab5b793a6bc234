import { type Command, InvalidArgumentError, Option } from 'commander';
import { createSystemClock } from '../clock.ts';
import { loadConfig } from '../config.ts';
import { BID_KINDS, type BidKind } from '../domain/bid.ts';
import type { Reply, ReplyChoice } from '../domain/bid-response.ts';
import {
  choiceOf,
  isUncertain,
  isUncertainReply,
  type PairOpinion,
  type ReadOpinion,
  refine,
  refineReply,
  repliesTo,
} from '../domain/opinion.ts';
import type { EarlierSaid, Reader, Reading, Said } from '../domain/reading.ts';
import type { Judge, JudgedLine, Spending } from '../ports/judge.ts';
import { SILENT_LOG } from '../ports/log.ts';
import { needJudge } from './load-judge.ts';
import { loadReaders } from './load-reader.ts';

/** What a judge is asked about: what Nod's own reading leaves open, as live, or everything, to measure the judge. */
const REACHES = ['uncertain', 'full'] as const;
export type Reach = (typeof REACHES)[number];

/** A judge at work for a command. */
export interface Judging {
  readonly judge: Judge;
  readonly reach: Reach;
  /** Hears what is sensitive in a reply and its bid: the pairer does not listen for that. */
  readonly reader: Reader;
  /** What a million tokens cost, if the host has said so. */
  readonly price?: number | undefined;
}

/** Gives a command `--judge` and `--judge=full`. */
export function withJudgeOption(command: Command): Command {
  const meaning = 'also ask the judge of your settings about what is uncertain; full: about everything, to measure it';
  return command.addOption(
    new Option('--judge [reach]', meaning).choices(REACHES).preset('uncertain').argParser(reachNamed),
  );
}

/** A file behind the option is taken for its value: whoever writes it there is told where it goes. */
function reachNamed(name: string): Reach {
  const reach = REACHES.find((one) => one === name);
  if (reach) return reach;
  throw new InvalidArgumentError(`Its choices are ${REACHES.join(', ')}; a file goes before --judge.`);
}

/** The judge of the settings, if the command was told to ask it. */
export async function judgingFor(reach: Reach | undefined): Promise<Judging | undefined> {
  if (reach === undefined) return undefined;
  const config = loadConfig();
  const judge = await needJudge(config, { clock: createSystemClock(), log: SILENT_LOG });
  return { judge, reach, reader: loadReaders().reader, price: config.judge?.price };
}

/** Says on stderr what the judge cost. */
export function reportSpent(judging: Judging | undefined): void {
  if (judging) process.stderr.write(`${saySpent(judging.judge.spent(), judging.price)}\n`);
}

/** An utterance with its reading, and what the judge may see beside it. */
export interface Judgeable {
  readonly said: Said;
  readonly reading: Reading;
  readonly earlier: readonly EarlierSaid[];
}

/** What the judge says of an utterance, and what becomes of its reading. */
export interface JudgedReading {
  readonly reading: Reading;
  readonly opinion?: ReadOpinion;
}

/** Asks as live, with the kind that was heard and the next best; in full, with all of them. */
export async function judgeReading(
  { said, reading, earlier }: Judgeable,
  { judge, reach }: Judging,
): Promise<JudgedReading> {
  const { bid, second } = reading;
  if (reach === 'uncertain' && !(bid && isUncertain(bid))) return { reading };
  const opinion = await judge.read({
    said: { by: 'A', text: said.text },
    candidates: reach === 'full' || !bid ? BID_KINDS : [bid.kind, ...(second ? [second] : [])],
    intensity: reach === 'full' || !bid ? 1 : bid.intensity,
    earlier: earlier.map(({ own, text }): JudgedLine => ({ by: own ? 'A' : 'B', text })),
    names: [],
    sensitive: isSensitive(reading),
  });
  if (!opinion) return { reading };
  return { reading: reach === 'full' ? inFull(reading, opinion) : asLive(reading, opinion), opinion };
}

function asLive({ bid: heard, second, ...rest }: Reading, opinion: ReadOpinion): Reading {
  const bid = heard && refine(heard, opinion, second);
  return { ...rest, ...(bid ? { bid } : {}) };
}

/** As if the judge alone read: only to measure what it could do; no live path leads here. */
function inFull({ bid: heard, second: _, ...rest }: Reading, opinion: ReadOpinion): Reading {
  if (!('kind' in opinion) || opinion.kind === 'none') return rest;
  const because = heard?.kind === opinion.kind ? heard.because : [];
  return { ...rest, bid: { ...opinion, because } };
}

/** A reply with its bid. */
export interface JudgeablePair {
  readonly kind: BidKind;
  readonly bid: string;
  readonly reply: string;
  readonly read: Reply;
  /** What else it may be, where the model thinks of something. */
  readonly second?: ReplyChoice | undefined;
}

export interface JudgedReply {
  readonly reply: Reply;
  readonly opinion?: PairOpinion;
}

export async function judgeReply(
  { kind, bid, reply, read, second }: JudgeablePair,
  { judge, reach, reader }: Judging,
): Promise<JudgedReply> {
  if (reach === 'uncertain' && !isUncertainReply(read)) return { reply: read };
  const opinion = await judge.pair({
    bidKind: kind,
    bid: { by: 'A', text: bid },
    reply: { by: 'B', text: reply },
    candidates: reach === 'full' ? repliesTo(kind) : [choiceOf(read), ...(second ? [second] : [])],
    earlier: [],
    names: [],
    sensitive: [bid, reply].some((text) =>
      isSensitive(reader({ text, attachments: [] }, { tense: false, earlier: [] })),
    ),
  });
  if (!opinion) return { reply: read };
  // In full, as if the judge alone read; one that finds none of them fit leaves the reading.
  const alone = opinion.turn === 'none' ? read : opinion;
  return { reply: reach === 'full' ? alone : refineReply(read, opinion, second), opinion };
}

const isSensitive = ({ risk, tender }: Reading): boolean => tender || risk !== undefined;

/** As many as a judge works on; more would only wait, and a question that waits long gets no opinion. */
const AT_ONCE = 2;

/** Answers each in order, two under way at any time. */
export async function inTwos<One, Answer>(
  all: readonly One[],
  answer: (one: One) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    answers.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(answer))));
  }
  return answers;
}

/** What a judge cost, as a line for people; `price` is that of a million tokens. */
export function saySpent({ calls, tokens, seconds, opinions, noOpinions }: Spending, price?: number): string {
  const money = price === undefined ? '' : ` (at most ${((tokens / 1_000_000) * price).toFixed(4)} at your price)`;
  const asked = opinions + noOpinions;
  return `The judge was asked ${asked} times and had ${opinions} opinions: ${calls} calls, ${tokens} tokens${money}, ${seconds.toFixed(1)} s of waiting.`;
}
