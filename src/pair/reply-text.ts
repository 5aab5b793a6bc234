/** One stretch of a reply between two marks or line breaks. */
export interface Part {
  readonly words: readonly string[];
  /** Ends in a question mark. */
  readonly asks: boolean;
}

/** A reply or a bid, taken apart: all that the rest of `pair` looks at. */
export interface ReadText {
  readonly parts: readonly Part[];
  readonly words: readonly string[];
  /** In order, one entry for each emoji, without variation selectors and skin tones. */
  readonly emoji: readonly string[];
  readonly exclamations: number;
  /** Words written in capitals where that is not the only way to write them. */
  readonly shouted: number;
  readonly asks: boolean;
}

// A person writes on; nothing past this many characters changes what a reply does with a bid, and the
// time to read a hostile one stays small. Discord's own limit for a message is 4,000.
const MOST_CHARACTERS = 8_000;

const QUOTED_LINE = /^>.*$/gm;
const LINK = /https?:\/\/\S+/gi;
const MENTION = /<[@#:][^>\s]{1,80}>/g;
const APOSTROPHE = /[’‘ʼ`´']/g;
const PART_MARK = /[.!?…;,:\n()]+|\s[–—-]+\s/u;
const SHOUTED_WORD = /(?<![\p{L}\p{N}'])\p{Lu}{2,}(?![\p{L}\p{N}'])/gu;
const WORD = /[\p{L}\p{N}]+/gu;
const EMOJI = /\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}\uFE0F]|\u200D\p{Extended_Pictographic})*/gu;
const MODIFIER = /[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]/gu;

/** Chat spellings that would otherwise need an entry each in every lexicon. */
const SPELLED_OUT: Readonly<Record<string, string>> = {
  u: 'you',
  ya: 'you',
  ye: 'you',
  ur: 'your',
  yer: 'your',
  r: 'are',
  y: 'why',
  n: 'and',
  w: 'with',
  thx: 'thanks',
  thnx: 'thanks',
  ty: 'thanks',
  pls: 'please',
  plz: 'please',
  tmr: 'tomorrow',
  tmrw: 'tomorrow',
  tn: 'tonight',
  tonite: 'tonight',
  gonna: 'going',
  wanna: 'want',
  gotta: 'need',
  ppl: 'people',
  abt: 'about',
  bc: 'because',
  cuz: 'because',
  cos: 'because',
  cause: 'because',
  rly: 'really',
  cant: 'cannot',
  okay: 'ok',
  okie: 'ok',
  oki: 'ok',
  kay: 'k',
  kk: 'k',
  yea: 'yeah',
  yep: 'yes',
  yup: 'yes',
  mum: 'mom',
  mam: 'mom',
  fav: 'favourite',
};

/** An emoji without the selectors and skin tones that do not change what it says. */
export function plainEmoji(emoji: string): string {
  return emoji.replace(MODIFIER, '');
}

/** Takes a text apart. Quoted lines are the other's words and are set aside. */
export function readText(text: string): ReadText {
  const own = text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKC')
    .replace(QUOTED_LINE, '')
    .replace(LINK, ' ')
    .replace(MENTION, ' ');
  const emoji = (own.match(EMOJI) ?? []).map(plainEmoji);
  const parts = partsOf(own.replace(EMOJI, ' '));
  return {
    parts,
    words: parts.flatMap((part) => part.words),
    emoji,
    exclamations: own.split('!').length - 1,
    shouted: shoutedIn(own),
    asks: own.includes('?'),
  };
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const close = (to: number, mark: string) => {
    const words = wordsOf(text.slice(from, to));
    if (words.length > 0) parts.push({ words, asks: mark.includes('?') });
  };
  for (const mark of text.matchAll(new RegExp(PART_MARK, 'gu'))) {
    if (isInsideNumber(text, mark.index, mark[0])) continue;
    close(mark.index, mark[0]);
    from = mark.index + mark[0].length;
  }
  close(text.length, '');
  return parts;
}

/** "37.4", "7:30" and "9,000" are one number each. */
function isInsideNumber(text: string, at: number, mark: string): boolean {
  return mark.length === 1 && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}

function wordsOf(text: string): readonly string[] {
  const lower = text
    .toLowerCase()
    .replace(APOSTROPHE, '')
    .replace(/(\d)[.:,](\d)/g, '$1$2');
  return (lower.match(WORD) ?? []).map(spelledOut);
}

/** One word as it is compared: no apostrophes, no stretched letters, chat spellings written out. */
export function plainWord(written: string): string {
  return spelledOut(written.toLowerCase().replace(APOSTROPHE, ''));
}

const STRETCHED = /(\p{L})\1{2}/u; // of most words this is all that is asked

function spelledOut(word: string): string {
  const short = STRETCHED.test(word)
    ? word.replace(/([oe])\1{2,}(?=\p{L})/gu, '$1$1').replace(/(\p{L})\1{2,}/gu, '$1')
    : word;
  return Object.hasOwn(SPELLED_OUT, short) ? (SPELLED_OUT[short] ?? short) : short;
}

// Shorter ones are as often the name of an office or a channel: VAT, BBC.
const SHORTEST_SHOUT = 4; // letters
const SHORT_SHOUTS = new Set([
  'YES',
  'YAY',
  'OMG',
  'NO',
  'WOW',
  'AND',
  'SO',
  'YOU',
  'ALL',
  'THE',
  'WAY',
  'WHO',
  'WHY',
  'HOW',
  'GO',
  'GET',
  'MY',
  'NOT',
  'HUH',
]);

function shoutedIn(text: string): number {
  const capitals = text.match(SHOUTED_WORD) ?? [];
  return capitals.filter((word) => word.length >= SHORTEST_SHOUT || SHORT_SHOUTS.has(word)).length;
}
