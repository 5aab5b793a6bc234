import type { Hint } from './hint.ts';

export const INTEREST_HINTS = [
  {
    id: 'interest/one-real-thing',
    move: 'acknowledge',
    reason: 'any',
    text: 'They are curious about you. Tell them one real thing.',
  },
  {
    id: 'interest/short-is-fine',
    move: 'acknowledge',
    reason: 'any',
    text: 'A short, honest answer is fine. It need not be the whole story.',
  },
  {
    id: 'interest/small-scene',
    move: 'acknowledge',
    reason: 'any',
    text: 'Share one small scene, so that they can picture it.',
  },
  {
    id: 'interest/ask-back',
    move: 'ask',
    reason: 'any',
    text: 'Answer, and then ask how it is on their side.',
  },
  {
    id: 'interest/long-story',
    move: 'acknowledge',
    reason: 'any',
    text: 'If it is a long story, say so, and pick a moment to tell it.',
  },
  {
    id: 'interest/nice-to-be-asked',
    move: 'acknowledge',
    reason: 'any',
    text: 'If it feels good to be asked, let that show.',
  },
  {
    id: 'interest/back-to-question',
    move: 'return',
    reason: 'passed-over',
    text: 'There is a question of theirs you could still come back to.',
  },
] as const satisfies readonly Hint[];
