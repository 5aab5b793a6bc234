import { dayOf, minuteOfDay } from '../domain/availability.ts';
import type { DaySpan } from '../domain/dyad.ts';
import type { Instant } from '../domain/time.ts';
import { plural } from './plural.ts';

/** Minutes since midnight as `07:05`. */
export function sayMinute(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** Stretches of the day as `09:00–12:00, 13:00–17:00`; `none` where there is nothing. */
export function saySpans(spans: readonly DaySpan[]): string {
  const real = spans.filter((span) => span.from !== span.until);
  if (real.length === 0) return 'none';
  return real.map((span) => `${sayMinute(span.from)}–${sayMinute(span.until)}`).join(', ');
}

/** An instant on the reader's own clock: `17:30`, or with the day when that is not today. */
export function sayUntil(until: Instant, now: Instant, zone: string): string {
  const time = sayMinute(minuteOfDay(until, zone));
  const day = dayOf(until, zone);
  return day === dayOf(now, zone) ? time : `${time} on ${day}`;
}

/** An instant as `2026-11-25 09:00`. */
export function sayDayAndTime(at: Instant, zone: string): string {
  return `${dayOf(at, zone)} ${sayMinute(minuteOfDay(at, zone))}`;
}

/** A length of time, as coarse as a person would say it. */
export function sayDuration(seconds: number): string {
  if (seconds < 60) return 'a minute';
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return plural(minutes, { one: '# minute', other: '# minutes' });
  return plural(Math.round(minutes / 60), { one: '# hour', other: '# hours' });
}

/** A zone's name for reading: `America/New York`. */
export function sayZone(zone: string): string {
  return zone.replaceAll('_', ' ');
}
