import { dayOf } from '../domain/availability.ts';
import type { DaySpan } from '../domain/dyad.ts';
import { type Instant, SECOND } from '../domain/time.ts';

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

/**
 * An instant of a card, which whoever reads it is shown on the clock of the device they read it on: `17:30`, or with the
 * day when that is not today where they live. Discord reference, "Message Formatting": timestamps.
 */
export function sayInstant(at: Instant, now: Instant, zone: string): string {
  return dayOf(at, zone) === dayOf(now, zone) ? stamp(at, 't') : sayDayAndTime(at);
}

/** An instant with its day, such as `25 November 2026 09:00`, on the clock of the device it is read on. */
export function sayDayAndTime(at: Instant): string {
  return stamp(at, 'f');
}

/** How long ago an instant was, such as `3 hours ago`; it goes on being true while the card is read. */
export function sayAgo(at: Instant): string {
  return stamp(at, 'R');
}

function stamp(at: Instant, style: 't' | 'f' | 'R'): string {
  return `<t:${Math.floor(at / SECOND)}:${style}>`;
}

/**
 * Says a day of the calendar as the language does: `16 November 2026`. Weeks are told in UTC, so that both read the
 * same: on a device's own clock they would begin on another day.
 */
export function dayIn(language: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  return (at) => format.format(at);
}

/** A zone's name for reading: `America/New York`. */
export function sayZone(zone: string): string {
  return zone.replaceAll('_', ' ');
}
