import { fnv } from '../learned/fnv.ts';
import { NEGATORS, WISHES } from './lexicons/en/scopes.ts';
import { SPELLINGS } from './lexicons/en/spellings.ts';
import { WORD_CLASSES } from './lexicons/en/words.ts';

/** A word as cues know it, with all that is asked of it at every occurrence; shared by all its tokens. */
export interface Lexeme {
  readonly word: string;
  /** The classes of `lexicons/` it stands in, in the order of that table. */
  readonly classes: readonly string[];
  /** What holds of it, a bit each: one number, since an unknown word is made anew wherever it occurs. */
  readonly traits: number;
  /** Its number; all words that nothing lists share one, and so do such numbers and emoji. */
  readonly number: number;
  /** What leads on in the phrase trie: the word itself where it is known, then its classes, each by a number. */
  readonly edges: readonly number[];
  /** FNV-1a of the word, from which the model's buckets are made. */
  readonly hash: number;
}

/** What is asked of words while reading; a class where nothing else is said. */
const TRAITS = [
  /** May stand before the opening of a sentence: "ok so". */
  'filler',
  /** May stand after its close: "babe", "lol", an emoji. */
  'closing',
  /** A softener or booster that phrases pass over. */
  'soft',
  /** Ends the scope of a negation: "but". */
  'turn',
  /** No class: one of NEGATORS, one of WISHES. */
  'negates',
  'wishes',
  'emoji',
  'laugh',
  'wink',
  'mock',
  'party',
  'congrats',
  'nuisance',
  'you',
  'dear',
  'heart',
  'grave',
  'prize',
  'tears',
  'link',
] as const;
export type Trait = (typeof TRAITS)[number];

const BITS = Object.fromEntries(TRAITS.map((trait, index) => [trait, 1 << index])) as Record<Trait, number>;

export function bitOf(trait: Trait): number {
  return BITS[trait];
}

/** Classes that have a trait besides the one of the same name. */
const MEMBERS: Partial<Record<Trait, readonly string[]>> = {
  filler: ['dear', 'emoji'],
  closing: ['dear', 'emoji', 'laugh'],
};

function traitsOf(word: string, classes: readonly string[]): number {
  let traits = 0;
  for (const trait of TRAITS) {
    const classed = classes.includes(trait) || MEMBERS[trait]?.some((name) => classes.includes(name));
    const listed = (trait === 'negates' && NEGATORS.has(word)) || (trait === 'wishes' && WISHES.has(word));
    if (classed || listed) traits |= bitOf(trait);
  }
  return traits;
}

/** Edges of the phrase trie that stand for classes; those for words come after. */
export const CLASS_EDGES: ReadonlyMap<string, number> = new Map(
  ['n', 'link', 'quote', 'mention', 'custom', 'emoji', ...Object.keys(WORD_CLASSES)].map((name, edge) => [name, edge]),
);

/** Makes the lexeme of a word; with an edge of its own where phrases may name the word itself. */
export function createLexeme(
  word: string,
  classes: readonly string[],
  { number, edge }: { readonly number: number; readonly edge?: number },
): Lexeme {
  const ofClasses = classes.flatMap((name) => CLASS_EDGES.get(name) ?? []);
  const edges = edge === undefined ? ofClasses : [edge, ...ofClasses];
  return { traits: traitsOf(word, classes), number, hash: fnv(word), edges, word, classes };
}

/** A lexeme like another, but for the word. */
export function lexemeLike({ classes, traits, number, edges }: Lexeme, word: string, hash: number = fnv(word)): Lexeme {
  return { traits, number, hash, edges, word, classes }; // as above, or both were slower to read
}

/** What is known of a word, a number and an emoji that nothing lists. */
export const PLAIN = createLexeme('', [], { number: 0 });
export const NUMBER = createLexeme('', ['n'], { number: 1 });
export const EMOJI = createLexeme('', ['emoji'], { number: 2 });

/** What stands for things that are not words; none is ever written by a person. */
export const LINK = createLexeme('<link>', ['link'], { number: 3 });
export const QUOTE = createLexeme('<quote>', ['quote'], { number: 4 });
export const MENTION = createLexeme('<mention>', ['mention'], { number: 5 });
export const CUSTOM_EMOJI = createLexeme('<custom>', ['custom', 'emoji'], { number: 6 });

const SPELLING_OF: ReadonlyMap<string, string> = new Map(Object.entries(SPELLINGS));

/** The form in which cues know a word: lower case, apostrophes dropped, chat spelling undone. */
export function canonical(word: string): string {
  const lower = word.toLowerCase();
  const bare = /['’]/.test(lower) ? lower.replace(/['’]/g, '') : lower;
  return SPELLING_OF.get(bare) ?? bare;
}

/** Every chat spelling, and every word of the lexicon with its classes. */
export const CHAT_SPELLINGS: readonly string[] = Object.keys(SPELLINGS);
export const LISTED_WORDS: ReadonlyMap<string, readonly string[]> = listWords();

function listWords(): ReadonlyMap<string, readonly string[]> {
  const classesOf = new Map<string, string[]>();
  for (const [name, words] of Object.entries(WORD_CLASSES)) {
    for (const word of words.split(/\s+/).map(bareEmoji)) classesOf.set(word, [...(classesOf.get(word) ?? []), name]);
  }
  for (const word of [...NEGATORS, ...WISHES]) if (!classesOf.has(word)) classesOf.set(word, []);
  return classesOf;
}

/** Emoji without skin tone and presentation mark, so that ❤ and ❤️ are one. */
export function bareEmoji(emoji: string): string {
  return emoji.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '');
}
