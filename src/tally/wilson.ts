import type { Share } from '../domain/mirror.ts';

/** The normal quantile that leaves 2.5 % on each side. */
const Z_95 = 1.959964;

/** A share with its 95 % interval, honest for small counts (Wilson 1927, "Probable inference"). */
export function wilson(successes: number, trials: number): Share {
  const share = successes / trials;
  const spread = Z_95 ** 2 / trials;
  const centre = (share + spread / 2) / (1 + spread);
  const reach = (Z_95 / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  // At none or all of the trials a bound equals the share; rounding must not push it past.
  return {
    share,
    low: Math.max(0, Math.min(share, centre - reach)),
    high: Math.min(1, Math.max(share, centre + reach)),
  };
}
