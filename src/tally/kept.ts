import type { WeekOfKept } from '../domain/dyad.ts';
import type { Amount } from '../domain/mirror.ts';
import { DAY, type Instant } from '../domain/time.ts';
import { closedWeek } from '../domain/week.ts';
import { amountOf, LEAST_EACH } from './together.ts';

/** Promises are few: what is told of them is of so many closed weeks together. Our choice. */
const WEEKS = 4;

/**
 * How often the two came back to what they had put off, alike for both: a joint positive. As with every line about
 * both, only where each gave enough, and never how much was one's.
 */
export function keptTogether(
  [first, second]: readonly [readonly WeekOfKept[], readonly WeekOfKept[]],
  now: Instant,
): Amount | undefined {
  const { until } = closedWeek(now);
  const isClosed = ({ week }: WeekOfKept) => week * DAY < until && week * DAY >= until - WEEKS * 7 * DAY;
  const sum = (weeks: readonly WeekOfKept[]) => weeks.filter(isClosed).reduce((total, { count }) => total + count, 0);
  const [ones, others] = [sum(first), sum(second)];
  return Math.min(ones, others) < LEAST_EACH ? undefined : amountOf(ones + others);
}
