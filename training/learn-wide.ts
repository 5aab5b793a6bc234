// Trains the wide part of a model of src/learned.
import { bitSetOf, createRowFinder, NO_ROW } from '../src/learned/bit-set.ts';
import type { Features, WidePart } from '../src/learned/model.ts';
import { type Asked, type Lesson, withVector } from './learn.ts';
import { addWorth, learnLines } from './support-vectors.ts';

/** What differs from step to step; both are chosen by leaving blocks out. */
export interface WideSettings {
  /** What a mistake costs beside large weights. */
  readonly cost: number;
  /** What the dense input is multiplied by, so that it weighs about as much as a word. */
  readonly scale: number;
}

/**
 * Chosen by leaving blocks out. With 15 steps a table packs into half the bytes that 127 take, and reads within a
 * thousandth as well.
 */
const WIDE = { passes: 30, enough: 0.01, steps: 15 };
/** Buckets that fewer lessons have get no row. */
const LEAST_LESSONS = 5;

/** Lines on n-grams, what stands beside them and the dense input at once; of examples that have such an input. */
export function learnWide(
  lessons: readonly Lesson[],
  {
    asked,
    gramBuckets,
    dense,
    wide: { cost, scale },
  }: { asked: readonly Asked[]; gramBuckets: number; dense: number; wide: WideSettings },
): WidePart {
  const seen = withVector(lessons);
  const frequent = frequentIn(seen, gramBuckets);
  const kept = bitSetOf(frequent, gramBuckets);
  const rowOf = createRowFinder(kept);
  const worthOf = (features: Features) => rowsWorth(features, rowOf);
  const shape = { asked, buckets: frequent.length, dense: { size: dense, scale } };
  const lines = learnLines(seen, { ...WIDE, cost, ...shape, worthOf });
  return { ...lines, dense: lines.dense.map(withFewBits), kept };
}

/** So many binary digits of a number tell what it says; the rest would be half of what the dense input takes in the file. Our choice. */
const BITS = 11;

function withFewBits(value: number): number {
  if (value === 0) return 0;
  const unit = 2 ** (Math.floor(Math.log2(Math.abs(value))) + 1 - BITS);
  return Math.round(value / unit) * unit;
}

/** Buckets that enough lessons have, in order; of a lesson that is asked about in several ways the last counts. */
function frequentIn(lessons: readonly Lesson[], buckets: number): readonly number[] {
  const counts = new Uint32Array(buckets);
  for (const { features, truth } of lessons) {
    if (truth[0] === undefined) continue; // the same line typed anew
    const grams = (features.at(-1)?.grams ?? []).flatMap((group) => group.buckets);
    for (const bucket of new Set(grams)) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return [...counts.keys()].filter((bucket) => (counts[bucket] ?? 0) >= LEAST_LESSONS);
}

/** What each row is worth in an example. */
function rowsWorth({ grams = [] }: Features, rowOf: (bucket: number) => number): ReadonlyMap<number, number> {
  const worth = new Map<number, number>();
  for (const { buckets, each } of grams) {
    const known = buckets.map(rowOf).filter((row) => row !== NO_ROW);
    addWorth(worth, known, each);
  }
  return worth;
}
