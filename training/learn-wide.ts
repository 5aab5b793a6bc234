// Trains the wide part of a model of src/learned.
import { bitSetOf, createRowFinder, NO_ROW } from '../src/learned/bit-set.ts';
import { type Features, shareOf, type WidePart } from '../src/learned/model.ts';
import { type Asked, type Lesson, withVector } from './learn.ts';
import { addWorth, learnLines } from './support-vectors.ts';

/**
 * Chosen by leaving blocks out. With 15 steps a table packs into half the bytes that 127 take, and reads within a
 * thousandth as well.
 */
const WIDE = { cost: 0.3, passes: 30, enough: 0.01, steps: 15, scale: 0.25 };
/** Buckets that fewer lessons have get no row. */
const LEAST_LESSONS = 5;

/** Lines on facts, n-grams and the dense input at once; of examples that have such an input. */
export function learnWide(
  lessons: readonly Lesson[],
  { asked, gramBuckets, dense }: { asked: readonly Asked[]; gramBuckets: number; dense: number },
): WidePart {
  const { scale, ...wide } = WIDE;
  const seen = withVector(lessons);
  const frequent = frequentIn(seen, gramBuckets);
  const kept = bitSetOf(frequent, gramBuckets);
  const rowOf = createRowFinder(kept);
  const worthOf = (features: Features) => rowsWorth(features, rowOf);
  const lines = learnLines(seen, { ...wide, asked, buckets: frequent.length, dense: { size: dense, scale }, worthOf });
  return { ...lines, kept };
}

/** Buckets that enough lessons have, in order; of a lesson that is asked about in several ways the last counts. */
function frequentIn(lessons: readonly Lesson[], buckets: number): readonly number[] {
  const counts = new Uint32Array(buckets);
  for (const { features, truth } of lessons) {
    if (truth[0] === undefined) continue; // the same line typed anew
    const { facts = [], grams = [] } = features.at(-1) ?? {};
    for (const bucket of new Set([...facts, ...grams.flat()])) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return [...counts.keys()].filter((bucket) => (counts[bucket] ?? 0) >= LEAST_LESSONS);
}

/** What each row is worth in an example. */
function rowsWorth({ facts, grams = [] }: Features, rowOf: (bucket: number) => number): ReadonlyMap<number, number> {
  const worth = new Map<number, number>();
  const add = (buckets: readonly number[], each: number) => {
    const known = buckets.map(rowOf).filter((row) => row !== NO_ROW);
    addWorth(worth, known, each);
  };
  for (const group of grams) add(group, shareOf(group));
  add(facts, 1);
  return worth;
}
