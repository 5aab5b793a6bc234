import { LATENCY_EDGES } from '../domain/latency-bins.ts';

/** The middle of the values, the mean of the middle two when there is none; undefined without values. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return undefined;
  return Math.round((lower + upper) / 2);
}

/**
 * The upper edge of the bin that holds the middle answer: half of the answers came within it. Undefined
 * without answers, and where the middle lies in the last bin, which has no edge.
 */
export function medianOfBins(bins: readonly number[]): number | undefined {
  const half = bins.reduce((sum, count) => sum + count, 0) / 2;
  if (half === 0) return undefined;
  let seen = 0;
  const edge = LATENCY_EDGES.find((_, bin) => {
    seen += bins[bin] ?? 0;
    return seen >= half;
  });
  return edge === undefined || edge === Infinity ? undefined : edge;
}
