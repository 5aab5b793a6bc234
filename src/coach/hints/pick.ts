import type { DaySpan } from '../../domain/dyad.ts';
import type { Reason } from '../../domain/nudge.ts';
import { CELEBRATION_VOLUMES, CELEBRATION_WAYS, SUPPORTS, type Wishes } from '../../domain/wishes.ts';
import type { Moment } from '../moment.ts';
import { fittingHints, hintOf } from './catalogue.ts';
import { type Hint, STRONG_FROM } from './hint.ts';
import { type PartOfDay, partOfDay } from './part-of-day.ts';

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
export type Occasion = Pick<Moment, 'kind' | 'because' | 'intensity' | 'bidSeq'> & { readonly reason: Reason };

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
  const picked = varied[Math.floor(chance(`hint:${occasion.bidSeq}`) * varied.length)] ?? oldestOf(suiting, lately);
  // The gates let no moment pass for which there are no words.
  if (picked === undefined) throw new RangeError(`no hint for ${occasion.kind}`);
  return picked;
}

function oldestOf(hints: readonly Hint[], lately: readonly string[]): Hint | undefined {
  return [...hints].sort((one, other) => lately.lastIndexOf(one.id) - lately.lastIndexOf(other.id))[0];
}

/** All that may be given, whatever was given before. */
export function suitingHints(occasion: Omit<Occasion, 'bidSeq'>, choice: Omit<Choice, 'given'>): readonly Hint[] {
  const { kind, reason, because, intensity } = occasion;
  const strength = intensity >= STRONG_FROM ? 'strong' : 'light';
  const part = choice.hour && partOfDay(choice.hour.minuteOfDay, choice.hour.quiet);
  return suitingOf(fittingHints(kind, reason, because), { strength, part, wishes: choice.wishes });
}

/** Those of them that suit how much hangs on it, the part of the day and what is wished for. */
export function suitingOf(
  hints: readonly Hint[],
  {
    strength,
    part,
    wishes,
  }: { strength: 'strong' | 'light'; part?: PartOfDay | undefined; wishes?: Wishes | undefined },
): readonly Hint[] {
  return hints.filter(
    (hint) =>
      (hint.strength ?? strength) === strength &&
      (hint.times === undefined || (part !== undefined && hint.times.includes(part))) &&
      fits(hint, wishes) !== 'unwanted',
  );
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
