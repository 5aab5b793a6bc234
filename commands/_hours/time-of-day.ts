const HALF_DAY = 12;

/** `17:30`, `5pm`, `5.30 pm`, `1730`, `noon`: minutes since midnight. `24:00` is for ends of stretches. */
export interface TimeOfDay {
  readonly minute: number;
  /** Written as a bare hour up to 12, so that morning and evening cannot be told apart. */
  readonly ambiguous: boolean;
}

/** Reads a time of day, or undefined when there is no such time. */
export function readTimeOfDay(typed: string): TimeOfDay | undefined {
  const text = typed.trim().toLowerCase();
  if (text === 'noon') return { minute: 12 * 60, ambiguous: false };
  if (text === 'midnight') return { minute: 24 * 60, ambiguous: false };
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, half] = match;
  const hour = half === undefined ? Number(hours) : onTheDayClock(Number(hours), half.startsWith('p'));
  const minute = Number(minutes ?? 0);
  if (hour === undefined || minute > 59 || hour * 60 + minute > 24 * 60) return undefined;
  const ambiguous = half === undefined && minutes === undefined && hour >= 1 && hour <= HALF_DAY;
  return { minute: hour * 60 + minute, ambiguous };
}

/** `12am` is midnight, `12pm` noon; there is no `0am` and no `13pm`. */
function onTheDayClock(hour: number, afternoon: boolean): number | undefined {
  if (hour < 1 || hour > HALF_DAY) return undefined;
  return (hour % HALF_DAY) + (afternoon ? HALF_DAY : 0);
}
