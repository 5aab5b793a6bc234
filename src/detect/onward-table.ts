import { NONE, type Onward } from './phrase-nodes.ts';

/** Where lexemes lead to from nodes, found by the numbers of both. */
export interface OnwardTable {
  /** False where the lexeme leads nowhere from the node; true is wrong about one time in twenty. */
  mayLead(node: number, lexeme: number): boolean;
  /** From where on the nodes that it leads to stand in `lists`, up to NONE. */
  listOf(node: number, lexeme: number): number;
  readonly lists: Int32Array;
}

/** 2³² over the golden ratio, made odd: neighbouring keys land far apart (Knuth, "Sorting and searching", 6.4). */
const GOLDEN = 0x9e3779b1;
/** So many bits each keep most that lead nowhere apart from all that lead somewhere. */
const BITS_EACH = 12;
/** Half of the slots are empty, so that one that is not there is soon seen to be missing. */
const SLOTS_EACH = 2;

/**
 * Lays out what leads where. Most often nothing leads on, and that one bit tells (Bloom 1970, with one hash): it is the
 * answer to nine questions of ten, and lies in a table small enough to stay near the processor.
 */
export function createOnwardTable(onwards: readonly Onward[]): OnwardTable {
  const width = onwards.reduce((most, { lexeme }) => Math.max(most, lexeme.number), 0) + 1;
  const bitsShift = 32 - Math.ceil(Math.log2(onwards.length * BITS_EACH + 32));
  const slotsShift = 32 - Math.ceil(Math.log2(onwards.length * SLOTS_EACH + 2));
  const bits = new Int32Array(2 ** (32 - bitsShift) / 32);
  const slots = new Int32Array(2 ** (32 - slotsShift) * 2).fill(NONE); // the key, and where its list begins
  const last = slots.length / 2 - 1;
  const lists = [NONE];
  for (const { node, lexeme, behind } of onwards) {
    const key = node * width + lexeme.number;
    const bit = Math.imul(key, GOLDEN) >>> bitsShift;
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << bit); // shifts by the lowest five bits
    let slot = Math.imul(key, GOLDEN) >>> slotsShift;
    while (slots[slot * 2] !== NONE) slot = (slot + 1) & last;
    slots.set([key, lists.length], slot * 2);
    lists.push(...behind, NONE);
  }
  return {
    lists: Int32Array.from(lists),
    mayLead(node, lexeme) {
      const bit = Math.imul(node * width + lexeme, GOLDEN) >>> bitsShift;
      return ((bits[bit >>> 5] ?? 0) & (1 << bit)) !== 0;
    },
    listOf(node, lexeme) {
      const key = node * width + lexeme;
      for (let slot = Math.imul(key, GOLDEN) >>> slotsShift; ; slot = (slot + 1) & last) {
        const found = slots[slot * 2];
        if (found === key) return slots[slot * 2 + 1] ?? 0;
        if (found === NONE) return 0;
      }
    },
  };
}
