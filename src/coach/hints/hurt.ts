import type { Moment } from '../moment.ts';
import { alike, type Hint } from './hint.ts';

/**
 * Something the reader did may have hurt. To hear it and to own a part mends more than reasons do (Gottman, Driver &
 * Tabares 2015); most words for other hard things would sound as if it were about somebody else.
 */
export const HURT_HINTS: readonly Hint[] = [
  ...alike('hurt', { move: 'acknowledge' })({
    'hear-it-out': 'Hear it to the end before you explain anything.',
    'good-that-they-told': 'It is good that they told you. Say so, even if it stings.',
    'own-a-bit': 'Is a bit of this yours? Own that bit, in one plain line.',
    'short-sorry': 'If you are sorry, a short sorry is the best kind, with no but behind it.',
    'soft-first': 'No rush. Something soft first, the facts later.',
    'proper-answer': 'Tell them you have read it and would like to give it a proper answer, and when.',
    aloud: 'This one may be easier aloud: offer a call, or to sit down together.',
  }),
  ...alike('hurt', { move: 'ask' })({
    'wished-for': 'What would they have wished for? Ask, and hear it.',
    'what-it-was-like': 'Find out what it was like for them, and only listen.',
    'another-time': 'If it has to do with the two of you, ask how you could do it another time.',
  }),
  ...alike('hurt', { move: 'validate' })({
    'saw-it-hurt': 'Say that you can see it hurt. Your side of it can come later.',
    'remember-differently': 'Perhaps you remember it differently. How it felt to them is still true.',
    'where-they-stood': 'Look at it from where they stood, and tell them what you see from there.',
    'not-indifferent': 'They may wonder if it is all the same to you. If it is not, let them know.',
  }),
  ...alike('hurt', { move: 'return', reason: 'passed-over' })({
    'part-you-understand': 'It can still be picked up. Start with the part you understand.',
  }),
];

/** Says what an act of the partner felt like, without attacking. */
const HURT_CUE = 'vulnerability/hurt-by-you';

/** Whether it may be about something that the reader did. */
export function isHurt({ kind, because }: Pick<Moment, 'kind' | 'because'>): boolean {
  return kind === 'vulnerability' && because.includes(HURT_CUE);
}
