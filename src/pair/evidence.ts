import { compile } from './phrases.ts';
import { toneOf } from './reactions.ts';
import type { Relation } from './relation.ts';
import type { Part, ReadText } from './reply-text.ts';
import { shapeOf } from './shape.ts';
import { type Evidence, type Sign, WORDED, type WordedSign } from './signs.ts';
import { tiesOf } from './ties.ts';
import { isCelebration } from './wordless.ts';

/** Warmth that a negator close before it takes back: "not proud", "isn't that great". */
const NEGATABLE: ReadonlySet<WordedSign> = new Set(['approves', 'praises', 'ownFeeling', 'thanks'] as const);

const find = compile<WordedSign>(WORDED, NEGATABLE);

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
  for (const sign of shapeOf(reply)) add(evidence, sign, 1);
  for (const sign of tiesOf(reply, relation, evidence)) add(evidence, sign, 1);
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
