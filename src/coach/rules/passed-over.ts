import { earliestFor, isWaiting, whileOpen } from './patience.ts';
import type { BidRule } from './rule.ts';

/** The talk went on without an answer to the bid. Source: design, "Coach". */
export const passedOver = {
  reason: 'passed-over',
  about: 'bid',
  because: 'The talk went on to something else, and this is still open.',
  hears: [
    { story: 'a worry, then talk of dinner; ten minutes on', kind: 'vulnerability', passed: 2, asked: 10 },
    { story: 'good news, then talk of the bins; a quarter of an hour on', kind: 'good-news', passed: 5, asked: 15 },
    { story: 'look at this, then something else an hour later', kind: 'attention', passed: 60, asked: 60 },
  ],
  ignores: [
    { story: 'a worry, then talk of dinner; too soon', kind: 'vulnerability', passed: 2, asked: 9 },
    { story: 'good news, then talk of the bins; too soon', kind: 'good-news', passed: 5, asked: 14 },
    { story: 'nothing was said since', kind: 'good-news', asked: 60 },
    { story: 'first something else, then a kind word', kind: 'good-news', passed: 5, turn: 'toward', asked: 60 },
    { story: 'a sharp answer: no time for hints', kind: 'request', passed: 5, turn: 'against', asked: 60 },
    { story: 'its window is over', kind: 'request', passed: 5, lapsed: true, asked: 300 },
    { story: 'a nudge went out before', kind: 'request', passed: 130, nudged: true, asked: 140 },
  ],
  dueAt: (state, bid) => {
    if (bid.passedAt === undefined || !isWaiting(bid, state.time)) return undefined;
    return whileOpen(bid, Math.max(bid.passedAt, earliestFor(bid)));
  },
} satisfies BidRule;
