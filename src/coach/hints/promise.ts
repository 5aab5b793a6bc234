import type { Hint } from './hint.ts';

/** For a promise to come back, whatever the bid was. */
export const PROMISE_HINTS = [
  {
    id: 'promise/good-moment',
    move: 'return',
    reason: 'any',
    text: 'You wanted to come back to something. Now may be a good moment.',
  },
  {
    id: 'promise/ask-for-it',
    move: 'return',
    reason: 'any',
    text: 'There is something you wanted to hear more about. Ask for it when you are ready.',
  },
  {
    id: 'promise/new-time',
    move: 'return',
    reason: 'any',
    text: 'If now is no good after all, name another time. That counts too.',
  },
  {
    id: 'promise/pick-up-thread',
    move: 'return',
    reason: 'any',
    text: 'Pick up the thread you left for later. A small question is enough.',
  },
  {
    id: 'promise/undivided',
    move: 'return',
    reason: 'any',
    text: 'Put the rest aside for five minutes and go back to what you kept for later.',
  },
  {
    id: 'promise/call',
    move: 'return',
    reason: 'any',
    text: 'Perhaps this is one for a call or the sofa. Suggest it, and you have kept your word.',
  },
] as const satisfies readonly Hint[];
