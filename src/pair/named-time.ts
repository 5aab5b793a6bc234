import type { PromisedTime } from '../domain/bid-response.ts';

/** Hours and parts of a day as a reply names them. */

const CLOCK =
  /\b(?:at|after|around|by|from|till|til|until|about|@)\s?(\d{1,2})(?:[:.h](\d{2}))?\s?(am|pm)?(?!\s?(?:%|min|hour|hr|h\b|m\b|days?|weeks?|km|euro|dollars|people|of))\b/;
const BARE_CLOCK = /\b(\d{1,2})(?:[:.](\d{2}))\s?(am|pm)?\b|\b(\d{1,2})\s?(am|pm)\b/;

/** Where a clause ends: what stands in one breath belongs together. */
export const CLAUSE_ENDS =
  /[,;!?\n]|\.(?!\d)|\b(?:but|and|so|cause|because|since|cos)\b|\b(?=(?:im|i am) (?:in|at|on|driving|busy|stuck|with|teaching|presenting)\b|i (?:cant|cannot)\b)/;

const PARTS: readonly (readonly [RegExp, Extract<PromisedTime, { in: 'part' }>['part']])[] = [
  [/\b(?:tomorrow|tmrw?|in the morning)\b/, 'tomorrow'],
  [
    /\b(?:tonight|tonite|this evening|evening|after (?:work|dinner|tea|supper|class|school|practice|gym|my shift|the shift|bedtime)|when (?:i|we|im|youre|you) (?:get |am |are |come )?(?:home|back|in)|once (?:im|i am|i get) home|when the kids are (?:down|asleep|in bed)|in bed|over dinner)\b/,
    'evening',
  ],
  [/\b(?:this afternoon|afternoon|after lunch)\b/, 'afternoon'],
  [/\b(?:at lunch|over lunch|on my lunch|lunch ?(?:break|time))\b/, 'lunch'],
];

const HOURS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const HOUR = `(\\d{1,2}|${HOURS.join('|')})`;
const HALF_PAST = new RegExp(`\\b(half|(?:a )?quarter) past ${HOUR}\\b`, 'g');
const QUARTER_TO = new RegExp(`\\b(?:a )?quarter to ${HOUR}\\b`, 'g');
/** Only where the two are to speak then: "sleep at nine" is advice. "At one" is left out, it mostly begins "at one point". */
const TO_SPEAK = '(?<=\\b(?:(?:call|ring|phone|facetime|text|tell|catch) (?:you|me)|talk|hear)(?: [a-z]+){0,5} )';
const HOUR_IN_WORDS = new RegExp(`${TO_SPEAK}(at|around|by|after) (${HOURS.slice(1).join('|')})\\b`, 'g');

const hourOf = (said: string) => HOURS.indexOf(said) + 1 || Number(said);

/** The same with hours in digits: "at noon", "at five", "half past five", "an hour and a half". */
export function inDigits(plain: string): string {
  return plain
    .replace(/\b(at|around|by|after|till?|until) (?:noon|midday)\b/g, '$1 12pm')
    .replace(/\b(?:an|one) hour and a half\b/g, '90 minutes')
    .replace(HALF_PAST, (_, past: string, hour: string) => `${hourOf(hour)}:${past === 'half' ? 30 : 15}`)
    .replace(QUARTER_TO, (_, hour: string) => `${hourOf(hour) === 1 ? 12 : hourOf(hour) - 1}:45`)
    .replace(HOUR_IN_WORDS, (_, before: string, hour: string) => `${before} ${hourOf(hour)}`);
}

/** The part of a day that words name. */
export function partIn(plain: string) {
  return PARTS.find(([pattern]) => pattern.test(plain))?.[1];
}

export const isTime = (hour: number, minute: number) => hour <= 23 && minute <= 59;

type Clock = Extract<PromisedTime, { in: 'clock' }>;

/** The hour that words name. */
export function clockIn(plain: string): Clock | undefined {
  const after = CLOCK.exec(plain);
  const bare = BARE_CLOCK.exec(plain);
  const [hour, minute, half] = after
    ? [after[1], after[2], after[3]]
    : [bare?.[1] ?? bare?.[4], bare?.[2], bare?.[3] ?? bare?.[5]];
  if (hour === undefined || !isTime(Number(hour), Number(minute ?? 0))) return undefined;
  const [said = ''] = after ?? bare ?? [];
  const clause = plain.split(CLAUSE_ENDS).find((each) => each.includes(said)) ?? '';
  return { in: 'clock', ...hourOfDay(hour, half ?? halfIn(clause)), minute: Number(minute ?? 0) };
}

type Half = 'am' | 'pm' | 'night';

/** The half of the day that words in one breath with the hour settle. */
function halfIn(clause: string): Half | undefined {
  if (/\b(?:in the|[a-z]+day|tomorrow|tmrw?) morning\b/.test(clause)) return 'am';
  if (/\b(?:tonight|tonite|(?:[a-z]+day|tomorrow|tmrw?|at) night)\b/.test(clause)) return 'night';
  return /\b(?:in the|this|[a-z]+day|tomorrow|tmrw?) (?:evening|afternoon)\b/.test(clause) ? 'pm' : undefined;
}

/** "At 7" leaves open which half of the day is meant; 07 and 19 do not, and 12 at night is midnight. */
function hourOfDay(written: string, half: string | undefined): { readonly hour: number; readonly halfOpen?: true } {
  const hour = Number(written);
  if (hour > 12 || hour === 0) return { hour };
  if (half === 'am' || (half === 'night' && hour === 12)) return { hour: hour % 12 };
  if (half !== undefined) return { hour: (hour % 12) + 12 };
  return written.startsWith('0') ? { hour } : { hour, halfOpen: true };
}
