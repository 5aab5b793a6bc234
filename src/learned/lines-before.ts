import { logChances, type Scores, type Span, softmax } from './model.ts';

/** Of so many lines said before it counts what they were. Six find no more on blocks left out of learning. */
export const LINES_BEFORE = 4;

/** A line said before, at a glance. */
export interface LineBefore {
  /** Whoever is read now said it. */
  readonly own: boolean;
  /** The chance of each class, question by question, side by side as scores are. */
  readonly chances: readonly number[];
}

/** What all parts say of a line alike, before anything is known of what their scores mean where it was said. */
export function glanceOf(parts: readonly Scores[], spans: readonly Span[]): number[] {
  return spans.flatMap(({ from, until }) => {
    const said = parts.map((scores) => logChances(scores.slice(from, until)));
    return softmax(Array.from({ length: until - from }, (_, one) => meanOf(said.map((all) => all[one] ?? 0))));
  });
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * What lines said before count for one question, the nearest first: the chances of its classes where the same person said
 * it, then where the other did, and that anything was said. Zeros stand for a line of which nothing is known.
 */
export function beforeFrom(lines: readonly (LineBefore | undefined)[], { from, until }: Span): number[] {
  const nothing = new Array<number>(until - from).fill(0);
  return Array.from({ length: LINES_BEFORE }, (_, at) => {
    const line = lines[at];
    if (line === undefined) return [...nothing, ...nothing, 0];
    const chances = line.chances.slice(from, until);
    return line.own ? [...chances, ...nothing, 1] : [...nothing, ...chances, 1];
  }).flat();
}

/** How many numbers that is, for a question of so many classes. */
export const countBefore = (classes: number) => LINES_BEFORE * (2 * classes + 1);
