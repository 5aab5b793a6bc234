import { describe, expect, it } from 'vitest';
import { groupedBy, halves, kappa, shareOfScenes, spreadOf } from '../../training/measures.ts';

const times = <T>(count: number, one: T): readonly T[] => Array.from({ length: count }, () => one);

describe('kappa', () => {
  it('is what Cohen’s example gives', () => {
    // 20 both yes, 15 both no, 5 and 10 apart: 0.7 agreed, 0.5 by chance
    const pairs = [
      ...times(20, [true, true] as const),
      ...times(5, [true, false] as const),
      ...times(10, [false, true] as const),
      ...times(15, [false, false] as const),
    ];

    expect(kappa(pairs)).toBeCloseTo(0.4, 10);
  });

  it('says nothing where both can only agree', () => {
    expect(kappa(times(5, [false, false] as const))).toBeUndefined();
    expect(kappa([])).toBeUndefined();
  });
});

describe('the spread of a measure', () => {
  const shareRight = (rows: readonly boolean[]) => rows.filter((right) => right).length / rows.length;
  const groups = (size: number, count: number) => Array.from({ length: count }, (_, at) => times(size, at % 2 === 0));

  it('holds the measure itself and is the same each time', () => {
    const spread = spreadOf(groups(1, 40), shareRight);

    expect(spread?.low).toBeLessThan(0.5);
    expect(spread?.high).toBeGreaterThan(0.5);
    expect(spreadOf(groups(1, 40), shareRight)).toEqual(spread);
  });

  it('is about what the normal law says', () => {
    const { low = 0, high = 0 } = spreadOf(groups(1, 100), shareRight) ?? {};

    // 1.96 · √(0.25 / 100) on either side
    expect(low).toBeGreaterThan(0.5 - 0.13);
    expect(low).toBeLessThan(0.5 - 0.06);
    expect(high).toBeGreaterThan(0.5 + 0.06);
    expect(high).toBeLessThan(0.5 + 0.13);
  });

  it('is wider where lines alike come in groups', () => {
    const apart = spreadOf(groups(1, 80), shareRight);
    const grouped = spreadOf(groups(8, 10), shareRight);

    const width = (spread: typeof apart) => (spread?.high ?? 0) - (spread?.low ?? 0);
    expect(width(grouped)).toBeGreaterThan(2 * width(apart));
  });

  it('is unknown of a single group', () => {
    expect(spreadOf([times(9, true)], shareRight)).toBeUndefined();
  });
});

describe('parting rows', () => {
  it('keeps what belongs together in order', () => {
    expect(groupedBy(['a1', 'b1', 'a2'], (row) => row[0] ?? '')).toEqual([['a1', 'a2'], ['b1']]);
  });

  it('lets no row set a threshold and be reported', () => {
    expect(halves([1, 2, 3, 4, 5])).toEqual({ tuned: [1, 3, 5], reported: [2, 4] });
  });
});

describe('a share of the scenes', () => {
  const scenes = Array.from({ length: 40 }, (_, at) => `scene-${at % 20}`);

  it('has as many scenes as was asked for, however many lines they have', () => {
    expect(shareOfScenes(scenes, 1 / 4).size).toBe(5);
    expect(shareOfScenes(scenes, 1).size).toBe(20);
  });

  it('lies within every larger share', () => {
    const large = shareOfScenes(scenes, 1 / 2);

    expect([...shareOfScenes(scenes, 1 / 4)].every((scene) => large.has(scene))).toBe(true);
  });

  it('does not depend on the order the scenes come in', () => {
    expect(shareOfScenes(scenes.toReversed(), 1 / 4)).toEqual(shareOfScenes(scenes, 1 / 4));
  });
});
