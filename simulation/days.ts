import { personId } from '../src/domain/ids.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../src/domain/time.ts';
import { isSettled } from './answering.ts';
import type { Who } from './chronicle.ts';
import { BOTH, beginLife, dayAt, type Life, type LifeTerms, live, say } from './life.ts';
import { CHATTER, STRANGERS } from './lines/asides.ts';
import { mind } from './minding.ts';
import { canAnswer } from './presence.ts';
import { reachOut } from './reaching.ts';

/** A whole life of so many weeks, and what was heard of it. */

const DAYS_A_WEEK = 7;
/** Everything is closed so long after the last day. */
const TAIL = 3 * DAY;
/** The share of days on which somebody else writes in their channel. */
const STRANGER_COMES = 0.1;
const STATUS_LINES_A_DAY = 2;
/** When those who live together talk, in hours of the simulated day, and how far back that settles things. */
const TALK_AT = 18.5;
const SETTLES_BACK = 8 * HOUR;

export function liveWeeks(terms: LifeTerms & { readonly weeks: number }): Life {
  const life = beginLife(terms);
  life.mind = (told, seq) => mind(life, told, seq);
  for (let day = 0; day < terms.weeks * DAYS_A_WEEK; day += 1) {
    life.agenda.put(dayAt(life, day), () => planDay(life, day));
  }
  live(life, dayAt(life, terms.weeks * DAYS_A_WEEK) + TAIL);
  return life;
}

function planDay(life: Life, day: number): void {
  const { fate, couple, agenda } = life;
  for (const episode of couple.episodes) episode(life, day);
  for (const who of BOTH) {
    planMeetings(life, who);
    scatter(life, couple[who].bidsADay, () => reachOut(life, who));
    scatter(life, STATUS_LINES_A_DAY, () => {
      if (couple[who].bidsADay > 0 && canAnswer(life, who, life.now)) say(life, who, fate.pick(CHATTER));
    });
  }
  if (fate.happens(STRANGER_COMES)) scatter(life, 1, () => say(life, 'stranger', fate.pick(STRANGERS)));
  if (fate.happens(couple.talks)) agenda.put(life.now + TALK_AT * HOUR, () => talk(life));
}

/** So many a day on average, at any time; whoever sleeps then does nothing. */
function scatter(life: Life, aDay: number, act: () => void): void {
  const awakeShare = 0.6; // of the instants of a day that chance picks, the rest falls into sleep
  const count = Math.floor(aDay / awakeShare + life.fate.between(0, 1));
  for (let each = 0; each < count; each += 1) life.agenda.put(at(life), act);
}

const at = (life: Life): Instant => life.now + Math.round(life.fate.between(0, DAY));

function planMeetings(life: Life, who: Who): void {
  const { meetings } = life.couple[who];
  if (!meetings) return;
  for (let each = 0; each < meetings.aDay; each += 1) {
    const from = Math.round(life.now + life.fate.between(9, 17) * HOUR);
    const until = Math.round(from + life.fate.between(30, 90) * MINUTE);
    if (!life.fate.happens(meetings.told)) {
      life.truth.people[who].tied.push({ from, until });
      continue;
    }
    life.agenda.put(from, () => {
      life.truth.people[who].busy.push({ from, until });
      life.nod.hear({ type: 'busy', at: from, by: personId(who), until });
    });
  }
}

/** Face to face in the evening, everything of the day is said; Nod hears none of it. */
function talk(life: Life): void {
  for (const bid of life.truth.bids) {
    if (bid.endedAt < life.now - SETTLES_BACK || isSettled(bid)) continue;
    bid.acts.push({ at: life.now, does: 'answers', warm: true, aloud: true });
    delete bid.plannedAt;
  }
}
