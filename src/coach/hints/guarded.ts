import type { Moment } from '../moment.ts';
import { hintsOf } from './hint.ts';

/** Something hard may be near, but nothing was said: one light sign, and the choice stays with them. */
export const GUARDED_HINTS = hintsOf('guarded', {
  'light-hello': { move: 'ask' },
  'believe-it': { move: 'ask' },
  'their-day': { move: 'ask' },
  'long-day': { move: 'ask' },
  'any-day': { move: 'ask' },
  'everyday-thing': { move: 'ask' },
  'something-easy': { move: 'acknowledge', low: ['comfort', 'company'] },
  'only-warmer': { move: 'acknowledge', low: ['comfort', 'company'] },
  'small-joke': { move: 'acknowledge', low: ['comfort', 'company'] },
  'be-near': { move: 'acknowledge', low: ['comfort', 'company'] },
  'small-opening': { move: 'acknowledge', low: ['space', 'comfort'] },
  'something-nice': { move: 'acknowledge', low: ['space', 'comfort'] },
  'leaves-them-free': { move: 'acknowledge', low: ['space', 'comfort'] },
  'let-it-be': { move: 'acknowledge', low: ['space', 'comfort'] },
  'pick-a-subject': { move: 'ask' },
  'company-or-quiet': { move: 'ask' },
  'picture-of-now': { move: 'acknowledge', low: ['comfort', 'company'] },
  'glad-of-them': { move: 'acknowledge', low: ['comfort', 'company'] },
  'slower-and-softer': { move: 'acknowledge', low: ['space', 'comfort'] },
  'each-is-fine': { move: 'acknowledge', low: ['space', 'comfort'] },
  'good-night': { move: 'acknowledge', low: ['space', 'comfort'], times: ['evening', 'bedtime'] },
});

/** Cues that hear how something is said, not what: dots, a sudden shortness, a word taken back, a pause. */
const GUARDED_CUES: ReadonlySet<string> = new Set([
  'vulnerability/takes-back',
  'vulnerability/hedges',
  'vulnerability/trails-off',
  'vulnerability/drops-short',
  'vulnerability/was-asked-after',
  'vulnerability/long-to-write',
]);

/** Whether nothing but guardedness speaks for it. */
export function isGuarded({ kind, because }: Pick<Moment, 'kind' | 'because'>): boolean {
  const cues = because.filter((cue) => cue.startsWith(`${kind}/`));
  return cues.length > 0 && cues.every((cue) => GUARDED_CUES.has(cue));
}
