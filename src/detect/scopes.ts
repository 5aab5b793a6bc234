import { bitOf } from './lexicon.ts';
import { NOT_NEGATING, QUESTION_AUXILIARIES, QUESTION_WORDS } from './lexicons/en/scopes.ts';
import type { Sentence, Token, Tokens } from './tokens.ts';

/** What reaches over the words of an utterance. */
export interface Scopes {
  /** For each token, whether a negator governs it. */
  readonly negated: readonly boolean[];
  /** For each token, whether it stands inside a wish or a condition. */
  readonly wished: readonly boolean[];
}

const NEGATION_REACH = 4; // words; our choice, long enough for "not feeling all that great"

const TURN = bitOf('turn');
const EMOJI = bitOf('emoji');
const NEGATES = bitOf('negates');
const WISHES = bitOf('wishes');

export function markScopes({ tokens, sentences }: Pick<Tokens, 'tokens' | 'sentences'>): Scopes {
  const negated: boolean[] = [];
  const wished: boolean[] = [];
  for (const sentence of sentences) {
    let governing = -1;
    let wishing = false;
    for (let at = sentence.first; at < sentence.end; at += 1) {
      const { traits, opensClause } = tokens[at] as Token;
      if (opensClause || (traits & TURN) !== 0) {
        governing = -1;
        wishing = false;
      }
      if (governing >= 0 && at - governing > NEGATION_REACH) governing = -1;
      negated.push(governing >= 0 && (traits & EMOJI) === 0);
      wished.push(wishing);
      if ((traits & NEGATES) !== 0 && governs(tokens, at, sentence)) governing = at;
      if ((traits & WISHES) !== 0) wishing = true;
    }
  }
  return { negated, wished };
}

/** The sentence a token stands in; halved again and again, since a hostile message has hundreds and asks as often. */
export function sentenceAt({ sentences }: Pick<Tokens, 'sentences'>, at: number): Sentence | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < (sentences[middle]?.end ?? 0)) high = middle;
    else low = middle + 1;
  }
  return sentences[low];
}

function governs(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const word = tokens[at]?.lexeme.word;
  const next = at + 1 < sentence.end ? tokens[at + 1] : undefined;
  if (next === undefined) return false;
  // "no i got it": a "no" that answers negates nothing after it.
  if (word === 'no' && (next.opensClause || next.lexeme.classes.includes('person'))) return false;
  return !NOT_NEGATING.has(`${word} ${next.lexeme.word}`);
}

const ASKABLE = new Set(['person', 'you', 'kin', 'boss']);

/** Whether a sentence asks, with its mark or without. */
export function isQuestion(tokens: readonly Token[], { close, head, end }: Sentence): boolean {
  if (close === '?') return true;
  const first = tokens[head]?.lexeme;
  const second = head + 1 < end ? tokens[head + 1]?.lexeme : undefined;
  if (first === undefined || second === undefined) return false;
  if (QUESTION_WORDS.has(first.word)) return second.word !== 'a' && second.word !== 'an';
  // "do it now" orders, it does not ask.
  if (first.word === 'do' && second.word !== 'you' && second.word !== 'i' && second.word !== 'we') return false;
  return QUESTION_AUXILIARIES.has(first.word) && second.classes.some((name) => ASKABLE.has(name));
}
