/** Some of many buckets, marked by a bit each, the first in the lowest bit; each of them has a row of a table. */
export type Marks = Int8Array;

const BYTE = 3; // 2 ** 3 bits
const LAST_BIT = 7;

/** Marks these of so many buckets. */
export function marksOf(buckets: readonly number[], count: number): Marks {
  const marks = new Int8Array(Math.ceil(count / (LAST_BIT + 1)));
  for (const bucket of buckets) marks[bucket >>> BYTE] = (marks[bucket >>> BYTE] ?? 0) | (1 << (bucket & LAST_BIT));
  return marks;
}

/** How many buckets there are, marked or not. */
export const bucketsOf = ({ length }: Marks) => length * (LAST_BIT + 1);

/** How many of them are marked. */
export function countOf(marks: Marks): number {
  return marks.reduce((sum, bits) => sum + bitsIn(bits), 0);
}

/** Which row is a bucket's where it has none. */
export const NO_ROW = -1;

/** Makes what tells which row is a bucket's: rows stand in the order of their buckets. */
export function createRowFinder(marks: Marks): (bucket: number) => number {
  let rows = 0;
  const starts = Int32Array.from(marks, (bits) => {
    const start = rows;
    rows += bitsIn(bits);
    return start;
  });
  return (bucket) => {
    const [bits, bit] = [marks[bucket >>> BYTE] ?? 0, 1 << (bucket & LAST_BIT)];
    return (bits & bit) === 0 ? NO_ROW : (starts[bucket >>> BYTE] ?? 0) + bitsIn(bits & (bit - 1));
  };
}

/** How many bits are set, by byte. */
const COUNTS = Uint8Array.from({ length: 2 ** 8 }, (_, bits) => bits.toString(2).replaceAll('0', '').length);

function bitsIn(byte: number): number {
  return COUNTS[byte & 0xff] ?? 0;
}
