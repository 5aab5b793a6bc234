import {
  CUSTOM_EMOJI,
  canonical,
  emojiLexeme,
  type Lexeme,
  LINK,
  lexemeOf,
  MENTION,
  numberLexeme,
  QUOTE,
} from './lexicon.ts';

/** A word, number, emoji, link or something set aside, at its place in the normalised text. */
export interface Token {
  readonly lexeme: Lexeme;
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

/**
 * What is no plain word: one alternative per kind, tried in order at one place. What opens without closing is
 * bounded, so that a hostile message costs no more than its length.
 */
const RARE = new RegExp(
  [
    '```[^]{0,4000}?(?:```|$)|`[^`\\n]{1,300}`', // 1 code
    '"[^"\\n]{1,300}"|“[^”\\n]{1,300}”|«[^»\\n]{1,300}»|(?<=^|\\n)(?:>|[♪♫🎵🎶]).*', // 2 quotes and lyrics
    '(?:https?:\\/\\/|www\\.)\\S+', // 3 links
    '<a?:\\w{2,32}:\\d+>|<[@#][!&]?\\d+>', // 4 Discord's custom emoji and mentions
    "[:;=]['’]?-?[)(DPpO3/|*](?![\\p{L}\\p{N}])|<3+", // 5 emoticons
    '\\p{RI}\\p{RI}|\\p{Extended_Pictographic}[\\uFE0F\\p{EMod}]*(?:\\u200D\\p{Extended_Pictographic}[\\uFE0F\\p{EMod}]*)*', // 6 emoji
    "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’][\\p{L}\\p{M}]+)*['’]?", // 7 words
    '\\p{N}[\\p{N}.,:]*\\p{N}[\\p{L}]*|\\p{N}+[\\p{L}]*', // 8 numbers, "2nite"
    '[.!?\\n]+', // 9 what closes a sentence
    '[,;:()*/\\-–—]+', // 10 what opens a clause
  ]
    .map((source) => `(${source})`)
    .join('|'),
  'uy',
);

/** Cuts a text into tokens and sentences in one pass over its characters. */
export function tokenise(text: string, isKnown: (word: string) => boolean): Tokens {
  const normal = text.normalize('NFKC');
  const collector = createCollector(isKnown);
  let at = 0;
  while (at < normal.length) {
    if (normal.charCodeAt(at) === SPACE) {
      at += 1;
      continue;
    }
    const end = endOfPlainWord(normal, at);
    if (end > at) collector.word(normal.slice(at, end), at, end);
    at = end > at ? end : collectRare(normal, at, collector);
  }
  return collector.finish();
}

const SPACE = 32;
const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number) => code >= 48 && code <= 57;
const isApostrophe = (code: number) => code === APOSTROPHE || code === CURLY_APOSTROPHE;

/** The end of a word of plain Latin letters, or `at` where something rarer stands: most of a chat needs no regex. */
function endOfPlainWord(text: string, at: number): number {
  let end = at;
  if (!isLetter(text.charCodeAt(end))) return at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || isDigit(code)) end += 1;
    else if (isApostrophe(code)) {
      end += 1;
      if (!isLetter(text.charCodeAt(end))) break;
    } else if (code > 127) return at;
    else break;
  }
  const mayBeLink = text.startsWith('http', at) || text.startsWith('www.', at);
  return mayBeLink ? at : end;
}

/** Reads what is no plain word and says where to go on. */
function collectRare(text: string, at: number, collector: ReturnType<typeof createCollector>): number {
  RARE.lastIndex = at;
  const match = RARE.exec(text);
  if (!match) return at + 1;
  const [raw, code, quote, link, discord, emoticon, emoji, word, number, mark] = match;
  const end = at + raw.length;
  if (mark !== undefined) collector.close(mark);
  else if (word !== undefined) collector.word(word, at, end);
  else if (emoji !== undefined || emoticon !== undefined) collector.add(emojiLexeme(raw), at, end);
  else if (number !== undefined) collector.add(numberLexeme(number), at, end);
  else if (link !== undefined) collector.add(LINK, at, end);
  else if (discord !== undefined) collector.add(/^<a?:/.test(discord) ? CUSTOM_EMOJI : MENTION, at, end);
  else if (code !== undefined || quote !== undefined) collector.setAside(at, end);
  else collector.clause();
  return end;
}

/** Collects tokens and cuts them into sentences. */
function createCollector(isKnown: (word: string) => boolean) {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let first = 0;
  let opensClause = false;
  let setAside = false;
  const push = (token: Token) => {
    tokens.push(token);
    opensClause = false;
  };
  const close = (mark: string) => {
    if (tokens.length === first) return;
    sentences.push({ first, end: tokens.length, close: closing(mark), marks: mark.length });
    first = tokens.length;
    opensClause = false;
  };
  return {
    add: (lexeme: Lexeme, start: number, end: number) =>
      push({ lexeme, start, end, shouted: false, stretched: false, opensClause }),
    word(raw: string, start: number, end: number) {
      const plain = canonical(raw);
      const word = isKnown(plain) ? plain : unstretch(plain, isKnown);
      const shouted = raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase();
      push({ lexeme: lexemeOf(word), start, end, shouted, stretched: word !== plain, opensClause });
    },
    setAside(start: number, end: number) {
      setAside = true;
      push({ lexeme: QUOTE, start, end, shouted: false, stretched: false, opensClause });
    },
    clause() {
      opensClause = true;
    },
    close,
    finish(): Tokens {
      close('');
      return { tokens, sentences, setAside };
    },
  };
}

function closing(mark: string): Sentence['close'] {
  if (mark.includes('?')) return '?';
  if (mark.includes('!')) return '!';
  if (mark.includes('..')) return '..';
  return mark.includes('.') ? '.' : '';
}

const REPEATED = /(.)\1/u;
const LAUGH = /^(?:[bm]?w?a?(?:ha){2,}h?|(?:he){2,}h?|(?:ja){2,}|l+o+l+(?:ol)*z?|(?:wk){2,}|lm+f?a+o+|rofl\w*|kk{3,})$/;

/** "sooooo" → "so" where that is a known word; every laugh → "haha". */
function unstretch(word: string, isKnown: (word: string) => boolean): string {
  if (LAUGH.test(word)) return 'haha';
  if (!REPEATED.test(word)) return word;
  const twice = word.replace(/(.)\1{2,}/gu, '$1$1');
  const ending = word.replace(/(.)\1+$/u, '$1');
  const once = word.replace(/(.)\1+/gu, '$1');
  return [twice, ending, once].map(canonical).find(isKnown) ?? twice;
}
