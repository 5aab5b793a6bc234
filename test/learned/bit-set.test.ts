import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitSetOf, countOf, createRowFinder, NO_ROW, sizeOf } from '../../src/learned/bit-set.ts';

const COUNT = 64;
const some = fc.uniqueArray(fc.nat({ max: COUNT - 1 }));

describe('a set of buckets', () => {
  it('have rows in their order, and the others none', () => {
    fc.assert(
      fc.property(some, (buckets) => {
        const inOrder = buckets.toSorted((one, other) => one - other);

        const set = bitSetOf(buckets, COUNT);

        const rowOf = createRowFinder(set);
        expect(inOrder.map(rowOf)).toEqual([...inOrder.keys()]);
        const others = Array.from({ length: COUNT }, (_, bucket) => bucket).filter((one) => !buckets.includes(one));
        expect(others.every((bucket) => rowOf(bucket) === NO_ROW)).toBe(true);
        expect([countOf(set), sizeOf(set)]).toEqual([buckets.length, COUNT]);
      }),
    );
  });

  it('has no row for a bucket there is not', () => {
    const rowOf = createRowFinder(bitSetOf([0, COUNT - 1], COUNT));

    expect(rowOf(COUNT)).toBe(NO_ROW);
  });
});
