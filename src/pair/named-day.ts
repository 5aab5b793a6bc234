import type { PromisedDay, PromisedPart, PromisedTime } from '../domain/bid-response.ts';
import { CLAUSE_ENDS, clockIn, partIn } from './named-time.ts';

/** A day further off than tomorrow, as a reply names it: "on friday", "saturday morning", "this weekend", "next week". */

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NAME = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const SHORT = '(?:mon|tues?|wed|thurs?|fri|sat|sun)';
const PART = '(?: (?:morning|lunch(?:time)?|afternoon|evening|night))';

/** Said as a time and not as a subject: "on friday", "friday evening"; "friday" alone only after a verb. */
const AS_A_TIME = `(?:(?:on|this|coming|next|till?|until|by) )+(?:${NAME}|${SHORT})${PART}?|${NAME}${PART}|(?:(?:this|next|on the|at the|over the|until the|by the) )+weekend|(?:sometime )?next week`;
const DAY = `(?:${AS_A_TIME}|${NAME})`;

/** What may stand between the verb and the day; "about" may not stand last, since then the day is what is told. */
const BETWEEN =
  '(?: (?:all|about(?= (?:it|that|this|everything)\\b)|it|that|this|everything|every|details?|the|whole|full|story|more|of(?= (?:it|that)\\b)|over (?:breakfast|lunch|dinner|coffee|food)|properly|in|person|then|but|not|me|you|u|to|back|through|together|over|again|with))*?';
const VERB =
  '(?<!\\b(?:did|didnt|do) (?:you|we|i|they|he|she) )\\b(?:tell me|tell you|hear|know|see|call|ring|phone|facetime|catch|talk|chat|discuss|debrief|get back|go|look|listen|read|let you know|ask)';

/** "Tell me all about it on friday", not "tell me what happened on friday". */
const AFTER_A_VERB = new RegExp(`${VERB}${BETWEEN} (?<day>${DAY})\\b`);
/** "On friday i want to hear it", "not now, this weekend". */
const FIRST = new RegExp(`^\\s*(?:(?:not|ok|yes|maybe|but|then) )*(?<day>${AS_A_TIME})\\b(?<rest>.*)$`);
/** A word of love behind the day makes no other thing of it. */
const ONLY_KIND = /^(?: (?:ok|babe|love|honey|then|x+))*\s*$/;
const WORDS_TO_HEAR =
  /\b(?:hear|tell me|tell you|know|talk|call|ring|listen|catch up|chat|facetime|all ears|details?)\b/;

/** The day a reply puts something off to, with the hour or the part of it that stands in one breath with it. */
export function dayIn(plain: string): Extract<PromisedTime, { in: 'day' }> | undefined {
  for (const clause of plain.replace(/,\s*(?=(?:at|around|after|by|@)\s?\d)/g, ' ').split(CLAUSE_ENDS)) {
    const said = AFTER_A_VERB.exec(clause)?.groups?.['day'] ?? firstIn(clause);
    if (said !== undefined) return { in: 'day', day: readDay(said), ...timeIn(clause) };
  }
  return undefined;
}

function firstIn(clause: string): string | undefined {
  const { day, rest = '' } = FIRST.exec(clause)?.groups ?? {};
  return ONLY_KIND.test(rest) || WORDS_TO_HEAR.test(rest) ? day : undefined;
}

function readDay(said: string): PromisedDay {
  const next = /\bnext\b/.test(said) ? ({ next: true } as const) : {};
  if (/\bweek$/.test(said)) return { week: true, next: true };
  if (/\bweekend$/.test(said)) return { weekend: true, ...next };
  const name = said.match(new RegExp(`\\b(?:${NAME}|${SHORT})\\b`))?.[0] ?? '';
  return { weekday: WEEKDAYS.indexOf(name.slice(0, 3)) + 1, ...next };
}

function timeIn(clause: string): Pick<Extract<PromisedTime, { in: 'day' }>, 'at'> {
  const time = clockIn(clause);
  if (time) {
    const { in: _, ...at } = time;
    return { at };
  }
  const part = dayPart(clause);
  return part ? { at: part } : {};
}

function dayPart(clause: string): PromisedPart | undefined {
  if (/\bmorning\b/.test(clause)) return 'morning';
  if (/day (?:at )?night\b/.test(clause)) return 'evening';
  if (/\blunch(?:time)?\b/.test(clause)) return 'lunch';
  const part = partIn(clause);
  return part === 'tomorrow' ? undefined : part;
}
