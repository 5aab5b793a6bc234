import { alike, type Hint } from './hint.ts';

/** For a promise to come back, whatever the bid was. */
export const PROMISE_HINTS: readonly Hint[] = [
  ...alike('promise', { move: 'return' })({
    'good-moment': 'You wanted to come back to something. Now may be a good moment.',
    'new-time': 'If now is no good after all, name another time. That counts too.',
    'pick-up-thread': 'Pick up the thread you left for later. A small question is enough.',
    undivided: 'Put the rest aside for five minutes and go back to what you kept for later.',
    call: 'Perhaps this is one for a call or the sofa. Suggest it, and you have kept your word.',
    anywhere: 'Begin anywhere. A first line is all it takes to be back in it.',
    'time-now': 'Tell them you have time for it now.',
    'keep-it-short': 'Keeping it short is fine. It is the coming back that they will like.',
    'on-the-way': 'Say it in a voice note on the way, if that is the only gap you have.',
    'see-them-soon': 'Seeing them soon anyway? Keep it for then, and send a line to say so.',
  }),
  ...alike('promise', { move: 'acknowledge' })({
    'thank-and-begin': 'Thank them for waiting, and begin.',
    'quiet-spot': 'Find a spot without noise, and let them know you are all ears.',
    'they-choose': 'Too tired for it now? Tell them so, and let them choose the hour.',
  }),
  ...alike('promise', { move: 'ask' })({
    'where-you-stopped': 'Ask where the two of you had stopped.',
    'suits-them': 'See first whether now suits them as well.',
  }),
  ...alike('promise', { move: 'ask', kinds: ['good-news', 'vulnerability', 'interest', 'attention'] })({
    'ask-for-it': 'There is something you wanted to hear more about. Ask for it when you are ready.',
  }),
  ...alike('promise', { move: 'ask', kinds: ['good-news'] })({
    'news-has-kept': 'Their news has kept. You could hear all of it now.',
  }),
  ...alike('promise', { move: 'celebrate', kinds: ['good-news'] })({
    'glad-properly': 'Now that your hands are free: how glad are you? Let them see it.',
  }),
  ...alike('promise', { move: 'ask', kinds: ['vulnerability'] })({
    'still-feel-like-it': 'Gently now: would they still like to talk, or has it passed?',
  }),
  ...alike('promise', { move: 'validate', kinds: ['vulnerability'] })({
    'open-ear': 'Come back to it with an open ear and no solution in your pocket.',
  }),
  ...alike('promise', { move: 'acknowledge', kinds: ['vulnerability'] })({
    'let-them-decide': 'Something was hard for them earlier. Say that you have time now, and let them decide.',
  }),
  ...alike('promise', { move: 'return', kinds: ['request'] })({
    decide: 'You wanted to decide or do something. Give them an answer, or a new time.',
    'first-bit': 'Do the first bit of it now, and say that you have begun.',
  }),
  ...alike('promise', { move: 'return', kinds: ['attention'] })({
    'proper-look': 'Here is the minute for a proper look. Say what you found.',
  }),
  ...alike('promise', { move: 'return', kinds: ['interest'] })({
    'your-turn': 'Now there is time for the answer that was too long for earlier.',
  }),
  ...alike('promise', { move: 'return', kinds: ['play'] })({
    'your-move': 'The game can go on. It is your move.',
  }),
  ...alike('promise', { move: 'return', kinds: ['affection'] })({
    'the-rest': 'Earlier there was no time for more than a word. Here is room for the rest.',
  }),
  ...alike('promise', { move: 'return', times: ['morning'] })({
    'before-it-fills': 'Get it in before the day fills up: one line, then breakfast.',
  }),
  ...alike('promise', { move: 'return', times: ['evening'] })({
    'things-are-quiet': 'The evening is a good place for it. Bring it up when things are quiet.',
  }),
  ...alike('promise', { move: 'return', times: ['bedtime'] })({
    'new-time-at-night': 'Late already? A good night with a new time in it keeps your word as well.',
  }),
];
