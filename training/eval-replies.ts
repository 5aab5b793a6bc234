import { readFileSync } from 'node:fs';
import type { BidKind } from '../src/domain/bid.ts';
import type { Energy, PairReading, Style } from '../src/domain/bid-response.ts';
import type { Attachment } from '../src/domain/reading.ts';
import { createPairer } from '../src/pair/pairer.ts';
import { TEST_BLOCK } from './corpus.ts';

/** A bid with one reply and its labels; see README.md. */
interface Pair {
  readonly bidKind: BidKind;
  readonly bid: string;
  readonly reply?: string;
  readonly attachments?: readonly Attachment[];
  readonly turn: 'toward' | 'away' | 'against' | 'unanswered';
  readonly energy?: Energy;
  readonly style?: Style;
}

type Read = { readonly pair: Pair; readonly reply: PairReading['reply'] };

/** Blocks with the proportions of everyday chat, besides the one that is only measured. */
const NATURAL = ['alder', 'birch', 'cedar', 'damson', 'elder'];

function readPairs(block: string): readonly Read[] {
  const { text } = createPairer();
  const lines = readFileSync(new URL(`./pairs/${block}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const pairs = lines.map((line) => JSON.parse(line) as Pair & { readonly written?: 'apart' });
  return pairs
    .filter(({ reply, turn, written }) => reply && turn !== 'unanswered' && written === undefined)
    .map((pair) => {
      const bid = { kind: pair.bidKind, said: { text: pair.bid, attachments: [] } };
      return { pair, reply: text(bid, { text: pair.reply ?? '', attachments: pair.attachments ?? [] }).reply };
    });
}

/** The share that is right, and the mean F1 of the classes that occur. */
function measure(
  name: string,
  answers: readonly { readonly truth: string; readonly said: string | undefined }[],
): void {
  const classes = [...new Set(answers.map(({ truth }) => truth))];
  const f1s = classes.map((one) => {
    const hit = answers.filter(({ truth, said }) => truth === one && said === one).length;
    return hit === 0
      ? 0
      : (2 * hit) /
          (answers.filter(({ truth }) => truth === one).length + answers.filter(({ said }) => said === one).length);
  });
  const right = answers.filter(({ truth, said }) => truth === said).length;
  const macro = f1s.reduce((sum, f1) => sum + f1, 0) / f1s.length;
  console.log(
    `  ${name.padEnd(24)} ${String(answers.length).padStart(4)}  ${Math.round((100 * right) / answers.length)} % right, macro-F1 ${macro.toFixed(2)}`,
  );
}

/** How well replies are read: on the block kept apart, and how far "passed by" can be trusted. */
export function printReplies(): void {
  const reads = readPairs(TEST_BLOCK);
  const styled = (kind: BidKind) => reads.filter(({ pair }) => pair.bidKind === kind && pair.style !== undefined);
  const styles = (kind: BidKind) =>
    styled(kind).map(({ pair, reply }) => ({ truth: String(pair.style), said: reply.style }));
  console.log(`\nreplies in ${TEST_BLOCK}, read by rules`);
  measure(
    'turn',
    reads.map(({ pair, reply }) => ({ truth: pair.turn, said: reply.turn })),
  );
  const toward = reads.filter(({ pair }) => pair.energy !== undefined);
  const energyIn = ({ reply }: Read) => (reply.turn === 'toward' ? reply.energy : undefined);
  measure(
    'energy',
    toward.map((read) => ({ truth: String(read.pair.energy), said: energyIn(read) })),
  );
  for (const kind of ['good-news', 'vulnerability', 'repair'] as const) measure(`style, ${kind}`, styles(kind));
  const passed = NATURAL.flatMap(readPairs).filter(({ reply }) => reply.turn === 'away' && reply.confidence >= 0.7);
  const right = passed.filter(({ pair }) => pair.turn === 'away').length;
  console.log(`  called passed by at 0.7 or more in ${NATURAL.join(', ')}: ${passed.length}, of those right ${right}`);
}
