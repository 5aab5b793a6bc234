import type { JudgedPartner } from '../../ports/judge.ts';

/**
 * Takes out of a line what tells who and where: names, mentions, links, mails, phones, addresses, numbers, ids.
 * Where it is unsure it takes out more, since a judge reads tone and needs none of it. What it cannot know is a name
 * it was not told, in small letters or at the beginning of a sentence; docs/judge.md says so.
 */

export interface KnownName {
  readonly of: JudgedPartner;
  readonly name: string;
}

/** Redaction reads no more of a line than this; cut at a space, so that no half of a mail is left. Our choice. */
const LONGEST_READ = 4_000;

type Rule = readonly [pattern: RegExp, instead: string];

/** Hearts are written with a sign and a number, and would be lost with them. */
const HEARTS: readonly Rule[] = [
  [/<\/3+/gu, '💔'],
  [/<3+/gu, '❤️'],
];

/** How Discord writes what is no word. Source: Discord's reference, "Message formatting". */
const DISCORD: readonly Rule[] = [
  [/<a?:\w+:\d+>/gu, '[emoji]'],
  [/<@[!&]?\d+>/gu, '[person]'],
  [/<#\d+>|<id:\w+>/gu, '[place]'],
  [/<t:-?\d+(?::\w)?>/gu, '[number]'],
  [/<\/[^<>]+:\d+>/gu, '[link]'],
];

/** Endings of addresses people type without https in front; elsewhere a dot is a full stop without its space. */
const ENDINGS =
  'com|net|org|io|gg|me|app|dev|co|edu|gov|info|tv|be|ly|de|at|ch|fr|es|it|nl|uk|ie|us|ca|au|nz|eu|in|pl|se|no|dk|fi';
const LINKS: readonly Rule[] = [
  [/[a-z][a-z\d+.-]*:\/\/\S+/giu, '[link]'],
  [/\b(?:mailto|tel|sms|skype|facetime|whatsapp):\S+/giu, '[link]'],
  [/[^\s@()]+@[^\s@]+\.[^\s@]+/gu, '[mail]'],
  [/\bwww\.\S+/giu, '[link]'],
  [new RegExp(`(?<![\\p{L}\\d.-])(?:[\\p{L}\\d-]+\\.)+(?:${ENDINGS})(?![\\p{L}\\d])(?:[/:?#]\\S*)?`, 'giu'), '[link]'],
  [/(?:[\p{L}\d-]+\.)+\p{L}{2,}\/\S*/giu, '[link]'],
  [/[^\s#@]{2,32}#\d{4}\b/gu, '[person]'],
  [/@[\p{L}\p{N}_.-]+/gu, '[person]'],
];

const STREETS = 'street|road|avenue|lane|boulevard|blvd|terrace|crescent|straße|strasse|gasse|allee|platz|rue|calle';
/** These are also everyday words, so they are streets only with a capital. */
const STREETS_WITH_CAPITAL = 'St|Rd|Ave|Ln|Dr|Drive|Way|Court|Ct|Square|Sq|Place|Pl|Close|Weg|Str|Via';
const ADDRESSES: readonly Rule[] = [
  [new RegExp(`\\d+\\p{L}?,? +(?:[\\p{L}'’-]+ +){0,3}(?:${STREETS})(?!\\p{L})`, 'giu'), '[address]'],
  [new RegExp(`\\d+\\p{L}?,? +(?:\\p{Lu}\\p{L}+ +){1,3}(?:${STREETS_WITH_CAPITAL})(?!\\p{L})\\.?`, 'gu'), '[address]'],
  [new RegExp(`(?:[\\p{L}'’-]+ +){0,2}\\p{L}*(?:${STREETS}|weg|str\\.) +\\d+\\p{L}?(?!\\p{L})`, 'giu'), '[address]'],
  [
    /(?:\p{Lu}\p{L}+ +){1,3}(?:Street|Road|Avenue|Lane|Boulevard|Terrace|Crescent|Drive|Court|Square)(?!\p{L})/gu,
    '[address]',
  ],
];

const NUMBERS: readonly Rule[] = [
  [/(?<![\p{L}\d])\+?\(?\d(?:[\s()./-]{0,3}\d){6,}(?![\p{L}\d])/gu, '[phone]'],
  [/(?=[\p{L}\d_-]*\p{L})(?=[\p{L}\d_-]*\d)[\p{L}\d_-]{6,}/gu, '[id]'],
  [/[A-Za-z\d_=+/-]{30,}/gu, '[id]'],
  [/\p{N}+(?:[.,:⁄]\p{N}+)*/gu, '[number]'],
];

/** Words with a capital inside a sentence that name nobody. */
const NOBODY = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december christmas easter halloween thanksgiving ok okay omg lol haha god i'm i'll i've
  i'd im mom mum dad mama papa english german`.split(/\s+/u),
);
/** After these somebody is named or names themselves, also where a sentence has just begun. */
const NAMING =
  /(?<![\p{L}])(i['’]?m|i am|it['’]?s|this is|name is|call me|love|xo+|hey|hi|hello|dear|thanks|thank you|night|morning|bye|sorry|from|yours)(,? +)(\p{Lu}[\p{L}'’-]+)/giu;
/** A capital after a word or a comma stands inside a sentence. */
const INSIDE = /(?<=[\p{L}\p{N},;)\]"”’][^\S\n]+)\p{Lu}\p{Ll}[\p{L}'’-]*/gu;

/** Gives what makes lines of this couple unreadable as theirs. */
export function createRedaction(names: readonly KnownName[]): (text: string) => string {
  const known = names.flatMap(rulesFor);
  return (text) => {
    const plain = apply(DISCORD, apply(HEARTS, readable(text)));
    const placeless = apply(ADDRESSES, apply(LINKS, withoutSigns(plain)));
    return apply(NUMBERS, withoutGuessedNames(apply(known, placeless.normalize('NFD')).normalize('NFC'))).trim();
  };
}

const apply = (rules: readonly Rule[], text: string): string =>
  rules.reduce((sofar, [pattern, instead]) => sofar.replaceAll(pattern, instead), text);

/** One way of writing, no letters that nobody sees, no brackets but our own, and a bounded length. */
function readable(text: string): string {
  const one = text
    .slice(0, LONGEST_READ * 2)
    .normalize('NFKC')
    .replaceAll(/\p{Cf}|\p{Cc}(?<!\n)/gu, '');
  const whole = one.length <= LONGEST_READ ? one : one.slice(0, LONGEST_READ).replace(/\S*$/u, '');
  return whole
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll(/(\p{L})\1{4,}/giu, '$1$1$1');
}

/** Servers of local models take `<|im_start|>` and its like for their own signs, wherever they stand. */
function withoutSigns(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** Words that nicknames are made of and that a tone hangs on: they are left where they stand. Our choice. */
const EVERYDAY = new Set(
  `my your our the and of is not no love loves lover baby babe honey darling dear sweet heart happy sad angry tired
  mad little big best good bad only always never`.split(/\s+/u),
);

/** In these scripts no space parts a name from what stands around it. */
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Each part of a name, however it is drawn out, with or without its accents, also as whose something is. */
function rulesFor({ of, name }: KnownName): readonly Rule[] {
  const parts = name.normalize('NFKD').split(/[^\p{L}\p{M}]+/u);
  return parts
    .filter((part) => isLongEnough(part) && !EVERYDAY.has(part.toLowerCase()))
    .map((part) => {
      const drawnOut = [...part.replaceAll(/ß/giu, 'ss').matchAll(SAME_LETTERS)].map(anyWayToWrite).join('');
      const alone = `(?<!\\p{L}\\p{M}*)${drawnOut}(?:['’]?s)?(?![\\p{L}\\p{M}])`;
      return [new RegExp(WITHOUT_SPACES.test(part) ? drawnOut : alone, 'giu'), of] as const;
    });
}

/** Signs around a name have marks of their own, and no letter: 1️⃣. A letter alone is a name where it is a word. */
function isLongEnough(part: string): boolean {
  const letters = part.replaceAll(/\p{M}/gu, '');
  return letters.length > 1 || WITHOUT_SPACES.test(letters);
}

/** A run is one piece of the pattern: as many pieces as letters would share a long line in countless ways. */
const SAME_LETTERS = /(\p{L})\p{M}*(?:\1\p{M}*)*/giu;
const TWO_DOTS = '\u0308';

/** A letter once or often, with any accent or none; Jürgen is also Juergen, and Weiß is Weiss. */
function anyWayToWrite([run, letter = '']: RegExpMatchArray): string {
  if (/s\p{M}*s/iu.test(run)) return '(?:s\\p{M}*|ß)+';
  const dotted = run.includes(TWO_DOTS) && /[aou]/iu.test(letter) ? 'e?' : '';
  return `(?:${letter}\\p{M}*)+${dotted}`;
}

function withoutGuessedNames(text: string): string {
  const isName = (word: string) => /^\p{Lu}/u.test(word) && !NOBODY.has(word.toLowerCase().replaceAll('’', "'"));
  return text
    .replaceAll(NAMING, (whole, before: string, gap: string, word: string) =>
      isName(word) && /\p{Ll}/u.test(word) ? `${before}${gap}[name]` : whole,
    )
    .replaceAll(INSIDE, (word) => (isName(word) ? '[name]' : word));
}
