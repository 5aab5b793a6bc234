import type { DaySpan } from '../../domain/dyad.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings.ts';
import { CELEBRATION_VOLUMES, CELEBRATION_WAYS, SUPPORTS, type Wishes } from '../../domain/wishes.ts';
import type { Moment } from '../moment.ts';
import { fittingHints, hintOf } from './catalogue.ts';
import { type Hint, type HintReason, type PartOfDay, STRONG_FROM } from './hint.ts';

/** None of the last so many comes again. Our own choice: the same three texts wear out in a week. */
const NOT_AGAIN_WITHIN = 20;

/** What is known of the two when a hint is chosen. */
export interface Choice {
  /** Ids of the hints the recipient got, newest last. */
  readonly given: readonly string[];
  /** By the recipient's clock and hours of sleep; without it no hint that is for a part of the day suits. */
  readonly hour?: { readonly minuteOfDay: number; readonly quiet: DaySpan };
  /** How the one who made the bid likes to be met. */
  readonly wishes?: Wishes;
}

/** What a hint is picked for. */
export type Occasion = Pick<Moment, 'kind' | 'because' | 'intensity' | 'bidSeq'> & { readonly reason: HintReason };

/**
 * One that suits and was not given lately: of those, one that is wished for; of those, another move than the last.
 * When all were given lately, the one that was given longest ago.
 */
export function pickHint(occasion: Occasion, choice: Choice, chance: (key: string) => number): Hint {
  const lately = choice.given.slice(-NOT_AGAIN_WITHIN);
  const suiting = suitingHints(occasion, choice);
  const fresh = suiting.filter((hint) => !lately.includes(hint.id));
  const wished = rather(fresh, (hint) => fits(hint, choice.wishes) === 'wished');
  const lastMove = hintOf(lately.at(-1) ?? '')?.move;
  const varied = rather(wished, (hint) => hint.move !== lastMove);
  const [oldest] = [...suiting].sort((one, other) => lately.lastIndexOf(one.id) - lately.lastIndexOf(other.id));
  const picked = varied[Math.floor(chance(`hint:${occasion.bidSeq}`) * varied.length)] ?? oldest;
  // The gates let no moment pass for which there are no words.
  if (picked === undefined) throw new RangeError(`no hint for ${occasion.kind}`);
  return picked;
}

/** All that may be given, whatever was given before. */
export function suitingHints(occasion: Omit<Occasion, 'bidSeq'>, choice: Omit<Choice, 'given'>): readonly Hint[] {
  const { kind, reason, because, intensity } = occasion;
  const strength = intensity >= STRONG_FROM ? 'strong' : 'light';
  const part = choice.hour && partOfDay(choice.hour.minuteOfDay, choice.hour.quiet);
  return fittingHints(kind, reason, because).filter(
    (hint) =>
      (hint.strength ?? strength) === strength &&
      (hint.times === undefined || (part !== undefined && hint.times.includes(part))) &&
      fits(hint, choice.wishes) !== 'unwanted',
  );
}

/** Somebody on nights gets up in the afternoon: morning and bedtime go by their own quiet hours, evening by the clock. */
export function partOfDay(minute: number, quiet: DaySpan): PartOfDay {
  const { from, until } = quiet.from === quiet.until ? DEFAULT_SETTINGS.quiet : quiet;
  const [sinceWaking, untilSleep, awake] = [later(until, minute), later(minute, from), later(until, from)];
  if (sinceWaking >= awake || untilSleep <= BEDTIME) return 'bedtime';
  if (sinceWaking < MORNING) return 'morning';
  return minute >= EVENING.from && minute < EVENING.until ? 'evening' : 'day';
}

/** In minutes, before sleep, after waking, and of the day; our own choice. */
const BEDTIME = 60;
const MORNING = 3 * 60;
const EVENING: DaySpan = { from: 17 * 60, until: 22 * 60 };
const MINUTES_A_DAY = 24 * 60;

/** Minutes from one time of day to the next time it is the other. */
function later(from: number, until: number): number {
  return (until - from + MINUTES_A_DAY) % MINUTES_A_DAY;
}

/** Each is a taste of its own: who likes it quiet has said nothing about questions. */
const TASTES: readonly (readonly string[])[] = [SUPPORTS, CELEBRATION_WAYS, CELEBRATION_VOLUMES];

function fits(hint: Hint, wishes: Wishes = {}): 'wished' | 'either' | 'unwanted' {
  const offers: readonly string[] = [...(hint.low ?? []), ...(hint.celebrate ?? [])];
  const wants: readonly string[] = [...(wishes.low ?? []), ...(wishes.celebrate ?? [])];
  const clashes = TASTES.some((taste) => {
    const offered = offers.filter((offer) => taste.includes(offer));
    const wanted = wants.filter((want) => taste.includes(want));
    return offered.length > 0 && wanted.length > 0 && !offered.some((offer) => wanted.includes(offer));
  });
  if (clashes || (isAdviceOnly(hint) && !wants.includes('ideas'))) return 'unwanted';
  return offers.some((offer) => wants.includes(offer)) ? 'wished' : 'either';
}

/** Advice nobody asked for makes people feel less heard (Yin et al. 2024). */
function isAdviceOnly({ low }: Hint): boolean {
  return low?.length === 1 && low[0] === 'ideas';
}

/** Those of which it is true, if there are any; else all. */
function rather(hints: readonly Hint[], isTrue: (hint: Hint) => boolean): readonly Hint[] {
  const better = hints.filter(isTrue);
  return better.length > 0 ? better : hints;
}
