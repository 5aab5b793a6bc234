import { inTwos, type Judging, judgeReading, judgeReply, type Reach, saySpent } from '../src/cli/judging.ts';
import { type ReadReply, readReplyIn } from '../src/cli/pair.ts';
import { messageTables, score } from '../src/cli/score-tables.ts';
import { type ReadPair, scoreMessages, scorePairs } from '../src/cli/scorecard.ts';
import type { Pairer } from '../src/domain/bid-response.ts';
import { readerTable, readRows } from './eval-messages.ts';
import type { ReadRow } from './eval-readers.ts';
import type { PairRow } from './eval-replies.ts';
import type { Row } from './eval-rows.ts';

/** What a judge adds to Nod's own reading, on the same rows, and what that costs. */
export interface JudgeTrial {
  readonly rows: readonly Row[];
  readonly pairs: readonly PairRow[];
  readonly read: ReadRow;
  readonly pairer: Pairer;
  readonly judging: Judging;
}

/** Rows are asked about up to here unless --rows says more: some 200,000 tokens in full, a day's budget. Our choice. */
const MOST_ROWS = 150;

/** `--judge` or `--judge=full`, as `nod eval` has it; undefined where it is not asked for. */
export function reachIn(words: readonly string[]): Reach | undefined {
  if (words.includes('--judge=full')) return 'full';
  return words.includes('--judge') || words.includes('--judge=uncertain') ? 'uncertain' : undefined;
}

/** How many rows to ask about: `--rows=500`. */
export function mostRowsIn(words: readonly string[]): number {
  const [, most] = /^--rows=(\d+)$/.exec(words.find((word) => word.startsWith('--rows=')) ?? '') ?? [];
  return most === undefined ? MOST_ROWS : Number(most);
}

/** Rows spread evenly over all of them, so that a part stands for the whole. */
export function spreadOver<One>(all: readonly One[], most: number): readonly One[] {
  const each = Math.max(1, all.length / most);
  return all.filter((_, at) => Math.floor(at / each) !== Math.floor((at - 1) / each));
}

/** Nod alone and Nod with the judge beside each other, then the bill. */
export async function judgeTables(trial: JudgeTrial): Promise<readonly string[]> {
  const { rows, pairs, judging } = trial;
  const alone = readRows(rows, trial.read);
  const judged = await judgedRows(trial);
  const replies = await judgedPairs(trial);
  const name = judging.reach === 'full' ? 'judge on all' : 'Nod and judge';
  return [
    `== ${rows.length} utterances and ${pairs.length} answered bids, spread over all that is measured`,
    ...readerTable({ Nod: alone, [name]: judged }),
    '',
    ...messageTables(scoreMessages(judged)),
    '',
    'replies; macro-F1 of turn, energy, style',
    replyLine('Nod', replies.alone),
    replyLine(name, replies.judged),
    '',
    saySpent(judging.judge.spent(), judging.price),
  ];
}

async function judgedRows({ rows, read, judging }: JudgeTrial) {
  const readings = await inTwos(rows, async (row) => {
    const judgeable = { said: row.said, reading: read(row), earlier: row.context.earlier };
    return (await judgeReading(judgeable, judging)).reading;
  });
  const byRow = new Map(rows.map((row, at) => [row.said, readings[at] ?? { tender: false }]));
  return readRows(rows, ({ said }) => byRow.get(said) ?? { tender: false });
}

async function judgedPairs({ pairs, pairer, judging }: JudgeTrial) {
  const alone: ReadPair[] = [];
  const judged: ReadPair[] = [];
  await inTwos(pairs, async ({ line, turn, ...said }) => {
    const read = readReplyIn(line, said, pairer);
    if (!read) return;
    const labels = { ...line, turn };
    const asked = !line.reply || line.reaction ? read : await judgeWords(line, read);
    alone.push({ labels, reply: read.reply });
    judged.push({ labels, reply: asked.reply });
  });
  return { alone, judged };

  function judgeWords({ bidKind: kind, bid, reply = '' }: PairRow['line'], { reply: read, second }: ReadReply) {
    return judgeReply({ kind, bid, reply, read, second }, judging);
  }
}

function replyLine(name: string, pairs: readonly ReadPair[]): string {
  const { turn, energy, styleMean } = scorePairs(pairs);
  const scores = [turn.macroF1, energy.macroF1, styleMean].map((one) => score(one).padStart(8));
  return `  ${name.padEnd(16)}${scores.join('')}`;
}
