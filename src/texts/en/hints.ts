import { affection } from './hints/affection.ts';
import { attention } from './hints/attention.ts';
import { followUp } from './hints/follow-up.ts';
import { goodNews } from './hints/good-news.ts';
import { guarded } from './hints/guarded.ts';
import { hurt } from './hints/hurt.ts';
import { interest } from './hints/interest.ts';
import { moreToSay } from './hints/more-to-say.ts';
import { play } from './hints/play.ts';
import { promise } from './hints/promise.ts';
import { request } from './hints/request.ts';
import { vulnerability } from './hints/vulnerability.ts';

/**
 * Every hint, list by list: a move of at most 120 characters, never a script, never a quote. When each suits is told in
 * `src/coach/hints`, where the compiler asks for every name that stands here.
 */
export const hints = {
  affection: affection,
  attention: attention,
  'follow-up': followUp,
  'good-news': goodNews,
  guarded: guarded,
  hurt: hurt,
  interest: interest,
  'more-to-say': moreToSay,
  play: play,
  promise: promise,
  request: request,
  vulnerability: vulnerability,
} as const;

type Lists = typeof hints;
export type HintList = keyof Lists;
/** The names in one list. */
export type HintName<List extends HintList> = keyof Lists[List] & string;
/** `list/name`. */
export type HintId = { readonly [List in HintList]: `${List}/${HintName<List>}` }[HintList];
