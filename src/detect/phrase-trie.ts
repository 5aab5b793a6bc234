import { bitOf, type Lexeme } from './lexicon.ts';
import { WORD_CLASSES } from './lexicons/en/words.ts';
import { type End, readPhrases, type Step } from './phrases.ts';
import type { Sentence, Token } from './tokens.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * All phrases in one trie, so that a further phrase costs nearly nothing. It goes by symbols: what a word or any
 * of its classes leads to is found in a single look-up, and most words of a chat lead nowhere.
 */
export interface PhraseTrie {
  readonly vocabulary: Vocabulary;
  /** Adds every phrase of the sentence to `hits`. */
  match(tokens: readonly Token[], sentence: Sentence, hits: Hit[]): void;
}

/** A phrase: the cue it belongs to and the tokens it spans. */
export interface Hit {
  readonly cue: number;
  readonly from: number;
  /** One past its last token. */
  readonly until: number;
}

interface Node {
  readonly ends: End[];
  /** One bit for every 32nd symbol: a glance at it spares most of the look-ups in `next`, which find nothing. */
  glance: number;
  /** By symbol of a token: the nodes behind its word, then those behind its classes. */
  readonly next: Map<number, Node[]>;
  /** Behind a `~` and a `..`; passing over nothing is already in `next`, passing over a softener is not. */
  readonly softs: Node[];
  readonly gaps: Node[];
}

const SOFT_AT_MOST = 2;
const GAP_AT_MOST = 3;

/** Puts the phrases of all cues into one trie; `phrases[i]` belong to cue `i`. */
export function buildPhraseTrie(phrases: readonly (readonly string[])[]): PhraseTrie {
  const { anywhere: inside, opening: first, words } = readPhrases(phrases);
  const vocabulary = createVocabulary(words);
  const compile = createCompiler(vocabulary);
  const [anywhere, opening] = [compile(inside), compile(first)];
  return {
    vocabulary,
    match(tokens, sentence, hits) {
      const on: Walk = { tokens, sentence, hits, start: 0 };
      for (let at = sentence.first; at < sentence.end; at += 1) {
        on.start = at;
        walk(anywhere, on, at);
        if (at <= sentence.head) walk(opening, on, at);
      }
    },
  };
}

/** Which symbols an edge of the phrase trees lets through, by its word or class. */
function symbolsByKey(lexemes: readonly Lexeme[]): ReadonlyMap<string, readonly number[]> {
  const byKey = new Map<string, number[]>();
  for (const { word, classes, symbol } of lexemes) {
    for (const key of new Set([word, ...classes.map((name) => `<${name}>`)])) {
      const symbols = byKey.get(key);
      if (symbols) symbols.push(symbol);
      else byKey.set(key, [symbol]);
    }
  }
  return byKey;
}

/** The order in which a lexeme names its classes; edges follow it, so that cues are heard in a fixed order. */
const CLASS_ORDER = new Map(
  ['n', 'link', 'quote', 'emoji', ...Object.keys(WORD_CLASSES)].map((name, index) => [`<${name}>`, index]),
);

/** Turns steps into nodes, one each. */
function createCompiler(vocabulary: Vocabulary): (step: Step) => Node {
  const symbols = symbolsByKey(vocabulary.all);
  const nodes = new Map<Step, Node>();
  const compile = (step: Step): Node => {
    const known = nodes.get(step);
    if (known) return known;
    const node: Node = { ends: [], glance: 0, next: new Map(), softs: [], gaps: [] };
    nodes.set(step, node);
    // A softener may be missing: what follows it follows here as well.
    for (let one: Step | undefined = step; one; one = one.soft) {
      node.ends.push(...one.ends);
      for (const [key, behind] of inOrder(one.edges)) {
        for (const symbol of symbols.get(key) ?? []) append(node, symbol, compile(behind));
      }
      if (one.soft) node.softs.push(compile(one.soft));
      if (one.gap) node.gaps.push(compile(one.gap));
    }
    return node;
  };
  return compile;
}

function inOrder(edges: ReadonlyMap<string, Step>): readonly (readonly [string, Step])[] {
  const rank = ([key]: readonly [string, Step]) => CLASS_ORDER.get(key) ?? -1;
  return [...edges].sort((one, other) => rank(one) - rank(other));
}

function append(to: Node, symbol: number, node: Node): void {
  const nodes = to.next.get(symbol);
  if (nodes) nodes.push(node);
  else to.next.set(symbol, [node]);
  to.glance |= 1 << symbol; // shifts by the lowest five bits of the symbol
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly hits: Hit[];
  start: number;
}

const SOFT = bitOf('soft');

function walk(node: Node, on: Walk, at: number): void {
  for (const { cue, closes } of node.ends) {
    if (!closes || at >= on.sentence.tail) on.hits.push({ cue, from: on.start, until: at });
  }
  const token = at < on.sentence.end ? on.tokens[at] : undefined;
  if (token) {
    const { symbol, traits } = token.lexeme;
    if ((node.glance & (1 << symbol)) !== 0) walkOn(node.next.get(symbol), on, at + 1);
    if ((traits & SOFT) !== 0) for (const soft of node.softs) walkSoft(soft, on, at);
  }
  for (const gap of node.gaps) {
    for (let skip = 0; skip <= GAP_AT_MOST && at + skip <= on.sentence.end; skip += 1) walk(gap, on, at + skip);
  }
}

function walkOn(nodes: readonly Node[] | undefined, on: Walk, at: number): void {
  if (nodes) for (const node of nodes) walk(node, on, at);
}

/** Passes over one softener or more, from a token that is one. */
function walkSoft(soft: Node, on: Walk, at: number): void {
  for (let skip = 1; skip <= SOFT_AT_MOST; skip += 1) {
    const passed = at + skip <= on.sentence.end ? on.tokens[at + skip - 1] : undefined;
    if (!passed || (passed.lexeme.traits & SOFT) === 0) return;
    walk(soft, on, at + skip);
  }
}
