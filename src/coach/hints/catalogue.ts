import type { BidKind } from '../../domain/bid.ts';
import type { Reason } from '../../domain/nudge.ts';
import { AFFECTION_HINTS } from './affection.ts';
import { ATTENTION_HINTS } from './attention.ts';
import { GOOD_NEWS_HINTS } from './good-news.ts';
import type { Hint } from './hint.ts';
import { INTEREST_HINTS } from './interest.ts';
import { PLAY_HINTS } from './play.ts';
import { PROMISE_HINTS } from './promise.ts';
import { REQUEST_HINTS } from './request.ts';
import { VULNERABILITY_HINTS } from './vulnerability.ts';

/** What can be suggested for each kind that is ever coached; `repair` never is. */
export const HINTS = {
  vulnerability: VULNERABILITY_HINTS,
  'good-news': GOOD_NEWS_HINTS,
  affection: AFFECTION_HINTS,
  request: REQUEST_HINTS,
  interest: INTEREST_HINTS,
  attention: ATTENTION_HINTS,
  play: PLAY_HINTS,
} satisfies Record<Exclude<BidKind, 'repair'>, readonly Hint[]>;

const BY_ID: ReadonlyMap<string, Hint> = new Map(
  [...Object.values(HINTS), PROMISE_HINTS].flat().map((hint) => [hint.id, hint]),
);

/** The words of a hint; undefined for one that an earlier version knew. */
export function hintText(id: string): string | undefined {
  return BY_ID.get(id)?.text;
}

/** The hints that fit a kind and a reason; none only for `repair`. */
export function fittingHints(kind: BidKind, reason: Reason): readonly Hint[] {
  if (kind === 'repair') return [];
  const hints: readonly Hint[] = reason === 'promise' ? PROMISE_HINTS : HINTS[kind];
  return hints.filter((hint) => hint.reason === 'any' || hint.reason === reason);
}
