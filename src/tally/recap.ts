import type { PartnerId } from '../domain/ids.ts';
import type { Recap } from '../domain/mirror.ts';
import type { Moment } from '../domain/moment.ts';
import type { Instant } from '../domain/time.ts';
import { closedWeek } from '../domain/week.ts';
import { mirror } from './mirror.ts';
import { together } from './together.ts';

/** The newest closed week: what both may read of the two, as `/nod us` says it, and what the reader gave in it. */
export function recap(
  moments: readonly Moment[],
  { by, partners }: { readonly by: PartnerId; readonly partners: readonly [PartnerId, PartnerId] },
  now: Instant,
): Recap {
  const { from, until } = closedWeek(now);
  const own = mirror(moments, [], { by, from, until, numbers: false });
  return { from, until, together: together(moments, partners, now).lines, own: own.lines };
}

/**
 * Whether the week has nothing to tell. Both have a line only where each gave something, so this hangs on what the
 * reader gave alone: whether a recap comes tells nothing of the other (law 6). For the same reason what they kept of
 * four weeks brings no recap by itself.
 */
export function isEmptyRecap({ together: both, own }: Recap): boolean {
  return both.length + own.length === 0;
}
