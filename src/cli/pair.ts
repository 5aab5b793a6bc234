import type { Command } from 'commander';
import { z } from 'zod';
import { BID_KINDS, type BidKind } from '../domain/bid.ts';
import type { Pairer, PairReading, Reply } from '../domain/bid-response.ts';
import type { Said } from '../domain/reading.ts';
import { withBurstVectors } from '../engine/vectors.ts';
import type { Encoder } from '../ports/encoder.ts';
import { answerLines, LINE_ID, type LineStreams, mustBe, rounded, runOnFile } from './json-lines.ts';
import {
  inTwos,
  type JudgedReply,
  type Judging,
  judgeReply,
  judgingFor,
  type Reach,
  reportSpent,
  withJudgeOption,
} from './judging.ts';
import { reportingLost } from './watched-encoder.ts';

/** A bid and what followed as a line of JSON. */
export const PAIR_LINE = z.object({
  id: LINE_ID,
  bidKind: z.enum(BID_KINDS, mustBe('bidKind', `one of ${BID_KINDS.join(', ')}`)),
  bid: z.string(mustBe('bid', 'text')),
  reply: z.string({ error: '"reply" must be text' }).nullish(),
  reaction: z.string({ error: '"reaction" must be an emoji' }).nullish(),
  replyVoice: z.boolean({ error: '"replyVoice" must be true or false' }).nullish(),
});

type PairLine = Omit<z.infer<typeof PAIR_LINE>, 'id'>;

/** Reads each line as a bid and what followed; returns how many lines were bad. */
export async function pairLines(parts: LineStreams & PairParts): Promise<number> {
  const { pairer, encoder, judging, ...streams } = parts;
  return answerLines(streams, {
    schema: PAIR_LINE,
    async answer(lines) {
      const replies = await readPairs(lines, { pairer, encoder });
      if (!judging) return lines.map(({ id }, at) => ({ id, ...printed(replies[at]?.reply) }));
      const judged = await judgePairs(lines, replies, judging);
      return lines.map(({ id }, at) => ({ id, ...printed(judged[at]?.reply), judge: judged[at]?.opinion ?? null }));
    },
  });
}

/** The replies after a second opinion; what is not words alone is left as it was read. */
export async function judgePairs(
  lines: readonly PairLine[],
  replies: readonly (ReadReply | undefined)[],
  judging: Judging,
): Promise<readonly (JudgedReply | undefined)[]> {
  const pairs = lines.map((line, at) => ({ line, read: replies[at] }));
  return inTwos(pairs, async ({ line: { bidKind: kind, bid, reply, reaction, replyVoice }, read }) => {
    if (!read || !reply || reaction || replyVoice) return read && { reply: read.reply };
    return judgeReply({ kind, bid, reply, read: read.reply, second: read.second }, judging);
  });
}

/** What each reply does with its bid; undefined where nothing followed. */
export async function readPairs(
  lines: readonly PairLine[],
  { pairer, encoder }: Pick<PairParts, 'pairer' | 'encoder'>,
): Promise<readonly (ReadReply | undefined)[]> {
  const bids = await withBurstVectors(lines.map(bidIn), encoder);
  const replies = await withBurstVectors(lines.map(saidIn), encoder);
  return lines.map((line, at) => {
    const said = { bid: bids[at] as Said, reply: replies[at] as Said, isAlone: true };
    return readReplyIn(line, said, pairer);
  });
}

/** What reads pairs: the pairer, and the encoder that helps it. */
export interface PairParts {
  readonly pairer: Pairer;
  readonly encoder: Encoder;
  /** Whom to ask as well; absent, nobody. */
  readonly judging?: Judging | undefined;
}

const bidIn = ({ bid }: PairLine): Said => ({ text: bid, attachments: [] });

const saidIn = ({ reply, replyVoice }: PairLine): Said => ({
  text: reply ?? '',
  attachments: replyVoice === true ? ['voice'] : [],
});

/** Adds `nod pair [FILE]`; its parts are made when the command runs. */
export function addPair(program: Command, makeParts: () => PairParts): void {
  withJudgeOption(program.command('pair'))
    .argument(
      '[FILE]',
      'JSON Lines of {"id","bidKind","bid","reply"?,"reaction"?,"replyVoice"?}; without it, what is piped in',
    )
    .description('Print what each reply does with its bid: turn, energy, style.')
    .action(async (file: string | undefined, { judge }: { readonly judge?: Reach }) => {
      const judging = await judgingFor(judge);
      await runOnFile(file, (streams) =>
        reportingLost('pair', makeParts(), (parts) => pairLines({ ...streams, ...parts, judging })),
      );
      reportSpent(judging);
    });
}

/** What followed the bid, and what else the model thinks it may be. */
export type ReadReply = Pick<PairReading, 'reply' | 'second'>;

/** What followed the bid, read beside it: the act that decides. */
export function replyIn(...asked: Parameters<typeof readReplyIn>): Reply | undefined {
  return readReplyIn(...asked)?.reply;
}

/** Both sides of a line, and whether it stands alone: no chat is known around it. */
interface BothSaid {
  readonly bid: Said;
  readonly reply: Said;
  readonly isAlone: boolean;
}

export function readReplyIn(
  line: Pick<PairLine, 'bidKind' | 'reaction'>,
  said: BothSaid,
  pairer: Pairer,
): ReadReply | undefined {
  return decide(actsIn(line, said, pairer));
}

/** Everything a line says followed the bid, what decides first in front: words and what is attached, then a reaction. */
function actsIn(
  line: Pick<PairLine, 'bidKind' | 'reaction'>,
  { bid, reply, isAlone }: BothSaid,
  pairer: Pairer,
): readonly ReadReply[] {
  const kind: BidKind = line.bidKind;
  const acts: ReadReply[] = [];
  if (reply.text.trim() !== '' || reply.attachments.length > 0)
    acts.push(pairer.text({ kind, said: bid, isAlone }, reply));
  if (line.reaction) acts.push({ reply: pairer.reaction(kind, line.reaction) });
  return acts;
}

/** The first act that is toward or against decides; where none is, the words passed it by. */
function decide(acts: readonly ReadReply[]): ReadReply | undefined {
  return acts.find(({ reply }) => reply.turn !== 'away') ?? acts[0];
}

function printed(reply: Reply | undefined): object {
  // Nothing followed: that much is certain.
  if (reply === undefined) return { turn: 'unanswered', energy: null, style: null, confidence: 1 };
  return {
    turn: reply.turn,
    energy: reply.turn === 'toward' ? reply.energy : null,
    style: reply.style ?? null,
    confidence: rounded(reply.confidence),
  };
}
