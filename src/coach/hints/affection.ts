import type { Hint } from './hint.ts';

export const AFFECTION_HINTS = [
  {
    id: 'affection/give-back',
    move: 'acknowledge',
    reason: 'any',
    text: 'Send a little of that warmth back, in your own way.',
  },
  {
    id: 'affection/heart',
    move: 'acknowledge',
    reason: 'any',
    text: 'A heart or one kind word is plenty.',
  },
  {
    id: 'affection/one-thing',
    move: 'celebrate',
    reason: 'any',
    text: 'Tell them one thing you like about them, the first that comes to mind.',
  },
  {
    id: 'affection/how-it-felt',
    move: 'acknowledge',
    reason: 'any',
    text: 'Let them know how it felt to read that.',
  },
  {
    id: 'affection/good-moment',
    move: 'celebrate',
    reason: 'any',
    text: 'Think of a good moment you two had lately, and mention it.',
  },
  {
    id: 'affection/look-forward',
    move: 'acknowledge',
    reason: 'any',
    text: 'Say what you look forward to when you see each other.',
  },
  {
    id: 'affection/busy-day',
    move: 'acknowledge',
    reason: 'silence',
    text: 'Even from the middle of a full day, a tiny hello is a lovely thing to get.',
  },
] as const satisfies readonly Hint[];
