import { fnv } from './fnv.ts';
import {
  bareEmoji,
  CHAT_SPELLINGS,
  CUSTOM_EMOJI,
  canonical,
  createLexeme,
  type Lexeme,
  LINK,
  LISTED_WORDS,
  MENTION,
  NUMBER,
  OTHER_EMOJI,
  plainLexeme,
  QUOTE,
} from './lexicon.ts';

/** All words that the lexicon and the phrases know, made once; unknown words leave no trace in it. */
export interface Vocabulary {
  isKnown(word: string): boolean;
  lexemeOf(word: string): Lexeme;
  emoji(raw: string): Lexeme;
  number(raw: string): Lexeme;
  /** What is known of the word at this place, found by its hash without cutting it out. */
  find(text: string, place: Place): Lexeme | undefined;
  /** Everything known, each with a symbol of its own. */
  readonly all: readonly Lexeme[];
}

/** A word of plain Latin letters in a text, and the hash of its small letters, apostrophes aside. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

interface Spelled {
  readonly spelling: string;
  readonly hash: number;
  readonly lexeme: Lexeme;
}

const WORD_START = /^[\p{L}\p{N}]/u;
const NUMBER_START = /^\p{N}/u;

/** Makes the vocabulary of the lexicon and the words of some phrases, in canonical spelling. */
export function createVocabulary(phraseWords: Iterable<string>): Vocabulary {
  const words = new Map<string, Lexeme>();
  const emoji = new Map<string, Lexeme>();
  const numbers = new Map<string, Lexeme>();
  const all = [LINK, QUOTE, MENTION, CUSTOM_EMOJI, NUMBER, OTHER_EMOJI];
  const add = (into: Map<string, Lexeme>, word: string, classes: readonly string[]) => {
    const lexeme = createLexeme(word, classes, all.length + 1);
    into.set(word, lexeme);
    all.push(lexeme);
  };
  const learn = (word: string, classes: readonly string[]) => {
    if (words.has(word)) return;
    add(words, word, classes);
    if (!WORD_START.test(word)) add(emoji, word, ['emoji', ...classes]);
    if (NUMBER_START.test(word)) add(numbers, word, NUMBER.classes);
  };
  for (const [word, classes] of LISTED_WORDS) learn(word, classes);
  for (const word of phraseWords) learn(word, []);
  const spellings = createSpellings(words);
  return {
    all,
    isKnown: (word) => words.has(word),
    lexemeOf: (word) => words.get(word) ?? plainLexeme(word),
    emoji(raw) {
      const word = bareEmoji(raw);
      return emoji.get(word) ?? { ...OTHER_EMOJI, word, hash: fnv(word) };
    },
    number(raw) {
      const word = canonical(raw);
      if (word !== raw.toLowerCase()) return words.get(word) ?? plainLexeme(word);
      return numbers.get(word) ?? { ...NUMBER, word, hash: fnv(word) };
    },
    find: (text, place) => spellings.find(text, place),
  };
}

/**
 * A table of all ways to spell known words, open-addressed by their hash: a word of a text is looked up by its
 * characters, so nothing is allocated for it.
 */
function createSpellings(words: ReadonlyMap<string, Lexeme>): Pick<Vocabulary, 'find'> {
  const spelled = new Set([...words.keys(), ...CHAT_SPELLINGS]);
  const slots = new Array<Spelled | undefined>(2 ** Math.ceil(Math.log2(spelled.size * SLOTS_A_SPELLING))).fill(
    undefined,
  );
  const last = slots.length - 1;
  for (const spelling of spelled) {
    const plain = canonical(spelling);
    const hash = fnv(spelling);
    let slot = hash & last;
    while (slots[slot]) slot = (slot + 1) & last;
    slots[slot] = { spelling, hash, lexeme: words.get(plain) ?? plainLexeme(plain) };
  }
  return {
    find(text, place) {
      for (let slot = place.hash & last; ; slot = (slot + 1) & last) {
        const one = slots[slot];
        if (!one) return undefined;
        if (one.hash === place.hash && reads(text, place, one.spelling)) return one.lexeme;
      }
    },
  };
}

const SLOTS_A_SPELLING = 2; // half empty, so that a word nobody knows is seldom compared with any

const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;
const SMALL_BIT = 32; // what parts "A" from "a"; digits have it anyway

/** Whether the spelling stands at this place of the text, case and apostrophes aside. */
function reads(text: string, { start, end }: Place, spelling: string): boolean {
  let at = start;
  for (let index = 0; index < spelling.length; index += 1) {
    at = afterApostrophes(text, at);
    if ((text.charCodeAt(at) | SMALL_BIT) !== spelling.charCodeAt(index)) return false;
    at += 1;
  }
  return afterApostrophes(text, at) === end;
}

function afterApostrophes(text: string, from: number): number {
  let at = from;
  while (isApostrophe(text.charCodeAt(at))) at += 1;
  return at;
}

export function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLY_APOSTROPHE;
}
