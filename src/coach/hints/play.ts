import type { Hint } from './hint.ts';

export const PLAY_HINTS = [
  {
    id: 'play/join-in',
    move: 'acknowledge',
    reason: 'any',
    text: 'Play along: add the next silly thing.',
  },
  {
    id: 'play/show-smile',
    move: 'acknowledge',
    reason: 'any',
    text: 'If it made you smile, let them see the smile.',
  },
  {
    id: 'play/laughing-emoji',
    move: 'acknowledge',
    reason: 'any',
    text: 'A laughing emoji is an answer too.',
  },
  {
    id: 'play/same-spirit',
    move: 'acknowledge',
    reason: 'any',
    text: 'Something in the same spirit is welcome, however small.',
  },
  {
    id: 'play/take-a-guess',
    move: 'ask',
    reason: 'any',
    text: 'Take a wild guess, or ask for the rest of it.',
  },
  {
    id: 'play/not-in-the-mood',
    move: 'acknowledge',
    reason: 'any',
    text: 'Not in a playful mood? A friendly word about your day keeps the door open.',
  },
  {
    id: 'play/still-open',
    move: 'return',
    reason: 'passed-over',
    text: 'There is a bit of fun a little further up that you could still join.',
  },
] as const satisfies readonly Hint[];
