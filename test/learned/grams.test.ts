import { describe, expect, it } from 'vitest';
import { bucketsOf, edged, joined, piecesOf, skipBigramsOf, trigramsOf } from '../../src/learned/grams.ts';

describe('n-grams of hashes', () => {
  it('stand between edges, in order', () => {
    const [opens, ...rest] = edged([1, 2]);

    expect(rest.slice(0, 2)).toEqual([1, 2]);
    expect(rest).toHaveLength(3);
    expect(opens).not.toBe(rest[2]);
    expect(joined(1, 2, 3)).not.toBe(joined(3, 2, 1));
  });

  it('are three in a row, and two with one or two between', () => {
    expect([[], [1], [1, 2], [1, 2, 3]].map((words) => trigramsOf(words).length)).toEqual([0, 0, 1, 2]);
    expect([[], [1], [1, 2], [1, 2, 3]].map((words) => skipBigramsOf(words).length)).toEqual([0, 1, 3, 5]);
    expect(trigramsOf([1, 2, 3])[0]).toBe(trigramsOf([9, 1, 2, 3])[1]);
    expect(skipBigramsOf([1, 2, 3])).toContain(skipBigramsOf([8, 1, 7, 3])[2]); // one between 1 and 3, whatever it is
  });

  it('are pieces of words that open with a letter', () => {
    expect(piecesOf(['ab'])).toHaveLength(3);
    expect(piecesOf(['12', '🎉', ''])).toEqual([]);
  });

  it('lie in the lowest bits, each three times at most', () => {
    expect(bucketsOf([1, 9, 17, 25, 33, 2], 8)).toEqual([1, 1, 1, 2]);
    expect(bucketsOf([-1], 8)).toEqual([7]);
  });
});
