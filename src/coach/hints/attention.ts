import type { Hint } from './hint.ts';

export const ATTENTION_HINTS = [
  {
    id: 'attention/one-detail',
    move: 'acknowledge',
    reason: 'any',
    text: 'Have a look, and tell them one detail that caught your eye.',
  },
  {
    id: 'attention/ask-about-it',
    move: 'ask',
    reason: 'any',
    text: 'Ask one thing about it.',
  },
  {
    id: 'attention/reminds-you',
    move: 'acknowledge',
    reason: 'any',
    text: 'Say what it reminds you of.',
  },
  {
    id: 'attention/look-later',
    move: 'acknowledge',
    reason: 'any',
    text: 'No time to look properly? Say that you will, and when.',
  },
  {
    id: 'attention/quick-reaction',
    move: 'acknowledge',
    reason: 'any',
    text: 'A quick reaction shows that you saw it.',
  },
  {
    id: 'attention/why-they-thought-of-you',
    move: 'ask',
    reason: 'any',
    text: 'They wanted you to see this. Find out what they like about it.',
  },
  {
    id: 'attention/scroll-up',
    move: 'return',
    reason: 'passed-over',
    text: 'Scroll up a little: there is something they wanted to share with you.',
  },
] as const satisfies readonly Hint[];
