import { bitOf } from './lexicon.ts';
import { NONE, type Node, type Onward, onwardsOf } from './phrase-nodes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where lexemes lead to from nodes, found by the numbers of both. */
export interface OnwardTable {
  /**
   * Rows of all nodes, pushed into each other's gaps (Tarjan and Yao 1979): what a lexeme leads to from a node stands where
   * the node's row begins and as many places on as the lexeme's number says. A place is two numbers, the node whose it is
   * and what is behind: a node, or several as `lists` tells. So one look answers, and it needs no hash.
   */
  readonly places: Places;
  /** By node: where its row begins. */
  readonly rows: Int32Array;
  /** What a node that is asked about every word needs to know of it. */
  beginningAt(node: number): Beginning;
  /** Several nodes are told by a number below NONE: they stand here from `listAt` on, up to NONE. */
  readonly lists: Int32Array;
}

/** Two bytes a number where they are enough: the smaller the table, the more of it stays near the processor. */
type Places = Int16Array | Int32Array;
const FIT_TWO_BYTES = 2 ** 15;

/** A node that every token is tried at. */
export interface Beginning {
  readonly node: number;
  /** By number of a lexeme: 1 where a phrase may begin with it whatever comes next. */
  readonly stays: Uint8Array;
  /** 0 where no phrase begins with the first and goes on with the second; else 1, and seldom wrong. */
  mayFollow(first: number, second: number): number;
}

/** From where on the nodes stand that such a number tells. */
export const listAt = (several: number) => -2 - several;

/** 2³² over the golden ratio, made odd: neighbouring keys land far apart (Knuth, "Sorting and searching", 6.4). */
const GOLDEN = 0x9e3779b1;
/** Keys are 32-bit numbers; a hundred times as many phrases would still fit. */
const MOST_KEYS = 2 ** 31;
/** So many bits each keep most that lead nowhere apart from all that lead somewhere. */
const BITS_EACH = 8;

/** Lays out what leads where. */
export function createOnwardTable(nodes: readonly Node[], vocabulary: Vocabulary): OnwardTable {
  const width = vocabulary.all.length; // every lexeme has its place in a row, also those that no phrase names
  const byNode = new Map<number, Onward[]>();
  for (const one of onwardsOf(nodes, vocabulary)) {
    const others = byNode.get(one.node);
    if (others) others.push(one);
    else byNode.set(one.node, [one]);
  }
  const { rows, size } = placeRows(byNode, nodes.length);
  const lists: number[] = [];
  const behindOf = ({ behind }: Onward) => {
    const [only = NONE, another] = behind;
    return another === undefined ? only : listAt(lists.push(...behind, NONE) - behind.length - 1);
  };
  const filled = [...byNode].flatMap(([node, onwards]) =>
    onwards.map((one) => ({ at: ((rows[node] ?? 0) + one.lexeme.number) * 2, is: [node, behindOf(one)] })),
  );
  const areSmall = Math.max(nodes.length, -listAt(lists.length)) < FIT_TWO_BYTES;
  const places = new (areSmall ? Int16Array : Int32Array)((size + width) * 2); // any lexeme may be looked up in the last row
  places.fill(NONE);
  for (const { at, is } of filled) places.set(is, at);
  return {
    places,
    rows,
    lists: Int32Array.from(lists),
    beginningAt: (node) => ({ node, ...followers(node, { nodes, byNode, all: vocabulary.all }) }),
  };
}

type ByNode = ReadonlyMap<number, readonly Onward[]>;

/** Finds each row a beginning where all its places are free, the longest first; `size` is the first from which all are free. */
function placeRows(byNode: ByNode, nodes: number): { readonly rows: Int32Array; readonly size: number } {
  const rows = new Int32Array(nodes);
  const taken: boolean[] = [];
  const from: number[] = []; // by length of a row, since where one found no gap the next as long will hardly find one
  for (const [node, onwards] of [...byNode].sort(([, one], [, other]) => other.length - one.length)) {
    let row = from[onwards.length] ?? 0;
    while (onwards.some(({ lexeme }) => taken[row + lexeme.number])) row += 1;
    for (const { lexeme } of onwards) taken[row + lexeme.number] = true;
    from[onwards.length] = row;
    rows[node] = row;
  }
  return { rows, size: taken.length };
}

interface Told {
  readonly nodes: readonly Node[];
  readonly byNode: ByNode;
  readonly all: Vocabulary['all'];
}

/** What may come first and second where a phrase begins at the node. */
function followers(from: number, { nodes, byNode, all }: Told): Pick<Beginning, 'stays' | 'mayFollow'> {
  const width = all.length + 1; // one more for the end of a sentence
  const soft = all.filter(({ traits }) => (traits & bitOf('soft')) !== 0);
  const stays = new Uint8Array(width);
  const pairs: number[] = [];
  if (nodes[from]?.stays) stays.fill(1);
  else if (nodes[from]?.soft !== NONE) for (const { number } of soft) stays[number] = 1;
  for (const { lexeme, behind } of byNode.get(from) ?? []) {
    for (const next of behind) {
      if (nodes[next]?.stays) stays[lexeme.number] = 1;
      const seconds = (byNode.get(next) ?? []).map((second) => second.lexeme);
      if (nodes[next]?.soft !== NONE) seconds.push(...soft);
      for (const second of seconds) pairs.push(lexeme.number * width + second.number);
    }
  }
  if (width * width >= MOST_KEYS) throw new RangeError('more words than a key can tell apart');
  const mayHold = createBits(pairs);
  return { stays, mayFollow: (first, second) => mayHold(first * width + second) };
}

/** Tells most keys apart from those given by a bit for each (Bloom 1970, with one hash): its no is certain. */
function createBits(keys: readonly number[]): (key: number) => number {
  const shift = 32 - Math.ceil(Math.log2(keys.length * BITS_EACH + 32));
  const bits = new Int32Array(2 ** (32 - shift) / 32);
  for (const key of keys) {
    const bit = Math.imul(key, GOLDEN) >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << bit); // shifts by the lowest five bits
  }
  return (key) => {
    const bit = Math.imul(key, GOLDEN) >>> shift;
    return ((bits[bit >>> 5] ?? 0) >>> bit) & 1;
  };
}
