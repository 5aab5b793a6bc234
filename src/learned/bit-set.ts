/** Some of many buckets, a bit each, the first in the lowest bit; each of them has a row of a table. */
export type BitSet = Int8Array;

const BITS_A_BYTE = 8;
const SHIFT = 3; // 2 ** 3 bits a byte

/** The set of these of so many buckets. */
export function bitSetOf(buckets: readonly number[], size: number): BitSet {
  const set = new Int8Array(Math.ceil(size / BITS_A_BYTE));
  for (const bucket of buckets) set[bucket >>> SHIFT] = (set[bucket >>> SHIFT] ?? 0) | bitOf(bucket);
  return set;
}

/** How many buckets there are, in the set or not. */
export const sizeOf = ({ length }: BitSet) => length * BITS_A_BYTE;

/** How many of them are in the set. */
export function countOf(set: BitSet): number {
  return set.reduce((sum, bits) => sum + bitsIn(bits), 0);
}

/** Which row is a bucket's where it has none. */
export const NO_ROW = -1;

/** Makes what tells which row is a bucket's, its rank in the set: rows stand in the order of their buckets. */
export function createRowFinder(set: BitSet): (bucket: number) => number {
  let rows = 0;
  const starts = Int32Array.from(set, (bits) => {
    const start = rows;
    rows += bitsIn(bits);
    return start;
  });
  return (bucket) => {
    const [bits, bit] = [set[bucket >>> SHIFT] ?? 0, bitOf(bucket)];
    return (bits & bit) === 0 ? NO_ROW : (starts[bucket >>> SHIFT] ?? 0) + bitsIn(bits & (bit - 1));
  };
}

function bitOf(bucket: number): number {
  return 1 << (bucket % BITS_A_BYTE);
}

/** How many bits are set, by byte. */
const COUNTS = Uint8Array.from({ length: 2 ** BITS_A_BYTE }, (_, bits) => bits.toString(2).replaceAll('0', '').length);

function bitsIn(byte: number): number {
  return COUNTS[byte & 0xff] ?? 0;
}
