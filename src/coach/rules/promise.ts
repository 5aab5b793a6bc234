import type { PromiseRule } from './rule.ts';

/** The time has come that they named for coming back. The engine ends a promise once it is kept. */
export const promise = {
  reason: 'promise',
  about: 'promise',
  because: 'They said they would come back to this about now.',
  hears: [
    { story: 'tonight has come', kind: 'good-news', turn: 'toward', promisedFor: 240, asked: 240 },
    { story: 'the hour they named has passed', kind: 'request', turn: 'toward', promisedFor: 60, asked: 75 },
  ],
  ignores: [
    { story: 'tonight is still to come', kind: 'good-news', turn: 'toward', promisedFor: 240, asked: 239 },
    { story: 'answered, and nothing was promised', kind: 'good-news', turn: 'toward', asked: 240 },
    { story: 'not answered, and nothing was promised', kind: 'request', passed: 10, asked: 240 },
  ],
  dueAt: (_state, promised) => promised.dueAt,
} satisfies PromiseRule;
