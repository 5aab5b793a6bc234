import { FNV_START, fnvStep } from '../learned/fnv.ts';
import { canonical } from './lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

const LAUGH = /^(?:[bm]?w?a?(?:ha){2,}h?|(?:he){2,}h?|(?:ja){2,}|l+o+l+(?:ol)*z?|(?:wk){2,}|lm+f?a+o+|rofl\w*|kk{3,})$/;
/** Of two small letters, a place of their own; what is no letter may share one. */
const placeOf = (first: number, second: number) => ((first & 31) << 5) | (second & 31);
/** 1 for the two letters that laughs begin with; a table, since a set took longer to ask than most words to be looked at. */
const LAUGH_STARTS = new Uint8Array(2 ** 10);
for (const start of 'ah ba bh bw ha he ja kk ll lm lo ma mh mw ro wa wh wk'.split(' ')) {
  LAUGH_STARTS[placeOf(start.charCodeAt(0), start.charCodeAt(1))] = 1;
}

/** Whether the word begins as laughs do: most words need no further look. */
function mayLaugh(word: string): boolean {
  return LAUGH_STARTS[placeOf(word.charCodeAt(0), word.charCodeAt(1))] === 1;
}

/** "sooooo" → "so" where that is a known word; every laugh → "haha". */
export function unstretch(word: string, vocabulary: Pick<Vocabulary, 'isKnown' | 'mayKnow'>): string {
  if (mayLaugh(word) && LAUGH.test(word)) return 'haha';
  if (!mayShorten(word, vocabulary)) return word;
  const twice = shortened(word, 2);
  const known = (short: string) => [short].map(canonical).find(vocabulary.isKnown);
  return known(twice) ?? known(endedOnce(word)) ?? known(shortened(word, 1)) ?? twice;
}

/** False where no letter repeats, or one does as in "dinner" and "diner" is no word: no more than two in a row, and at one place. */
function mayShorten(word: string, { mayKnow }: Pick<Vocabulary, 'mayKnow'>): boolean {
  let repeats = 0;
  let before = 0;
  let hash = FNV_START; // of the word with every letter once
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if (code === before) repeats += 1;
    else hash = fnvStep(hash, code);
    before = code;
  }
  return repeats > 1 || (repeats === 1 && mayKnow(hash));
}

/** With no letter more often in a row than this. */
function shortened(word: string, most: number): string {
  let short = '';
  let from = 0;
  let run = 1;
  for (let at = 1; at < word.length; at += 1) {
    run = word.charCodeAt(at) === word.charCodeAt(at - 1) ? run + 1 : 1;
    if (run <= most) continue;
    short += word.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? word : short + word.slice(from);
}

/** With its last letter once: "coffeeee" → "coffe". */
function endedOnce(word: string): string {
  let end = word.length;
  while (end > 1 && word.charCodeAt(end - 2) === word.charCodeAt(end - 1)) end -= 1;
  return word.slice(0, end);
}
