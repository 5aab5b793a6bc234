import { alike, type Hint } from './hint.ts';

export const AFFECTION_HINTS: readonly Hint[] = [
  ...alike('affection', { move: 'acknowledge' })({
    'give-back': 'Send a little of that warmth back, in your own way.',
    heart: 'A heart or one kind word is plenty.',
    'how-it-felt': 'Let them know how it felt to read that.',
    'look-forward': 'Say what you look forward to when you see each other.',
    'where-you-smiled': 'Did it make you smile? Say where you were when it did.',
    'front-door': 'Plain words will do, whatever you would say at the front door.',
    'crossed-your-mind': 'Say when they last crossed your mind.',
    'your-view': 'Send what is in front of you right now, with a word for them.',
    'not-a-talker': 'Not a talker? A picture, a song or a silly face says it too.',
    'miss-them': 'If you miss them, that is an answer.',
    'collect-a-hug': 'Promise them a hug, and say when they can collect it.',
    'same-back': 'Saying the same thing back is fine, as long as you mean it.',
    shy: 'If such words make you shy, say that they reached you.',
    'if-you-were-there': 'Miles between you? Say what you would do first if you were there.',
    'own-language': 'Answer in the language only you two speak, if you have one.',
  }),
  ...alike('affection', { move: 'acknowledge', strength: 'strong' })({
    'real-answer': 'That was not said lightly. Take the time you need, and give it a real answer.',
  }),
  ...alike('affection', { move: 'celebrate' })({
    'one-thing': 'Tell them one thing you like about them, the first that comes to mind.',
    'good-moment': 'Think of a good moment you two had lately, and mention it.',
    'small-habit': 'Name a small habit of theirs that you would not want to be without.',
    'more-than-before': 'Mention something you like about them more now than when you met.',
    'this-week': 'Thank them for something small they did this week.',
  }),
  ...alike('affection', { move: 'ask' })({
    'what-made-them': 'Ask what made them think of you just now.',
    'next-hour': 'Ask when you two get an hour to yourselves next.',
  }),
  ...alike('affection', { move: 'acknowledge', reason: 'silence' })({
    'tiny-hello': 'From the middle of a full day, a tiny hello is welcome.',
    'small-sign-first': 'Much to do right now? Send one small sign, and the proper answer later.',
  }),
  ...alike('affection', { move: 'acknowledge', times: ['morning'] })({
    'before-coffee': 'Something kind before your first coffee or tea is a fine start for both of you.',
  }),
  ...alike('affection', { move: 'acknowledge', times: ['evening', 'bedtime'] })({
    'last-line': 'Let the last thing you write today be for them.',
  }),
  ...alike('affection', { move: 'return', reason: 'passed-over' })({
    'further-up': 'There is something kind a little further up. Stop at it for a second.',
    'go-back': 'Kind words can be answered in the middle of anything, even of a shopping list.',
  }),
];
