import { macroF1 } from '../src/cli/measures.ts';
import { score } from '../src/cli/score-tables.ts';
import { KINDS_AND_NONE, kindAnswer } from '../src/cli/scorecard.ts';
import type { Weights } from '../src/detect/model/weights.ts';
import { createReader } from '../src/detect/reader.ts';
import type { Example } from './corpus.ts';
import { readRows } from './eval-messages.ts';
import type { Row } from './eval-rows.ts';
import { shareOfScenes } from './measures.ts';
import { learnable, teach } from './train.ts';

/** Shares of the scenes that are learned from: each twice the one before. */
const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];

/**
 * The fast model learned anew, and how well it reads the given rows with the rules beside it: from less of the
 * same (a learning curve), and without each source (what that source is worth). Lines come as they are found,
 * since each takes seconds.
 */
export function* curveTables(rows: readonly Row[]): Generator<string> {
  const examples = learnable();
  yield 'learned from a share of the scenes: macro-F1 over all classes';
  for (const share of SHARES) {
    const scenes = shareOfScenes(examples.map(sceneOf), share);
    yield curveLine(
      `${Math.round(share * 1000) / 10} %`,
      examples.filter((one) => scenes.has(sceneOf(one))),
      rows,
    );
  }
  yield 'learned without one source';
  for (const source of new Set(examples.map(sourceOf))) {
    yield curveLine(
      `without ${source}`,
      examples.filter((one) => sourceOf(one) !== source),
      rows,
    );
  }
}

/** The numbered parts of a source, as seed-1 to seed-4, are one. */
const sourceOf = ({ block }: Example) => block.replace(/-\d+$/, '');
const sceneOf = ({ block, line }: Example) => `${block} ${line.scene}`;

function curveLine(name: string, examples: readonly Example[], rows: readonly Row[]): string {
  const { weights } = teach(examples);
  return `  ${name.padEnd(16)} ${String(examples.length).padStart(6)} utterances  ${score(macroWith(weights, rows))}`;
}

function macroWith(weights: Weights, rows: readonly Row[]): number | undefined {
  const read = createReader({ weights });
  return macroF1(KINDS_AND_NONE, readRows(rows, ({ said, context }) => read(said, context)).map(kindAnswer));
}
