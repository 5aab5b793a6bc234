import type { BidKind } from '../domain/bid.ts';
import type { PromisedTime } from '../domain/bid-response.ts';
import { SECOND } from '../domain/time.ts';
import { dayIn } from './named-day.ts';
import { CLAUSE_ENDS, clockIn, inDigits, isTime, partIn } from './named-time.ts';

/** Words that say one will come back to it, or that one cannot be there yet. */
const COMES_BACK =
  /\b(?:tell me|tell you|hear (?:it|all|about|more|the|every|you)|want to hear|wanna hear|talk|chat|call|ring|phone|facetime|read (?:it|this|that)|look (?:at|after|properly)|listen|reply|answer|respond|(?:get|come|circle|be|am|im|ill be|right) back|brb|catch up|catch you|properly|promise|let you know|ask me|full (?:story|tour|report)|all ears|yours|with you|give you|check|think about it|save it|hold that|tour|debrief|details?|text you|message you|write (?:you|back))\b/;
const CANNOT_YET =
  /\b(?:in (?:a |another |this |my )?(?:meeting|class|lecture|lesson|call|session|exam|shop|queue|surgery|theatre)|at work|on (?:a |the |my )?(?:call|shift|phone|train|bus|site|break|clock)|driving|stuck|with (?:a|the|my) (?:client|patient|customer|boss|kids)|busy|(?:cant|cannot) (?:talk|type|chat|look|read|answer|right now|rn|now|atm)|boss is|teaching|presenting)\b/;
/** "give me 20 min" needs no more: asking for time is the promise. */
const ASKS_FOR_TIME = /\b(?:give me|gimme|need|brb|back in|in)\s+(?:(?:like|about|another|just|maybe) )?/;
/** To a request "in 20 min" is an answer; only these put it off. */
const PUTS_OFF =
  /\b(?:let you know|get back to you|ask me|tell you|check|think about it|remind me|answer|decide|talk)\b/;
const REFUSES =
  /\b(?:never|dont (?:want|care|call|talk)|wont|not gonna|stop|leave me|shut up|cant you see|can you not|last night|yesterday|(?:called|rang|told|asked|waited|texted|messaged) (?:you|me|for|at))\b/;

const NUMBER = '(\\d{1,3}|a|an|one|two|three|five|ten|fifteen|twenty|thirty|half an|a couple of|a few|couple)';
const MINUTES = new RegExp(`${ASKS_FOR_TIME.source}${NUMBER}\\s?(minutes?|mins?|m|hours?|hrs?|h|sec|secs|seconds?)\\b`);
/** "call you in 15", "gimme 5". */
const BARE_MINUTES = /\b(?:give me|gimme|back in|you in)\s(\d{1,2})(?=$|[\s,.!?])(?! (?:days?|weeks?|months?|years?))/;
/** "call you in two days", not "the exam is in two days, tell me everything". */
const DAYS = new RegExp(
  `\\b(?:call|ring|phone|facetime|tell|talk|hear|see|answer|reply)(?: [a-z]+){0,4}? in ${NUMBER} (days?|weeks?)\\b`,
);
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  couple: 2,
  three: 3,
  'a few': 3,
  five: 5,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'half an': 0.5,
};

const TOMORROW = /\b(?:tomorrow|tmrw?)\b/;
const TOMORROW_NIGHT = /\b(?:tomorrow|tmrw?) (?:at )?night\b/;
const TOMORROWS = /\b(?:tomorrow|tmrw?|in the morning)\b/g;
const UNNAMED =
  /\b(?:later|in a (?:bit|sec|second|moment|while)|soon|after (?:this|the|my) (?:meeting|call|class|lecture|lesson|exam|session|shift)|when (?:im|i am|i get) (?:out|done|free|off|finished|on break)|as soon as|on my break|once (?:im|i am|i get) (?:out|done|free|off)|first chance)\b/;

const MOST_MINUTES = 12 * 60; // a longer wait is named as a part of the day, in days or as a date
const MINUTES_A_DAY = 24 * 60;

/** The whole of a reply that names a time and nothing else. */
const ONLY_A_TIME =
  /^(?:ok |yes |maybe )?(?:at \d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?|later|tonight|tomorrow|after work|this evening|(?:(?:on|this) )?[a-z]{3,6}day(?: (?:morning|afternoon|evening|night))|on [a-z]{3,6}day|(?:this|at the|on the) weekend)(?: ok| babe| love| x)*[?!.]*$/;

/** Says that one wants to hear it, which "glad to hear it" does not. */
const WANTS_TO_HEAR =
  /(?<!\b(?:dont|didnt|do not|did not|doesnt|wont|he|she|they) )\btell me\b|\b(?:want|wanna|need|dying|excited|wait|like|love|have|gotta)(?: to)? (?:hear|know)\b|\b(?:all ears|full (?:story|report|tour)|every detail|all the details|save it for me|hold that thought)\b/;
/** "At work, tell me" is the speaker's own; "did they shout at work?" is not. */
const OWN_LEAD =
  /^(?:(?:oh|omg|ah+|aw+|wow|ugh|sorry|congrats|yay|yes|no|ok|babe|love|honey|just|still|currently|actually|right|now|im|i am|i) )*/;
/** "Busy on friday" says nothing of now. */
const AT_ANOTHER_TIME =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|next week|tomorrow|tmrw?|tonight|tonite)\b/;
const NOT_NOW = /\bnot (?:right )?now\b/;
const NO_TIME = /\b(?:at|after|around|by|till?|until|@)\s?(\d{1,2})[:.](\d{2})\b/;

/** Discord shows `<t:1767225600:t>` to everybody as that second in their own zone. */
const STAMP = /<t:(\d{1,12})(?::[a-z])?>/;

const TODAYS_PART = /\b(?:tonight|tonite|this (?:evening|afternoon))\b/g;

/**
 * The promise to come back that a reply makes, if it makes one: a time or "later" beside words that say one
 * wants it or cannot yet, or both of these together without a time one could keep. A chore at 7:30 is none.
 */
export function promiseIn(kind: BidKind, text: string): PromisedTime | undefined {
  const said = text
    .slice(0, 600) // a promise is short; what stands further down is a story
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .trim();
  const plain = inDigits(said);
  if (REFUSES.test(plain)) return undefined;
  if (kind === 'request' && !PUTS_OFF.test(plain)) return undefined;
  const minutes = minutesIn(plain);
  const day = dayIn(plain);
  const putOff = WANTS_TO_HEAR.test(plain) && (day !== undefined || saysNotNow(plain));
  if (minutes === undefined && !putOff && !comesBack(kind, plain)) return undefined;
  const time = stampIn(plain) ?? (isTillElse(plain) ? undefined : minutes) ?? day ?? named(plain);
  return time ?? (putOff || UNNAMED.test(plain) ? { in: 'unnamed' } : undefined);
}

function saysNotNow(plain: string): boolean {
  if (NOT_NOW.test(plain)) return true;
  const [, hour, minute] = NO_TIME.exec(plain) ?? [];
  if (hour !== undefined && !isTime(Number(hour), Number(minute))) return true;
  return plain.split(CLAUSE_ENDS).some((clause) => {
    const own = clause.trim().replace(OWN_LEAD, '');
    return CANNOT_YET.exec(own)?.index === 0 && !AT_ANOTHER_TIME.test(own);
  });
}

function comesBack(kind: BidKind, plain: string): boolean {
  if (COMES_BACK.test(plain) || CANNOT_YET.test(plain)) return true;
  return (kind === 'good-news' || kind === 'vulnerability') && ONLY_A_TIME.test(plain);
}

function stampIn(plain: string): PromisedTime | undefined {
  const seconds = STAMP.exec(plain)?.[1];
  return seconds === undefined ? undefined : { in: 'instant', at: Number(seconds) * SECOND };
}

/** The time in one breath with coming back to it, where there is one: not "let us talk tonight, the dentist is at 4". */
function named(plain: string): PromisedTime | undefined {
  const joined = plain.replace(/,\s*(?=(?:at|around|after|by|@)\s?\d|\d{1,2}(?:[:.]\d{2}|\s?[ap]m\b))/g, ' ');
  return timeIn(inOneBreath(joined) ?? joined);
}

/** The clause that comes back to it at a time of its own. */
function inOneBreath(plain: string): string | undefined {
  return plain.split(CLAUSE_ENDS).find((each) => COMES_BACK.test(each) && (clockIn(each) ?? partIn(each)));
}

/** What minutes may lead to that is not coming back: "home in 20 min" is. */
const SOMETHING_ELSE =
  /\b(?:meeting|class|lecture|lesson|exam|interview|appointment|shift|train|flight|dentist|doctor|(?:gotta|have to|need to|must) (?:go|run|leave))\b/;

/** "Meeting in 20 min, let's talk tonight": the minutes lead to something else, and another time is named for coming back. */
function isTillElse(plain: string): boolean {
  const counted = plain.split(CLAUSE_ENDS).find((each) => minutesIn(each));
  const leadsElsewhere = counted !== undefined && SOMETHING_ELSE.test(counted) && !COMES_BACK.test(counted);
  return leadsElsewhere && (inOneBreath(plain) ?? dayIn(plain)) !== undefined;
}

function timeIn(said: string): PromisedTime | undefined {
  const part = partIn(said);
  if (part !== 'tomorrow') return clockIn(said) ?? (part && { in: 'part', part });
  return tomorrowIn(said) ?? { in: 'part', part };
}

/** The hour or part of tomorrow that stands in one breath with it: not "talk tomorrow, i'm in a meeting till 5". */
function tomorrowIn(said: string): PromisedTime | undefined {
  const clause = said
    .split(CLAUSE_ENDS)
    .find((each) => partIn(each) === 'tomorrow')
    ?.replace(TODAYS_PART, ' ');
  if (clause === undefined) return undefined;
  const tomorrow = TOMORROW.test(clause) ? ({ tomorrow: true } as const) : {}; // "at 8 in the morning" is the next one
  const time = clockIn(clause);
  if (time) return { ...time, ...tomorrow };
  const part = partIn(clause.replace(TOMORROW_NIGHT, 'this evening').replace(TOMORROWS, ' '));
  return part && part !== 'tomorrow' ? { in: 'part', part, ...tomorrow } : undefined;
}

function minutesIn(plain: string): PromisedTime | undefined {
  const [, days = '', long = ''] = DAYS.exec(plain) ?? [];
  const wait = COUNTS[days] ?? Number(days || Number.NaN);
  if (wait > 0) return { in: 'minutes', minutes: wait * MINUTES_A_DAY * (long.startsWith('w') ? 7 : 1) };
  const [, count = '', unit = ''] = MINUTES.exec(plain) ?? BARE_MINUTES.exec(plain) ?? [];
  const number = COUNTS[count] ?? Number(count || Number.NaN);
  const minutes = unit.startsWith('h') ? number * 60 : unit.startsWith('s') ? 1 : number;
  return minutes > 0 && minutes <= MOST_MINUTES ? { in: 'minutes', minutes } : undefined;
}
