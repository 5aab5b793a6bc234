import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import { z } from 'zod';
import { BID_KINDS } from '../domain/bid.ts';
import { ENERGIES, type Reply, stylesFor, TURNS } from '../domain/bid-response.ts';
import { HARSHNESS_KINDS, type Reader, RISK_KINDS, type Said } from '../domain/reading.ts';
import { withBurstVectors } from '../engine/vectors.ts';
import { NodError } from '../errors.ts';
import { type DetectParts, readAlone, SAID_LINE, saidIn } from './detect.ts';
import { answerLines, LINE_ID, type LineStreams, mustBe, openInput, rounded } from './json-lines.ts';
import { inTwos, judgeReading, judgingFor, type Reach, reportSpent, withJudgeOption } from './judging.ts';
import { judgePairs, PAIR_LINE, type PairParts, readPairs } from './pair.ts';
import { messageTables, pairTables } from './score-tables.ts';
import {
  type MessageLabels,
  type MessageScores,
  type PairScores,
  type ReadMessage,
  type ReadPair,
  STYLED_KINDS,
  scoreMessages,
  scorePairs,
} from './scorecard.ts';
import { reportLost, watched } from './watched-encoder.ts';

/** What reads the labelled lines. */
export interface EvalParts extends DetectParts, PairParts {}

/** A label as people write it: its name, none or null, or an object with its kind, as `nod detect` prints it. */
function labelled<const Kind extends string>(name: string, kinds: readonly [Kind, ...Kind[]]) {
  const named = z.enum(kinds, { error: `"${name}" must be one of none, ${kinds.join(', ')}` }).nullable();
  const byName = (label: unknown) => {
    if (label === 'none') return null;
    return typeof label === 'object' && label !== null && 'kind' in label ? label.kind : label;
  };
  return z.preprocess(byName, named).optional();
}

const LABELLED_LINE = SAID_LINE.extend({
  id: LINE_ID.nullish(),
  kind: labelled('kind', BID_KINDS),
  bid: labelled('bid', BID_KINDS),
  harshness: labelled('harshness', HARSHNESS_KINDS),
  harsh: labelled('harsh', HARSHNESS_KINDS),
  risk: labelled('risk', RISK_KINDS),
  tender: z.boolean({ error: '"tender" must be true or false' }).nullish(),
}).refine(({ kind, bid }) => kind !== undefined || bid !== undefined, { error: '"kind" is missing' });

type LabelledLine = z.infer<typeof LABELLED_LINE>;

const STYLES = STYLED_KINDS.flatMap((kind) => stylesFor(kind));

const LABELLED_PAIR = PAIR_LINE.extend({
  id: LINE_ID.nullish(),
  attachments: z.unknown().optional(),
  turn: z.enum(TURNS, mustBe('turn', `one of ${TURNS.join(', ')}`)),
  energy: z.enum(ENERGIES, { error: `"energy" must be one of ${ENERGIES.join(', ')}` }).nullish(),
  style: z.enum(STYLES, { error: `"style" must be one of ${STYLES.join(', ')}` }).nullish(),
})
  .refine(({ bidKind, style }) => !style || stylesFor(bidKind).includes(style), {
    error: 'this "bidKind" has no such "style"',
  })
  .refine(({ turn, energy }) => !energy || turn === 'toward', { error: 'only a "turn" of toward has an "energy"' })
  .refine((line) => line.turn === 'unanswered' || hasAnswer(line), {
    error: 'by its "turn" something followed, but it has no "reply", "reaction" or "replyVoice"',
  });

/** What of a labelled pair can have followed the bid. */
type LabelledAnswer = Pick<z.infer<typeof PAIR_LINE>, 'reply' | 'reaction' | 'replyVoice'> & {
  readonly attachments?: unknown;
};

/** Whether anything did, even a picture, which cannot be read by itself. */
function hasAnswer({ reply, reaction, replyVoice, attachments }: LabelledAnswer): boolean {
  return Boolean(reply?.trim() || reaction || replyVoice) || (Array.isArray(attachments) && attachments.length > 0);
}

/** Reads labelled utterances, each by itself; keeps what was heard, and no word. */
export async function readLabelled({ reader, encoder, judging, ...streams }: LineStreams & DetectParts) {
  const messages: ReadMessage[] = [];
  const judged: ReadMessage[] = [];
  const bad = await answerLines(streams, {
    schema: LABELLED_LINE,
    async answer(lines) {
      const said = await withBurstVectors(lines.map(saidIn), encoder);
      const read = lines.map((line, at) => ({ labels: labelsOf(line), ...readOne(said[at] as Said, reader) }));
      messages.push(...read.map(({ labels, reading }) => ({ labels, reading })));
      if (!judging) return []; // what is answered is one card for all of them
      const second = await inTwos(read, async (one) => ({ ...one, ...(await judgeReading(one, judging)) }));
      judged.push(...second.map(({ labels, reading }) => ({ labels, reading })));
      return [];
    },
  });
  return { messages, judged, bad };
}

const readOne = (said: Said, reader: Reader) => ({ said, reading: readAlone(said, reader), earlier: [] });

function labelsOf({ kind, bid, harshness, harsh, risk, tender }: LabelledLine): MessageLabels {
  return {
    kind: (kind === undefined ? bid : kind) ?? 'none',
    harsh: harshness ?? harsh ?? undefined,
    risk: risk ?? undefined,
    tender: tender ?? undefined,
  };
}

/** Reads labelled replies beside their bids; a bid that nothing followed has nothing to be read. */
export async function readLabelledPairs({ pairer, encoder, judging, ...streams }: LineStreams & PairParts) {
  const pairs: ReadPair[] = [];
  const judged: ReadPair[] = [];
  const bad = await answerLines(streams, {
    schema: LABELLED_PAIR,
    async answer(lines) {
      const replies = await readPairs(lines, { pairer, encoder });
      pairs.push(...labelledReplies(lines, replies));
      if (!judging) return [];
      judged.push(...labelledReplies(lines, await judgePairs(lines, replies, judging)));
      return [];
    },
  });
  return { pairs, judged, bad };
}

function labelledReplies(
  lines: readonly z.infer<typeof LABELLED_PAIR>[],
  replies: readonly ({ readonly reply: Reply } | undefined)[],
): readonly ReadPair[] {
  return lines.flatMap(({ bidKind, turn, energy, style }, at) => {
    const reply = replies[at]?.reply;
    if (!reply || turn === 'unanswered') return [];
    return [{ labels: { bidKind, turn, energy: energy ?? undefined, style: style ?? undefined }, reply }];
  });
}

interface EvalOptions {
  readonly pairs?: string;
  readonly json?: boolean;
  readonly judge?: Reach;
}

/** Adds `nod eval [FILE]`; its parts are made when the command runs. */
export function addEval(program: Command, makeParts: () => EvalParts): void {
  withJudgeOption(program.command('eval'))
    .argument('[FILE]', 'JSON Lines of {"text","attachments"?,"kind","harsh"?,"risk"?,"tender"?}, labelled by people')
    .option('--pairs <file>', 'JSON Lines of {"bidKind","bid","reply","turn","energy"?,"style"?}')
    .option('--json', 'print the measures as JSON')
    .description('Measure how well Nod reads utterances and replies that you labelled.')
    .action(async (file: string | undefined, { pairs, json = false, judge }: EvalOptions) => {
      const judging = await judgingFor(judge);
      const parts = makeParts();
      const encoder = watched(parts.encoder);
      const own = { output: process.stdout, errors: process.stderr, ...parts, encoder, judging };
      const ofMessages = file !== undefined || pairs === undefined;
      const read = {
        messages: ofMessages ? await readLabelled({ ...own, input: await openInput(file, process.stdin) }) : undefined,
        pairs:
          pairs === undefined
            ? undefined
            : await readLabelledPairs({ ...own, input: await openInput(pairs, process.stdin) }),
      };
      printScores(process.stdout, { ...scored(read), ...(judging && { judged: scored(judgedIn(read)) }) }, json);
      reportSpent(judging);
      reportLost(encoder, 'eval');
      if ((read.messages?.bad ?? 0) + (read.pairs?.bad ?? 0) > 0) process.exitCode = 1;
    });
}

interface Scores {
  readonly messages?: MessageScores;
  readonly pairs?: PairScores;
}

/** What was read; undefined where nothing of the kind was asked for. */
interface AllRead {
  readonly messages: { readonly messages: readonly ReadMessage[] } | undefined;
  readonly pairs: { readonly pairs: readonly ReadPair[] } | undefined;
}

/** The same rows after the judge was asked. */
function judgedIn(read: {
  readonly messages: { readonly judged: readonly ReadMessage[] } | undefined;
  readonly pairs: { readonly judged: readonly ReadPair[] } | undefined;
}): AllRead {
  return {
    messages: read.messages && { messages: read.messages.judged },
    pairs: read.pairs && { pairs: read.pairs.judged },
  };
}

function scored(read: AllRead): Scores {
  const { messages } = read.messages ?? {};
  const { pairs } = read.pairs ?? {};
  if (messages?.length === 0) throw nothingIn('utterance', '{"text":"got the job!!","kind":"good-news"}');
  if (pairs?.length === 0) {
    throw nothingIn('reply', '{"bidKind":"good-news","bid":"got the job!!","reply":"nice","turn":"toward"}');
  }
  return {
    ...(messages ? { messages: scoreMessages(messages) } : {}),
    ...(pairs ? { pairs: scorePairs(pairs) } : {}),
  };
}

function nothingIn(what: string, example: string): NodError {
  return new NodError('FILE_UNREADABLE', `There is no labelled ${what} to measure.`, `A line looks like ${example}.`);
}

/** Prints what was measured, for people or for programs; a share of nothing is null there. */
export function printScores(output: Writable, scores: Scores & { readonly judged?: Scores }, json: boolean): void {
  if (json) {
    const plain = (_: string, value: unknown) => (typeof value === 'number' ? rounded(value) : (value ?? null));
    const { messages, pairs, judged } = scores;
    output.write(`${JSON.stringify({ messages, pairs, judged }, plain)}\n`);
    return;
  }
  const judged = scores.judged ? ['', '== the same with a judge asked as well', '', ...tablesOf(scores.judged)] : [];
  output.write(`${[...tablesOf(scores), ...judged].join('\n')}\n`);
}

function tablesOf({ messages, pairs }: Scores): readonly string[] {
  return [
    ...(messages ? [`${messages.kinds.rows} utterances, each read by itself`, '', ...messageTables(messages)] : []),
    ...(messages && pairs ? [''] : []),
    ...(pairs ? [`${pairs.turn.rows} answered bids, their kind given`, '', ...pairTables(pairs)] : []),
  ];
}
