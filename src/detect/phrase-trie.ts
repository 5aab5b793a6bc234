import { bitOf, CLASS_EDGES, glanceOf, type Lexeme } from './lexicon.ts';
import { type End, readPhrases, type Step } from './phrases.ts';
import type { Sentence, Token } from './tokens.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** All phrases in one trie, so that a further phrase costs nearly nothing. */
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

/** A step of the phrases, with what tells at a glance whether it leads anywhere. */
interface Node {
  readonly ends: readonly End[];
  readonly next: ReadonlyMap<number, Node>;
  /** Where many phrases begin: by number of a lexeme what is behind it, here and behind a softener that is missing. */
  readonly starts: readonly (readonly Node[])[] | undefined;
  readonly soft: Node | undefined;
  readonly gap: Node | undefined;
  /** Bits of the edges from here and of those behind a softener that may be missing. */
  readonly glance: number;
  /** Whether something ends or a gap begins here, whatever the next token. */
  readonly stays: boolean;
}

const SOFT_AT_MOST = 2;
const GAP_AT_MOST = 3;

/** Puts the phrases of all cues into one trie; `phrases[i]` belong to cue `i`. */
export function buildPhraseTrie(phrases: readonly (readonly string[])[]): PhraseTrie {
  const read = readPhrases(phrases);
  const vocabulary = createVocabulary(read.words);
  const compile = createCompiler(vocabulary);
  const [anywhere, opening] = [compile(read.anywhere), compile(read.opening)];
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

/** Turns steps into nodes, one each. */
function createCompiler({ edges, all }: Vocabulary): (step: Step) => Node {
  const nodes = new Map<Step, Node>();
  const edgeOf = (key: string) => (key.startsWith('<') ? CLASS_EDGES.get(key.slice(1, -1)) : edges.get(key));
  const compile = (step: Step): Node => {
    const known = nodes.get(step);
    if (known) return known;
    const next = new Map<number, Node>();
    for (const [key, behind] of step.edges) {
      const edge = edgeOf(key);
      if (edge !== undefined) next.set(edge, compile(behind));
    }
    const soft = step.soft && compile(step.soft);
    const gap = step.gap && compile(step.gap);
    const glance = glanceOf([...next.keys()]) | (soft?.glance ?? 0);
    const stays = step.ends.length > 0 || gap !== undefined || (soft?.stays ?? false);
    const node: Node = { ends: step.ends, next, starts: startsOf({ next, soft }, all), soft, gap, glance, stays };
    nodes.set(step, node);
    return node;
  };
  return compile;
}

/** From so many edges on a node is entered at so many words that a list for each word pays. Measured. */
const MANY_EDGES = 24;

function startsOf({ next, soft }: Pick<Node, 'next' | 'soft'>, all: readonly Lexeme[]): Node['starts'] {
  if (next.size < MANY_EDGES || (soft && (soft.stays || soft.soft))) return undefined;
  return all.map(({ edges }) => [next, soft?.next].flatMap((from) => edges.flatMap((edge) => from?.get(edge) ?? [])));
}

interface Walk {
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly hits: Hit[];
  /** Where the phrase being walked began. */
  start: number;
}

const SOFT = bitOf('soft');

function lexemeAt({ tokens, sentence }: Walk, at: number): Lexeme | undefined {
  return at < sentence.end ? tokens[at]?.lexeme : undefined;
}

/** Whether going on from a node can come to anything before this word; most often a glance tells that it cannot. */
function leads({ stays, soft, glance }: Node, lexeme: Lexeme | undefined): boolean {
  if (stays) return true;
  if (lexeme === undefined) return false;
  return (glance & lexeme.glance) !== 0 || (soft !== undefined && (lexeme.traits & SOFT) !== 0);
}

const NOWHERE: readonly Node[] = [];

function walk(node: Node, on: Walk, at: number): void {
  for (const { cue, closes } of node.ends) {
    if (!closes || at >= on.sentence.tail) on.hits.push({ cue, from: on.start, until: at });
  }
  const lexeme = lexemeAt(on, at);
  if (lexeme !== undefined) {
    if (node.starts) for (const next of node.starts[lexeme.number] ?? NOWHERE) walkOn(next, on, at + 1);
    else if ((node.glance & lexeme.glance) !== 0) {
      for (const edge of lexeme.edges) walkOn(node.next.get(edge), on, at + 1);
    }
  }
  if (node.soft && !node.starts) walkOn(node.soft, on, at);
  if (node.soft) walkSoft(node.soft, on, at);
  if (node.gap) walkGap(node.gap, on, at);
}

function walkOn(node: Node | undefined, on: Walk, at: number): void {
  if (node && leads(node, lexemeAt(on, at))) walk(node, on, at);
}

function walkSoft(soft: Node, on: Walk, at: number): void {
  for (let skip = 1; skip <= SOFT_AT_MOST; skip += 1) {
    const passed = lexemeAt(on, at + skip - 1);
    if (passed === undefined || (passed.traits & SOFT) === 0) return;
    walkOn(soft, on, at + skip);
  }
}

function walkGap(gap: Node, on: Walk, at: number): void {
  for (let skip = 0; skip <= GAP_AT_MOST && at + skip <= on.sentence.end; skip += 1) walkOn(gap, on, at + skip);
}
