/** Milliseconds since the Unix epoch. Every `at` and `…Until` in the code is one. */
export type Instant = number;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Whole seconds between two instants, never negative. */
export function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.round((to - from) / SECOND));
}
