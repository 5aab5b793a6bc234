import type { Moment } from '../moment.ts';
import { fittingHints } from './catalogue.ts';
import type { Hint } from './hint.ts';

/** None of the last so many comes again. Our own choice: the same three texts wear out in a week. */
const NOT_AGAIN_WITHIN = 20;

/** One that fits and was not given lately; when all were, the one that was given longest ago. */
export function pickHint(moment: Moment, given: readonly string[], chance: (key: string) => number): Hint {
  const lately = given.slice(-NOT_AGAIN_WITHIN);
  const fitting = fittingHints(moment.kind, moment.reason);
  const fresh = fitting.filter((hint) => !lately.includes(hint.id));
  const [oldest] = [...fitting].sort((one, other) => lately.lastIndexOf(one.id) - lately.lastIndexOf(other.id));
  const picked = fresh[Math.floor(chance(`hint:${moment.bidSeq}`) * fresh.length)] ?? oldest;
  // The gates let no moment pass for which there are no words.
  if (picked === undefined) throw new RangeError(`no hint for ${moment.kind}`);
  return picked;
}
