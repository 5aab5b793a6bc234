import type { DaySpan } from '../src/domain/dyad.ts';
import { HOUR, type Instant, MINUTE } from '../src/domain/time.ts';
import type { Chosen, Who } from './chronicle.ts';
import type { Life } from './life.ts';
import { localTime } from './local-time.ts';

/** Whether somebody is awake, and whether they can answer. */

/** People are up a little longer than the hours they gave Nod, and look at their phone before these are over. */
const UP_LONGER = 75;
const UP_EARLIER = 20;
const MINUTES_A_DAY = 24 * 60;

const choiceNow = (life: Life, who: Who): Chosen => life.truth.people[who].chose.at(-1) as Chosen;

export function isAwake(life: Life, who: Who, at: Instant): boolean {
  const { zone, quiet } = choiceNow(life, who);
  if (life.gone[who].some((span) => span.from <= at && at < span.until)) return false;
  const asleep = { from: (quiet.from + UP_LONGER) % MINUTES_A_DAY, until: quiet.until - UP_EARLIER };
  return !covers(asleep, localTime(at, zone).minute);
}

/** Awake, not at work and in no meeting. */
export function canAnswer(life: Life, who: Who, at: Instant): boolean {
  const { zone, away } = choiceNow(life, who);
  const { busy, tied } = life.truth.people[who];
  if (!isAwake(life, who, at) || [...busy, ...tied].some((span) => span.from <= at && at < span.until)) return false;
  return !away.some((span) => covers(span, localTime(at, zone).minute));
}

/** The first instant from then on at which they can answer, looked for in steps of five minutes for a day. */
export function nextFree(life: Life, who: Who, from: Instant): Instant | undefined {
  for (let at = from; at < from + 24 * HOUR; at += 5 * MINUTE) if (canAnswer(life, who, at)) return at;
  return undefined;
}

function covers({ from, until }: DaySpan, minute: number): boolean {
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}
