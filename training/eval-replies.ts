import { existsSync, readFileSync } from 'node:fs';
import { loadReaders } from '../src/cli/load-reader.ts';
import { type Found, found } from '../src/cli/measures.ts';
import { replyIn } from '../src/cli/pair.ts';
import { outOf, pairTables, score } from '../src/cli/score-tables.ts';
import { type AnsweredTurn, type ReadPair, scorePairs } from '../src/cli/scorecard.ts';
import type { BidKind } from '../src/domain/bid.ts';
import type { Energy, Pairer, Reply, Style } from '../src/domain/bid-response.ts';
import type { Attachment, Said } from '../src/domain/reading.ts';
import { withBurstVectors } from '../src/engine/vectors.ts';
import { createPairer } from '../src/pair/pairer.ts';
import type { Encoder } from '../src/ports/encoder.ts';
import { bySentiment, byVader } from './eval-readers.ts';
import { pairSettingOf } from './lessons.ts';
import { between, groupedBy, spreadOf } from './measures.ts';

/** A bid with what followed and its labels; see README.md. */
interface PairLine {
  readonly scene: string;
  readonly bidKind: BidKind;
  readonly bid: string;
  readonly reply?: string;
  readonly attachments?: readonly Attachment[];
  readonly reaction?: string;
  readonly replyVoice?: boolean;
  readonly turn: AnsweredTurn | 'unanswered';
  readonly energy?: Energy;
  readonly style?: Style;
  /** Made up for a bid rather than found in a chat. */
  readonly written?: 'apart';
}

/** A pair as the pairer gets it live. */
export interface PairRow {
  readonly line: PairLine;
  readonly turn: AnsweredTurn;
  readonly bid: Said;
  readonly reply: Said;
  /** Whether it was made up by itself rather than said in a chat. */
  readonly isAlone: boolean;
}

type ReadReply = (row: PairRow) => Reply | undefined;

/** Pairing confidence from which a bid counts as passed by for a whisper. Source: design, "Coach", gates. */
const PASSED_BY = 0.7;

/** The answered bids of a block with the vectors of both sides; none where the block has no pairs. */
export async function pairRowsOf(block: string, encoder: Encoder): Promise<readonly PairRow[]> {
  const file = new URL(`./pairs/${block}.jsonl`, import.meta.url);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const answered = lines.flatMap((text) => {
    const line = JSON.parse(text) as PairLine;
    return line.turn === 'unanswered' ? [] : [{ line, turn: line.turn }];
  });
  const bids = await withBurstVectors(
    answered.map(({ line }) => ({ text: line.bid, attachments: [] })),
    encoder,
  );
  const replies = await withBurstVectors(
    answered.map(({ line }) => ({ text: line.reply ?? '', attachments: line.attachments ?? [] })),
    encoder,
  );
  return answered.map((one, at) => ({
    ...one,
    bid: bids[at] as Said,
    reply: replies[at] as Said,
    isAlone: pairSettingOf({ ...one.line, block }) === 'alone',
  }));
}

/** A peer hears the mood of the reply alone. */
function byMood(moodOf: (text: string) => number): ReadReply {
  return ({ reply }) => {
    const mood = moodOf(reply.text);
    if (mood > 0) return { turn: 'toward', energy: 'attentive', confidence: mood };
    return { turn: mood < 0 ? 'against' : 'away', confidence: Math.abs(mood) };
  };
}

/** Nod, or its rules alone. */
export const byPairer =
  (pairer: Pairer): ReadReply =>
  ({ line, ...said }) =>
    replyIn(line, said, pairer);

/** Nod as it ships and the peers. */
function createReplyReaders(): Readonly<Record<string, ReadReply>> {
  return {
    'always toward': () => ({ turn: 'toward', energy: 'attentive', confidence: 1 }),
    sentiment: byMood(bySentiment),
    'vader-sentiment': byMood(byVader),
    'rules only': byPairer(createPairer()),
    Nod: byPairer(loadReaders().pairer),
  };
}

type ReadPairOfScene = ReadPair & { readonly scene: string };

/** A pair whose reply could not be read at all is left out: nothing was there to be read. */
export function readPairRows(rows: readonly PairRow[], read: ReadReply): readonly ReadPairOfScene[] {
  return rows.flatMap((row) => {
    const reply = read(row);
    return reply ? [{ scene: row.line.scene, labels: { ...row.line, turn: row.turn }, reply }] : [];
  });
}

/** How well replies are read: peers in short, Nod in full. */
export function replyTables(rows: readonly PairRow[]): readonly string[] {
  const reads = Object.entries(createReplyReaders()).map(([name, read]) => ({ name, pairs: readPairRows(rows, read) }));
  const whole = reads.at(-1)?.pairs ?? [];
  const passed = passedBy(whole);
  return [
    `${rows.length} answered bids, their kind given; macro-F1`,
    `${'turn'.padStart(22)}               energy  style to good-news, vulnerability, repair: mean`,
    ...reads.map(({ name, pairs }) => `  ${name.padEnd(16)}${shortScores(pairs)}`),
    '',
    ...pairTables(scorePairs(whole)),
    `called passed by with a confidence of ${PASSED_BY} or more: ${outOf(passed.right, passed.said)} right, of ${passed.gold}`,
  ];
}

function shortScores(pairs: readonly ReadPairOfScene[]): string {
  const { turn, energy, style, styleMean } = scorePairs(pairs);
  const scenes = groupedBy(pairs, ({ scene }) => scene);
  const turns = spreadOf(scenes, (some) => scorePairs(some).turn.macroF1 ?? 0);
  const styles = spreadOf(scenes, (some) => scorePairs(some).styleMean ?? 0);
  const each = style.map((one) => score(one.macroF1)).join(', ');
  return [
    `${score(turn.macroF1).padStart(6)} ${between(turns)}`,
    score(energy.macroF1).padStart(8),
    ` ${each}: ${score(styleMean)} ${between(styles)}`,
  ].join(' ');
}

function passedBy(pairs: readonly ReadPair[]): Found {
  return found(
    pairs.map(({ labels, reply }) => ({
      truth: labels.turn === 'away',
      said: reply.turn === 'away' && reply.confidence >= PASSED_BY,
    })),
  );
}
