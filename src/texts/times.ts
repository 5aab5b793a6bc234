import { dayOf, minuteOfDay } from '../domain/availability.ts';
import type { DaySpan } from '../domain/dyad.ts';
import type { Instant } from '../domain/time.ts';

/** Minutes since midnight as `07:05`. */
export function sayMinute(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
}

/** Whether it is no stretch at all: an empty one stands for none. */
export function isNoSpan({ from, until }: DaySpan): boolean {
  return from === until;
}

/** Stretches of the day as `09:00–12:00, 13:00–17:00`. */
export function sayClockSpans(spans: readonly DaySpan[]): string {
  const real = spans.filter((span) => !isNoSpan(span));
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

/** A zone's name for reading: `America/New York`. */
export function sayZone(zone: string): string {
  return zone.replaceAll('_', ' ');
}
