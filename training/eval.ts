// npm run eval: how well Nod reads chats it never saw, beside peers, its own parts and a second person.
// With -- --curves it also learns anew from less, which takes minutes. With -- --tells it prints, instead of all
// that, what gives the corpus away. With -- --judge or -- --judge=full it asks the judge of the settings about a part
// of the rows instead, and prints what that adds and costs; -- --rows=N says how many.
import { judgingFor } from '../src/cli/judging.ts';
import { loadReaders } from '../src/cli/load-reader.ts';
import { messageTables } from '../src/cli/score-tables.ts';
import { scoreMessages } from '../src/cli/scorecard.ts';
import { createSentenceEncoder } from '../src/encoders/sentences.ts';
import type { Encoder } from '../src/ports/encoder.ts';
import { CHATS_APART, LINES_APART } from './corpus.ts';
import { agreementTable } from './eval-agreement.ts';
import { curveTables } from './eval-curves.ts';
import { everydayTable, thirdPartyTable } from './eval-everyday.ts';
import { judgeTables, mostRowsIn, reachIn, spreadOver } from './eval-judge.ts';
import { readBySecondPerson, readerTable, readRows } from './eval-messages.ts';
import { AS_SHIPPED, createReaders, type ReadRow } from './eval-readers.ts';
import { type PairRow, pairRowsOf, replyTables } from './eval-replies.ts';
import { type Row, rowsOf } from './eval-rows.ts';
import { tellsTables } from './eval-tells.ts';

/** A set that is measured by itself. */
interface Measured {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly pairs: readonly PairRow[];
}

interface MeasuredSets {
  /** Each block of chats by itself. */
  readonly each: readonly Measured[];
  readonly chats: Measured;
  /** Single lines, and single bids with replies. */
  readonly lines: Measured;
}

async function measuredSets(encoder: Encoder): Promise<MeasuredSets> {
  const each: Measured[] = [];
  for (const name of CHATS_APART) each.push(await measured(name, [name], encoder));
  return {
    each,
    chats: {
      name: CHATS_APART.join(' and '),
      rows: each.flatMap(({ rows }) => rows),
      pairs: each.flatMap(({ pairs }) => pairs),
    },
    lines: await measured(`single lines (${LINES_APART.join(' and ')})`, LINES_APART, encoder),
  };
}

async function measured(name: string, blocks: readonly string[], encoder: Encoder): Promise<Measured> {
  const rows: Row[] = [];
  const pairs: PairRow[] = [];
  for (const block of blocks) {
    rows.push(...(await rowsOf(block, encoder)));
    pairs.push(...(await pairRowsOf(block, encoder)));
  }
  return { name, rows, pairs };
}

function setTables({ name, rows, pairs }: Measured, readers: Readonly<Record<string, ReadRow>>): readonly string[] {
  const reads = Object.entries(readers).map(([reader, read]) => [reader, readRows(rows, read)] as const);
  const shipped = readRows(rows, readers[AS_SHIPPED] as ReadRow);
  return [
    `== ${name}: ${rows.length} utterances, never learned from`,
    ...readerTable({ ...Object.fromEntries(reads), 'a second person': readBySecondPerson(rows) }),
    '',
    ...messageTables(scoreMessages(shipped)),
    '',
    ...replyTables(pairs),
  ];
}

function print(lines: readonly string[]): void {
  console.log(`${lines.join('\n')}\n`);
}

async function printMeasures(): Promise<void> {
  const encoder = createSentenceEncoder();
  const readers = createReaders();
  const { each, chats, lines } = await measuredSets(encoder);
  for (const set of [...each, chats, lines]) print(setTables(set, readers));
  print(await everydayTable(readers, encoder));
  print(await thirdPartyTable(readers, encoder));
  print(agreementTable());
  if (process.argv.includes('--curves')) {
    for await (const line of curveTables([chats.rows, lines.rows])) console.log(line);
  }
}

/** What the judge adds, on rows spread over all that is measured. */
async function printJudge(): Promise<void> {
  const judging = await judgingFor(reach);
  if (!judging) return;
  const { rows, pairs } = (await measuredSets(createSentenceEncoder())).chats;
  const most = mostRowsIn(process.argv);
  const part = { rows: spreadOver(rows, most), pairs: spreadOver(pairs, most) };
  const read = createReaders()[AS_SHIPPED] as ReadRow;
  print(await judgeTables({ ...part, read, pairer: loadReaders().pairer, judging }));
}

const reach = reachIn(process.argv);
if (process.argv.includes('--tells')) print(tellsTables());
else if (reach) await printJudge();
else await printMeasures();
