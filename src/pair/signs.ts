import { ASKING } from './lexicon/asking.ts';
import { CARE } from './lexicon/care.ts';
import { COLD } from './lexicon/cold.ts';
import { MENDING } from './lexicon/mending.ts';
import { SHIFT } from './lexicon/shift.ts';
import { WARM } from './lexicon/warm.ts';
import { compile, type Lexicon } from './phrases.ts';
import { type EmojiTone, toneOf } from './reactions.ts';
import { isQuestion, type Relation } from './relation.ts';
import type { Part, ReadText } from './reply-text.ts';
import { isCelebration } from './wordless.ts';

const WORDED = { ...WARM, ...ASKING, ...CARE, ...COLD, ...SHIFT, ...MENDING };

/** Signs that phrases show; the phrases stand in the lexicons. */
type WordedSign = keyof typeof WORDED;

/** Signs that the shape of the reply shows, or its relation to the bid. */
type ShapeSign =
  | 'asks'
  | 'fittingQuestion'
  | 'unfittingQuestion'
  | 'shares'
  | 'sharesMore'
  | 'echoes'
  | 'exclaims'
  | 'shouts'
  | 'toYou'
  | 'selfFirst'
  | 'unrelated'
  | 'bare'
  | 'long'
  | 'several'
  | 'celebration'
  | 'promises'
  | 'kindNo'
  | `emoji-${EmojiTone}`;

/** One explainable reason to read a reply one way or another. */
export type Sign = WordedSign | ShapeSign;

/** What a reply shows, and how much of it: 1 is the whole of a one-part reply. */
export type Evidence = ReadonlyMap<Sign, number>;

/** Warmth that a negator close before it takes back: "not proud", "isn't that great". */
const NEGATABLE: ReadonlySet<WordedSign> = new Set(['approves', 'praises', 'ownFeeling', 'thanks'] as const);

const find = compile<WordedSign>(WORDED satisfies Lexicon<WordedSign>, NEGATABLE);

const LONG_REPLY_WORDS = 12; // longer than nine in ten of the tokens and quips people send
const MOST_OF_A_SIGN = 1.5; // saying it five times is not five times as much

/** What other files of `pair` found in the reply. */
export interface Found {
  readonly relation: Relation;
  readonly promises: boolean;
  readonly kindNo: boolean;
}

/** Collects every sign of a reply beside the bid it may answer. */
export function signsOf(reply: ReadText, { relation, promises, kindNo }: Found): Evidence {
  const evidence = new Map<Sign, number>();
  for (const part of reply.parts) {
    const weight = weightOf(part, reply);
    for (const sign of find(part)) add(evidence, sign, weight);
  }
  addQuestions(evidence, reply, relation);
  addShape(evidence, reply, relation);
  for (const emoji of reply.emoji) add(evidence, `emoji-${toneOf(emoji)}`, 1);
  if (isCelebration(reply)) add(evidence, 'celebration', 1);
  if (promises) add(evidence, 'promises', 1);
  if (kindNo) add(evidence, 'kindNo', 1);
  return evidence;
}

/** The longest part decides (annotation guide): half a point for being said at all, half by its share of the words. */
function weightOf(part: Part, reply: ReadText): number {
  return 0.5 + (0.5 * part.words.length) / reply.words.length;
}

function add(evidence: Map<Sign, number>, sign: Sign, amount: number): void {
  evidence.set(sign, Math.min(MOST_OF_A_SIGN, (evidence.get(sign) ?? 0) + amount));
}

function addQuestions(evidence: Map<Sign, number>, reply: ReadText, relation: Relation): void {
  if (!reply.asks && !reply.parts.some((part) => isQuestion(part.words, part.asks))) return;
  add(evidence, 'asks', 1);
  add(evidence, relation.fittingQuestion ? 'fittingQuestion' : 'unfittingQuestion', 1);
}

function addShape(evidence: Map<Sign, number>, reply: ReadText, relation: Relation): void {
  const words = reply.words.length;
  if (relation.shared >= 1) add(evidence, 'shares', 1);
  if (relation.shared >= 2) add(evidence, 'sharesMore', 1);
  if (relation.echoes) add(evidence, 'echoes', 1);
  if (reply.exclamations > 0) add(evidence, 'exclaims', Math.min(reply.exclamations, 3) / 2);
  if (reply.shouted > 0) add(evidence, 'shouts', 1);
  if (relation.toYou) add(evidence, 'toYou', 1);
  if (relation.shared === 0 && !relation.toYou && startsWithSelf(reply)) add(evidence, 'selfFirst', 1);
  if (relation.shared === 0 && relation.content >= 2) add(evidence, 'unrelated', 1);
  if (words > 0 && words <= 2) add(evidence, 'bare', 1);
  if (words > LONG_REPLY_WORDS) add(evidence, 'long', 1);
  if (reply.parts.length >= 3) add(evidence, 'several', 1);
}

function startsWithSelf(reply: ReadText): boolean {
  return ['i', 'im', 'my', 'mine', 'ive', 'ill', 'id', 'me'].includes(reply.words[0] ?? '');
}
