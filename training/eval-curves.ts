import { loadModels } from '../src/cli/load-reader.ts';
import { macroF1 } from '../src/cli/measures.ts';
import { score } from '../src/cli/score-tables.ts';
import { KINDS_AND_NONE, kindAnswer } from '../src/cli/scorecard.ts';
import { createReader } from '../src/detect/reader.ts';
import { COMMENT_BLOCKS } from './comments.ts';
import { SINGLE_LINES } from './corpus.ts';
import { type BlockLesson, learn, utteranceCourse } from './course.ts';
import { readRows } from './eval-messages.ts';
import type { Row } from './eval-rows.ts';
import { shareOfScenes } from './measures.ts';

/** Shares of the scenes that are learned from: each twice the one before. */
const SHARES = [1 / 8, 1 / 4, 1 / 2, 1];

/** Where lines come from: README.md, "The corpus". */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'the seed': ['seed-1', 'seed-2', 'seed-3', 'seed-4'],
  'chats read by two': 'alder birch cedar damson elder campion lavender privet comfrey'.split(' '),
  'chats read by one': ['fir', 'gorse', 'hazel', 'ivy', 'kelp', 'linden', 'myrtle'],
  'single lines': SINGLE_LINES,
  'comments of strangers': COMMENT_BLOCKS,
};

/**
 * The model learned anew, and how well it reads each set of rows: from less of the same (a learning curve), and without
 * each source (what that source is worth). Lines come as they are found, since each takes some minutes.
 */
export async function* curveTables(sets: readonly (readonly Row[])[]): AsyncGenerator<string> {
  const course = await utteranceCourse();
  const line = (name: string, lessons: readonly BlockLesson[]) => {
    const model = { questions: loadModels().utterances.questions, ...learn(lessons, course) };
    const read = createReader({ model });
    const worth = sets.map((rows) =>
      macroF1(KINDS_AND_NONE, readRows(rows, ({ said, context }) => read(said, context)).map(kindAnswer)),
    );
    return `  ${name.padEnd(26)} ${String(lessons.length).padStart(6)} utterances  ${worth.map(score).join('  ')}`;
  };
  yield 'learned from a share of the scenes: macro-F1 over all classes, of chats and of single lines';
  for (const share of SHARES) {
    const scenes = shareOfScenes(
      course.lessons.map(({ scene }) => scene),
      share,
    );
    yield line(
      `${Math.round(share * 1000) / 10} %`,
      course.lessons.filter(({ scene }) => scenes.has(scene)),
    );
  }
  yield 'learned without one source';
  for (const [name, blocks] of Object.entries(SOURCES)) {
    yield line(
      `without ${name}`,
      course.lessons.filter(({ block }) => !blocks.includes(block)),
    );
  }
}
