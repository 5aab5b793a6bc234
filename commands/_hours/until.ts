import { nextTimeOfDay } from '../../src/domain/availability.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { readTimeOfDay } from './time-of-day.ts';

/** Busy is for today's meeting, not for a holiday, which is what pausing is for: our choice. */
const LONGEST_BUSY = DAY;

/**
 * `17:30`, `5pm`, `in 2h`, `90 min`: the instant that is meant, on the reader's own clock. Undefined when
 * it cannot be, and for a bare `5`, which may be morning, evening or five hours.
 */
export function readUntil(typed: string, now: Instant, zone: string): Instant | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const length = readLength(text.replace(/^(?:in|for) /, ''));
  if (length !== undefined) return length >= MINUTE && length <= LONGEST_BUSY ? now + length : undefined;
  const time = readTimeOfDay(text.replace(/^(?:until|till|til|at) /, ''));
  if (time === undefined || time.ambiguous) return undefined;
  return nextTimeOfDay(now, zone, time.minute);
}

/** `2h`, `1h30`, `1.5 hours`, `90 min`, `half an hour` in milliseconds. */
function readLength(text: string): number | undefined {
  if (/^(?:an?|one) hour$/.test(text)) return HOUR;
  if (text === 'half an hour') return HOUR / 2;
  const hours = /^(\d{1,3}(?:[.,]\d{1,2})?) ?(?:h|hrs?|hours?)(?: ?(?:and )?(\d{1,2}) ?(?:m|mins?|minutes?)?)?$/.exec(
    text,
  );
  if (hours) return Number(hours[1]?.replace(',', '.')) * HOUR + Number(hours[2] ?? 0) * MINUTE;
  const minutes = /^(\d{1,4}) ?(?:m|mins?|minutes?)$/.exec(text);
  return minutes ? Number(minutes[1]) * MINUTE : undefined;
}
