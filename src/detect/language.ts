import { eld } from 'eld/extrasmall';
import type { Language, ToldLanguage } from '../domain/language.ts';
import { FRAME } from './lexicons/en/frame.ts';

/** Fewer words than these tell nothing: "gute nacht", "oh no". Our choice. */
const FEWEST_WORDS = 3;
/** English holds the sentence together from this share of small English words on. Our choice; figures below. */
const FRAMED = 0.2;
/** Another language must be this much likelier than English, in eld's scores of 0–1. Our choice; figures below. */
const OTHER_BY = 0.1;
/** The same for fewer words than FEW, which mislead more easily. */
const OTHER_BY_OF_FEW = 0.2;
const FEW = 5;
/** No further than this behind the likeliest language, it is English. Our choice. */
const ENGLISH_WITHIN = 0.05;
/** Where no blanks part the words, so many letters count as one. Our choice. */
const LETTERS_A_WORD = 2;

const BEYOND_ASCII = /[^ -~]/;
const LETTER = /\p{L}/gu;
const LATIN = /\p{Script=Latin}/gu;
const UNPARTED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
/** Other people's words and what is none; what opens without closing is bounded, as in tokens.ts. */
const SET_ASIDE =
  /```[\s\S]{0,4000}?(?:```|$)|`[^`\n]{1,300}`|"[^"\n]{1,300}"|“[^“”\n]{1,300}”|«[^«»\n]{1,300}»|(?<=^|\n)>.*|(?:https?:\/\/|www\.)\S+|<[^<>\s]{1,60}>/giu;
const WORD = /(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;
/** Laughs are alike in all languages. */
const LAUGH = /^(?:[abm]?(?:ha|he|hi|ja|je|wk|ks){2,}h?|l+o+l+|lmf?ao+|k{3,}|x+d+)$/iu;

/**
 * Tells English, the one language Nod reads, from all others; never which other. The script decides first, then
 * the small words of English, so that names and words of one's own language in an English sentence change
 * nothing, and only then eld's statistics (its smallest database: 60 languages, 1 MB; 0.2 s and 33 MB of memory
 * when it is loaded).
 *
 * Counted before text-speak had its words in FRAME: of the 5,446 utterances of five words and more in the first blocks
 * of training/corpus, 33 (0.6 %) are called another language: 32 are in one by half or more (its couples mix in German,
 * French, Tagalog, Hindi and Malay), 1 (0.02 %) is English. Of the 1,556 of three and four words it is 20, of which 6
 * (0.4 %) are English. None of the 828 sides of its scenes is mostly another language. Of 317 authored lines in 32 other
 * languages 310 are told and 1 is taken for English; 56 lines of mixed English are all English:
 * test/detect/other-languages.ts.
 */
export function tellLanguage(text: string): ToldLanguage {
  const words = ownWords(text);
  const said = words.join(' ');
  if (words.length === 0) return { language: 'unsure', words: 0 };
  if (!BEYOND_ASCII.test(said)) return { language: tellLatin(words), words: words.length }; // most often, and soon seen
  const latin = count(said, LATIN);
  const foreign = count(said, LETTER) - latin;
  if (foreign < latin)
    return { language: tellLatin(words.filter((word) => count(word, LATIN) > 0)), words: words.length };
  return { language: 'other', words: Math.max(words.length, Math.floor(count(said, UNPARTED) / LETTERS_A_WORD)) };
}

function tellLatin(words: readonly string[]): Language {
  if (words.length < FEWEST_WORDS) return 'unsure';
  const frame = words.filter((word) => FRAME.has(bare(word))).length;
  if (frame >= words.length * FRAMED) return 'english';
  const scores = eld.detect(words.join(' ')).getScores();
  const english = scores['en'] ?? 0;
  const behind = Math.max(english, ...Object.values(scores)) - english;
  if (behind >= (words.length < FEW ? OTHER_BY_OF_FEW : OTHER_BY)) return 'other';
  return frame > 0 && behind <= ENGLISH_WITHIN ? 'english' : 'unsure';
}

/** The writer's own words: no quotes, code, links, names of emoji, numbers and laughs. */
function ownWords(text: string): readonly string[] {
  const own = text.normalize('NFKC').replace(SET_ASIDE, ' ');
  return (own.match(WORD) ?? []).filter((word) => !LAUGH.test(word));
}

/** As FRAME spells it. Chat spelling is not undone: "ya" and "ta" are words of many languages. */
const bare = (word: string) => word.toLowerCase().replace(/['’]/g, '');

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;
