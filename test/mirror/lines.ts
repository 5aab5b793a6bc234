/** What the two write in the tests of this folder: lines the rules read for sure. */

const AWFUL = 'today was awful, i feel so low';
const EITHERS = [
  'i passed my exam!!! so happy',
  'can you bring milk on your way home?',
  'i feel so lonely today',
  'look at this dog',
] as const;

/**
 * What a line may also say back to what the other reached out with. None asks after the other: a brief answer to that,
 * typed at for long, may reach out itself, where they allow that to be heard (ADR 30).
 */
const ECHOING = [
  'how did dentist go',
  'miss your face ❤️',
  'love you so much ❤️',
  "bet you can't guess what the cat did 😏",
] as const;

/** Reaching out, of every kind but mending: a quarrel and its end are what both have read. */
export const SHE_SAYS = ["i got the job!!! i'm so happy 🎉", AWFUL, ...EITHERS, ...ECHOING] as const;

/**
 * Reaching out in ways that cannot be an answer. News that none of his answers is about: said of hers, it would come
 * back to his own as well, and what was to be suggested about that goes for what both have read.
 */
export const HE_SAYS_PLAINLY = ["i got the flat!!! i'm so happy 🎉", AWFUL, ...EITHERS] as const;
export const HE_SAYS = [...HE_SAYS_PLAINLY, ...ECHOING] as const;

/** About nothing that was said. */
export const PASSES_BY = 'train is packed today';

/** Ways to answer, or not to: warm, cool, put off, about something else. None reaches out or stings by itself, however long it was typed at. */
export const ANSWERS = [
  'you got the job!! congratulations!!',
  'that sounds really hard, i am here',
  'ok',
  'nice',
  'lol',
  'did you move the car?',
  PASSES_BY,
  'in a meeting, want to hear everything tonight',
] as const;

/** What only Ana says, since it may reach out as well as answer. */
export const HERS_TOO = [
  ...ANSWERS,
  'you got the flat!! congratulations!!',
  'love you too ❤️',
  'in a call, tell me everything in 20 minutes',
] as const;

export const EMOJI = ['❤️', '🎉', '😂', '🙄'] as const;
