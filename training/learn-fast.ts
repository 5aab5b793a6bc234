// Trains the fast part of a model of src/learned.
import { type FastPart, type Features, shareOf } from '../src/learned/model.ts';
import type { Asked, Lesson } from './learn.ts';
import { addWorth, learnLines } from './support-vectors.ts';

/** Chosen by leaving blocks out. */
const FAST = { cost: 0.3, passes: 60, enough: 0.01 };

/** Lines on hashed words and facts. */
export function learnFast(
  lessons: readonly Lesson[],
  { asked, buckets, fastSteps: steps }: { asked: readonly Asked[]; buckets: number; fastSteps: number },
): FastPart {
  const { table, step, bias } = learnLines(lessons, { ...FAST, steps, asked, buckets, worthOf });
  return { table, step, bias };
}

/** What each bucket is worth in an example: words share, facts count in full. */
function worthOf({ words, facts }: Features): ReadonlyMap<number, number> {
  const worth = new Map<number, number>();
  addWorth(worth, words, shareOf(words));
  addWorth(worth, facts, 1);
  return worth;
}
