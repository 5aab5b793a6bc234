import { bitOf } from './lexicon.ts';
import { type Beginning, createOnwardTable, listAt, type OnwardTable } from './onward-table.ts';
import { firstNotPlain, NONE, type Node, numberSteps } from './phrase-nodes.ts';
import { readPhrases } from './phrases.ts';
import type { Sentence, Tokens } from './tokens.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** All phrases in one trie, so that a further phrase costs nearly nothing. */
export interface PhraseTrie {
  readonly vocabulary: Vocabulary;
  /** Every phrase of the text. */
  match(tokens: Pick<Tokens, 'numbers' | 'sentences'>): readonly Hit[];
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
  const { nodes, ...begin } = numberSteps(read, vocabulary);
  const table = createOnwardTable(nodes, vocabulary);
  const [anywhere, opening] = [table.beginningAt(begin.anywhere), table.beginningAt(begin.opening)];
  const parts = { ...partsOf(nodes, { vocabulary, table }), places: table.places, lists: table.lists };
  return {
    vocabulary,
    match({ numbers, sentences }) {
      const { ways, asides, ends, soft, places, lists } = parts;
      const hits: Hit[] = [];
      const on: Walk = { ways, asides, ends, soft, places, lists, numbers, hits, end: 0, tail: 0, start: 0 };
      for (const { first, end, head, tail } of sentences) {
        on.end = end;
        on.tail = tail;
        let word = wordAt(on, first);
        for (let at = first; at < end; at += 1) {
          const next = wordAt(on, at + 1);
          on.start = at;
          if (mayBegin(anywhere, word, next)) walk(anywhere.node, on, at);
          if (at <= head && mayBegin(opening, word, next)) walk(opening.node, on, at);
          word = next;
        }
      }
      return hits;
    },
  };
}

/** What a walk looks at, laid out flat: waiting for memory is much of what it does. */
interface Parts {
  /** A number a node, which every step asks for: what may be done there, and above that where its row begins. */
  readonly ways: Int32Array;
  /** Four numbers a node, which few steps ask for. */
  readonly asides: Int32Array;
  /** For each node where phrases end: a number for each, and 1 more for those that close their sentence; then NONE. */
  readonly ends: Int32Array;
  /** By number of a lexeme: 1 for those that softeners of a phrase pass over; one more for the end of a sentence. */
  readonly soft: Uint8Array;
}

const ENDS_HERE = 1;
/** Whether more than the next lexeme's edges lead on: always, or where a softener stands. */
const IS_OPEN = 2;
const MAY_SOFTEN = 4;
const ROW_SHIFT = 3;

const ASIDE = 4;
/** The node behind a softener; the first behind missing ones that must be looked at by itself; the one behind a gap. */
const SOFT = 0;
const BEHIND_MISSING = 1;
const GAP = 2;
/** From where on stands what ends here. */
const ENDS = 3;

/** What a node does not say of itself. */
interface Around {
  readonly vocabulary: Vocabulary;
  readonly table: OnwardTable;
}

function partsOf(nodes: readonly Node[], { vocabulary, table }: Around): Parts {
  const ways = new Int32Array(nodes.length);
  const asides = new Int32Array(nodes.length * ASIDE);
  const ends: number[] = [];
  const soft = new Uint8Array(vocabulary.all.length + 1);
  for (const { number, traits } of vocabulary.all) if ((traits & IS_SOFT) !== 0) soft[number] = 1;
  nodes.forEach((node, number) => {
    const missing = firstNotPlain(node, nodes);
    const isOpen = node.gap !== NONE || missing !== NONE;
    const may = (node.ends.length > 0 ? ENDS_HERE : 0) | (isOpen ? IS_OPEN : node.soft !== NONE ? MAY_SOFTEN : 0);
    ways[number] = ((table.rows[number] ?? 0) << ROW_SHIFT) | may;
    asides.set([node.soft, missing, node.gap, ends.length], number * ASIDE);
    if (node.ends.length > 0) ends.push(...node.ends.map(({ cue, closes }) => cue * 2 + (closes ? 1 : 0)), NONE);
  });
  return { ways, asides, ends: Int32Array.from(ends), soft };
}

interface Walk extends Parts, Pick<OnwardTable, 'places' | 'lists'> {
  readonly numbers: readonly number[];
  readonly hits: Hit[];
  /** Of the sentence at hand. */
  end: Sentence['end'];
  tail: Sentence['tail'];
  /** Where the phrase being walked began. */
  start: number;
}

const IS_SOFT = bitOf('soft');

/** The number of the lexeme that stands here; behind the last of a sentence one that no lexeme has. */
function wordAt({ numbers, end, soft }: Walk, at: number): number {
  return at < end ? (numbers[at] ?? 0) : soft.length - 1;
}

/**
 * Most often two words together tell that no phrase begins so. Both looks are taken and one question is asked: one whose
 * answer is hard to guess costs more than a look.
 */
function mayBegin({ stays, mayFollow }: Beginning, first: number, second: number): boolean {
  return ((stays[first] ?? 0) | mayFollow(first, second)) !== 0;
}

/** Whether a step to this node is worth taking, with what stands there: most are not. */
function mayWalk(node: number, on: Walk, word: number): boolean {
  const way = on.ways[node] ?? 0;
  return (way & ENDS_HERE) !== 0 || isOpen(way, word, on) || on.places[placeOf(way, word)] === node;
}

const placeOf = (way: number, word: number) => ((way >> ROW_SHIFT) + word) * 2;

/** Goes on from a node with what stands here. */
function walk(node: number, on: Walk, at: number): void {
  const way = on.ways[node] ?? 0;
  if ((way & ENDS_HERE) !== 0) meetEnds(node, on, at);
  const word = wordAt(on, at);
  const place = placeOf(way, word);
  if (on.places[place] === node) walkAll(on.places[place + 1] ?? NONE, on, at + 1);
  if (isOpen(way, word, on)) walkAside(node, on, at);
}

/** Whether there is another way on than over an edge. */
function isOpen(way: number, word: number, { soft }: Walk): boolean {
  return (way & IS_OPEN) !== 0 || ((way & MAY_SOFTEN) !== 0 && soft[word] === 1);
}

/** Goes on from one node, or from several as the table lists them. */
function walkAll(behind: number, on: Walk, at: number): void {
  const word = wordAt(on, at);
  if (behind >= 0) {
    if (mayWalk(behind, on, word)) walk(behind, on, at);
    return;
  }
  for (let one = listAt(behind); ; one += 1) {
    const node = on.lists[one] ?? NONE;
    if (node === NONE) return;
    if (mayWalk(node, on, word)) walk(node, on, at);
  }
}

function walkAside(node: number, on: Walk, at: number): void {
  const soft = on.asides[node * ASIDE + SOFT] ?? NONE;
  if (soft !== NONE) walkSoft(node, on, at);
  const gap = on.asides[node * ASIDE + GAP] ?? NONE;
  if (gap !== NONE) walkGap(gap, on, at);
}

function meetEnds(node: number, { asides, ends, tail, hits, start }: Walk, at: number): void {
  for (let one = asides[node * ASIDE + ENDS] ?? 0; ; one += 1) {
    const end = ends[one] ?? NONE;
    if (end === NONE) return;
    const closes = (end & 1) === 1;
    if (!closes || at >= tail) hits.push({ cue: end >> 1, from: start, until: at });
  }
}

/** Goes on behind a softener, be it there or missing. */
function walkSoft(node: number, on: Walk, at: number): void {
  if (on.soft[wordAt(on, at)] === 0) {
    const behind = on.asides[node * ASIDE + BEHIND_MISSING] ?? NONE;
    if (behind !== NONE) walk(behind, on, at);
    return;
  }
  const soft = on.asides[node * ASIDE + SOFT] ?? NONE;
  walk(soft, on, at);
  for (let skip = 1; skip <= SOFT_AT_MOST; skip += 1) {
    if (on.soft[wordAt(on, at + skip - 1)] === 0) return;
    walk(soft, on, at + skip);
  }
}

function walkGap(gap: number, on: Walk, at: number): void {
  const last = Math.min(at + GAP_AT_MOST, on.end);
  for (let next = at; next <= last; next += 1) if (mayWalk(gap, on, wordAt(on, next))) walk(gap, on, next);
}
