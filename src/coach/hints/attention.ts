import { alike, type Hint } from './hint.ts';

export const ATTENTION_HINTS: readonly Hint[] = [
  ...alike('attention', { move: 'acknowledge' })({
    'one-detail': 'Have a look, and tell them one detail that caught your eye.',
    'reminds-you': 'Say what it reminds you of.',
    'look-later': 'No time to look properly? Say that you will, and when.',
    'quick-reaction': 'A quick reaction shows that you saw it.',
    favourite: 'Pick your favourite part and name it.',
    'one-like-it': 'Have you got one like it, a picture, a link, a story? Send it along.',
    'look-together': 'Suggest looking at it together when you are both free.',
    'your-face': 'Say what your face did when you saw it.',
    'kept-it': 'Keep it somewhere for later, and tell them where it went.',
    'first-word': 'One word is enough. Take the first that comes.',
    'their-eyes': 'Look at it once as they would. What do you think caught them?',
    'thought-of-you': 'Out of everybody, they showed it to you. Thank them for that.',
  }),
  ...alike('attention', { move: 'ask' })({
    'ask-about-it': 'Ask one thing about it.',
    'why-they-thought-of-you': 'They wanted you to see this. Find out what they like about it.',
    'where-from': 'Where did they come across it? Ask.',
    'not-your-thing': 'Not your thing? Be kind about it, and let them say what they see in it.',
    'story-behind': 'There may be a story behind it. Ask for that.',
    guide: 'Let them be the guide: have them explain what you are looking at.',
    guess: 'Guess what made them stop and look, and see if you are right.',
  }),
  ...alike('attention', { move: 'celebrate' })({
    'laugh-aloud': 'If it is meant to be funny, laugh where they can hear it.',
    'good-eye': 'They have an eye for such things. If you think so, say it.',
  }),
  ...alike('attention', { move: 'celebrate', strength: 'strong' })({
    'made-it': 'If they made it themselves, look twice, and say what you see.',
  }),
  ...alike('attention', { move: 'acknowledge', reason: 'silence' })({
    'how-far': 'Only halfway through it? Say how far you got.',
    'on-the-move': 'On the move? A small sign now, a proper look when you sit still.',
  }),
  ...alike('attention', { move: 'acknowledge', times: ['evening'] })({
    'something-for-tonight': 'Make it something for tonight: watch it, read it, look at it side by side.',
  }),
  ...alike('attention', { move: 'return', reason: 'passed-over' })({
    'scroll-up': 'Scroll up a little: there is something they wanted to share with you.',
    'half-a-minute': 'Half a minute for what they sent: that is all it takes.',
  }),
];
