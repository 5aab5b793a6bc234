import type { ReadingContext, Said } from '../domain/reading.ts';
import { bitOf, type Trait } from './lexicon.ts';
import { isQuestion, markScopes, type Scopes, sentenceAt } from './scopes.ts';
import { type Tokens, tokenise } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

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

/** An utterance as cues hear it: tokens, what holds of the whole, and what was said before. */
export interface Heard extends Tokens {
  readonly said: Said;
  readonly context: ReadingContext;
  /** Ask `isNegated` and `holds`: most utterances are never asked for their scopes, so they are marked when first wanted. */
  scopes: Scopes | undefined;
}

/** Tokenises an utterance. */
export function listen(said: Said, context: ReadingContext, vocabulary: Vocabulary): Heard {
  const read = tokenise(said.text, vocabulary);
  // Named one by one, and no functions in it: spreading objects here took a third of the reader's time.
  return {
    said,
    context,
    tokens: read.tokens,
    numbers: read.numbers,
    sentences: read.sentences,
    setAside: read.setAside,
    traits: read.traits,
    words: read.words,
    exclaims: read.exclaims,
    shouts: read.shouts,
    stretches: read.stretches,
    scopes: undefined,
  };
}

/** Whether a word with the trait occurs anywhere. */
export function hasTrait({ traits }: Pick<Heard, 'traits'>, trait: Trait): boolean {
  return (traits & bitOf(trait)) !== 0;
}

/** Whether a negator governs a token. */
export function isNegated(heard: Heard, at: number): boolean {
  return hasTrait(heard, 'negates') && (scopesOf(heard).negated[at] ?? false);
}

function scopesOf(heard: Heard): Scopes {
  heard.scopes ??= markScopes(heard);
  return heard.scopes;
}

function asksAt(heard: Heard, at: number): boolean {
  const sentence = sentenceAt(heard, at);
  return sentence !== undefined && isQuestion(heard.tokens, sentence);
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
      return hasTrait(heard, 'wishes') && (scopesOf(heard).wished[at] ?? false);
    case 'asked':
      return asksAt(heard, at);
    case 'marked':
      return sentenceAt(heard, at)?.close === '?';
    case 'laughing':
      return hasTrait(heard, 'laugh') || hasTrait(heard, 'wink');
    case 'excited':
      return heard.exclaims > 0 || heard.shouts > 0 || heard.stretches > 0 || hasTrait(heard, 'party');
    case 'tense':
      return heard.context.tense;
    case 'replying':
      return lastOfOther(heard.context)?.text.trimEnd().endsWith('?') ?? false;
    case 'congratulating':
      return hasTrait(heard, 'congrats');
    case 'mundane':
      return hasTrait(heard, 'nuisance');
    case 'addressing':
      return hasTrait(heard, 'you');
    case 'loving':
      return hasTrait(heard, 'dear') || hasTrait(heard, 'heart');
    case 'grave':
      return hasTrait(heard, 'grave');
    case 'glad':
      return hasTrait(heard, 'prize') || hasTrait(heard, 'party');
  }
}
