import type { DyadState, OpenBid } from '../../domain/dyad.ts';
import { MINUTE } from '../../domain/time.ts';
import { partnerOf } from '../moment.ts';
import { earliestFor, isWaiting, whileOpen } from './patience.ts';
import type { BidRule } from './rule.ts';

/** Seen this shortly before a bid, the responder has most likely read it. Source: design, "Coach". */
const SEEN_BEFORE = 30 * MINUTE;

/** Nothing was said since the bid, by someone who was around. Silence alone is often a bus ride. */
export const silence = {
  reason: 'silence',
  about: 'bid',
  because: 'This still waits for a word, and half of the time for it has gone.',
  hears: [
    { story: 'two hours after good news, last seen half an hour before it', kind: 'good-news', seen: -30, asked: 120 },
    { story: 'two hours after a worry, seen typing since', kind: 'vulnerability', seen: 40, asked: 120 },
    { story: 'seen only after three hours', kind: 'request', seen: 180, asked: 180 },
  ],
  ignores: [
    { story: 'half of the window has not gone', kind: 'good-news', seen: -10, asked: 119 },
    { story: 'last seen long before the bid', kind: 'vulnerability', seen: -31, asked: 150 },
    { story: 'never seen', kind: 'vulnerability', asked: 150 },
    { story: 'something else was said', kind: 'vulnerability', seen: 40, passed: 40, asked: 130 },
    { story: 'a heart is an answer', kind: 'good-news', seen: 40, turn: 'toward', asked: 130 },
    { story: 'its window is over', kind: 'request', seen: 40, lapsed: true, asked: 300 },
  ],
  dueAt: (state, bid) => {
    if (bid.passedAt !== undefined || !isWaiting(bid, state.time) || !wasAround(state, bid)) return undefined;
    return whileOpen(bid, Math.max(earliestFor(bid), bid.halfAt));
  },
} satisfies BidRule;

function wasAround(state: DyadState, bid: OpenBid): boolean {
  const { seenAt } = partnerOf(state, bid.by);
  return seenAt !== undefined && seenAt >= bid.endedAt - SEEN_BEFORE;
}
