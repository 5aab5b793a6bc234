import { SPELLINGS } from './lexicons/en/spellings.ts';
import { WORD_CLASSES } from './lexicons/en/words.ts';

/** A word, number, emoji, link or something set aside, in the form cues know it by. */
export interface Token {
  /** Lower case, without apostrophes, chat spelling undone, elongation undone. */
  readonly word: string;
  readonly classes: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly shouted: boolean;
  readonly stretched: boolean;
  /** Whether a comma, colon or dash stands before it. */
  readonly opensClause: boolean;
}

/** A stretch of tokens that closes with a mark or a line end. */
export interface Sentence {
  readonly first: number;
  /** One past the last token. */
  readonly end: number;
  readonly close: '' | '.' | '!' | '?' | '..';
  readonly marks: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** Quotes, code or lyrics were set aside: somebody else's words. */
  readonly setAside: boolean;
}

const CLASSES_OF = new Map<string, string[]>();
for (const [name, words] of Object.entries(WORD_CLASSES)) {
  for (const word of words.split(/\s+/)) {
    const known = bareEmoji(word);
    const classes = CLASSES_OF.get(known);
    if (classes) classes.push(name);
    else if (known !== '') CLASSES_OF.set(known, [name]);
  }
}
const SPELLING_OF = new Map(Object.entries(SPELLINGS));
const NO_CLASSES: readonly string[] = [];
const NUMBER = ['n'];
const EMOJI = ['emoji'];
const LINK = ['link'];
const QUOTE = ['quote'];

/**
 * One alternative per kind of token, tried in order at each place. What opens without closing is bounded,
 * so that a hostile message costs no more than its length.
 */
const TOKEN = new RegExp(
  [
    '```[^]{0,4000}?(?:```|$)|`[^`\\n]{1,300}`', // 1 code
    '"[^"\\n]{1,300}"|“[^”\\n]{1,300}”|«[^»\\n]{1,300}»|(?<=^|\\n)(?:>|[♪♫🎵🎶]).*', // 2 quotes and lyrics
    '(?:https?:\\/\\/|www\\.)\\S+', // 3 links
    '<a?:\\w{2,32}:\\d+>|<[@#][!&]?\\d+>', // 4 Discord's custom emoji and mentions
    "[:;=]['’]?-?[)(DPpO3/|*](?![\\p{L}\\p{N}])|<3+|[xX]D(?![\\p{L}\\p{N}])", // 5 emoticons
    '\\p{RI}\\p{RI}|\\p{Extended_Pictographic}[\\uFE0F\\p{EMod}]*(?:\\u200D\\p{Extended_Pictographic}[\\uFE0F\\p{EMod}]*)*', // 6 emoji
    "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’][\\p{L}\\p{M}]+)*['’]?", // 7 words
    '\\p{N}[\\p{N}.,:]*\\p{N}[\\p{L}]*|\\p{N}+[\\p{L}]*', // 8 numbers, "2nite"
    '[.!?\\n]+', // 9 what closes a sentence
    '[,;:()*/\\-–—]+', // 10 what opens a clause
  ]
    .map((source) => `(${source})`)
    .join('|'),
  'gu',
);

/** Emoji without skin tone and presentation mark, so that ❤ and ❤️ are one. */
export function bareEmoji(emoji: string): string {
  return emoji.replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '');
}

/** The form in which cues know a word: apostrophes dropped, chat spelling undone. */
export function canonical(word: string): string {
  const bare = bareEmoji(word.toLowerCase()).replace(/['’]/g, '');
  return SPELLING_OF.get(bare) ?? bare;
}

/** Words with a class; phrases add their own. */
export function isClassed(word: string): boolean {
  return CLASSES_OF.has(word);
}

function unstretch(word: string, isKnown: (word: string) => boolean): string {
  if (isKnown(word)) return word;
  const twice = word.replace(/(.)\1{2,}/gu, '$1$1');
  const once = word.replace(/(.)\1+/gu, '$1');
  const ending = word.replace(/(.)\1+$/u, '$1');
  const found = [twice, ending, once].map((form) => SPELLING_OF.get(form) ?? form).find(isKnown);
  return found ?? twice;
}

const LAUGH = /^(?:[bm]?w?a?(?:ha){2,}h?|(?:he){2,}h?|(?:ja){2,}|l+o+l+(?:ol)*z?|(?:wk){2,}|lm+f?a+o+|rofl\w*|kk{3,})$/;
const REPEATED = /(.)\1/u;

function readWord(raw: string, isKnown: (word: string) => boolean): Pick<Token, 'word' | 'shouted' | 'stretched'> {
  const lower = raw.toLowerCase();
  const shouted = raw.length > 1 && raw !== lower && raw === raw.toUpperCase();
  let word = canonical(raw);
  if (!REPEATED.test(word)) return { word: LAUGH.test(word) ? 'haha' : word, shouted, stretched: false };
  const plain = LAUGH.test(word) ? 'haha' : unstretch(word, isKnown);
  const stretched = plain !== word;
  word = plain;
  return { word, shouted, stretched };
}

/** Collects tokens and cuts them into sentences. */
function createCollector() {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let first = 0;
  let opensClause = false;
  return {
    add(token: Omit<Token, 'opensClause'>) {
      tokens.push({ ...token, opensClause });
      opensClause = false;
    },
    clause() {
      opensClause = true;
    },
    close(mark: string) {
      if (tokens.length === first) return;
      sentences.push({ first, end: tokens.length, close: closing(mark), marks: mark.length });
      first = tokens.length;
      opensClause = false;
    },
    tokens,
    sentences,
  };
}

function closing(mark: string): Sentence['close'] {
  if (mark.includes('?')) return '?';
  if (mark.includes('!')) return '!';
  if (mark.includes('..')) return '..';
  return mark.includes('.') ? '.' : '';
}

/** Cuts a text into tokens and sentences in one pass over its characters. */
export function tokenise(text: string, isKnown: (word: string) => boolean): Tokens {
  const normal = text.normalize('NFKC');
  const collector = createCollector();
  let setAside = false;
  const plain = { shouted: false, stretched: false };
  for (const match of normal.matchAll(TOKEN)) {
    const [raw, code, quote, link, discord, emoticon, emoji, word, number, mark] = match;
    const place = { start: match.index, end: match.index + raw.length };
    if (word !== undefined) {
      const read = readWord(word, isKnown);
      collector.add({ ...read, ...place, classes: CLASSES_OF.get(read.word) ?? NO_CLASSES });
    } else if (mark !== undefined) collector.close(mark);
    else if (emoji !== undefined || emoticon !== undefined) {
      const bare = bareEmoji(raw);
      collector.add({ ...plain, ...place, word: bare, classes: [...EMOJI, ...(CLASSES_OF.get(bare) ?? [])] });
    } else if (number !== undefined) collector.add({ ...plain, ...place, ...readNumber(number) });
    else if (link !== undefined) collector.add({ ...plain, ...place, word: '<link>', classes: LINK });
    else if (discord !== undefined) {
      const custom = discord.startsWith('<:') || discord.startsWith('<a:');
      collector.add({
        ...plain,
        ...place,
        word: custom ? '<custom>' : '<mention>',
        classes: custom ? EMOJI : NO_CLASSES,
      });
    } else if (code !== undefined || quote !== undefined) {
      setAside = true;
      collector.add({ ...plain, ...place, word: '<quote>', classes: QUOTE });
    } else collector.clause();
  }
  collector.close('');
  return { tokens: collector.tokens, sentences: collector.sentences, setAside };
}

function readNumber(raw: string): Pick<Token, 'word' | 'classes'> {
  const word = canonical(raw);
  return { word, classes: word === raw ? NUMBER : (CLASSES_OF.get(word) ?? NO_CLASSES) };
}
