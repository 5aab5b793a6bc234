import { alike, type Hint } from './hint.ts';

export const PLAY_HINTS: readonly Hint[] = [
  ...alike('play', { move: 'acknowledge' })({
    'join-in': 'Play along: add the next silly thing.',
    'show-smile': 'If it made you smile, let them see the smile.',
    'laughing-emoji': 'A laughing emoji is an answer too.',
    'same-spirit': 'Something in the same spirit is welcome, however small.',
    'not-in-the-mood': 'Not in a playful mood? A friendly word about your day keeps the door open.',
    'step-further': 'Take it one step further than is sensible.',
    seriously: 'Answer in all seriousness, as if it were the evening news.',
    'borrow-it': 'Borrow the joke and use it later on something quite different.',
    groan: 'If it was terrible, groan where they can hear it.',
    'find-a-picture': 'Find a picture that says what you cannot.',
    'the-voice': 'Do the voice. They know which one.',
    'break-a-rule': 'Make up a rule for this game, and break it.',
    'silly-name': 'Give the thing a silly name, and use it from now on.',
    'earlier-round': 'Is it part of a running joke of yours? Bring up an earlier round.',
    'one-word-changed': 'Say it back with one word changed.',
    'too-tired': 'Too tired to be funny? Admit defeat with a smile.',
  }),
  ...alike('play', { move: 'ask' })({
    'take-a-guess': 'Take a wild guess, or ask for the rest of it.',
    'brought-that-on': 'Ask what on earth brought that on.',
    dare: 'Dare them to go on.',
    wager: 'Bet something harmless on it: the dishes, or who picks the film.',
    'set-the-terms': 'A challenge? Accept it, or ask for better terms.',
  }),
  ...alike('play', { move: 'celebrate' })({
    'laughed-out-loud': 'Did you laugh out loud? Let them know who turned round to look.',
    prize: 'Award a prize. The category is up to you.',
  }),
  ...alike('play', { move: 'acknowledge', reason: 'silence' })({
    'your-place': 'No time to play? One silly emoji keeps your place in the game.',
  }),
  ...alike('play', { move: 'acknowledge', times: ['morning'] })({
    'bit-of-nonsense': 'Slip a bit of nonsense into their day before yours gets serious.',
  }),
  ...alike('play', { move: 'acknowledge', times: ['evening'] })({
    'keep-it-going': 'Keep it going this evening, together or from two sofas.',
  }),
  ...alike('play', { move: 'return', reason: 'passed-over' })({
    'still-open': 'There is a bit of fun a little further up that you could still join.',
    'least-expected': 'Pick the joke up again when they least expect it.',
  }),
];
