import type { Hint } from './hint.ts';

/** Interest carries good news further than applause does, and a later question counts as well (Peters et al. 2018). */
export const GOOD_NEWS_HINTS = [
  {
    id: 'good-news/how-it-came',
    move: 'ask',
    reason: 'any',
    text: 'Ask how it came about, and let them tell it from the start.',
  },
  {
    id: 'good-news/best-part',
    move: 'ask',
    reason: 'any',
    text: 'Ask which part of it felt best.',
  },
  {
    id: 'good-news/what-next',
    move: 'ask',
    reason: 'any',
    text: 'Be curious about what comes next. One question is plenty.',
  },
  {
    id: 'good-news/glad',
    move: 'celebrate',
    reason: 'any',
    text: 'Let them see that you are glad, as loudly or as quietly as you like.',
  },
  {
    id: 'good-news/proud',
    move: 'celebrate',
    reason: 'any',
    text: 'If it makes you proud of them, tell them so.',
  },
  {
    id: 'good-news/mark-it',
    move: 'celebrate',
    reason: 'any',
    text: 'Think of a small way to mark it together, and suggest it.',
  },
  {
    id: 'good-news/their-part',
    move: 'celebrate',
    reason: 'any',
    text: 'Say what they did to make it happen, as you see it.',
  },
  {
    id: 'good-news/now-and-later',
    move: 'acknowledge',
    reason: 'any',
    text: 'Short of time? Be happy for them in one line now, and ask for the whole story later.',
  },
  {
    id: 'good-news/circle-back',
    move: 'return',
    reason: 'passed-over',
    text: 'It is easy to come back to: good news keeps for a while, and so does the joy of being asked.',
  },
  {
    id: 'good-news/picture-it',
    move: 'ask',
    reason: 'passed-over',
    text: 'Picture the moment they found out. What would you like to know about it?',
  },
  {
    id: 'good-news/few-seconds',
    move: 'celebrate',
    reason: 'silence',
    text: 'A few seconds are enough to share in it: some joy in a word, a voice note, a row of confetti.',
  },
] as const satisfies readonly Hint[];
