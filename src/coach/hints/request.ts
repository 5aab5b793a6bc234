import { alike, type Hint } from './hint.ts';

/** A kind no is an answer as good as a yes. Source: annotation guide, "Response". */
export const REQUEST_HINTS: readonly Hint[] = [
  ...alike('request', { move: 'acknowledge' })({
    'any-answer': 'Yes, no or later: any clear answer takes a load off.',
    'say-when': 'If it has to wait, say when you can look at it.',
    'kind-no': 'If it is a no, a warm one is fine. Offer another time or another way if you have one.',
    'on-it': 'Let them know that you saw it, even before you have an answer.',
    half: 'Can you do half of it? Offer that half.',
    'who-else': 'If you are the wrong one to ask, think along: who might know, or have the time?',
    'quick-yes': 'If it is a yes, make it a quick one. Then they can stop thinking about it.',
    'true-reason': 'A no is easier to hear with a reason. Give them the true one.',
    'on-the-list': 'Put it on your list, and tell them it is there.',
    'same-meaning': 'Repeat in a few words what you will take on, so that you both mean the same.',
    'full-list': 'Your day is full already? Say what would give way, and decide together.',
    'side-by-side': 'Could you do it side by side? Suggest that.',
    'check-first': 'Look at your week first, then give them a day they can count on.',
    'join-in': 'If it is about time together, say what you would enjoy.',
    'their-idea': 'Anything you like about the idea? Begin with that, whatever comes after.',
  }),
  ...alike('request', { move: 'ask' })({
    'one-question': 'Not sure yet? Ask the one thing you need to know to decide.',
    'by-when': 'Find out by when they need it.',
    'what-matters': 'Ask what matters most to them about it.',
  }),
  ...alike('request', { move: 'validate', strength: 'strong' })({
    gently: 'It may have taken courage to ask. Be gentle, whichever way you decide.',
  }),
  ...alike('request', { move: 'validate' })({
    'good-to-ask': 'It is good to be asked straight out. You may tell them so.',
  }),
  ...alike('request', { move: 'acknowledge', reason: 'silence' })({
    'time-to-think': 'Need a while to think? Say that, and how long.',
    'thumb-now': 'A thumb now, the details when you sit down.',
  }),
  ...alike('request', { move: 'acknowledge', times: ['morning'] })({
    'into-the-day': 'Find it a place in your day now, and let them know which.',
  }),
  ...alike('request', { move: 'acknowledge', times: ['evening', 'bedtime'] })({
    'off-both-minds': 'Settle it in one line now, and neither of you takes it to bed.',
  }),
  ...alike('request', { move: 'return', reason: 'passed-over' })({
    'pick-up': 'It went by while you talked. One line is enough to pick it up again.',
    'single-word': 'Their question is still up there. A single word may be all it needs.',
  }),
];
