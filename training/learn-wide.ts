// Trains the wide part of a model of src/learned.
import { type Features, shareOf, type WidePart } from '../src/learned/model.ts';
import { type Asked, type Lesson, withVector } from './learn.ts';
import { addWorth, learnLines } from './support-vectors.ts';

/** Chosen by leaving blocks out. */
const WIDE = { cost: 0.15, passes: 30, enough: 0.01, scale: 0.25 };

/** Lines on words, facts, pieces of words and the dense input at once; of examples that have such an input. */
export function learnWide(
  lessons: readonly Lesson[],
  { asked, buckets, dense }: { asked: readonly Asked[]; buckets: number; dense: number },
): WidePart {
  const { scale, ...wide } = WIDE;
  return learnLines(withVector(lessons), { ...wide, asked, buckets, dense: { size: dense, scale }, worthOf });
}

function worthOf({ words, facts, pieces = [] }: Features): ReadonlyMap<number, number> {
  const worth = new Map<number, number>();
  addWorth(worth, words, shareOf(words));
  addWorth(worth, pieces, shareOf(pieces));
  addWorth(worth, facts, 1);
  return worth;
}
