import type { Moment } from '../moment.ts';
import { alike, type Hint } from './hint.ts';

/** Something hard may be near, but nothing was said: one light sign, and the choice stays with them. */
export const GUARDED_HINTS: readonly Hint[] = [
  ...alike('guarded', { move: 'ask' })({
    'light-hello': 'It may be nothing. A light hello is enough to find out.',
    'believe-it': 'Ask once how they are, kindly, and believe the answer.',
    'their-day': 'Ask about their day, nothing deeper.',
    'long-day': 'Could be a long day, could be more. A light question is enough.',
    'any-day': 'You could be wrong about it, and that is fine. Ask as you would on any day.',
    'everyday-thing': 'Try an everyday thing first: what there was for lunch, how full the bus was.',
  }),
  ...alike('guarded', { move: 'acknowledge', low: ['comfort', 'company'] })({
    'something-easy': 'Offer something easy: a walk, a film, a call about nothing.',
    'only-warmer': 'Keep it as short as theirs, only warmer.',
    'small-joke': 'If you two can joke now, a small one. If not, a soft word.',
    'be-near': 'Be near for a bit, without asking anything.',
  }),
  ...alike('guarded', { move: 'acknowledge', low: ['space', 'comfort'] })({
    'small-opening': 'Leave a small opening: you are around if they feel like talking.',
    'something-nice': 'No questions needed. Send something nice and see.',
    'leaves-them-free': 'They may simply want some quiet. A heart leaves them free.',
    'let-it-be': 'If they say that all is well, let it be well, and stay friendly.',
  }),
  ...alike('guarded', { move: 'acknowledge', low: ['space', 'comfort'], times: ['evening', 'bedtime'] })({
    'good-night': 'A warm good night leaves nothing to explain.',
  }),
];

/** Cues that hear how something is said, not what: dots, a sudden shortness, a word taken back. */
const GUARDED_CUES: ReadonlySet<string> = new Set([
  'vulnerability/takes-back',
  'vulnerability/hedges',
  'vulnerability/trails-off',
  'vulnerability/drops-short',
  'vulnerability/was-asked-after',
]);

/** Whether nothing but guardedness speaks for it. */
export function isGuarded({ kind, because }: Pick<Moment, 'kind' | 'because'>): boolean {
  const cues = because.filter((cue) => cue.startsWith(`${kind}/`));
  return cues.length > 0 && cues.every((cue) => GUARDED_CUES.has(cue));
}
