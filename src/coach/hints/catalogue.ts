import type { BidKind } from '../../domain/bid.ts';
import type { Reason } from '../../domain/nudge.ts';
import { AFFECTION_HINTS } from './affection.ts';
import { ATTENTION_HINTS } from './attention.ts';
import { FOLLOW_UP_HINTS } from './follow-up.ts';
import { GOOD_NEWS_HINTS } from './good-news.ts';
import { GUARDED_HINTS, isGuarded } from './guarded.ts';
import type { Hint } from './hint.ts';
import { HURT_HINTS, isHurt } from './hurt.ts';
import { INTEREST_HINTS } from './interest.ts';
import { MORE_TO_SAY_HINTS } from './more-to-say.ts';
import { PLAY_HINTS } from './play.ts';
import { PROMISE_HINTS } from './promise.ts';
import { REQUEST_HINTS } from './request.ts';
import { VULNERABILITY_HINTS } from './vulnerability.ts';

/** What can be suggested while something still waits, for each kind that is ever coached; `repair` never is. */
export const HINTS_BY_KIND = {
  vulnerability: VULNERABILITY_HINTS,
  'good-news': GOOD_NEWS_HINTS,
  affection: AFFECTION_HINTS,
  request: REQUEST_HINTS,
  interest: INTEREST_HINTS,
  attention: ATTENTION_HINTS,
  play: PLAY_HINTS,
} satisfies Record<Exclude<BidKind, 'repair'>, readonly Hint[]>;

/** Reasons with words of their own, whatever the kind. */
export const HINTS_BY_REASON = {
  promise: PROMISE_HINTS,
  'more-to-say': MORE_TO_SAY_HINTS,
  'follow-up': FOLLOW_UP_HINTS,
} satisfies Partial<Record<Reason, readonly Hint[]>>;

export const ALL_HINTS: readonly Hint[] = [
  ...Object.values(HINTS_BY_KIND).flat(),
  ...GUARDED_HINTS,
  ...HURT_HINTS,
  ...Object.values(HINTS_BY_REASON).flat(),
];

const BY_ID: ReadonlyMap<string, Hint> = new Map(ALL_HINTS.map((hint) => [hint.id, hint]));

/** The hint of this id; undefined for one that an earlier version knew. */
export function hintOf(id: string): Hint | undefined {
  return BY_ID.get(id);
}

/** The hints that fit a kind and a reason; none only for `repair`. */
export function fittingHints(kind: BidKind, reason: Reason, because: readonly string[] = []): readonly Hint[] {
  return listFor(kind, reason, because).filter(
    (hint) => (hint.reason ?? reason) === reason && (hint.kinds?.includes(kind) ?? true),
  );
}

function listFor(kind: BidKind, reason: Reason, because: readonly string[]): readonly Hint[] {
  if (kind === 'repair') return [];
  if (reason !== 'passed-over' && reason !== 'silence') return HINTS_BY_REASON[reason];
  if (isGuarded({ kind, because })) return GUARDED_HINTS;
  return isHurt({ kind, because }) ? HURT_HINTS : HINTS_BY_KIND[kind];
}
