import type { BidKind } from '../../src/domain/bid.ts';

/** What people say besides reaching out; each list holds what its name says and nothing else. */

/** Nothing to do with what was said: a status or a piece of logistics, no bid. */
export const PAST = [
  'on the bus',
  'home in ten',
  'the meter man was here',
  'train is packed today',
  'parking is a nightmare here',
  'the parcel is at number 12',
  'bin day is thursday this week',
  'leaving the office now',
  'the wifi is back',
  'electricity bill is paid',
] as const;

/** Tokens and status lines that start nothing. */
export const CHATTER = [
  'on my way',
  'ok bus is here',
  'at the shop',
  'just landed',
  'keys are under the mat',
  'back at my desk',
  'almost there',
  'lunch now',
] as const;

/** Short, and fitting any bid of the kind: low energy. */
export const BRIEF: Readonly<Record<BidKind, readonly string[]>> = {
  repair: ['ok we are good', 'its ok', 'all good, love you'],
  vulnerability: ['oh no', 'sorry love', 'poor you', 'oh babe'],
  'good-news': ['nice', 'nice!', 'cool', 'great', 'good job'],
  affection: ['you too', 'love you too', 'aw', 'miss you too'],
  request: ['ok', 'sure', 'on it', 'yes', 'will do'],
  interest: ['yes, fine', 'good', 'it was ok', 'all good'],
  attention: ['oh wow', 'ha', 'cute', 'lol nice'],
  play: ['haha', 'lol', 'hahaha', 'ha, what'],
};

/** Hearts and their like that fit the kind. */
export const HEARTS: Readonly<Record<BidKind, readonly string[]>> = {
  repair: ['❤️'],
  vulnerability: ['❤️', '🫂'],
  'good-news': ['🎉', '❤️', '👏'],
  affection: ['❤️', '🥰'],
  request: ['👍'],
  interest: ['👍', '❤️'],
  attention: ['❤️', '🔥'],
  play: ['😂', '❤️'],
};

/** Acknowledged, and put off to a time: what is said, and when they mean. */
export const PROMISES = [
  { says: 'in a meeting, want to hear it tonight', for: 'evening' },
  { says: 'with a client right now, tell me all about it tonight', for: 'evening' },
  { says: 'driving! want to hear everything in an hour', for: 'hour' },
  { says: 'in class, i want to hear about this later', for: 'later' },
] as const;

/** Irritated by the bid: an answer, though not a kind one. */
export const AGAINST = ['not now, can you not see i am busy', 'ugh, not this again', 'who cares'] as const;

/** Harsh words of a fight. */
export const HARSH = [
  'you never listen to me',
  'you always do this. you only think of yourself',
  'whatever. i am done talking to you',
  'you are so pathetic',
  'oh great, another of your excuses. you are pathetic',
  'you are so selfish, you never help with anything',
] as const;

/** Complaints of somebody who presses: harsh by the guide. */
export const COMPLAINTS = [
  'you never bother to answer me',
  'you always ignore me, you do not care about me at all',
] as const;

/** Lines at which Nod rests. */
export const RISKS = {
  'self-harm': ['i want to kill myself', 'i want to die, i cannot do this anymore'],
  coercion: ['send me your location or we are done', 'answer me NOW or i will tell everyone'],
  violence: ['if you leave me i will hurt you', 'i am scared of you, you hit me again last night'],
} as const;

/** What Nod stays out of. */
export const TENDER = [
  'i want you naked in bed tonight',
  'grandma died this morning',
  'i cannot stop thinking about having sex with you',
] as const;

/** Somebody else in the channel. */
export const STRANGERS = [
  'hi you two!! i got the job!!!',
  'can one of you call me please?',
  'i feel awful today',
] as const;
