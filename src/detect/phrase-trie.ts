import { bitOf } from './lexicon.ts';
import { type Beginning, createOnwardTable, listAt, type OnwardTable } from './onward-table.ts';
import { firstNotPlain, NONE, type Node, numberSteps, onwardsOf } from './phrase-nodes.ts';
import { readPhrases } from './phrases.ts';
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
  const { nodes, anywhere, opening } = numberSteps(read, vocabulary);
  const table = createOnwardTable(nodes, vocabulary);
  const [atAnyWord, atOpening] = [table.beginningAt(anywhere), table.beginningAt(opening)];
  const { ends, endsAt } = endsOf(nodes);
  const parts = partsOf(nodes, { vocabulary, endsAt });
  return {
    vocabulary,
    match(tokens, sentence, hits) {
      const on: Walk = { table, parts, ends, tokens, sentence, hits, start: 0 };
      for (let at = sentence.first; at < sentence.end; at += 1) {
        on.start = at;
        begin(atAnyWord, on, at);
        if (at <= sentence.head) begin(atOpening, on, at);
      }
    },
  };
}

// What a walk asks of a node lies side by side, six numbers a node: waiting for memory is much of what a walk does.
const PARTS = 6;
/** Whether more than the next lexeme's edges tell if it leads on: NOTHING, STAYS or MAY_SOFTEN; and whether phrases end here. */
const BESIDES = 0;
const NOTHING = 0;
const STAYS = 1;
const MAY_SOFTEN = 2;
const STAYS_AND_ENDS = 3;
/** The node behind a softener; the first behind missing ones that must be looked at by itself; the one behind a gap. */
const SOFT = 1;
const BEHIND_MISSING = 2;
const GAP = 3;
/** The marks of all lexemes that lead on, so that others are turned back before a step is taken: it saves a third of all steps. */
const MARKS = 4;
/** From where on stands what ends here, up to NONE. */
const ENDS = 5;
const ALL_MARKS = -1;

/** One of 32 bits: lexemes share them, so that two of the same mark may still differ. */
const markOf = ({ number }: Word) => 1 << number; // shifts by the lowest five bits
const marksOf = (lexemes: readonly Word[]) => lexemes.reduce((marks, lexeme) => marks | markOf(lexeme), 0);

/** A number for each end, and 1 more for those that close their sentence; by node, where its own begin. */
function endsOf(nodes: readonly Node[]): { readonly ends: Int32Array; readonly endsAt: readonly number[] } {
  const ends: number[] = [];
  const endsAt = nodes.map((node) => {
    const from = ends.length;
    ends.push(...node.ends.map(({ cue, closes }) => cue * 2 + (closes ? 1 : 0)), NONE);
    return from;
  });
  return { ends: Int32Array.from(ends), endsAt };
}

/** What a node does not say of itself. */
interface Around {
  readonly vocabulary: Vocabulary;
  readonly endsAt: readonly number[];
}

function partsOf(nodes: readonly Node[], { vocabulary, endsAt }: Around): Int32Array {
  const parts = new Int32Array(nodes.length * PARTS);
  const softMarks = marksOf(vocabulary.all.filter(({ traits }) => (traits & IS_SOFT) !== 0));
  nodes.forEach((node, number) => {
    const { soft, gap, ends, stays } = node;
    const besides = ends.length > 0 ? STAYS_AND_ENDS : stays ? STAYS : soft === NONE ? NOTHING : MAY_SOFTEN;
    const marks = stays ? ALL_MARKS : soft === NONE ? 0 : softMarks;
    parts.set([besides, soft, firstNotPlain(node, nodes), gap, marks, endsAt[number] ?? NONE], number * PARTS);
  });
  for (const { node, lexeme } of onwardsOf(nodes, vocabulary)) {
    const place = node * PARTS + MARKS;
    parts[place] = (parts[place] ?? 0) | markOf(lexeme);
  }
  return parts;
}

/** What a walk asks of a token. */
type Word = Pick<Token, 'number' | 'traits'>;

interface Walk {
  readonly table: OnwardTable;
  readonly parts: Int32Array;
  readonly ends: Int32Array;
  readonly tokens: readonly Token[];
  readonly sentence: Sentence;
  readonly hits: Hit[];
  /** Where the phrase being walked began. */
  start: number;
}

const IS_SOFT = bitOf('soft');

function wordAt({ tokens, sentence }: Walk, at: number): Word | undefined {
  return at < sentence.end ? tokens[at] : undefined;
}

/** Goes on from a beginning with what stands here; most often the two words together tell that no phrase begins so. */
function begin(beginning: Beginning, on: Walk, at: number): void {
  const { node, behind } = beginning;
  const besides = on.parts[node * PARTS + BESIDES] ?? 0;
  if (besides === STAYS_AND_ENDS) meetEnds(node, on, at);
  const word = wordAt(on, at);
  if (word === undefined) return;
  const next = behind[word.number] ?? NONE;
  if (next !== NONE && mayGoOn(beginning, word, wordAt(on, at + 1))) walkAll(next, on, at + 1);
  if (isOpen(besides, word)) walkAside(node, on, at);
}

function mayGoOn({ stays, mayFollow }: Beginning, first: Word, second: Word | undefined): boolean {
  if (stays[first.number] === 1) return true;
  return second !== undefined && ((second.traits & IS_SOFT) !== 0 || mayFollow(first.number, second.number));
}

/** The mark of what stands here; behind the last word that of no lexeme in particular, and only what stays goes on. */
function markAt(on: Walk, at: number): number {
  const word = wordAt(on, at);
  return word === undefined ? 1 : markOf(word);
}

function mayWalk(node: number, { parts }: Walk, marks: number): boolean {
  return ((parts[node * PARTS + MARKS] ?? 0) & marks) !== 0;
}

/** Goes on from a node with what stands here. */
function walk(node: number, on: Walk, at: number): void {
  const besides = on.parts[node * PARTS + BESIDES] ?? 0;
  if (besides === STAYS_AND_ENDS) meetEnds(node, on, at);
  const word = wordAt(on, at);
  if (word !== undefined && on.table.mayLead(node, word.number)) {
    walkAll(on.table.behind(node, word.number), on, at + 1);
  }
  if (isOpen(besides, word)) walkAside(node, on, at);
}

/** Whether there is another way on than over an edge. */
function isOpen(besides: number, word: Word | undefined): boolean {
  if (besides === MAY_SOFTEN) return word !== undefined && (word.traits & IS_SOFT) !== 0;
  return besides !== NOTHING;
}

/** Goes on from one node, from several as the table lists them, or from none. */
function walkAll(behind: number, on: Walk, at: number): void {
  if (behind === NONE) return;
  const mark = markAt(on, at);
  if (behind >= 0) {
    if (mayWalk(behind, on, mark)) walk(behind, on, at);
    return;
  }
  const { lists } = on.table;
  for (let one = listAt(behind); ; one += 1) {
    const node = lists[one] ?? NONE;
    if (node === NONE) return;
    if (mayWalk(node, on, mark)) walk(node, on, at);
  }
}

function walkAside(node: number, on: Walk, at: number): void {
  walkSoft(node, on, at);
  walkGap(node, on, at);
}

function meetEnds(node: number, { parts, ends, sentence, hits, start }: Walk, at: number): void {
  for (let one = parts[node * PARTS + ENDS] ?? 0; ; one += 1) {
    const end = ends[one] ?? NONE;
    if (end === NONE) return;
    const closes = (end & 1) === 1;
    if (!closes || at >= sentence.tail) hits.push({ cue: end >> 1, from: start, until: at });
  }
}

/** Goes on behind a softener, be it there or missing. */
function walkSoft(node: number, on: Walk, at: number): void {
  const soft = on.parts[node * PARTS + SOFT] ?? NONE;
  if (soft === NONE) return;
  const word = wordAt(on, at);
  if (word === undefined || (word.traits & IS_SOFT) === 0) {
    const behind = on.parts[node * PARTS + BEHIND_MISSING] ?? NONE;
    if (behind !== NONE) walk(behind, on, at);
    return;
  }
  walk(soft, on, at);
  for (let skip = 1; skip <= SOFT_AT_MOST; skip += 1) {
    const passed = wordAt(on, at + skip - 1);
    if (passed === undefined || (passed.traits & IS_SOFT) === 0) return;
    walk(soft, on, at + skip);
  }
}

function walkGap(node: number, on: Walk, at: number): void {
  const gap = on.parts[node * PARTS + GAP] ?? NONE;
  if (gap === NONE) return;
  const last = Math.min(at + GAP_AT_MOST, on.sentence.end);
  for (let next = at; next <= last; next += 1) if (mayWalk(gap, on, markAt(on, next))) walk(gap, on, next);
}
