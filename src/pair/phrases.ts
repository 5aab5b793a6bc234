import { type Part, plainWord } from './reply-text.ts';

/**
 * A lexicon: for each sign the phrases that show it, parted by " / ". In a phrase `a|b` is either word,
 * `stem*` any word that begins so, `_` any one word, `word?` may be missing, `^` the start of a part, `$` its end.
 */
export type Lexicon<Sign extends string> = Readonly<Record<Sign, string>>;

/** Finds which signs of a lexicon a part of a reply shows, in one pass. */
export type FindSigns<Sign extends string> = (part: Part) => ReadonlySet<Sign>;

interface Node<Sign> {
  readonly exact: Map<string, Node<Sign>>;
  readonly stems: Map<string, Node<Sign>>;
  any?: Node<Sign>;
  readonly found: { readonly sign: Sign; readonly atStart: boolean; readonly atEnd: boolean }[];
}

/** Words that turn a warm phrase round when they stand close before it. */
const NEGATORS = new Set(['not', 'no', 'never', 'isnt', 'wasnt', 'arent', 'dont', 'didnt', 'doesnt', 'hardly', 'aint']);
const NEGATION_REACH = 2; // words: "not so proud", "isn't that great"

/** Compiles a lexicon once; a sign in `negatable` is not found where a negator stands close before it. */
export function compile<Sign extends string>(lexicon: Lexicon<Sign>, negatable: ReadonlySet<Sign>): FindSigns<Sign> {
  const root = emptyNode<Sign>();
  for (const sign of Object.keys(lexicon) as Sign[]) {
    for (const phrase of lexicon[sign].split('/')) {
      for (const spelled of spellings(phrase.trim().split(/\s+/))) insert(root, spelled, sign);
    }
  }
  return (part) => {
    const signs = new Set<Sign>();
    part.words.forEach((_, start) => {
      follow(root, part.words, start, (found, end) => {
        if (found.atStart && start > 0) return;
        if (found.atEnd && end < part.words.length) return;
        if (negatable.has(found.sign) && isNegated(part.words, start)) return;
        signs.add(found.sign);
      });
    });
    return signs;
  };
}

function emptyNode<Sign>(): Node<Sign> {
  return { exact: new Map(), stems: new Map(), found: [] };
}

/** Every plain spelling of a phrase with alternatives and missing words. */
function spellings(words: readonly string[]): readonly string[][] {
  return words.reduce<string[][]>(
    (sofar, word) => {
      const choices = word.endsWith('?') ? [...word.slice(0, -1).split('|'), ''] : word.split('|');
      return sofar.flatMap((before) => choices.map((choice) => (choice === '' ? before : [...before, choice])));
    },
    [[]],
  );
}

function insert<Sign>(root: Node<Sign>, words: readonly string[], sign: Sign): void {
  const atStart = words[0] === '^';
  const atEnd = words.at(-1) === '$';
  const inner = words.slice(atStart ? 1 : 0, atEnd ? -1 : undefined);
  if (inner.length === 0) return;
  const last = inner.reduce((node, word) => step(node, word), root);
  last.found.push({ sign, atStart, atEnd });
}

function step<Sign>(node: Node<Sign>, word: string): Node<Sign> {
  if (word === '_') {
    node.any ??= emptyNode();
    return node.any;
  }
  const edges = word.endsWith('*') ? node.stems : node.exact;
  const key = word.endsWith('*') ? word.slice(0, -1) : plainWord(word);
  const next = edges.get(key) ?? emptyNode();
  edges.set(key, next);
  return next;
}

type OnFound<Sign> = (found: Node<Sign>['found'][number], end: number) => void;

function follow<Sign>(node: Node<Sign>, words: readonly string[], at: number, onFound: OnFound<Sign>): void {
  for (const found of node.found) onFound(found, at);
  const word = words[at];
  if (word === undefined) return;
  const exact = node.exact.get(word);
  if (exact !== undefined) follow(exact, words, at + 1, onFound);
  if (node.any !== undefined) follow(node.any, words, at + 1, onFound);
  // A stem has at least three letters, so that no long word costs more than its own length.
  for (let length = 3; node.stems.size > 0 && length <= Math.min(word.length, LONGEST_STEM); length += 1) {
    const stem = node.stems.get(word.slice(0, length));
    if (stem !== undefined) follow(stem, words, at + 1, onFound);
  }
}

const LONGEST_STEM = 12; // letters, of the stems in the lexicons

function isNegated(words: readonly string[], start: number): boolean {
  return words.slice(Math.max(0, start - NEGATION_REACH), start).some((word) => NEGATORS.has(word));
}
