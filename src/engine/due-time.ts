import {
  afterAvailable,
  dayOf,
  isQuietMinute,
  minuteOfDay,
  nextTimeOfDay,
  nextWeekTime,
  weekdayOf,
} from '../domain/availability.ts';
import type { PromisedHour, PromisedTime } from '../domain/bid-response.ts';
import type { PartnerSettings, PartnerState } from '../domain/dyad.ts';
import { LONGEST_OPEN, PROMISE_DEFAULT } from '../domain/settings.ts';
import { DAY, type Instant, MINUTE } from '../domain/time.ts';

/** When "tonight", "at 7" or "on friday" is, on the clock of the one who promised. */

/** What part of the day means in minutes since midnight; our own choice. */
const PART_MINUTES = {
  morning: 10 * 60,
  lunch: 12 * 60 + 30,
  afternoon: 16 * 60,
  evening: 19 * 60 + 30,
  tomorrow: 10 * 60,
} as const;

/** The hour of a day that was named without one; our own choice. */
const ANY_HOUR = PART_MINUTES.tomorrow;

const MONDAY = 1;
const SATURDAY = 6;

/** Until when "at lunch" still means the lunch that has begun, in minutes since midnight; our own choice. */
const PART_ENDS = { lunch: 14 * 60 + 30, afternoon: 18 * 60, evening: 24 * 60 } as const;

const NOON = 12 * 60; // in minutes since midnight, as all here

/** Said before this, "tomorrow" is the day that has just begun: whoever is still up has not slept yet. Our choice. */
const NIGHT_ENDS = 4 * 60;

/** When the promise falls due, in the promiser's own zone. */
export function dueTime(promised: PromisedTime, from: Instant, promiser: PartnerState): Instant {
  switch (promised.in) {
    case 'unnamed':
      return unnamedTime(from, promiser);
    case 'minutes':
      return from + promised.minutes * MINUTE;
    case 'clock':
      return clockTime(promised, from, promiser.settings);
    case 'part':
      return partTime(promised, from, promiser);
    case 'day':
      return dayTime(promised, from, promiser);
    case 'instant':
      return promised.at > from ? promised.at : unnamedTime(from, promiser); // what is over names no time to come
  }
}

function unnamedTime(from: Instant, promiser: PartnerState): Instant {
  return afterAvailable(promiser, [], { from, time: PROMISE_DEFAULT, latest: from + LONGEST_OPEN });
}

type Named<In extends PromisedTime['in']> = Extract<PromisedTime, { in: In }>;

/** "At 7" is the next seven o'clock at which the promiser can be there; where neither fits, simply the next. */
function clockTime(promised: Named<'clock'>, from: Instant, settings: PartnerSettings): Instant {
  const { zone } = settings;
  const times = minutesOf(promised).map((minute) =>
    promised.tomorrow ? tomorrowAt(from, zone, minute) : nextTimeOfDay(from, zone, minute),
  );
  return firstFree(times, settings);
}

/** In minutes since midnight, in both halves of the day where that was left open. */
function minutesOf({ hour, minute, halfOpen }: PromisedHour): readonly number[] {
  const sinceMidnight = hour * 60 + minute;
  return halfOpen ? [sinceMidnight, (sinceMidnight + NOON) % (2 * NOON)] : [sinceMidnight];
}

/** The first at which they are neither asleep nor away, by their own settings; where there is none, simply the first. */
function firstFree(times: readonly Instant[], settings: PartnerSettings): Instant {
  const inOrder = times.toSorted((one, other) => one - other);
  const free = inOrder.find((time) => !isQuietMinute(settings, minuteOfDay(time, settings.zone)));
  return free ?? (inOrder[0] as Instant);
}

function partTime(promised: Named<'part'>, from: Instant, promiser: PartnerState): Instant {
  const { zone } = promiser.settings;
  const minute = PART_MINUTES[promised.part];
  if (promised.part === 'tomorrow' || promised.tomorrow) return tomorrowAt(from, zone, minute);
  const now = minuteOfDay(from, zone);
  // "Tonight" said at nine in the evening is this very evening, at no hour one could know.
  if (now >= minute && now < PART_ENDS[promised.part]) return unnamedTime(from, promiser);
  return nextTimeOfDay(from, zone, minute);
}

function tomorrowAt(from: Instant, zone: string, minute: number): Instant {
  const next = nextTimeOfDay(from, zone, minute);
  const isToday = dayOf(next, zone) === dayOf(from, zone) && minuteOfDay(from, zone) >= NIGHT_ENDS;
  return isToday ? nextTimeOfDay(next + DAY / 2, zone, minute) : next;
}

/** On that day at the hour they named, else in the middle of its morning. */
function dayTime({ day, at }: Named<'day'>, from: Instant, promiser: PartnerState): Instant {
  const { settings } = promiser;
  const { zone } = settings;
  if ('weekend' in day && !day.next && weekdayOf(from, zone) >= SATURDAY) return unnamedTime(from, promiser); // it is on
  const minutes = typeof at === 'object' ? minutesOf(at) : [at === undefined ? ANY_HOUR : PART_MINUTES[at]];
  const weekday = 'weekday' in day ? day.weekday : 'weekend' in day ? SATURDAY : MONDAY;
  const since = day.next ? nextWeekTime(from, zone, { day: MONDAY, minute: 0 }) - 1 : from;
  const times = minutes.map((minute) => nextWeekTime(since, zone, { day: weekday, minute }));
  // "On friday" said on a friday is in a week; "friday evening" is this evening.
  const isToday = (time: Instant) => at === undefined && dayOf(time, zone) === dayOf(from, zone);
  return firstFree(
    times.map((time) => (isToday(time) ? nextWeekTime(time, zone, { day: weekday, minute: ANY_HOUR }) : time)),
    settings,
  );
}
