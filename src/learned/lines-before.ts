import { logChances, type Scores, type Span, softmax } from './model.ts';

/** Of so many lines said before it counts what they were. Six find no more on blocks left out of learning. */
export const LINES_BEFORE = 4;

/** A line said before. */
export interface LineBefore {
  /** Whoever is read now said it. */
  readonly own: boolean;
  /** What `impressionOf` finds of it, all questions side by side as scores are. */
  readonly chances: readonly number[];
}

/** The chance of each class by the mean of all parts, question by question, before anything is known of what scores mean. */
export function impressionOf(parts: readonly Scores[], spans: readonly Span[]): number[] {
  return spans.flatMap(({ from, until }) => {
    const said = parts.map((scores) => logChances(scores.slice(from, until)));
    return softmax(Array.from({ length: until - from }, (_, one) => meanOf(said.map((all) => all[one] ?? 0))));
  });
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * What lines said before count for one question, the nearest first: the chances of its classes where the same person said
 * it, then where the other did. Zeros stand for a line of which nothing is known.
 */
export function beforeFrom(lines: readonly (LineBefore | undefined)[], { from, until }: Span): number[] {
  const nothing = new Array<number>(until - from).fill(0);
  return Array.from({ length: LINES_BEFORE }, (_, at) => {
    const line = lines[at];
    const chances = line?.chances.slice(from, until) ?? nothing;
    return line?.own ? [...chances, ...nothing] : [...nothing, ...chances];
  }).flat();
}

/** How many numbers that is, for a question of so many classes. */
export const countBefore = (classes: number) => LINES_BEFORE * 2 * classes;
