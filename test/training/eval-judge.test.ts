import { describe, expect, it } from 'vitest';
import { mostRowsIn, reachIn, spreadOver } from '../../training/eval-judge.ts';

describe('npm run eval -- --judge', () => {
  it.each([
    [['--judge'], 'uncertain'],
    [['--judge=uncertain'], 'uncertain'],
    [['--judge=full', '--rows=3'], 'full'],
    [['--tells'], undefined],
  ])('takes %j for %s', (words, reach) => {
    expect(reachIn(words)).toBe(reach);
  });

  it('asks about a day’s worth of rows, or as many as it is told', () => {
    expect([mostRowsIn([]), mostRowsIn(['--rows=500']), mostRowsIn(['--rows=all'])]).toEqual([150, 500, 150]);
  });

  it.each([
    [10, 3, [0, 4, 7]],
    [4, 9, [0, 1, 2, 3]],
    [0, 3, []],
  ])('of %i rows takes %i, spread evenly', (count, most, taken) => {
    const rows = Array.from({ length: count }, (_, at) => at);

    expect(spreadOver(rows, most)).toEqual(taken);
  });
});
