import { HOUR, type Instant, MINUTE } from '../src/domain/time.ts';

/**
 * What a clock on the wall shows, by the platform's own calendar: the judge must not learn the time from
 * the code it judges.
 */
export interface LocalTime {
  /** As `2026-11-25`. */
  readonly day: string;
  /** Since midnight. */
  readonly minute: number;
}

const calendars = new Map<string, Intl.DateTimeFormat>();
/** How far the wall clock is ahead of UTC, by zone and hour: no zone here changes within an hour of UTC. */
const offsets = new Map<string, number>();

export function localTime(at: Instant, zone: string): LocalTime {
  const wall = new Date(at + offsetOf(at, zone));
  return { day: wall.toISOString().slice(0, 10), minute: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/** The instant at which that day's clock shows the minute; the earlier one where it does so twice. */
export function instantOf(day: string, minute: number, zone: string): Instant {
  const wall = Date.parse(`${day}T00:00Z`) + minute * MINUTE;
  const before = wall - offsetOf(wall - 26 * HOUR, zone);
  return offsetOf(before, zone) === wall - before ? before : wall - offsetOf(wall + 26 * HOUR, zone);
}

function offsetOf(at: Instant, zone: string): number {
  const hour = Math.floor(at / HOUR);
  const key = `${zone} ${hour}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const shown = Object.fromEntries(
    calendarOf(zone)
      .formatToParts(hour * HOUR)
      .map(({ type, value }) => [type, value]),
  );
  const wall = Date.parse(`${shown['year']}-${shown['month']}-${shown['day']}T${shown['hour']}:${shown['minute']}Z`);
  offsets.set(key, wall - hour * HOUR);
  return wall - hour * HOUR;
}

function calendarOf(zone: string): Intl.DateTimeFormat {
  const known = calendars.get(zone);
  if (known) return known;
  const two = '2-digit' as const;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric' },
    ...{ month: two, day: two, hour: two, minute: two },
  });
  calendars.set(zone, made);
  return made;
}
