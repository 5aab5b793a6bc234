import { fnv } from '../learned/fnv.ts';
import { isApostrophe } from './glance.ts';
import {
  bareEmoji,
  CHAT_SPELLINGS,
  CLASS_EDGES,
  CUSTOM_EMOJI,
  canonical,
  createLexeme,
  EMOJI,
  type Lexeme,
  LINK,
  LISTED_WORDS,
  lexemeLike,
  MENTION,
  NUMBER,
  PLAIN,
  QUOTE,
} from './lexicon.ts';

/** All words that the lexicon and the phrases know, made once; unknown words leave no trace in it. */
export interface Vocabulary {
  isKnown(word: string): boolean;
  /** Whether there may be a known word or chat spelling of this hash: a no is certain, and needs no word to be made. */
  mayKnow(hash: number): boolean;
  lexemeOf(word: string): Lexeme;
  emoji(raw: string): Lexeme;
  number(raw: string): Lexeme;
  /** Where the word at this place is spelled, or NOWHERE; found by its hash without cutting it out. */
  find(text: string, place: Place): number;
  /** What is known of the word that is spelled there; number and traits lie beside the spelling, which is faster than to look at the lexeme. */
  lexemeAt(spelling: number): Lexeme;
  numberAt(spelling: number): number;
  traitsAt(spelling: number): number;
  /** The edge by which the phrase trie knows a word. */
  readonly edges: ReadonlyMap<string, number>;
  /** Every lexeme there is, at its number. */
  readonly all: readonly Lexeme[];
}

/** A word of plain Latin letters in a text, and the hash of its small letters, apostrophes aside. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

/** Where a word is spelled that nobody knows. */
export const NOWHERE = -1;

const WORD_START = /^[\p{L}\p{N}]/u;
const FIGURE_START = /^\p{N}/u;

/** Makes the vocabulary of the lexicon and the words of some phrases, in canonical spelling. */
export function createVocabulary(phraseWords: Iterable<string>): Vocabulary {
  const all = [PLAIN, NUMBER, EMOJI, LINK, QUOTE, MENTION, CUSTOM_EMOJI];
  const edges = new Map<string, number>();
  const words = new Map<string, Lexeme>();
  const emoji = new Map<string, Lexeme>();
  const figures = new Map<string, Lexeme>();
  const learn = (word: string, classes: readonly string[]) => {
    if (words.has(word)) return;
    const edge = CLASS_EDGES.size + edges.size;
    edges.set(word, edge);
    const add = (into: Map<string, Lexeme>, also: readonly string[]) => {
      const lexeme = createLexeme(word, [...also, ...classes], { number: all.length, edge });
      all.push(lexeme);
      into.set(word, lexeme);
    };
    add(words, []);
    if (!WORD_START.test(word)) add(emoji, EMOJI.classes);
    if (FIGURE_START.test(word)) add(figures, NUMBER.classes);
  };
  for (const [word, classes] of LISTED_WORDS) learn(word, classes);
  for (const word of phraseWords) learn(word, []);
  const lexemeOf = (word: string) => words.get(word) ?? lexemeLike(PLAIN, word);
  return {
    all,
    edges,
    isKnown: (word) => words.has(word),
    lexemeOf,
    emoji(raw) {
      const word = bareEmoji(raw);
      return emoji.get(word) ?? lexemeLike(EMOJI, word);
    },
    number(raw) {
      const word = canonical(raw);
      return word === raw.toLowerCase() ? (figures.get(word) ?? lexemeLike(NUMBER, word)) : lexemeOf(word);
    },
    ...createSpellings(words),
  };
}

/**
 * A table of all ways to spell known words, open-addressed by their hash: a word of a text is looked up by its
 * characters, so nothing is allocated for it. What reading asks of every word lies in its slot, since waiting for memory
 * is what a look-up spends its time on: looking at the lexemes themselves took a quarter of cutting a text into words.
 */
function createSpellings(words: ReadonlyMap<string, Lexeme>): Spellings {
  const spelled = new Set([...words.keys(), ...CHAT_SPELLINGS].filter((word) => PLAIN_WORD.test(word)));
  const size = 2 ** Math.ceil(Math.log2(spelled.size * SLOTS_A_SPELLING));
  const last = size - 1;
  const slots = new Int32Array(size * SLOT);
  const lexemes = new Array<Lexeme>(size).fill(PLAIN);
  const letters = [END_OF_WORD];
  for (const spelling of spelled) {
    const plain = canonical(spelling);
    const hash = fnv(spelling);
    const lexeme = words.get(plain) ?? lexemeLike(PLAIN, plain);
    let slot = hash & last;
    while (slots[slot * SLOT + LETTERS] !== 0) slot = (slot + 1) & last;
    slots.set([hash, letters.length, lexeme.number, lexeme.traits], slot * SLOT);
    lexemes[slot] = lexeme;
    for (let at = 0; at < spelling.length; at += 1) letters.push(spelling.charCodeAt(at));
    letters.push(END_OF_WORD);
  }
  const reads = createReading(Uint8Array.from(letters));
  /** The first slot from this one on that is empty or has the hash. */
  const slotOf = (hash: number, from: number) => {
    let slot = from & last;
    while (slots[slot * SLOT] !== hash && slots[slot * SLOT + LETTERS] !== 0) slot = (slot + 1) & last;
    return slot;
  };
  return {
    mayKnow: (hash) => slots[slotOf(hash, hash) * SLOT + LETTERS] !== 0,
    find(text, place) {
      const { hash } = place;
      for (let slot = slotOf(hash, hash); ; slot = slotOf(hash, slot + 1)) {
        const from = slots[slot * SLOT + LETTERS] ?? 0;
        if (from === 0) return NOWHERE;
        if (reads(from, text, place)) return slot;
      }
    },
    lexemeAt: (slot) => lexemes[slot] ?? PLAIN,
    numberAt: (slot) => slots[slot * SLOT + NUMBER_OF_WORD] ?? PLAIN.number,
    traitsAt: (slot) => slots[slot * SLOT + TRAITS_OF_WORD] ?? PLAIN.traits,
  };
}

type Spellings = Pick<Vocabulary, 'find' | 'mayKnow' | 'lexemeAt' | 'numberAt' | 'traitsAt'>;

/** Only such words are looked up by their characters. */
const PLAIN_WORD = /^[a-z0-9]+$/;

// Four numbers a slot: the hash, where its letters begin (0 where there are none), and its lexeme's number and traits.
const SLOT = 4;
const LETTERS = 1;
const NUMBER_OF_WORD = 2;
const TRAITS_OF_WORD = 3;
const SLOTS_A_SPELLING = 2; // half empty, so that a word nobody knows is seldom compared with any
const END_OF_WORD = 0;
const SMALL_BIT = 32; // what parts "A" from "a"; digits have it anyway

/** Tells whether the letters from one of them on, up to the end of their word, stand at a place of a text, case and apostrophes aside. */
function createReading(letters: Uint8Array): (from: number, text: string, place: Place) => boolean {
  return (from, text, { start, end }) => {
    let at = start;
    let read = from;
    for (; letters[read] !== END_OF_WORD; at += 1) {
      const code = text.charCodeAt(at);
      if ((code | SMALL_BIT) === letters[read]) read += 1;
      else if (!isApostrophe(code)) return false;
    }
    while (at < end && isApostrophe(text.charCodeAt(at))) at += 1;
    return at === end;
  };
}
