import type { Hint } from './hint.ts';

/** A kind no is an answer as good as a yes. Source: annotation guide, "Response". */
export const REQUEST_HINTS = [
  {
    id: 'request/any-answer',
    move: 'acknowledge',
    reason: 'any',
    text: 'Yes, no or later: any clear answer takes a load off.',
  },
  {
    id: 'request/say-when',
    move: 'acknowledge',
    reason: 'any',
    text: 'If it has to wait, say when you can look at it.',
  },
  {
    id: 'request/kind-no',
    move: 'acknowledge',
    reason: 'any',
    text: 'If it is a no, a warm one is fine. Offer another time or another way if you have one.',
  },
  {
    id: 'request/one-question',
    move: 'ask',
    reason: 'any',
    text: 'Not sure yet? Ask the one thing you need to know to decide.',
  },
  {
    id: 'request/on-it',
    move: 'acknowledge',
    reason: 'any',
    text: 'Let them know that you saw it, even before you have an answer.',
  },
  {
    id: 'request/join-in',
    move: 'ask',
    reason: 'any',
    text: 'If it is about time together, say what you would enjoy.',
  },
  {
    id: 'request/pick-up',
    move: 'return',
    reason: 'passed-over',
    text: 'It went by while you talked. One line is enough to pick it up again.',
  },
] as const satisfies readonly Hint[];
