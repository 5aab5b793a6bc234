import { isQuestion, type Relation } from './relation.ts';
import type { ReadText } from './reply-text.ts';
import type { Sign, TieSign } from './signs.ts';

/** Any of these takes a bid up whatever it was about. */
const TAKES_UP: readonly Sign[] = [
  'approves', 'praises', 'excited', 'ownFeeling', 'closeness', 'thanks', 'laughs', 'asksMore', 'asksToShow',
  'namesFeeling', 'comforts', 'advises', 'shrinks', 'accepts', 'ownPart', 'token',
]; // biome-ignore format: a list read across
/** Of these also somebody speaks who talks of themselves only: "same, my boss was awful too". */
const SAID_OF_ONESELF: ReadonlySet<Sign> = new Set([
  'approves',
  'ownFeeling',
  'ownPart',
  'shrinks',
  'token',
  'laughs',
  'namesFeeling',
] as const);
/** Words for oneself; "so my day was …" turns the talk to the speaker. */
const SELF = new Set(['i', 'im', 'my', 'mine', 'ive', 'id', 'me']);
const FILLERS = new Set([
  'so',
  'same',
  'ok',
  'cool',
  'oh',
  'lol',
  'well',
  'and',
  'also',
  'anyway',
  'eh',
  'ah',
  'nice',
  'yeah',
  'ugh',
  'today',
]);

/** What ties this reply to the bid, given what its words already showed. */
export function tiesOf(reply: ReadText, relation: Relation, shown: ReadonlyMap<Sign, number>): readonly TieSign[] {
  const signs: TieSign[] = [];
  if (relation.shared >= 1) signs.push('shares');
  if (relation.shared >= 2) signs.push('sharesMore');
  if (relation.echoes) signs.push('echoes');
  if (relation.toYou) signs.push('toYou');
  if (relation.shared === 0 && relation.content >= 2) signs.push('unrelated');
  const fits = relation.fittingQuestion && (relation.shared > 0 || !shown.has('chore'));
  const asks = reply.asks || reply.parts.some((part) => isQuestion(part.words, part.asks));
  if (asks) signs.push('asks', fits ? 'fittingQuestion' : 'unfittingQuestion');
  if (isHousehold(relation, shown, asks)) signs.push('household');
  const takenUp = fits || relation.shared > 0 || takesUp(shown);
  if (!takenUp && !relation.toYou) signs.push('noTie');
  const turnsToOther = TAKES_UP.some((sign) => shown.has(sign) && !SAID_OF_ONESELF.has(sign));
  if (!turnsToOther && !fits && relation.shared === 0 && !relation.toYou && startsWithSelf(reply))
    signs.push('selfTalk');
  return signs;
}

/** Whether anything shown takes a bid up, be it a mere token. */
export function takesUp(shown: ReadonlyMap<Sign, number>): boolean {
  return TAKES_UP.some((sign) => shown.has(sign));
}

/** A question or an errand of the house that has nothing of the bid in it: "did you pay the plumber". */
function isHousehold(relation: Relation, shown: ReadonlyMap<Sign, number>, asks: boolean): boolean {
  return shown.has('chore') && relation.shared === 0 && (asks || shown.has('bossy'));
}

function startsWithSelf(reply: ReadText): boolean {
  const first = reply.words.find((word) => !FILLERS.has(word));
  return first !== undefined && SELF.has(first);
}
