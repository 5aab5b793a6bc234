import { describe, expect, it } from 'vitest';
import { type Pair, pairLesson, pairSettingOf } from '../../training/lessons.ts';

const PAIR: Pair = {
  block: 'a test',
  scene: 'one',
  bidKind: 'repair',
  bid: 'sorry i snapped',
  reply: 'whatever you say',
  turn: 'against',
  style: 'deflecting',
};
const truthOf = (pair: Pair) => pairLesson(pair, new Map()).truth;

// toward, away, against; low, attentive, enthusiastic; styles of good news, vulnerability and repair
describe('a pair as a lesson', () => {
  it('teaches turn and style, and nothing of what it has not', () => {
    const truth = [[0, 0, 1], undefined, undefined, undefined, [0, 1, 0]];

    expect(truthOf(PAIR)).toEqual(truth);
    expect(truthOf({ ...PAIR, second: 'same' })).toEqual(truth);
  });

  it('teaches both turns and styles where two readers parted, half each', () => {
    const second = { turn: 'away', style: 'rejecting' } as const;

    expect(truthOf({ ...PAIR, second })).toEqual([[0, 0.5, 0.5], undefined, undefined, undefined, [0, 0.5, 0.5]]);
  });

  it('teaches the energy that one of the two saw, where the other saw no turn toward', () => {
    const second = { turn: 'toward', energy: 'low', style: 'deflecting' } as const;

    expect(truthOf({ ...PAIR, second })).toEqual([[0.5, 0, 0.5], [1, 0, 0], undefined, undefined, [0, 1, 0]]);
  });

  it('gives each of three annotators a third', () => {
    const second = { turn: 'toward', energy: 'low', style: 'deflecting' } as const;
    const third = { turn: 'against', style: 'rejecting' } as const;
    const thirds = truthOf({ ...PAIR, second, third }).map((shares) => shares?.map((share) => Math.round(share * 3)));

    expect(thirds).toEqual([[1, 0, 2], [3, 0, 0], undefined, undefined, [0, 2, 1]]);
  });
});

describe('where a pair is met', () => {
  it.each([
    [{ block: 'larch', written: 'apart' }, 'alone'],
    [{ block: 'seed-2' }, 'alone'],
    [{ block: 'gorse' }, 'everyday'],
  ] as const)('of %j is %s', (pair, setting) => {
    expect(pairSettingOf(pair)).toBe(setting);
  });
});
