import type { DaySpan } from '../../domain/dyad.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings.ts';

export type PartOfDay = 'morning' | 'day' | 'evening' | 'bedtime';

/** In minutes, before sleep, after waking, and of the day; our own choice. */
const BEDTIME = 60;
const MORNING = 3 * 60;
const EVENING: DaySpan = { from: 17 * 60, until: 22 * 60 };
const MINUTES_A_DAY = 24 * 60;

/** Somebody on nights gets up in the afternoon: morning and bedtime go by their own quiet hours, evening by the clock. */
export function partOfDay(minute: number, quiet: DaySpan): PartOfDay {
  const { from, until } = quiet.from === quiet.until ? DEFAULT_SETTINGS.quiet : quiet;
  const sinceWaking = minutesBetween(until, minute);
  const isAsleep = sinceWaking >= minutesBetween(until, from);
  if (isAsleep || minutesBetween(minute, from) <= BEDTIME) return 'bedtime';
  if (sinceWaking < MORNING) return 'morning';
  return minute >= EVENING.from && minute < EVENING.until ? 'evening' : 'day';
}

/** From one time of day to when it is next the other. */
function minutesBetween(from: number, until: number): number {
  return (until - from + MINUTES_A_DAY) % MINUTES_A_DAY;
}
