import type { ReadingContext, Said } from '../domain/reading.ts';
import { NOT_NEGATING, QUESTION_AUXILIARIES, QUESTION_WORDS } from './lexicons/en/scopes.ts';
import { type Sentence, type Token, type Tokens, tokenise } from './tokens.ts';

/** What may hold at a place of an utterance; cues name these in `needs` and `unless`. */
export type Condition =
  /** Inside an if, a hope, a would. */
  | 'wished'
  /** In a question, marked or not. */
  | 'asked'
  /** In a question that carries its mark. */
  | 'marked'
  /** Laughter or a wink somewhere in the utterance. */
  | 'laughing'
  /** Exclamation marks, capitals, stretched words or celebrating emoji. */
  | 'excited'
  /** The exchange is tense. */
  | 'tense'
  /** The partner has just asked something. */
  | 'replying'
  /** Congratulates the partner. */
  | 'congratulating'
  /** About everyday nuisances: meetings, traffic, homework, a game. */
  | 'mundane'
  /** Names the partner: "you", "your". */
  | 'addressing'
  /** Love, hearts, endearments. */
  | 'loving'
  /** Death, hospital, tears: not a place for play. */
  | 'grave'
  /** Welcome things were named: winning, passing, a present. */
  | 'glad';

/** An utterance as cues hear it: tokens, the scope over each, and what holds of the whole. */
export interface Heard extends Tokens {
  readonly said: Said;
  readonly context: ReadingContext;
  /** For each token, the sentence it stands in. */
  readonly sentenceOf: readonly number[];
  /** For each token, the negator that governs it, or -1. */
  readonly negator: readonly number[];
  /** For each token, whether it stands inside a wish or a condition. */
  readonly wished: readonly boolean[];
  /** For each sentence: whether it asks, where its opening fillers end, where its closing ones begin. */
  readonly asks: readonly boolean[];
  readonly heads: readonly number[];
  readonly tails: readonly number[];
  readonly words: number;
  /** Whether a word of the class occurs anywhere. */
  has(name: string): boolean;
  readonly exclaims: number;
  readonly shouts: number;
  readonly stretches: number;
}

const NEGATION_REACH = 4; // words; our choice, long enough for "not feeling all that great"

/** Tokenises an utterance and marks its scopes. */
export function listen(said: Said, context: ReadingContext, isKnown: (word: string) => boolean): Heard {
  const read = tokenise(said.text, isKnown);
  const scopes = markScopes(read);
  let shouts = 0;
  let stretches = 0;
  let words = 0;
  for (const token of read.tokens) {
    if (token.shouted) shouts += 1;
    if (token.stretched) stretches += 1;
    if (!token.lexeme.isEmoji) words += 1;
  }
  const exclaims = read.sentences.reduce((sum, { close, marks }) => sum + (close === '!' ? marks : 0), 0);
  const has = (name: string) => read.tokens.some(({ lexeme }) => lexeme.classes.includes(name));
  // Named one by one: spreading two objects here took a third of the reader's time.
  return {
    tokens: read.tokens,
    sentences: read.sentences,
    setAside: read.setAside,
    sentenceOf: scopes.sentenceOf,
    negator: scopes.negator,
    wished: scopes.wished,
    asks: scopes.asks,
    heads: scopes.heads,
    tails: scopes.tails,
    said,
    context,
    words,
    has,
    exclaims,
    shouts,
    stretches,
  };
}

function markScopes({ tokens, sentences }: Tokens) {
  const sentenceOf: number[] = [];
  const negator: number[] = [];
  const wished: boolean[] = [];
  const asks: boolean[] = [];
  const heads: number[] = [];
  const tails: number[] = [];
  sentences.forEach((sentence, index) => {
    let governing = -1;
    let wishing = false;
    for (let at = sentence.first; at < sentence.end; at += 1) {
      const { lexeme, opensClause } = tokens[at] as Token;
      if (opensClause || lexeme.isTurn) {
        governing = -1;
        wishing = false;
      }
      if (governing >= 0 && at - governing > NEGATION_REACH) governing = -1;
      sentenceOf.push(index);
      negator.push(lexeme.isEmoji ? -1 : governing);
      wished.push(wishing);
      if (lexeme.negates && governs(tokens, at, sentence)) governing = at;
      if (lexeme.wishes) wishing = true;
    }
    heads.push(headOf(tokens, sentence));
    tails.push(tailOf(tokens, sentence));
    asks.push(isQuestion(tokens, sentence, heads[index] ?? sentence.first));
  });
  return { sentenceOf, negator, wished, asks, heads, tails };
}

function governs(tokens: readonly Token[], at: number, sentence: Sentence): boolean {
  const word = tokens[at]?.lexeme.word;
  const next = at + 1 < sentence.end ? tokens[at + 1] : undefined;
  if (next === undefined) return false;
  // "no i got it": a "no" that answers negates nothing after it.
  if (word === 'no' && (next.opensClause || next.lexeme.classes.includes('person'))) return false;
  return !NOT_NEGATING.has(`${word} ${next.lexeme.word}`);
}

function headOf(tokens: readonly Token[], { first, end }: Sentence): number {
  let at = first;
  while (at < end - 1 && tokens[at]?.lexeme.isFiller) at += 1;
  return at;
}

function tailOf(tokens: readonly Token[], { first, end }: Sentence): number {
  let at = end;
  while (at > first && tokens[at - 1]?.lexeme.isClosing) at -= 1;
  return at;
}

const ASKABLE = new Set(['person', 'you', 'kin', 'boss']);

function isQuestion(tokens: readonly Token[], sentence: Sentence, head: number): boolean {
  if (sentence.close === '?') return true;
  const first = tokens[head]?.lexeme;
  const second = head + 1 < sentence.end ? tokens[head + 1]?.lexeme : undefined;
  if (first === undefined || second === undefined) return false;
  if (QUESTION_WORDS.has(first.word)) return second.word !== 'a' && second.word !== 'an';
  // "do it now" orders, it does not ask.
  if (first.word === 'do' && second.word !== 'you' && second.word !== 'i' && second.word !== 'we') return false;
  return QUESTION_AUXILIARIES.has(first.word) && second.classes.some((name) => ASKABLE.has(name));
}

/** What the other said last, if they spoke last. */
export function lastOfOther(context: ReadingContext) {
  const last = context.earlier.at(-1);
  return last && !last.own ? last : undefined;
}

/** Whether a condition holds at a token. */
export function holds(condition: Condition, heard: Heard, at: number): boolean {
  switch (condition) {
    case 'wished':
      return heard.wished[at] ?? false;
    case 'asked':
      return heard.asks[heard.sentenceOf[at] ?? 0] ?? false;
    case 'marked':
      return heard.sentences[heard.sentenceOf[at] ?? 0]?.close === '?';
    case 'laughing':
      return heard.has('laugh') || heard.has('wink');
    case 'excited':
      return heard.exclaims > 0 || heard.shouts > 0 || heard.stretches > 0 || heard.has('party');
    case 'tense':
      return heard.context.tense;
    case 'replying':
      return /\?\s*$/.test(lastOfOther(heard.context)?.text ?? '');
    case 'congratulating':
      return heard.has('congrats');
    case 'mundane':
      return heard.has('nuisance');
    case 'addressing':
      return heard.has('you');
    case 'loving':
      return heard.has('dear') || heard.has('heart');
    case 'grave':
      return heard.has('grave');
    case 'glad':
      return heard.has('prize') || heard.has('party');
  }
}
