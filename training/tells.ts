import { BID_KINDS, type BidKind } from '../src/domain/bid.ts';
import { createChance } from '../src/engine/chance.ts';
import type { Line } from './corpus.ts';

/**
 * What gives the corpus away: words that one kind of bid has nearly to itself, so that a model may learn the
 * word instead of the bid, and words by which its chats can be told from those that people really sent.
 */

const FEWEST_USES = 15; // fewer say nothing of a word; what is asked of the corpus
const OWNED_ABOVE = 0.6; // share of its uses in one kind; what is asked of the corpus
const SHORTEST = 3; // letters; shorter words are small ones, or abbreviations that everybody shares

/**
 * Words that hold a sentence together and say nothing of its matter. Contractions are not among them: "how's"
 * and "couldn't" carry the question and the failing that speak for a kind.
 */
const SMALL_WORDS = new Set(
  `a an the this that these those here there
  i me my mine myself you your yours yourself he him his she her hers it its we us our ours they them their theirs
  one someone something anyone anything everyone everything nobody nothing none some any all both each every other
  and or but nor so yet if then than because while though although unless until till since as like
  of to in on at by for from with without about into onto over under up down out off through between after before
  around near during per across along against
  am is are was were be been being do does did done doing have has had having will would can could shall should may
  might must ought
  who whom whose which what when where why how
  not no yes too very just only also even still again already ever never now more most less least much many few own
  same such quite rather`.split(/\s+/),
);

/** A content word that one kind of bid has nearly to itself. */
export interface OwnedWord {
  readonly word: string;
  readonly kind: BidKind;
  /** Utterances with the word in it, whatever their kind. */
  readonly uses: number;
  /** Which share of them is of this kind. */
  readonly share: number;
  /** In how many scenes it is said: where uses crowd into a few, the word is a prop of those scenes. */
  readonly scenes: number;
}

/** The different words of a text, in small letters; links, and marks that stand for a number or a name, are no words. */
export function wordsOf(text: string): ReadonlySet<string> {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/https?:\/\/\S+|<[^<>\s]*>/g, ' ');
  return new Set(plain.match(/\p{L}+(?:'\p{L}+)*/gu));
}

const isContentWord = (word: string) => word.replaceAll("'", '').length >= SHORTEST && !SMALL_WORDS.has(word);

/** Content words of which over 60 % of the utterances are of one kind of bid, kind by kind, the most owned first. */
export function ownedWords(lines: readonly Pick<Line, 'scene' | 'text' | 'kind'>[]): readonly OwnedWord[] {
  const said = new Map<string, { readonly kinds: Line['kind'][]; readonly scenes: Set<string> }>();
  for (const { scene, text, kind } of lines) {
    for (const word of wordsOf(text)) {
      const all = said.get(word) ?? { kinds: [], scenes: new Set() };
      all.kinds.push(kind);
      all.scenes.add(scene);
      said.set(word, all);
    }
  }
  const often = [...said].filter(([word, { kinds }]) => kinds.length >= FEWEST_USES && isContentWord(word));
  const owned = BID_KINDS.flatMap((kind) =>
    often.map(([word, { kinds, scenes }]) => {
      const share = kinds.filter((one) => one === kind).length / kinds.length;
      return { word, kind, uses: kinds.length, share, scenes: scenes.size };
    }),
  );
  return owned
    .filter(({ share }) => share > OWNED_ABOVE)
    .sort((one, other) => BID_KINDS.indexOf(one.kind) - BID_KINDS.indexOf(other.kind) || other.share - one.share);
}

/** A word that is let stand, as tells.md has it in its table. */
export interface JustifiedWord {
  readonly word: string;
  readonly kind: string;
  readonly why: string;
}

/** The rows `| word | kind | why |` of tells.md, its heading left out. */
export function justifiedWords(markdown: string): readonly JustifiedWord[] {
  const rows = markdown.matchAll(/^\| (?<word>[^|]+?) \| (?<kind>[^|]+?) \| (?<why>[^|]+?) \|$/gm);
  return [...rows].flatMap(({ groups }) => {
    const { word = '', kind = '', why = '' } = groups ?? {};
    return BID_KINDS.some((one) => one === kind) ? [{ word, kind, why }] : [];
  });
}

/** How well single words tell two sets of texts apart, and which ones do most. */
export interface ToldApart {
  /** Texts of each set. */
  readonly each: number;
  /** How often a text of the first set looks more like it than one of the second does: 0.5 is no better than chance. */
  readonly auc: number;
  /** The words that speak most for the first set, strongest first, and for the second. */
  readonly ones: readonly string[];
  readonly others: readonly string[];
}

const FOLDS = 5;
const STRONGEST = 30;
const UNSEEN = 1; // added to each count, so that a word met on one side only is no proof (Laplace)

type Bag = ReadonlySet<string>;

/**
 * Naive Bayes over words, once a text, as many texts from each set, each text judged by a model that had not
 * learned from it. The same texts give the same answer.
 */
export function tellApart(ones: readonly string[], others: readonly string[]): ToldApart {
  const each = Math.min(ones.length, others.length);
  const [mine, theirs] = [drawn(ones, each), drawn(others, each)];
  const scores = { ones: [] as number[], others: [] as number[] };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const kept = (bags: readonly Bag[]) => bags.filter((_, at) => at % FOLDS === fold);
    const learned = (bags: readonly Bag[]) => bags.filter((_, at) => at % FOLDS !== fold);
    const weigh = weightsOf(learned(mine), learned(theirs));
    const judged = (bag: Bag) => [...bag].reduce((sum, word) => sum + (weigh.get(word)?.weight ?? 0), 0);
    scores.ones.push(...kept(mine).map(judged));
    scores.others.push(...kept(theirs).map(judged));
  }
  const words = [...weightsOf(mine, theirs)].sort(([, one], [, other]) => other.sureness - one.sureness);
  const named = words.map(([word]) => word);
  return {
    each,
    auc: areaUnder(scores.ones, scores.others),
    ones: named.slice(0, STRONGEST),
    others: named.slice(-STRONGEST).reverse(),
  };
}

/** So many of the texts, drawn by chance and always the same. */
function drawn(texts: readonly string[], count: number): readonly Bag[] {
  const chance = createChance('which texts are told apart');
  const keyed = texts.map((text, at) => ({ text, key: chance(`${at} ${text}`) }));
  return keyed
    .sort((one, other) => one.key - other.key)
    .slice(0, count)
    .map(({ text }) => wordsOf(text));
}

/**
 * What each word says for the first set: the logarithm of how much likelier it is there, and the same in its
 * standard errors, since a word met twice can be likelier tenfold by luck.
 */
function weightsOf(ones: readonly Bag[], others: readonly Bag[]) {
  const [here, there] = [countsOf(ones), countsOf(others)];
  const words = new Set([...here.keys(), ...there.keys()]);
  const total = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, count) => sum + count, UNSEEN * words.size);
  const even = Math.log(total(there) / total(here));
  return new Map(
    [...words].map((word) => {
      const [a, b] = [(here.get(word) ?? 0) + UNSEEN, (there.get(word) ?? 0) + UNSEEN];
      const weight = Math.log(a / b) + even;
      return [word, { weight, sureness: weight / Math.sqrt(1 / a + 1 / b) }] as const;
    }),
  );
}

function countsOf(bags: readonly Bag[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const bag of bags) for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The area under the ROC curve: the share of pairs in which the first is higher, ties counting half. */
export function areaUnder(ones: readonly number[], others: readonly number[]): number {
  const wins = ones.reduce(
    (sum, one) =>
      sum + others.reduce((won, other) => won + (one > other ? 1 : one === other ? 0.5 : 0), 0) / others.length,
    0,
  );
  return wins / ones.length;
}
