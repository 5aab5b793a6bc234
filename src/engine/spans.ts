import type { DyadState, Span } from '../domain/dyad.ts';
import { LONGEST_OPEN } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';

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

/** The spans with one more, without what is too old to matter to a live moment. */
export function withSpan(spans: readonly Span[], span: Span): readonly Span[] {
  const horizon = span.from - LONGEST_OPEN;
  return [...spans.filter((one) => one.until > horizon), span];
}
