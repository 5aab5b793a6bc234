import { type Found, macroF1 } from '../src/cli/measures.ts';
import { score } from '../src/cli/score-tables.ts';
import {
  KINDS_AND_NONE,
  kindAnswer,
  type MessageScores,
  type ReadMessage,
  scoreMessages,
} from '../src/cli/scorecard.ts';
import type { ReadRow } from './eval-readers.ts';
import { type Row, secondOf } from './eval-rows.ts';
import { between, groupedBy, spreadOf } from './measures.ts';

/** An utterance as labelled and as read, with the scene it belongs to. */
type ReadRowOfScene = ReadMessage & { readonly scene: string };

export function readRows(rows: readonly Row[], read: ReadRow): readonly ReadRowOfScene[] {
  return rows.map((row) => ({
    scene: `${row.block} ${row.line.scene}`,
    labels: row.line,
    reading: read(row),
  }));
}

/** What the second person saw of those lines that two have read, as if it were a reading: the most to ask for. */
export function readBySecondPerson(rows: readonly Row[]): readonly ReadRowOfScene[] {
  const sure = { confidence: 1, because: [] };
  const readTwice = rows.filter(({ line }) => line.second !== undefined);
  return readTwice.map(({ block, line }) => {
    const { kind, harsh, risk, tender } = secondOf(line);
    const reading = {
      ...(kind === 'none' ? {} : { bid: { kind, intensity: 0.5, ...sure } }),
      ...(harsh ? { harshness: { kind: harsh, ...sure } } : {}),
      ...(risk ? { risk: { kind: risk, ...sure } } : {}),
      tender: tender === true,
    };
    return { scene: `${block} ${line.scene}`, labels: line, reading };
  });
}

const macroOf = (messages: readonly ReadMessage[]) => macroF1(KINDS_AND_NONE, messages.map(kindAnswer)) ?? 0;

/** Readers beside each other on the same rows, a line each; counts are right/said, of those labelled. */
export function readerTable(reads: Readonly<Record<string, readonly ReadRowOfScene[]>>): readonly string[] {
  const head = ['macro-F1 of kinds', 'good-news≥.8', 'vulnerability≥.8', 'harsh F1', 'risk', 'tender', 'calib. error'];
  const body = Object.entries(reads).map(([name, messages]) => {
    const spread = spreadOf(
      groupedBy(messages, ({ scene }) => scene),
      macroOf,
    );
    return row(name, [`${score(macroOf(messages))} ${between(spread)}`, ...figures(scoreMessages(messages))]);
  });
  return [row('', head), ...body];
}

const row = (name: string, cells: readonly string[]) =>
  `  ${name.padEnd(16)}${cells.map((cell) => cell.padStart(18)).join('')}`;

function figures({ atNudge, harshness, risk, tender, calibration }: MessageScores): readonly string[] {
  const counted = ({ right, said, gold }: Found) => `${right}/${said}, of ${gold}`;
  return [...atNudge.map(counted), score(harshness.f1), counted(risk), counted(tender), score(calibration.error)];
}
