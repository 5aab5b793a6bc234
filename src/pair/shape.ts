import type { ReadText } from './reply-text.ts';
import type { ShapeSign } from './signs.ts';

const BARE_WORDS = 2;
const LONG_WORDS = 12; // longer than the tokens and quips people send, measured on labelled pairs
const SEVERAL_PARTS = 3;
const MUCH = 3; // exclamation marks

/** The shape of a reply, without looking at what it says. */
export function shapeOf(reply: ReadText): readonly ShapeSign[] {
  const signs: ShapeSign[] = [];
  if (reply.exclamations > 0) signs.push('exclaims');
  if (reply.exclamations >= MUCH) signs.push('exclaimsMuch');
  if (reply.shouted > 0) signs.push('shouts');
  if (reply.words.length <= BARE_WORDS) signs.push('bare');
  if (reply.words.length > LONG_WORDS) signs.push('long');
  if (reply.parts.length >= SEVERAL_PARTS) signs.push('several');
  return signs;
}
