import { bitOf, type Glances, glanceOf, type Lexeme } from './lexicon.ts';
import { createEdges, NONE, type Node, numberSteps, united } from './phrase-nodes.ts';
import { type End, readPhrases } from './phrases.ts';
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

const SOFT_AT_MOST = 2;
const GAP_AT_MOST = 3;

/** Puts the phrases of all cues into one trie; `phrases[i]` belong to cue `i`. */
export function buildPhraseTrie(phrases: readonly (readonly string[])[]): PhraseTrie {
  const read = readPhrases(phrases);
  const vocabulary = createVocabulary(read.words);
  const { nodes, ...beginnings } = numberSteps(read, vocabulary);
  const anywhere = beginningAt(beginnings.anywhere, nodes, vocabulary);
  const opening = beginningAt(beginnings.opening, nodes, vocabulary);
  const [parts, ends, behind] = [partsOf(nodes), nodes.map((node) => node.ends), createEdges(nodes)];
  return {
    vocabulary,
    match(tokens, sentence, hits) {
      const on: Walk = { parts, ends, behind, tokens, sentence, hits, start: 0 };
      for (let at = sentence.first; at < sentence.end; at += 1) {
        on.start = at;
        begin(anywhere, on, at);
        if (at <= sentence.head) begin(opening, on, at);
      }
    },
  };
}

// What a walk asks of a node lies side by side, eight numbers a node: waiting for memory is much of what a walk does.
const PARTS = 8;
/** Its glances: edges from here and those behind a softener that may be missing; and edges from here only. */
const BITS = 0;
const OTHER_BITS = 1;
const OWN_BITS = 2;
/** Whether more than the bits tells if it leads on: NOTHING, STAYS or MAY_SOFTEN. */
const BESIDES = 3;
const NOTHING = 0;
const STAYS = 1;
const MAY_SOFTEN = 2;
const SOFT = 4;
const GAP = 5;
const HAS_ENDS = 6;

function partsOf(nodes: readonly Node[]): Int32Array {
  const parts = new Int32Array(nodes.length * PARTS);
  nodes.forEach(({ bits, otherBits, next, soft, gap, ends, stays }, node) => {
    const own = glanceOf([...next.keys()]).bits;
    const besides = stays ? STAYS : soft === NONE ? NOTHING : MAY_SOFTEN;
    parts.set([bits, otherBits, own, besides, soft, gap, ends.length > 0 ? 1 : 0], node * PARTS);
  });
  return parts;
}

/** A node that every token is tried at, with what each lexeme leads to, by its number. */
interface Beginning {
  readonly node: number;
  readonly firsts: readonly (First | undefined)[];
  /** What is behind a softener, or NONE; whether `firsts` hold already what it leads to when the softener is missing. */
  readonly soft: number;
  readonly isSoftListed: boolean;
  /** Whether phrases of no words end here or a gap begins. */
  readonly stays: boolean;
}

/** The nodes behind a first word; where one of them stays, it leads on whatever comes next. */
interface First extends Glances {
  readonly nodes: readonly number[];
  readonly stays: boolean;
}

function beginningAt(number: number, nodes: readonly Node[], { all }: Vocabulary): Beginning {
  const node = nodes[number] as Node;
  const after = nodes[node.soft];
  const isSoftListed = after !== undefined && !after.stays && after.soft === NONE;
  const listed = isSoftListed ? [node.next, after.next] : [node.next];
  const firsts = all.map(({ edges }): First | undefined => {
    const behind = listed.flatMap((next) => edges.flatMap((edge) => next.get(edge) ?? []));
    if (behind.length === 0) return undefined;
    const those = behind.map((one) => nodes[one] as Node);
    return { nodes: behind, stays: those.some(({ stays }) => stays), ...united(those) };
  });
  const stays = node.ends.length > 0 || node.gap !== NONE;
  return { node: number, firsts, soft: node.soft, isSoftListed, stays };
}

interface Walk {
  readonly parts: Int32Array;
  readonly ends: readonly (readonly End[])[];
  readonly behind: (node: number, edge: number) => number;
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly hits: Hit[];
  /** Where the phrase being walked began. */
  start: number;
}

const IS_SOFT = bitOf('soft');

function lexemeAt({ tokens, sentence }: Walk, at: number): Lexeme | undefined {
  return at < sentence.end ? tokens[at]?.lexeme : undefined;
}

/** Goes on from a beginning with what stands here; most often a glance at the next word tells that no phrase begins so. */
function begin({ node, firsts, soft, isSoftListed, stays }: Beginning, on: Walk, at: number): void {
  if (stays) meetEnds(node, on, at);
  const lexeme = lexemeAt(on, at);
  if (lexeme === undefined) return;
  const first = firsts[lexeme.number];
  if (first !== undefined && mayLead(first, lexemeAt(on, at + 1))) {
    for (const next of first.nodes) walkOn(next, on, at + 1);
  }
  if (soft !== NONE && !isSoftListed) walkOn(soft, on, at);
  if (soft !== NONE && (lexeme.traits & IS_SOFT) !== 0) walkSoft(soft, on, at);
  if (stays) walkGap(node, on, at);
}

function mayLead({ stays, bits, otherBits }: First, next: Lexeme | undefined): boolean {
  if (stays || next === undefined || (next.traits & IS_SOFT) !== 0) return true;
  return (bits & next.bits) !== 0 && (otherBits & next.otherBits) !== 0;
}

/** Goes on from a node with what stands here. */
function walk(node: number, on: Walk, at: number): void {
  const { parts } = on;
  const place = node * PARTS;
  meetEnds(node, on, at);
  const lexeme = lexemeAt(on, at);
  const own = parts[place + OWN_BITS] ?? 0;
  if (lexeme !== undefined && (own & lexeme.bits) !== 0) {
    for (const edge of lexeme.edges) if ((own & (1 << edge)) !== 0) walkOn(on.behind(node, edge), on, at + 1);
  }
  const soft = parts[place + SOFT] ?? NONE;
  if (soft !== NONE) {
    walkOn(soft, on, at);
    walkSoft(soft, on, at);
  }
  walkGap(node, on, at);
}

function meetEnds(node: number, { parts, ends, sentence, hits, start }: Walk, at: number): void {
  if (parts[node * PARTS + HAS_ENDS] !== 1) return;
  for (const { cue, closes } of ends[node] ?? []) {
    if (!closes || at >= sentence.tail) hits.push({ cue, from: start, until: at });
  }
}

function walkOn(node: number, on: Walk, at: number): void {
  if (node !== NONE && leads(node, on, at)) walk(node, on, at);
}

/** Whether going on from a node can come to anything before what stands here; most often a glance tells that it cannot. */
function leads(node: number, on: Walk, at: number): boolean {
  const { parts } = on;
  const place = node * PARTS;
  const besides = parts[place + BESIDES] ?? 0;
  if (besides === STAYS) return true;
  const lexeme = lexemeAt(on, at);
  if (lexeme === undefined) return false;
  if (besides === MAY_SOFTEN && (lexeme.traits & IS_SOFT) !== 0) return true;
  return (
    ((parts[place + BITS] ?? 0) & lexeme.bits) !== 0 && ((parts[place + OTHER_BITS] ?? 0) & lexeme.otherBits) !== 0
  );
}

function walkSoft(soft: number, on: Walk, at: number): void {
  for (let skip = 1; skip <= SOFT_AT_MOST; skip += 1) {
    const passed = lexemeAt(on, at + skip - 1);
    if (passed === undefined || (passed.traits & IS_SOFT) === 0) return;
    walkOn(soft, on, at + skip);
  }
}

function walkGap(node: number, on: Walk, at: number): void {
  const gap = on.parts[node * PARTS + GAP] ?? NONE;
  if (gap === NONE) return;
  for (let skip = 0; skip <= GAP_AT_MOST && at + skip <= on.sentence.end; skip += 1) walkOn(gap, on, at + skip);
}
