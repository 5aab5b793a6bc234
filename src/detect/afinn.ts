import 'sentiment'; // adds emoji to the words below
import english from 'sentiment/languages/en/index.js';
import { fnv } from '../learned/fnv.ts';
import type { Lexeme } from './lexicon.ts';

/**
 * AFINN-165 as one weak prior, from the tables of `sentiment`: its own `analyze` builds a dozen arrays and objects
 * a text. Its traps, met here: `extras` leak from one instance into all (the words are copied); "no" and everyday
 * courtesies count as sad ("no worries" −4), so they are masked; it knows no chat.
 */
const COURTESIES = new Set(['no', 'worries', 'worry', 'problem', 'problems', 'stop', 'like', 'ok', 'fucking', 'yeah']);
const STRONG = 4; // AFINN points at which the mood of a message is plain; our choice
const MARKS = /[.,/#!?$%^&*;:{}=_`"~()]/; // what `sentiment` parts words at, besides blanks

/**
 * What words are worth, open-addressed by the hash that every lexeme carries: asked by its characters, each word of a
 * text had to be hashed anew, which was a fifth of all weighing.
 */
const KNOWN = ['', ...Object.keys(english.labels).filter((word) => !COURTESIES.has(word))];
const WORTH = Int8Array.from(KNOWN, (word) => english.labels[word] ?? 0);
const LAST_SLOT = 2 ** 14 - 1; // three of four are empty, so that most words are seen to be missing at once
/** Numbers of known words; 0 where there is none. */
const SLOTS = new Uint16Array(LAST_SLOT + 1);
KNOWN.forEach((word, number) => {
  let slot = fnv(word) & LAST_SLOT;
  while (SLOTS[slot] !== 0) slot = (slot + 1) & LAST_SLOT;
  SLOTS[slot] = number;
});

/** A word that a text is made of. */
type Spoken = { readonly lexeme: Pick<Lexeme, 'word' | 'hash'> };

/** −1 (gloomy) to 1 (bright): the mood of the words, courtesies aside. */
export function moodOf(tokens: readonly Spoken[]): number {
  let points = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const worth = worthOf((tokens[at] as Spoken).lexeme);
    if (worth !== 0) points += english.scoringStrategy.apply([wordBefore(tokens, at), ''], 1, worth);
  }
  return Math.max(-1, Math.min(1, points / STRONG));
}

function worthOf({ word, hash }: Spoken['lexeme']): number {
  for (let slot = hash & LAST_SLOT; ; slot = (slot + 1) & LAST_SLOT) {
    const number = SLOTS[slot] ?? 0;
    if (number === 0 || KNOWN[number] === word) return WORTH[number] ?? 0;
  }
}

/** The last word before this one that is neither a courtesy nor made of marks: a negator there turns its worth around. */
function wordBefore(tokens: readonly Spoken[], at: number): string {
  for (let before = at - 1; before >= 0; before -= 1) {
    const { word } = (tokens[before] as Spoken).lexeme;
    const last = COURTESIES.has(word) ? undefined : word.split(MARKS).findLast((part) => part !== '');
    if (last !== undefined) return last in Object.prototype ? '' : last; // the table would take "constructor" for a negator
  }
  return '';
}
