import { PLAIN_WORDS } from './lexicon/plain-words.ts';
import type { ReadText } from './reply-text.ts';

/** What ties a reply to this very bid. */
export interface Relation {
  /** Content words of the reply that the bid has too, each once, compared by stem. */
  readonly shared: number;
  /** The reply begins with one of the bid's content words: "BANDS. plural??". */
  readonly echoes: boolean;
  /** A question that fits: it shares a word, or is a bare one that only what was just said can fill. */
  readonly fittingQuestion: boolean;
  /** Speaks to the other about what they told. */
  readonly toYou: boolean;
  /** Content words of the reply in all. */
  readonly content: number;
}

const YOU = new Set(['you', 'your', 'yours', 'youre', 'youve', 'youll', 'youd', 'yourself']);
const THEM = new Set([
  'he',
  'she',
  'they',
  'him',
  'her',
  'them',
  'it',
  'that',
  'his',
  'their',
  'hes',
  'shes',
  'theyre',
  'this',
]);
const ASKING_WORDS = new Set([
  'what',
  'which',
  'who',
  'where',
  'when',
  'why',
  'how',
  'whats',
  'whos',
  'hows',
  'like',
  'wait',
  'really',
]);
/** A bare question leans on the bid for its meaning: "which one", "since when", "like gone gone?". */
const BARE_QUESTION_WORDS = 4;
/** Openers that ask without a question mark, as chat does. */
const OPENERS = new Set([...ASKING_WORDS].filter((word) => !['like', 'wait', 'really', 'that'].includes(word)));
const AUXILIARIES = new Set([
  'did',
  'do',
  'does',
  'is',
  'are',
  'was',
  'were',
  'can',
  'could',
  'will',
  'would',
  'has',
  'have',
  'should',
  'shall',
]);

/** Compares a reply with the bid it may answer. */
export function relate(bid: ReadText, reply: ReadText): Relation {
  const told = new Set(contentOf(bid.words).map(stem));
  const answered = contentOf(reply.words).map(stem);
  const shared = new Set(answered.filter((word) => told.has(word))).size;
  const first = contentOf(reply.parts[0]?.words ?? [])[0];
  return {
    shared,
    echoes: first !== undefined && told.has(stem(first)) && (reply.parts[0]?.words.indexOf(first) ?? 9) <= 2,
    fittingQuestion: reply.parts.some((part) => isQuestion(part.words, part.asks) && fits(part.words, told)),
    toYou: reply.words.some((word) => YOU.has(word)),
    content: answered.length,
  };
}

/** A part asks when it ends in a question mark or begins as questions do. */
export function isQuestion(words: readonly string[], marked: boolean): boolean {
  const [first = '', second = ''] = words;
  if (marked || OPENERS.has(first)) return true;
  return AUXILIARIES.has(first) && (YOU.has(second) || THEM.has(second) || second === 'i' || second === 'we');
}

function fits(words: readonly string[], told: ReadonlySet<string>): boolean {
  if (contentOf(words).some((word) => told.has(stem(word)))) return true;
  const bare = words.length <= BARE_QUESTION_WORDS && words.some((word) => ASKING_WORDS.has(word));
  return bare && contentOf(words).length <= 1;
}

function contentOf(words: readonly string[]): readonly string[] {
  return words.filter((word) => !PLAIN_WORDS.has(word) && (word.length > 2 || /\d/.test(word)));
}

const ENDINGS = /(?:ations?|ments?|ingly|ings?|edly|ied|ies|ed|ers?|est|ly|es|s|e|y)$/;

/** A rough stem, enough to find "shaking" in "shakes"; never shown. */
function stem(word: string): string {
  const cut = word.replace(ENDINGS, '');
  return cut.length >= 3 ? cut.replace(/(.)\1$/, '$1') : word;
}
