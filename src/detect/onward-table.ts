import { NONE, type Onward } from './phrase-nodes.ts';

/** Where lexemes lead to from nodes, found by the numbers of both. */
export interface OnwardTable {
  /** False where the lexeme leads nowhere from the node; true is wrong about one time in twelve. */
  mayLead(node: number, lexeme: number): boolean;
  /** Where the lexeme leads to from the node: a node, NONE, or several as `lists` tells. */
  behind(node: number, lexeme: number): number;
  /** The same by number of the lexeme, for a node that is asked about every word. */
  allBehind(node: number): Int32Array;
  /** Several nodes are told by a number below NONE: they stand here from `listAt` on, up to NONE. */
  readonly lists: Int32Array;
}

/** From where on the nodes stand that such a number tells. */
export const listAt = (several: number) => -2 - several;

/** 2³² over the golden ratio, made odd: neighbouring keys land far apart (Knuth, "Sorting and searching", 6.4). */
const GOLDEN = 0x9e3779b1;
/** So many bits each keep most that lead nowhere apart from all that lead somewhere. */
const BITS_EACH = 8;
/** A third of the slots at least are empty, so that one that is not there is soon seen to be missing. */
const SLOTS_EACH = 1.5;

/**
 * Lays out what leads where. Most often nothing leads on, and that one bit tells (Bloom 1970, with one hash): it is the
 * answer to nine questions of ten, and lies in a table small enough to stay near the processor.
 */
export function createOnwardTable(onwards: readonly Onward[]): OnwardTable {
  const width = onwards.reduce((most, { lexeme }) => Math.max(most, lexeme.number), 0) + 1;
  const bitsShift = 32 - Math.ceil(Math.log2(onwards.length * BITS_EACH + 32));
  const slotsShift = 32 - Math.ceil(Math.log2(onwards.length * SLOTS_EACH + 2));
  const bits = new Int32Array(2 ** (32 - bitsShift) / 32);
  const slots = new Int32Array(2 ** (32 - slotsShift) * 2).fill(NONE); // two numbers a slot, the key and what is behind
  const last = slots.length / 2 - 1;
  const lists: number[] = [];
  for (const { node, lexeme, behind } of onwards) {
    const key = node * width + lexeme.number;
    const bit = Math.imul(key, GOLDEN) >>> bitsShift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << bit); // shifts by the lowest five bits
    let slot = Math.imul(key, GOLDEN) >>> slotsShift;
    while (slots[slot * 2] !== NONE) slot = (slot + 1) & last;
    const [only, another] = behind;
    slots.set([key, another === undefined ? (only ?? NONE) : listAt(lists.length)], slot * 2);
    if (another !== undefined) lists.push(...behind, NONE);
  }
  const behind = (node: number, lexeme: number) => {
    const key = node * width + lexeme;
    for (let slot = Math.imul(key, GOLDEN) >>> slotsShift; ; slot = (slot + 1) & last) {
      const found = slots[slot * 2];
      if (found === key) return slots[slot * 2 + 1] ?? NONE;
      if (found === NONE) return NONE;
    }
  };
  return {
    lists: Int32Array.from(lists),
    behind,
    allBehind: (node) => Int32Array.from({ length: width }, (_, lexeme) => behind(node, lexeme)),
    mayLead(node, lexeme) {
      const bit = Math.imul(node * width + lexeme, GOLDEN) >>> bitsShift;
      return ((bits[bit >>> 5] ?? 0) & (1 << bit)) !== 0;
    },
  };
}
