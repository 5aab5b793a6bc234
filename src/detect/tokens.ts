import {
  BLANK,
  CLAUSE,
  CLOSER,
  DIGIT,
  type Glance,
  glanceAt,
  isBeyondAscii,
  isLeftByNormalising,
  isShouted,
  LETTER,
  mayBeLink,
  sortOf,
} from './glance.ts';
import { bitOf, CUSTOM_EMOJI, canonical, type Lexeme, LINK, lexemeLike, MENTION, PLAIN, QUOTE } from './lexicon.ts';
import { unstretch } from './unstretch.ts';
import { NOWHERE, type Vocabulary } from './vocabulary.ts';

/** A word, number, emoji, link or something set aside, at its place in the normalised text. */
export interface Token {
  readonly lexeme: Lexeme;
  /** Of its lexeme, which most tokens are never asked for: it lies far away in memory. */
  readonly traits: number;
  readonly start: number;
  readonly end: number;
  /** Whether a comma, colon or dash stands before it. */
  readonly opensClause: boolean;
}

/** A stretch of tokens that closes with a mark or a line end. */
export interface Sentence {
  readonly first: number;
  /** One past the last token. */
  readonly end: number;
  /** Where its opening fillers end, and where its closing ones begin. */
  readonly head: number;
  readonly tail: number;
  readonly close: '' | '.' | '!' | '?' | '..';
}

/** A text cut up, and what was counted on the way. */
export interface Tokens {
  readonly tokens: readonly Token[];
  /** The numbers of their lexemes: phrases are found by these alone. */
  readonly numbers: readonly number[];
  readonly sentences: readonly Sentence[];
  /** Stretches of quotes, code or lyrics that were set aside: somebody else's words. */
  readonly setAside: number;
  /** Every trait that any token has. */
  readonly traits: number;
  /** Tokens that are no emoji. */
  readonly words: number;
  /** Marks that close exclamations; words in capitals; stretched words. */
  readonly exclaims: number;
  readonly shouts: number;
  readonly stretches: number;
}

/**
 * What is no plain word: one alternative per kind, tried in order at one place. What opens without closing is
 * bounded, so that a hostile message costs no more than its length.
 */
const RARE = new RegExp(
  [
    '```[^]{0,4000}?(?:```|$)|`[^`\\n]{1,300}`', // 1 code
    '"[^"\\n]{1,300}"|“[^“”\\n]{1,300}”|«[^«»\\n]{1,300}»|(?<=^|\\n)(?:>|[♪♫🎵🎶]).*', // 2 quotes and lyrics
    '(?:[Hh][Tt][Tt][Pp][Ss]?:\\/\\/|[Ww]{3}\\.)\\S+', // 3 links: phones write the first letter large
    '<a?:\\w{2,32}:\\d+>|<[@#][!&]?\\d+>', // 4 Discord's custom emoji and mentions
    "[:;=]['’]?-?[)(DPpO3/|*](?![\\p{L}\\p{N}])|<3+", // 5 emoticons
    '\\p{RI}\\p{RI}|\\p{Extended_Pictographic}[\\uFE0F\\p{EMod}]*(?:\\u200D\\p{Extended_Pictographic}[\\uFE0F\\p{EMod}]*)*', // 6 emoji
    "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’][\\p{L}\\p{M}]+)*['’]?", // 7 words
    '\\p{N}[\\p{N}.,:]*\\p{N}[\\p{L}]*|\\p{N}+[\\p{L}]*', // 8 numbers, "2nite"
    '[,;:()*/\\-–—]+', // 9 what opens a clause
  ]
    .map((source) => `(${source})`)
    .join('|'),
  'uy',
);

/** Cuts a text into tokens and sentences in one pass over its characters. */
export function tokenise(text: string, vocabulary: Vocabulary): Tokens {
  const asWritten = createCollected(text, vocabulary);
  if (collectAll(asWritten)) return asWritten;
  const normal = createCollected(text.normalize('NFKC'), vocabulary);
  normal.isNormal = true;
  collectAll(normal);
  return normal;
}

/**
 * False where it met what NFKC might change and stopped: then all is collected anew. Most texts have none such, and it costs
 * nothing to see that while they are read; looking for it first took a fortieth of reading.
 */
function collectAll(to: Collected): boolean {
  const { length } = to.text;
  let at = 0;
  while (at < length) {
    const sort = sortOf(to.text.charCodeAt(at));
    if (sort === BLANK) at += 1;
    else if (sort === LETTER) at = collectWord(to, at);
    else if (sort === CLOSER) at = collectClose(to, at);
    else if (sort === CLAUSE) at = collectClause(to, at);
    else if (sort === DIGIT) at = collectNumber(to, at);
    else at = collectRare(to, at);
    if (at === STOP) return false;
  }
  closeSentence(to, '', 0);
  return true;
}

/** Where to go on, when what stands here may look otherwise once normalised. */
const STOP = -1;

/** What is being collected; one object a text, so that nothing is made for a word but its token. */
interface Collected extends Tokens {
  readonly text: string;
  readonly vocabulary: Vocabulary;
  readonly tokens: Token[];
  readonly numbers: number[];
  readonly sentences: Sentence[];
  /** Whether NFKC would leave the text as it is; looked at where something rarer than ASCII is met. */
  isNormal: boolean;
  setAside: number;
  traits: number;
  words: number;
  exclaims: number;
  shouts: number;
  stretches: number;
  /** First token of the sentence being collected. */
  first: number;
  opensClause: boolean;
  readonly glance: Glance;
}

function createCollected(text: string, vocabulary: Vocabulary): Collected {
  return {
    text,
    vocabulary,
    tokens: [],
    numbers: [],
    sentences: [],
    isNormal: false,
    setAside: 0,
    traits: 0,
    words: 0,
    exclaims: 0,
    shouts: 0,
    stretches: 0,
    first: 0,
    opensClause: false,
    glance: { start: 0, end: 0, hash: 0, capitals: 0, apostrophes: 0 },
  };
}

const EMOJI = bitOf('emoji');
const FILLER = bitOf('filler');
const CLOSING = bitOf('closing');

/** From where to where a token reaches. */
type Reach = Pick<Token, 'start' | 'end'>;

function add(to: Collected, lexeme: Lexeme, { start, end }: Reach): void {
  to.numbers.push(lexeme.number);
  collect(to, { lexeme, traits: lexeme.traits, start, end, opensClause: to.opensClause });
}

function addSpelled(to: Collected, spelling: number, { start, end }: Reach): void {
  const { vocabulary, opensClause } = to;
  to.numbers.push(vocabulary.numberAt(spelling));
  const [lexeme, traits] = [vocabulary.lexemeAt(spelling), vocabulary.traitsAt(spelling)];
  collect(to, { lexeme, traits, start, end, opensClause });
}

function collect(to: Collected, token: Token): void {
  to.tokens.push(token);
  to.opensClause = false;
  to.traits |= token.traits;
  if ((token.traits & EMOJI) === 0) to.words += 1;
}

function collectWord(to: Collected, at: number): number {
  const { glance, text, vocabulary } = to;
  if (!glanceAt(text, at, glance)) return collectRare(to, at);
  const spelling = vocabulary.find(text, glance);
  if (spelling !== NOWHERE) addSpelled(to, spelling, glance);
  else if (mayBeLink(text, at))
    return collectRare(to, at); // no known word opens a link, so only unknown ones are asked
  else add(to, unknownWord(to, glance), glance);
  if (isShouted(text, glance)) to.shouts += 1;
  return glance.end;
}

/** A plain word that is in no list: in small letters, and shorter where it was stretched. */
function unknownWord(to: Collected, { start, end, hash, capitals, apostrophes }: Glance): Lexeme {
  const { text, vocabulary } = to;
  const raw = text.slice(start, end);
  const small = capitals > 0 ? raw.toLowerCase() : raw;
  const word = apostrophes > 0 ? small.replace(/['’]/g, '') : small;
  const short = unstretch(word, vocabulary);
  if (short === word) return lexemeLike(PLAIN, word, hash);
  to.stretches += 1;
  return vocabulary.lexemeOf(short);
}

function collectClose(to: Collected, at: number): number {
  let end = at + 1;
  while (end < to.text.length && sortOf(to.text.charCodeAt(end)) === CLOSER) end += 1;
  closeSentence(to, closing(to.text, at, end), end - at);
  return end;
}

function closeSentence(to: Collected, close: Sentence['close'], marks: number): void {
  const { tokens, first } = to;
  const end = tokens.length;
  if (end === first) return;
  let head = first;
  while (head < end - 1 && has(tokens[head], FILLER)) head += 1;
  let tail = end;
  while (tail > first && has(tokens[tail - 1], CLOSING)) tail -= 1;
  to.sentences.push({ first, end, head, tail, close });
  if (close === '!') to.exclaims += marks;
  to.first = end;
  to.opensClause = false;
}

function has(token: Token | undefined, trait: number): boolean {
  return token !== undefined && (token.traits & trait) !== 0;
}

/** What a run of marks and line ends comes to: one question mark in it asks. */
function closing(text: string, start: number, end: number): Sentence['close'] {
  let close: Sentence['close'] = '';
  for (let at = start; at < end; at += 1) {
    const mark = text[at];
    if (mark === '?') return '?';
    if (mark === '!') close = '!';
    else if (mark === '.' && close !== '!') close = close === '..' || (at > start && text[at - 1] === '.') ? '..' : '.';
  }
  return close;
}

function collectClause(to: Collected, at: number): number {
  let end = at + 1;
  while (CLAUSE_MARKS.has(to.text.charCodeAt(end))) end += 1;
  to.opensClause = true;
  return end;
}

const CLAUSE_MARKS: ReadonlySet<number> = new Set(Array.from(',;:()*/-–—', (mark) => mark.charCodeAt(0)));

/** Reads digits and the letters that hang on them; where something rarer hangs on them, as all that is rare. */
function collectNumber(to: Collected, start: number): number {
  const { text } = to;
  let end = start; // one past its last digit
  let at = start;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (sortOf(code) === DIGIT) end = at + 1;
    else if (!INSIDE_NUMBERS.has(code)) break;
  }
  if (isBeyondAscii(text.charCodeAt(at))) return collectRare(to, start);
  while (sortOf(text.charCodeAt(end)) === LETTER) end += 1;
  if (isBeyondAscii(text.charCodeAt(end))) return collectRare(to, start);
  add(to, to.vocabulary.number(text.slice(start, end)), { start, end });
  return end;
}

const INSIDE_NUMBERS: ReadonlySet<number> = new Set(Array.from('.,:', (mark) => mark.charCodeAt(0)));

/** Reads what is no plain word and says where to go on. */
function collectRare(to: Collected, at: number): number {
  to.isNormal ||= isLeftByNormalising(to.text);
  if (!to.isNormal) return STOP;
  RARE.lastIndex = at;
  const match = RARE.exec(to.text);
  if (!match) return at + 1;
  const [raw, code, quote, link, discord, emoticon, emoji, word, number] = match;
  const place = { start: at, end: at + raw.length };
  if (word !== undefined) collectRareWord(to, word, place);
  else if (emoji !== undefined || emoticon !== undefined) add(to, to.vocabulary.emoji(raw), place);
  else if (number !== undefined) add(to, to.vocabulary.number(number), place);
  else if (link !== undefined) add(to, LINK, place);
  else if (discord !== undefined) add(to, /^<a?:/.test(discord) ? CUSTOM_EMOJI : MENTION, place);
  else if (code !== undefined || quote !== undefined) {
    to.setAside += 1;
    add(to, QUOTE, place);
  } else to.opensClause = true;
  return place.end;
}

function collectRareWord(to: Collected, raw: string, place: Reach): void {
  const { vocabulary } = to;
  if (raw.length > 1 && raw === raw.toUpperCase() && raw !== raw.toLowerCase()) to.shouts += 1;
  const word = canonical(raw);
  const short = vocabulary.isKnown(word) ? word : unstretch(word, vocabulary);
  if (short !== word) to.stretches += 1;
  add(to, vocabulary.lexemeOf(short), place);
}
