/**
 * Upper edges, in available seconds, of the bins an answer time is kept in once its moment is folded into
 * a week; an answer at an edge belongs to the next bin. Twelve bins (design, "Defaults"); the edges are our
 * choice: fine where an answer feels instant, coarse later, and 4 h is the response window.
 *
 * Totals at rest are counted by these edges: change one and old weeks tell something else. Never edit.
 */
export const LATENCY_EDGES = [30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 14_400, Infinity] as const;

/** How many bins a week has. */
export const BIN_COUNT = LATENCY_EDGES.length;

/** The bin an answer time falls in, 0 to 11. */
export function binOf(availableSeconds: number): number {
  return LATENCY_EDGES.findIndex((edge) => availableSeconds < edge);
}
