import type { BidKind } from '../domain/bid.ts';
import type { Reply, Style } from '../domain/bid-response.ts';

/** A shrug looks like a question, so it would be taken for interest: "who cares" is none. */

const SHRUGS: ReadonlySet<string> = new Set(['who cares', 'who asked', 'so what', 'big whoop']);
const AROUND: ReadonlySet<string> = new Set(['and', 'lol', 'haha', 'anyway']);

/** Whether the words are a shrug and nothing else. */
export function isShrug(words: readonly string[]): boolean {
  return SHRUGS.has(words.filter((word) => !AROUND.has(word)).join(' '));
}

/** It belittles the bid: against, as "you call that news?" is. Annotation guide, "turn". */
export function shrugAt(kind: BidKind): Reply {
  const style = STYLES[kind];
  return { turn: 'against', confidence: SURE, ...(style ? { style } : {}) };
}

/** Our choice: as sure as signs that stand by themselves. */
const SURE = 0.9;
const STYLES: Readonly<Partial<Record<BidKind, Style>>> = {
  'good-news': 'active-destructive',
  vulnerability: 'dismissing',
  repair: 'rejecting',
};
