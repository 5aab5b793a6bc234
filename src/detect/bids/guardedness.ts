import type { ReadingContext, Typed } from '../../domain/reading.ts';
import type { Cue } from '../cue.ts';
import { type Heard, lastOfOther } from '../heard.ts';

/** A drop to a third of the usual length is sudden shortness; our choice, as no figure is known (science notes). */
const DROP = 3;
const CHATTY_WORDS = 6; // only from somebody who usually writes more than a line; our choice
const FLAT_WORDS = 3;
/** A line so short is a short one, or a brief answer. Our choice. */
const BRIEF_WORDS = 6;
/**
 * Six words take about 10 s on a phone (36 words a minute on average: Palin et al. 2019), so a minute is six times what
 * they need: something else was written, or the words were weighed. The factor is our choice.
 */
const LONG_SECONDS = 60;
/** Begun and left for so long: longer than looking for a word, shorter than most interruptions. Our choice. */
const LEFT_SECONDS = 20;
/** Words that say no more than that something was read, however long it took to read it. Our choice. */
const ACKNOWLEDGES: ReadonlySet<string> = new Set(
  'ok k kk nice cool great sure yes yeah yea yep yup ya thanks thx ty alright right noted same true 👍 👌'.split(' '),
);

/**
 * Hesitation on the edge of saying something hard. Each hint alone is never enough: see `weighing.ts`.
 * Source: annotation guide, "Guardedness".
 */
export const GUARDEDNESS_CUES = [
  {
    id: 'vulnerability/takes-back',
    because: 'takes back what was about to be said',
    hears: ["idk.. nvm it's fine", 'forget it', "it's nothing", "doesn't matter", 'never mind'],
    ignores: [
      'the fine is 40 euros',
      'nothing for me thanks',
      "what's the matter",
      "don't forget it",
      'fine by me',
      'nothing serious',
    ],
    phrases: [
      'nvm',
      'never mind',
      '^ forget it|that $',
      'forget i ~ said|asked|mentioned',
      'its ~ fine|ok|nothing|stupid|dumb|silly|whatever $',
      'its|thats ~ fine|ok|nothing|stupid|dumb ~ though|go|dont|really|you',
      'doesnt|dont matter',
      'no matter|reason $',
      '^ nothing $',
      'dont worry about it|me $',
      '^ im ~ fine|ok $',
      '^ ~ tired $',
      '^ im ~ tired $',
      'not important',
      'leave it $',
      'i|ill ~ be fine|ok $',
      'not ~ today i guess',
      'another time $',
      'dont wanna|want ~ to? get|talk ~ into|about ~ it',
    ],
    weight: 0.45,
    intensity: 0.55,
    guarded: 'words',
    evenNegated: true,
    unless: ['marked', 'laughing', 'excited'],
  },
  {
    id: 'vulnerability/hedges',
    because: 'hedges without saying what is the matter',
    hears: ["idk.. nvm it's fine", 'i guess', "i don't know", 'maybe i just.. whatever'],
    ignores: ['idk what time it opens', "i don't know the code", 'i guess tuesday works', 'maybe pasta?'],
    phrases: [
      '^ ~ idk $',
      '^ i dont know $',
      'i guess $',
      '^ maybe ~ $',
      'maybe i ~ just|im',
      'idk ~ i|its|just|whatever',
      '^ whatever $',
      'or something $',
    ],
    weight: 0.4,
    intensity: 0.5,
    guarded: 'words',
    unless: ['marked', 'laughing', 'excited'],
  },
  {
    id: 'vulnerability/trails-off',
    because: 'trails off in dots',
    hears: ['idk…', 'just tired..', 'ok...', 'i thought maybe…'],
    ignores: ['so... pizza?', 'wait for it... GOAL!!', 'lol...', 'on the bus.'],
    when: ({ said, sentences, tokens }) =>
      sentences.at(-1)?.close === '..' || (tokens[0]?.start !== 0 && /^\s*(?:\.\.+|…)/.test(said.text)), // most often a word is first, which is cheaper to see
    weight: 0.4,
    intensity: 0.5,
    guarded: 'words',
    unless: ['laughing', 'excited', 'asked'],
  },
  {
    id: 'vulnerability/drops-short',
    because: 'is far shorter and flatter than this person usually writes',
    hears: [
      { text: 'fine.', usualWords: 14 },
      { text: 'just tired', usualWords: 12 },
      { text: 'ok', usualWords: 18 },
    ],
    ignores: [
      'fine.',
      { text: 'ok!!', usualWords: 18 },
      { text: 'on the bus home now', usualWords: 14 },
      { text: 'lol', usualWords: 14 },
    ],
    given: 'usual-words',
    when: ({ context, words, sentences }) => {
      if (context.usualWords === undefined || context.usualWords < CHATTY_WORDS) return false;
      return sentences.length > 0 && words > 0 && words <= FLAT_WORDS && words * DROP <= context.usualWords;
    },
    weight: 0.35,
    intensity: 0.5,
    guarded: 'around',
    unless: ['laughing', 'excited', 'asked', 'loving'],
  },
  {
    id: 'vulnerability/was-asked-after',
    because: 'answers briefly after the partner asked what is the matter',
    hears: [
      { text: "i'm fine", earlier: [{ own: false, secondsAgo: 60, text: 'are you ok?', attachments: [] }] },
      { text: 'its nothing', earlier: [{ own: false, secondsAgo: 60, text: "what's wrong", attachments: [] }] },
    ],
    ignores: [
      "i'm fine",
      { text: "i'm fine", earlier: [{ own: false, secondsAgo: 60, text: 'pizza ok?', attachments: [] }] },
      { text: 'great!! told you', earlier: [{ own: false, secondsAgo: 60, text: 'how was it?', attachments: [] }] },
    ],
    given: 'earlier',
    when: ({ context, words }) => words > 0 && words <= BRIEF_WORDS && wasAskedAfter(context),
    weight: 0.35,
    intensity: 0.5,
    guarded: 'around',
    unless: ['laughing', 'excited', 'asked'],
  },
  {
    id: 'vulnerability/long-to-write',
    because: 'is short, though it was typed at for long or begun and left for a while',
    hears: [
      { text: 'never mind', typed: { forSeconds: 80, pausedSeconds: 0 } },
      { text: 'idk', typed: { forSeconds: 45, pausedSeconds: 30 } },
      { text: "it's fine", typed: { forSeconds: 150, pausedSeconds: 120 } },
      { text: 'ok...', typed: { forSeconds: 80, pausedSeconds: 0 } },
    ],
    ignores: [
      'never mind',
      { text: 'never mind', typed: { forSeconds: 12, pausedSeconds: 0 } },
      { text: 'idk', typed: { forSeconds: 31, pausedSeconds: 14 } },
      { text: 'NEVER MIND I FOUND IT', typed: { forSeconds: 80, pausedSeconds: 0 } },
      { text: 'haha never mind', typed: { forSeconds: 80, pausedSeconds: 0 } },
      { text: 'ok', usualWords: 18, typed: { forSeconds: 80, pausedSeconds: 60 } },
      { text: 'yeah nice.', usualWords: 18, typed: { forSeconds: 80, pausedSeconds: 60 } },
      { text: 'is it fine?', typed: { forSeconds: 80, pausedSeconds: 0 } },
      { text: 'love you ❤️', typed: { forSeconds: 80, pausedSeconds: 60 } },
      { text: 'the view from here', attachments: ['image'], typed: { forSeconds: 80, pausedSeconds: 70 } },
      {
        text: 'so we walked all the way up to the old tower and the whole bay was lit up',
        typed: { forSeconds: 140, pausedSeconds: 30 },
      },
    ],
    given: 'typed',
    when: (heard) => {
      const { said, context, words } = heard;
      if (words === 0 || words > BRIEF_WORDS || said.attachments.length > 0) return false;
      return tookLong(context.typed) && !isAcknowledgement(heard);
    },
    weight: 0.35,
    intensity: 0.5,
    guarded: 'typing',
    unlearned: true,
    unless: ['laughing', 'excited', 'asked', 'loving'],
  },
] as const satisfies readonly Cue[];

function tookLong(typed: Typed | undefined): boolean {
  return typed !== undefined && (typed.forSeconds >= LONG_SECONDS || typed.pausedSeconds >= LEFT_SECONDS);
}

/** "ok", "yeah nice": no guarded line, unless it trails off. */
function isAcknowledgement({ tokens, sentences }: Heard): boolean {
  return sentences.at(-1)?.close !== '..' && tokens.every(({ lexeme }) => ACKNOWLEDGES.has(lexeme.word));
}

const ASKED_AFTER =
  /\b(?:(?:are |r )?(?:you|u) (?:ok(?:ay)?|alright|sure|good)|what(?:'?s| is) (?:wrong|up|the matter|going on|happening)|how (?:was|did|are|were) (?:it|that|you|your|the|today)|what happened|everything (?:ok|okay|alright)|talk to me|you(?:'ve| have|ve)? (?:been|went|seem|sound) (?:\w+ )?(?:quiet|off|down|sad))/i;

/** Whether the partner has just asked after the speaker. */
function wasAskedAfter(context: ReadingContext): boolean {
  const text = lastOfOther(context)?.text;
  return text !== undefined && ASKED_AFTER.test(text.slice(-200));
}
