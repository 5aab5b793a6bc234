import { alike, type Hint } from './hint.ts';

/** For the next day: what became of good news, or of something hard. */
export const FOLLOW_UP_HINTS: readonly Hint[] = [
  ...alike('follow-up', { move: 'ask', kinds: ['good-news', 'vulnerability'] })({
    'went-on': 'Ask how it went on since yesterday.',
    'slept-on-it': 'Ask how they slept. The rest often follows.',
    'became-of-it': 'One line is enough: what became of it?',
    'feels-today': 'Does it feel the same today? Ask, and take whatever comes.',
  }),
  ...alike('follow-up', { move: 'return', kinds: ['good-news', 'vulnerability'] })({
    'on-your-mind': 'Say that yesterday is still on your mind, and ask how it looks today.',
    'in-passing': 'Bring up yesterday in passing, and see whether they want to tell more.',
    'real-talk': 'Could this do with more than a chat? Offer them a call or a walk.',
  }),
  ...alike('follow-up', { move: 'return', times: ['day'], kinds: ['good-news', 'vulnerability'] })({
    'in-a-break': 'A break in your day is a good moment to come back to yesterday.',
  }),
  ...alike('follow-up', { move: 'return', times: ['evening'], kinds: ['good-news', 'vulnerability'] })({
    'some-room': 'Leave some room this evening, in case they want to tell you how it is going.',
  }),
  ...alike('follow-up', { move: 'ask', kinds: ['good-news'], celebrate: ['questions'] })({
    'still-glowing': 'See whether the good feeling from yesterday is still there.',
    'next-step': "Yesterday's news most likely has a next step. Ask what it is.",
    'told-since': 'Somebody else may have heard it since. Ask what came of that.',
    'not-heard': 'By now things have calmed down. Ask for the bits you have not heard.',
  }),
  ...alike('follow-up', { move: 'return', kinds: ['good-news'], celebrate: ['questions'] })({
    'sunk-in': 'Has it sunk in by now? Let them tell.',
  }),
  ...alike('follow-up', { move: 'celebrate', kinds: ['good-news'], celebrate: ['plans'] })({
    'this-week': 'There is a whole week to mark it in. Suggest a day.',
  }),
  ...alike('follow-up', { move: 'celebrate', kinds: ['good-news'], celebrate: ['words', 'quiet'] })({
    'still-cheers-you': 'If their news still cheers you up today, let them hear it.',
  }),
  ...alike('follow-up', { move: 'celebrate', kinds: ['good-news'], celebrate: ['loud'] })({
    'second-round': 'Confetti keeps. Throw a second handful.',
  }),
  ...alike('follow-up', { move: 'ask', kinds: ['vulnerability'], low: ['comfort', 'company'] })({
    lighter: 'Is it any lighter today? Ask softly, and only once.',
    'helped-since': 'Ask whether anything has helped since.',
  }),
  ...alike('follow-up', { move: 'ask', kinds: ['vulnerability'], low: ['space'] })({
    'change-with-them': 'Ask once how it is, and if they change the subject, change it with them.',
  }),
  ...alike('follow-up', { move: 'return', kinds: ['vulnerability'], low: ['space', 'company'] })({
    'not-lost-sight': 'A sign that you have not lost sight of it is enough. No talk needed.',
  }),
  ...alike('follow-up', { move: 'validate', kinds: ['vulnerability'], low: ['comfort', 'company'] })({
    'their-side': 'Be on their side again today: a kind word about what was hard.',
  }),
  ...alike('follow-up', { move: 'validate', kinds: ['vulnerability'], low: ['comfort'], strength: 'strong' })({
    'got-through': 'They got through yesterday. Say that you saw it.',
  }),
  ...alike('follow-up', { move: 'acknowledge', kinds: ['vulnerability'], low: ['comfort', 'space'] })({
    'small-kindness': 'A small kindness would fit today: a snack, a song, a chore taken over.',
  }),
  ...alike('follow-up', { move: 'acknowledge', kinds: ['vulnerability'], low: ['comfort', 'company'] })({
    'dreaded-day': 'If today holds the thing they dreaded, tell them you are thinking of them.',
  }),
];
