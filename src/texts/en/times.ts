import type { DaySpan } from '../../domain/dyad.ts';
import { dayIn, isNoSpan, sayClockSpans } from '../times.ts';
import { plural } from './plural.ts';

/** Where there is no stretch of the day; somebody may also type it into a form. */
const none = 'none';

/** Hours and lengths of time in words. */
export const times = {
  none,
  /** `09:00–12:00, 13:00–17:00`, or `none`. */
  spans: (spans: readonly DaySpan[]) => (spans.every(isNoSpan) ? none : sayClockSpans(spans)),
  /** `16 November 2026`: no order of numbers to mistake. */
  day: dayIn('en-GB'),
  /** A length of time, as coarse as a person would say it. */
  duration(seconds: number): string {
    if (seconds < 60) return 'a minute';
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return plural(minutes, { one: '# minute', other: '# minutes' });
    return plural(Math.round(minutes / 60), { one: '# hour', other: '# hours' });
  },
} as const;
