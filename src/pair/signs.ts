import { ASKING } from './lexicon/asking.ts';
import { CARE } from './lexicon/care.ts';
import { COLD } from './lexicon/cold.ts';
import { MENDING } from './lexicon/mending.ts';
import { SHIFT } from './lexicon/shift.ts';
import { WARM } from './lexicon/warm.ts';
import type { Lexicon } from './phrases.ts';
import type { EmojiTone } from './reactions.ts';

/** Every lexicon in one, so that a reply is read in one pass. */
export const WORDED = { ...WARM, ...ASKING, ...CARE, ...COLD, ...SHIFT, ...MENDING } satisfies Lexicon<string>;

/** Signs that phrases show; the phrases stand in the lexicons. */
export type WordedSign = keyof typeof WORDED;

/** Signs that the mere shape of a reply shows. */
export type ShapeSign = 'exclaims' | 'exclaimsMuch' | 'shouts' | 'bare' | 'long' | 'several';

/** Signs of what ties a reply to the bid, or of nothing doing so. */
export type TieSign =
  | 'asks'
  | 'fittingQuestion'
  | 'unfittingQuestion'
  | 'shares'
  | 'sharesMore'
  | 'echoes'
  | 'toYou'
  | 'unrelated'
  | 'noTie'
  | 'household'
  | 'selfTalk';

/** One explainable reason to read a reply one way or another. */
export type Sign = WordedSign | ShapeSign | TieSign | 'celebration' | 'promises' | 'kindNo' | `emoji-${EmojiTone}`;

/** What a reply shows, and how much of it: 1 is the whole of a one-part reply. */
export type Evidence = ReadonlyMap<Sign, number>;
