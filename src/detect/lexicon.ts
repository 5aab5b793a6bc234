import { NEGATORS, WISHES } from './lexicons/en/scopes.ts';
import { SPELLINGS } from './lexicons/en/spellings.ts';
import { WORD_CLASSES } from './lexicons/en/words.ts';

/** A word as cues know it, with all that is asked of it at every occurrence; shared by all its tokens. */
export interface Lexeme {
  readonly word: string;
  /** The classes of `lexicons/` it stands in. */
  readonly classes: readonly string[];
  /** The same as phrases name them: `<kin>`. */
  readonly edges: readonly string[];
  /** May stand before the opening of a sentence: "ok so". */
  readonly isFiller: boolean;
  /** May stand after its close: "babe", "lol", an emoji. */
  readonly isClosing: boolean;
  /** A softener or booster that phrases pass over. */
  readonly isSoft: boolean;
  /** Ends the scope of a negation: "but". */
  readonly isTurn: boolean;
  readonly isEmoji: boolean;
  readonly negates: boolean;
  readonly wishes: boolean;
}

const FILLERS = ['filler', 'dear', 'emoji'];
const CLOSERS = ['closing', 'dear', 'emoji', 'laugh'];

function createLexeme(word: string, classes: readonly string[]): Lexeme {
  return {
    word,
    classes,
    edges: classes.map((name) => `<${name}>`),
    isFiller: FILLERS.some((name) => classes.includes(name)),
    isClosing: CLOSERS.some((name) => classes.includes(name)),
    isSoft: classes.includes('soft'),
    isTurn: classes.includes('turn'),
    isEmoji: classes.includes('emoji'),
    negates: NEGATORS.has(word),
    wishes: WISHES.has(word),
  };
}

const SPELLING_OF: ReadonlyMap<string, string> = new Map(Object.entries(SPELLINGS));
const LEXEMES = new Map<string, Lexeme>();
const EMOJI_LEXEMES = new Map<string, Lexeme>();

function fillLexicon(): void {
  const classesOf = new Map<string, string[]>();
  for (const [name, words] of Object.entries(WORD_CLASSES)) {
    for (const word of words.split(/\s+/).map(bareEmoji)) classesOf.set(word, [...(classesOf.get(word) ?? []), name]);
  }
  for (const word of [...NEGATORS, ...WISHES]) if (!classesOf.has(word)) classesOf.set(word, []);
  for (const [word, classes] of classesOf) {
    LEXEMES.set(word, createLexeme(word, classes));
    EMOJI_LEXEMES.set(word, createLexeme(word, ['emoji', ...classes]));
  }
}
fillLexicon();

/** What stands for things that are not words; none is ever written by a person. */
export const LINK = createLexeme('<link>', ['link']);
export const QUOTE = createLexeme('<quote>', ['quote']);
export const MENTION = createLexeme('<mention>', []);
export const CUSTOM_EMOJI = createLexeme('<custom>', ['emoji']);

/** Emoji without skin tone and presentation mark, so that ❤ and ❤️ are one. */
function bareEmoji(emoji: string): string {
  return emoji.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '');
}

/** The form in which cues know a word: lower case, apostrophes dropped, chat spelling undone. */
export function canonical(word: string): string {
  const lower = word.toLowerCase();
  const bare = /['’]/.test(lower) ? lower.replace(/['’]/g, '') : lower;
  return SPELLING_OF.get(bare) ?? bare;
}

/** Whether the lexicon has the word; phrases add words of their own. */
export function isListed(word: string): boolean {
  return LEXEMES.has(word);
}

export function lexemeOf(word: string): Lexeme {
  return LEXEMES.get(word) ?? createPlain(word);
}

export function emojiLexeme(raw: string): Lexeme {
  const word = bareEmoji(raw);
  return EMOJI_LEXEMES.get(word) ?? { ...CUSTOM_EMOJI, word };
}

export function numberLexeme(raw: string): Lexeme {
  const word = canonical(raw);
  return word === raw.toLowerCase() ? { ...NUMBER, word } : lexemeOf(word);
}

const NUMBER = createLexeme('', ['n']);
const PLAIN = createLexeme('', []);

function createPlain(word: string): Lexeme {
  return {
    word,
    classes: PLAIN.classes,
    edges: PLAIN.edges,
    isFiller: false,
    isClosing: false,
    isSoft: false,
    isTurn: false,
    isEmoji: false,
    negates: false,
    wishes: false,
  };
}
