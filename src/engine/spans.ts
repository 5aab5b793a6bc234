import type { DyadState, Span } from '../domain/dyad.ts';
import { LONGEST_OPEN } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';

/** End of an unobserved span that is still running. */
export const OPEN_END: Instant = 8_640_000_000_000_000; // the last instant a Date can hold

/** The later of two instants that may be absent. */
export function later(one: Instant | undefined, other: Instant): Instant {
  return Math.max(one ?? other, other);
}

/** Whether the time counts nowhere: a gap, a switch off, a rest. */
export function isUnobserved(state: DyadState, at: Instant): boolean {
  return state.unobserved.some((span) => span.from <= at && at < span.until);
}

/** Whether any part of the stretch counts nowhere. */
export function overlapsUnobserved(state: DyadState, from: Instant, until: Instant): boolean {
  return state.unobserved.some((span) => span.from < until && from < span.until);
}

/** When the span matters to no live moment any longer: then no bid that began before its end is open. */
export function spanForgottenAt({ until }: Span): Instant {
  return until === OPEN_END ? Number.POSITIVE_INFINITY : until + LONGEST_OPEN;
}
