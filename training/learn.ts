// What learning the parts of a model shares. No randomness but a seeded one, so the same lessons give
// the same numbers.
import { type Features, logChances } from '../src/learned/model.ts';

/** What is to be learned about one example. */
export interface Lesson {
  /** As it is asked in turn: with and without what was said before; one is enough. */
  readonly features: readonly Features[];
  /** One a question: the share of each class, or nothing where it does not apply. */
  readonly truth: readonly (readonly number[] | undefined)[];
  /** How much hangs on it, 0–1, and of which class it is by its first label; absent where nothing does. */
  readonly gauged?: { readonly of: number; readonly amount: number };
}

/** What shapes the training of one question. */
export interface Asked {
  readonly classes: readonly string[];
  /** How much this question counts beside the others. */
  readonly weight: number;
  /** How far rare classes are lifted (0 not at all, 1 to equal weight). */
  readonly lift: number;
}

/** Those that have a sentence vector, without which the deep part and the wide one are not asked. */
export const withVector = (lessons: readonly Lesson[]) =>
  lessons.filter(({ features }) => features[0]?.dense !== undefined);

/** In an order the dice give (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], dice: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(dice() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** How much each class counts: rare ones more, by the question's lift. */
export function liftsOf(lessons: readonly Lesson[], asked: readonly Asked[]): readonly (readonly number[])[] {
  return asked.map(({ classes, lift }, question) => {
    const counts = classes.map((_, at) => lessons.reduce((sum, { truth }) => sum + (truth[question]?.[at] ?? 0), 0));
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count) => (count === 0 ? 0 : (total / (classes.length * count)) ** lift));
  });
}

/** How far each output is off, weighed; nothing for questions that do not apply. */
export function slopesOf(
  scores: Float64Array,
  { truth }: Lesson,
  terms: { asked: readonly Asked[]; lifts: readonly (readonly number[])[] },
): Float64Array {
  const slopes = new Float64Array(scores.length);
  let from = 0;
  terms.asked.forEach(({ classes, weight }, question) => {
    const right = truth[question];
    if (right) {
      const chances = logChances(scores.subarray(from, from + classes.length));
      const counts = weight * right.reduce((sum, share, at) => sum + share * (terms.lifts[question]?.[at] ?? 1), 0);
      chances.forEach((chance, at) => {
        slopes[from + at] = counts * (Math.exp(chance) - (right[at] ?? 0));
      });
    }
    from += classes.length;
  });
  return slopes;
}

/** Classes of all questions, side by side. */
export const outputsOf = (asked: readonly Asked[]) => asked.reduce((sum, { classes }) => sum + classes.length, 0);

/** How far the furthest value lies from zero; 1 where all are zero, so that it can be divided by. */
export const largest = (values: Float32Array) =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
