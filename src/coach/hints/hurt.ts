import type { Moment } from '../moment.ts';
import { hintsOf } from './hint.ts';

/**
 * Something the reader did may have hurt. To hear it and to own a part mends more than reasons do (Gottman, Driver &
 * Tabares 2015); most words for other hard things would sound as if it were about somebody else.
 */
export const HURT_HINTS = hintsOf('hurt', {
  'hear-it-out': { move: 'acknowledge' },
  'good-that-they-told': { move: 'acknowledge' },
  'own-a-bit': { move: 'acknowledge' },
  'short-sorry': { move: 'acknowledge' },
  'soft-first': { move: 'acknowledge' },
  'proper-answer': { move: 'acknowledge' },
  aloud: { move: 'acknowledge' },
  'wished-for': { move: 'ask' },
  'what-it-was-like': { move: 'ask' },
  'another-time': { move: 'ask' },
  'saw-it-hurt': { move: 'validate' },
  'remember-differently': { move: 'validate' },
  'where-they-stood': { move: 'validate' },
  'not-indifferent': { move: 'validate' },
  'stay-with-it': { move: 'acknowledge' },
  'landed-so': { move: 'acknowledge' },
  'what-helps-now': { move: 'ask' },
  'is-that-it': { move: 'ask' },
  'would-sting': { move: 'validate' },
  'counts-for-you': { move: 'validate' },
  'part-you-understand': { move: 'return', reason: 'passed-over' },
});

/** Says what an act of the partner felt like, without attacking. */
const HURT_CUE = 'vulnerability/hurt-by-you';

/** Whether it may be about something that the reader did. */
export function isHurt({ kind, because }: Pick<Moment, 'kind' | 'because'>): boolean {
  return kind === 'vulnerability' && because.includes(HURT_CUE);
}
