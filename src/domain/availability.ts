import { Temporal } from 'temporal-polyfill';
import type { DaySpan, PartnerSettings, PartnerState, Span } from './dyad.ts';
import { type Instant, SECOND } from './time.ts';

/**
 * When a partner can be expected to answer: not in quiet hours, not in the hours they cannot answer, not
 * while busy, and only time that Nod could observe counts at all. Source: annotation guide, "Which act decides".
 */

const MINUTES_A_DAY = 24 * 60;

/** Minutes since local midnight, by the wall clock of the zone. */
export function minuteOfDay(at: Instant, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return local.hour * 60 + local.minute;
}

/** The local calendar day as `2026-11-25`. */
export function dayOf(at: Instant, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The next instant strictly after `at` at which the zone's wall clock shows this minute of the day. */
export function nextTimeOfDay(at: Instant, zone: string, minute: number): Instant {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const time = Temporal.PlainTime.from({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 });
  const today = local.toPlainDate();
  for (const day of [today, today.add({ days: 1 }), today.add({ days: 2 })]) {
    // Where clocks go back, the wall clock shows the hour twice; where they go forward, an hour later stands for it.
    for (const disambiguation of ['compatible', 'later'] as const) {
      const then = day.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
      if (then > at) return then;
    }
  }
  throw new RangeError(`no ${minute} after ${at} in ${zone}`);
}

/** A time of the week on somebody's own clock: the day from Monday (1) to Sunday (7), and minutes since midnight. */
export interface WeekTime {
  readonly day: number;
  readonly minute: number;
}

/** The local day of the week, from Monday (1) to Sunday (7). */
export function weekdayOf(at: Instant, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).dayOfWeek;
}

/** The next instant strictly after `at` at which the zone's calendar and clock show this time of the week. */
export function nextWeekTime(at: Instant, zone: string, { day, minute }: WeekTime): Instant {
  let next = nextTimeOfDay(at, zone, minute);
  while (weekdayOf(next, zone) !== day) next = nextTimeOfDay(next, zone, minute);
  return next;
}

/** Whether the zone is one the system knows. */
export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

function covers(span: DaySpan, minute: number): boolean {
  if (span.from === span.until) return false;
  if (span.from < span.until) return minute >= span.from && minute < span.until;
  return minute >= span.from || minute < span.until;
}

/** Asleep or at work by their own settings; `usual` hours are never quiet. */
export function isQuietMinute(settings: PartnerSettings, minute: number): boolean {
  if (settings.away.some((span) => covers(span, minute))) return true;
  return covers(settings.quiet, minute) && !settings.usual.some((span) => covers(span, minute));
}

const within = (spans: readonly Span[], at: Instant) => spans.find((span) => span.from <= at && at < span.until);

/**
 * The end of the quiet or busy time the partner is in, or undefined when they are available; infinite when
 * their settings leave no free minute in the day.
 */
export function unavailableUntil(partner: PartnerState, at: Instant): Instant | undefined {
  let until = at;
  // Quiet and busy stretches may touch; a few rounds find the end of the chain.
  for (let round = 0; round < 8; round += 1) {
    const busy = within(partner.busy, until);
    const quietEnd = busy ? undefined : endOfQuiet(partner.settings, until);
    const next = busy?.until ?? quietEnd;
    if (next === undefined) break;
    until = next;
    if (until === Number.POSITIVE_INFINITY) break;
  }
  return until > at ? until : undefined;
}

function endOfQuiet(settings: PartnerSettings, at: Instant): Instant | undefined {
  if (!isQuietMinute(settings, minuteOfDay(at, settings.zone))) return undefined;
  return nextBoundary(settings, at, false) ?? Number.POSITIVE_INFINITY; // no free minute in the whole day
}

/** The next wall-clock boundary of the settings at which the partner's quietness becomes `quiet`. */
function nextBoundary(settings: PartnerSettings, at: Instant, quiet: boolean): Instant | undefined {
  const minutes = new Set(
    [settings.quiet, ...settings.away, ...settings.usual].flatMap((span) => [span.from, span.until]),
  );
  const turning = [...minutes].filter((minute) => isQuietMinute(settings, minute % MINUTES_A_DAY) === quiet);
  if (turning.length === 0) return undefined;
  return Math.min(...turning.map((minute) => nextTimeOfDay(at, settings.zone, minute)));
}

/** The stretches between two instants that count: available, not busy, observed. */
function* countingSpans(
  partner: PartnerState,
  unobserved: readonly Span[],
  from: Instant,
  until: Instant,
): Generator<Span> {
  let at = from;
  while (at < until) {
    const blocked = within(partner.busy, at) ?? within(unobserved, at);
    if (blocked) {
      at = blocked.until;
      continue;
    }
    const quietEnd = endOfQuiet(partner.settings, at);
    if (quietEnd !== undefined) {
      at = quietEnd;
      continue;
    }
    const starts = [...partner.busy, ...unobserved].map((span) => span.from).filter((start) => start > at);
    const end = Math.min(until, nextBoundary(partner.settings, at, true) ?? until, ...starts);
    yield { from: at, until: end };
    at = end;
  }
}

/** Seconds between two instants without quiet, busy and unobserved time. */
export function availableSeconds(
  partner: PartnerState,
  unobserved: readonly Span[],
  from: Instant,
  until: Instant,
): number {
  let total = 0;
  for (const span of countingSpans(partner, unobserved, from, until)) total += span.until - span.from;
  return Math.round(total / SECOND);
}

/** The instant at which this much available time has passed since `from`, at the latest `latest`. */
export function afterAvailable(
  partner: PartnerState,
  unobserved: readonly Span[],
  { from, time, latest }: { from: Instant; time: number; latest: Instant },
): Instant {
  let left = time;
  for (const span of countingSpans(partner, unobserved, from, latest)) {
    const length = span.until - span.from;
    if (length >= left) return span.from + left;
    left -= length;
  }
  return latest;
}
