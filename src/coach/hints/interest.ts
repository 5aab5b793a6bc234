import { alike, type Hint } from './hint.ts';

export const INTEREST_HINTS: readonly Hint[] = [
  ...alike('interest', { move: 'acknowledge' })({
    'one-real-thing': 'They are curious about you. Tell them one real thing.',
    'short-is-fine': 'A short, honest answer is fine. It need not be the whole story.',
    'small-scene': 'Share one small scene, so that they can picture it.',
    'long-story': 'If it is a long story, say so, and pick a moment to tell it.',
    'nice-to-be-asked': 'If it feels good to be asked, let that show.',
    'three-words': 'Give them your day in three words, then one more if you feel like it.',
    'one-and-one': 'One good thing, one tiring thing. That makes a fine answer.',
    'a-picture': 'A picture of your desk, your bus or your lunch is an answer too.',
    'nothing-happened': 'Nothing happened at all? That can be told in a funny way too.',
    'could-not-guess': 'Tell the part nobody would guess.',
    'on-the-way': 'What did you see on your way today? They may like that more than the big things.',
    'too-tired': 'Too tired for a report? Say so kindly, and that you liked being asked.',
    somebody: 'Mention somebody you came across, and what they were like.',
    'walk-and-talk': 'If typing is a chore, speak it into a voice note while you walk.',
    'your-taste': 'They want to know what you think. Say it, and why, in half a line.',
  }),
  ...alike('interest', { move: 'acknowledge', strength: 'strong' })({
    'lately-on-your-mind': 'Let them in on what has been on your mind lately.',
    'not-so-nice': 'If the true answer is not a nice one, they would still rather have it.',
  }),
  ...alike('interest', { move: 'celebrate' })({
    'went-well': 'Something went well for you? This is the place for it.',
  }),
  ...alike('interest', { move: 'ask' })({
    'ask-back': 'Answer, and then ask how it is on their side.',
    'what-made-them-wonder': 'Curious why they ask? Find out, after your answer.',
    'an-ear': 'Could you use an ear today? They have just offered one.',
  }),
  ...alike('interest', { move: 'acknowledge', reason: 'silence' })({
    'one-word-now': 'One word now and the rest in the next break: both are welcome.',
  }),
  ...alike('interest', { move: 'acknowledge', times: ['morning'] })({
    'day-ahead': 'Tell them what your day has in store, and which part you look forward to.',
  }),
  ...alike('interest', { move: 'acknowledge', times: ['evening'] })({
    'best-bit': 'Pick the best bit of your day and give them that one in full.',
  }),
  ...alike('interest', { move: 'acknowledge', times: ['bedtime'] })({
    'one-thing-today': 'Give them one picture of your day before you lie down.',
  }),
  ...alike('interest', { move: 'return', reason: 'passed-over' })({
    'back-to-question': 'There is a question of theirs you could still come back to.',
    'own-time': 'An answer that comes in its own time is still an answer. One line is enough.',
  }),
];
