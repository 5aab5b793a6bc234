import { canonical } from './lexicon.ts';

const LAUGH = /^(?:[bm]?w?a?(?:ha){2,}h?|(?:he){2,}h?|(?:ja){2,}|l+o+l+(?:ol)*z?|(?:wk){2,}|lm+f?a+o+|rofl\w*|kk{3,})$/;
const REPEATED = /(.)\1/u;
const TRIPLED = /(.)\1\1/u;

/** "sooooo" → "so" where that is a known word; every laugh → "haha". */
export function unstretch(word: string, isKnown: (word: string) => boolean): string {
  if (LAUGH.test(word)) return 'haha';
  if (!REPEATED.test(word)) return word;
  const twice = TRIPLED.test(word) ? word.replace(/(.)\1{2,}/gu, '$1$1') : word;
  const ending = word.replace(/(.)\1+$/u, '$1');
  const once = word.replace(/(.)\1+/gu, '$1');
  return [twice, ending, once].map(canonical).find(isKnown) ?? twice;
}
