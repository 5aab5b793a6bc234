import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bucketsOf, countOf, createRowFinder, marksOf, NO_ROW } from '../../src/learned/marks.ts';

const COUNT = 64;
const some = fc.uniqueArray(fc.nat({ max: COUNT - 1 }));

describe('marked buckets', () => {
  it('have rows in their order, and the others none', () => {
    fc.assert(
      fc.property(some, (buckets) => {
        const inOrder = buckets.toSorted((one, other) => one - other);

        const marks = marksOf(buckets, COUNT);

        const rowOf = createRowFinder(marks);
        expect(inOrder.map(rowOf)).toEqual([...inOrder.keys()]);
        const others = Array.from({ length: COUNT }, (_, bucket) => bucket).filter((one) => !buckets.includes(one));
        expect(others.every((bucket) => rowOf(bucket) === NO_ROW)).toBe(true);
        expect([countOf(marks), bucketsOf(marks)]).toEqual([buckets.length, COUNT]);
      }),
    );
  });

  it('has no row for a bucket there is not', () => {
    const rowOf = createRowFinder(marksOf([0, COUNT - 1], COUNT));

    expect(rowOf(COUNT)).toBe(NO_ROW);
  });
});
