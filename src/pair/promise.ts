import type { BidKind } from '../domain/bid.ts';
import type { PromisedTime } from '../domain/bid-response.ts';

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
const CLOCK =
  /\b(?:at|after|around|by|from|till|til|until|about|@)\s?(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm)?(?!\s?(?:%|min|hour|hr|h\b|m\b|days?|weeks?|km|euro|dollars|people|of))\b/;
const BARE_CLOCK = /\b(\d{1,2})(?:[:.](\d{2}))\s?(am|pm)?\b|\b(\d{1,2})\s?(am|pm)\b/;

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

const PARTS: readonly (readonly [RegExp, Extract<PromisedTime, { in: 'part' }>['part']])[] = [
  [/\b(?:tomorrow|tmrw?|in the morning)\b/, 'tomorrow'],
  [
    /\b(?:tonight|tonite|this evening|evening|after (?:work|dinner|tea|supper|class|school|practice|gym|my shift|the shift|bedtime)|when (?:i|we|im|youre|you) (?:get |am |are |come )?(?:home|back|in)|once (?:im|i am|i get) home|when the kids are (?:down|asleep|in bed)|in bed|over dinner)\b/,
    'evening',
  ],
  [/\b(?:this afternoon|afternoon|after lunch)\b/, 'afternoon'],
  [/\b(?:at lunch|over lunch|on my lunch|lunch ?(?:break|time))\b/, 'lunch'],
];
const UNNAMED =
  /\b(?:later|in a (?:bit|sec|second|moment|while)|soon|after (?:this|the|my) (?:meeting|call|class|lecture|lesson|exam|session|shift)|when (?:im|i am|i get) (?:out|done|free|off|finished|on break)|as soon as|on my break|once (?:im|i am|i get) (?:out|done|free|off)|first chance)\b/;

const MOST_MINUTES = 12 * 60; // a longer wait is named as a part of the day or a date

/** The whole of a reply that names a time and nothing else. */
const ONLY_A_TIME =
  /^(?:ok |yes |maybe )?(?:at \d{1,2}(?:[:.]\d{2})? ?(?:am|pm)?|later|tonight|tomorrow|after work|this evening)(?: ok| babe| love| x)*[?!.]*$/;

/**
 * The promise to come back that a reply makes, if it makes one: a time or "later" beside words that say one
 * wants it or cannot yet. A chore at 7:30 is none.
 */
export function promiseIn(kind: BidKind, text: string): PromisedTime | undefined {
  const plain = text
    .slice(0, 600) // a promise is short; what stands further down is a story
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘'`]/g, '')
    .trim();
  if (REFUSES.test(plain)) return undefined;
  const minutes = minutesIn(plain);
  if (minutes === undefined && !comesBack(kind, plain)) return undefined;
  if (kind === 'request' && !PUTS_OFF.test(plain)) return undefined;
  return minutes ?? named(plain) ?? (UNNAMED.test(plain) ? { in: 'unnamed' } : undefined);
}

function comesBack(kind: BidKind, plain: string): boolean {
  if (COMES_BACK.test(plain) || CANNOT_YET.test(plain)) return true;
  return (kind === 'good-news' || kind === 'vulnerability') && ONLY_A_TIME.test(plain);
}

function named(plain: string): PromisedTime | undefined {
  const part = PARTS.find(([pattern]) => pattern.test(plain))?.[1];
  if (part === 'tomorrow') return { in: 'part', part };
  return clockIn(plain) ?? (part === undefined ? undefined : { in: 'part', part });
}

function minutesIn(plain: string): PromisedTime | undefined {
  const [, count = '', unit = ''] = MINUTES.exec(plain) ?? BARE_MINUTES.exec(plain) ?? [];
  const number = COUNTS[count] ?? Number(count || Number.NaN);
  const minutes = unit.startsWith('h') ? number * 60 : unit.startsWith('s') ? 1 : number;
  return minutes > 0 && minutes <= MOST_MINUTES ? { in: 'minutes', minutes } : undefined;
}

function clockIn(plain: string): PromisedTime | undefined {
  const after = CLOCK.exec(plain);
  const bare = BARE_CLOCK.exec(plain);
  const [hour, minute, half] = after
    ? [after[1], after[2], after[3]]
    : [bare?.[1] ?? bare?.[4], bare?.[2], bare?.[3] ?? bare?.[5]];
  if (hour === undefined) return undefined;
  const [h, m] = [Number(hour), Number(minute ?? 0)];
  if (h > 23 || m > 59) return undefined;
  return { in: 'clock', hour: hourOfDay(h, half), minute: m };
}

/** Couples put each other off until the evening far more than until the morning: a bare 7 is 19 o'clock [our choice]. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === 'am') return hour % 12;
  if (half === 'pm' || (hour >= 1 && hour <= 11)) return (hour % 12) + 12;
  return hour;
}
