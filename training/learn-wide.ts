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
/** Binary digits kept of what a dense input weighs: all 24 take twice the bytes in the file and differ by a thousandth at most. Our choice. */
const DIGITS = 11;

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
  const learned = learnLines(seen, { ...WIDE, cost, ...shape, worthOf });
  return { ...learned, dense: learned.dense.map(roundedToDigits), kept };
}

function roundedToDigits(value: number): number {
  if (value === 0) return 0;
  const exponent = Math.floor(Math.log2(Math.abs(value)));
  const lastDigit = 2 ** (exponent + 1 - DIGITS);
  return Math.round(value / lastDigit) * lastDigit;
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
