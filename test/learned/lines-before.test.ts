import { describe, expect, it } from 'vitest';
import { beforeFrom, countBefore, impressionOf, LINES_BEFORE } from '../../src/learned/lines-before.ts';

const FIRST = { from: 0, until: 2 };
const SECOND = { from: 2, until: 5 };

describe('the first impression of a line', () => {
  it('is what all parts say alike, question by question', () => {
    const [fast, deep] = [[3, 3, 0, 0, Math.log(9)], Float64Array.of(5, 5 + Math.log(9), 7, 7, 7)];

    const chances = impressionOf([fast, deep], [FIRST, SECOND]);

    // A half and nine tenths come to odds of three; nine elevenths and a third of three classes to three fifths.
    expect(chances.map((chance) => chance.toFixed(6))).toEqual(
      [1 / 4, 3 / 4, 1 / 5, 1 / 5, 3 / 5].map((chance) => chance.toFixed(6)),
    );
  });
});

describe('what lines before count', () => {
  const chances = [0.25, 0.75, 0.1, 0.2, 0.7];

  it('tells who said a line, nearest first, and only the chances of the question', () => {
    const counts = beforeFrom([{ own: false, chances }, undefined, { own: true, chances }], SECOND);

    expect(counts).toEqual([
      ...[0, 0, 0, 0.1, 0.2, 0.7],
      ...[0, 0, 0, 0, 0, 0],
      ...[0.1, 0.2, 0.7, 0, 0, 0],
      ...[0, 0, 0, 0, 0, 0],
    ]);
  });

  it('is always as long, and leaves out what lies too far back', () => {
    const line = { own: true, chances };
    const many = Array.from({ length: LINES_BEFORE + 2 }, () => line);

    expect(beforeFrom(many, FIRST)).toEqual(beforeFrom(many.slice(0, LINES_BEFORE), FIRST));
    expect([beforeFrom([], FIRST), beforeFrom(many, FIRST)].map(({ length }) => length)).toEqual([
      countBefore(2),
      countBefore(2),
    ]);
  });
});
