import { NONE, type Node, type Onward, onwardsOf } from './phrase-nodes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where lexemes lead to from nodes, found by the numbers of both. */
export interface OnwardTable {
  /** False where the lexeme leads nowhere from the node; true is wrong about one time in twelve. */
  mayLead(node: number, lexeme: number): boolean;
  /** Where the lexeme leads to from the node: a node, NONE, or several as `lists` tells. */
  behind(node: number, lexeme: number): number;
  /** What a node that is asked about every word needs to know of it. */
  beginningAt(node: number): Beginning;
  /** Several nodes are told by a number below NONE: they stand here from `listAt` on, up to NONE. */
  readonly lists: Int32Array;
}

/** A node that every token is tried at. */
export interface Beginning {
  readonly node: number;
  /** By number of a lexeme: where it leads to. */
  readonly behind: Int32Array;
  /** By number of a lexeme: 1 where it may lead on whatever comes next. */
  readonly stays: Uint8Array;
  /** False where no phrase begins with the first and goes on with the second; seldom wrong otherwise. */
  mayFollow(first: number, second: number): boolean;
}

/** From where on the nodes stand that such a number tells. */
export const listAt = (several: number) => -2 - several;

/** 2³² over the golden ratio, made odd: neighbouring keys land far apart (Knuth, "Sorting and searching", 6.4). */
const GOLDEN = 0x9e3779b1;
/** Keys are 32-bit numbers; a hundred times as many phrases would still fit. */
const MOST_KEYS = 2 ** 31;
/** So many bits each keep most that lead nowhere apart from all that lead somewhere. */
const BITS_EACH = 8;
/** A third of the slots at least are empty, so that one that is not there is soon seen to be missing. */
const SLOTS_EACH = 1.5;

/**
 * Lays out what leads where. Most often nothing leads on, and that one bit tells: it is the answer to six questions of
 * seven, and lies in a table small enough to stay near the processor.
 */
export function createOnwardTable(nodes: readonly Node[], vocabulary: Vocabulary): OnwardTable {
  const width = vocabulary.all.length; // every lexeme has its key, also those that no phrase names
  const onwards = onwardsOf(nodes, vocabulary);
  if (nodes.length * width >= MOST_KEYS) throw new RangeError('more steps and words than a key can tell apart');
  const mayHold = createBits(onwards.map(({ node, lexeme }) => node * width + lexeme.number));
  const shift = 32 - Math.ceil(Math.log2(onwards.length * SLOTS_EACH + 2));
  const slots = new Int32Array(2 ** (32 - shift) * 2).fill(NONE); // two numbers a slot, the key and what is behind
  const last = slots.length / 2 - 1;
  const lists: number[] = [];
  for (const { node, lexeme, behind } of onwards) {
    const key = node * width + lexeme.number;
    let slot = Math.imul(key, GOLDEN) >>> shift;
    while (slots[slot * 2] !== NONE) slot = (slot + 1) & last;
    const [only, another] = behind;
    slots.set([key, another === undefined ? (only ?? NONE) : listAt(lists.length)], slot * 2);
    if (another !== undefined) lists.push(...behind, NONE);
  }
  const behind = (node: number, lexeme: number) => {
    const key = node * width + lexeme;
    for (let slot = Math.imul(key, GOLDEN) >>> shift; ; slot = (slot + 1) & last) {
      const found = slots[slot * 2];
      if (found === key) return slots[slot * 2 + 1] ?? NONE;
      if (found === NONE) return NONE;
    }
  };
  return {
    lists: Int32Array.from(lists),
    behind,
    mayLead: (node, lexeme) => mayHold(node * width + lexeme),
    beginningAt: (node) => ({
      node,
      behind: Int32Array.from({ length: width }, (_, lexeme) => behind(node, lexeme)),
      ...followers(node, { nodes, onwards, width }),
    }),
  };
}

interface Told {
  readonly nodes: readonly Node[];
  readonly onwards: readonly Onward[];
  readonly width: number;
}

/** What may come second where a phrase begins at the node. */
function followers(node: number, { nodes, onwards, width }: Told): Pick<Beginning, 'stays' | 'mayFollow'> {
  const byNode = new Map<number, Onward[]>();
  for (const one of onwards) {
    const others = byNode.get(one.node);
    if (others) others.push(one);
    else byNode.set(one.node, [one]);
  }
  const stays = new Uint8Array(width);
  const pairs: number[] = [];
  for (const { lexeme, behind } of byNode.get(node) ?? []) {
    for (const next of behind) {
      if (nodes[next]?.stays) stays[lexeme.number] = 1;
      for (const second of byNode.get(next) ?? []) pairs.push(lexeme.number * width + second.lexeme.number);
    }
  }
  if (nodes.length * width >= MOST_KEYS) throw new RangeError('more steps and words than a key can tell apart');
  const mayHold = createBits(pairs);
  return { stays, mayFollow: (first, second) => mayHold(first * width + second) };
}

/** Tells most keys apart from those given by a bit for each (Bloom 1970, with one hash): its no is certain. */
function createBits(keys: readonly number[]): (key: number) => boolean {
  const shift = 32 - Math.ceil(Math.log2(keys.length * BITS_EACH + 32));
  const bits = new Int32Array(2 ** (32 - shift) / 32);
  for (const key of keys) {
    const bit = Math.imul(key, GOLDEN) >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << bit); // shifts by the lowest five bits
  }
  return (key) => {
    const bit = Math.imul(key, GOLDEN) >>> shift;
    return ((bits[bit >>> 5] ?? 0) & (1 << bit)) !== 0;
  };
}
