import { BID_KINDS } from '../domain/bid.ts';
import type { PartnerId } from '../domain/ids.ts';
import type { Amount, Together } from '../domain/mirror.ts';
import type { Moment } from '../domain/moment.ts';
import type { Instant } from '../domain/time.ts';
import { closedWeek } from '../domain/week.ts';

/** A line tells of both only if each gave at least this many of the kind. Source: trust, "Privacy". */
export const LEAST_EACH = 3;
/**
 * What the two gave together in the week, in words: from 10 "many", from 25 "lots". Our choice: a line
 * begins at 6 (three each), more than one a day reads as many, more than three a day as lots.
 */
const MANY = 10;
const LOTS = 25;

/**
 * What both may read, alike for both: the newest week that ended at least two days ago, in words. The
 * moments of that week are all it needs; older and newer ones are left out.
 */
export function together(
  moments: readonly Moment[],
  partners: readonly [PartnerId, PartnerId],
  now: Instant,
): Together {
  const { from, until } = closedWeek(now);
  const closed = moments.filter((moment) => moment.at >= from && moment.at < until);
  const lines = BID_KINDS.flatMap((kind) => {
    const ofKind = closed.filter((moment) => moment.kind === kind);
    const given = partners.map((partner) => ofKind.filter((moment) => moment.by === partner).length);
    if (given.some((count) => count < LEAST_EACH)) return [];
    return [{ kind, amount: amountOf(given.reduce((total, count) => total + count, 0)) }];
  });
  return { lines };
}

/** How much of something the two gave together. */
export function amountOf(count: number): Amount {
  if (count >= LOTS) return 'lots';
  return count >= MANY ? 'many' : 'a few';
}
