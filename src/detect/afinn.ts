import 'sentiment'; // adds emoji to the words below
import english from 'sentiment/languages/en/index.js';

/**
 * AFINN-165 as one weak prior, from the tables of `sentiment`: its own `analyze` builds a dozen arrays and objects
 * a text. Its traps, met here: `extras` leak from one instance into all (the words are copied); "no" and everyday
 * courtesies count as sad ("no worries" −4), so they are masked; it knows no chat.
 */
const WORTH: ReadonlyMap<string, number> = new Map(Object.entries(english.labels));

const COURTESIES = new Set(['no', 'worries', 'worry', 'problem', 'problems', 'stop', 'like', 'ok', 'fucking', 'yeah']);
const STRONG = 4; // AFINN points at which the mood of a message is plain; our choice
const MARKS = /[.,/#!?$%^&*;:{}=_`"~()]/; // what `sentiment` parts words at, besides blanks

/** −1 (gloomy) to 1 (bright): the mood of the words, courtesies aside. */
export function moodOf(words: readonly string[]): number {
  let points = 0;
  let before = '';
  const count = (part: string) => {
    const worth = WORTH.get(part);
    if (worth !== undefined) points += english.scoringStrategy.apply([before, part], 1, worth);
    before = part;
  };
  for (const word of words) {
    if (COURTESIES.has(word)) continue;
    if (!MARKS.test(word)) count(word);
    else for (const part of word.toLowerCase().split(MARKS)) if (part !== '') count(part);
  }
  return Math.max(-1, Math.min(1, points / STRONG));
}
