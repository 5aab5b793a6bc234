import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import { foldIntoWeeks } from '../../src/domain/week.ts';
import { mirror } from '../../src/tally/mirror.ts';
import { ANA, anyMoment, BEN, deposits, MONDAY } from './samples.ts';

const MONTH = { by: ANA, from: MONDAY, until: MONDAY + 28 * DAY, numbers: true };

describe('the mirror', () => {
  it('counts what its owner gave, by kind, in the order of the kinds', () => {
    const given = [...deposits(2), ...deposits(1, { kind: 'repair' }), ...deposits(3, { by: BEN })];

    const { lines } = mirror(given, [], MONTH);

    expect(lines).toEqual([
      { kind: 'repair', count: 1 },
      { kind: 'play', count: 2 },
    ]);
  });

  it('shows nothing of the other, whatever is handed in', () => {
    fc.assert(
      fc.property(fc.array(anyMoment), fc.array(anyMoment), (young, old) => {
        const own = (moments: typeof young) => moments.filter((moment) => moment.by === ANA);

        const seen = mirror(young, foldIntoWeeks(old), MONTH);

        expect(seen).toEqual(mirror(own(young), foldIntoWeeks(own(old)), MONTH));
      }),
    );
  });

  it('keeps to its period, start included and end excluded', () => {
    const edges = [MONDAY - 1_000, MONDAY, MONTH.until - 1_000, MONTH.until].flatMap((at) => deposits(1, { at }));

    const { lines } = mirror(edges, [], MONTH);

    expect(lines).toEqual([{ kind: 'play', count: 2 }]);
  });

  it('says too little to tell below ten answers', () => {
    const nine = mirror(deposits(9, { availableSeconds: 60 }), [], MONTH);
    const ten = mirror(deposits(10, { availableSeconds: 60 }), [], MONTH);

    expect(nine.lines).toEqual([{ kind: 'play', count: 9 }]);
    expect(ten.lines[0]?.numbers).toMatchObject({ medianSeconds: 60, warm: { share: 1, high: 1 } });
  });

  it('shows no numbers to those who did not switch them on', () => {
    const { lines } = mirror(deposits(50, { availableSeconds: 60 }), [], { ...MONTH, numbers: false });

    expect(lines).toEqual([{ kind: 'play', count: 50 }]);
  });

  it('leaves the median out where fewer than ten times are known', () => {
    const given = [...deposits(9, { availableSeconds: 60 }), ...deposits(9)];

    const { lines } = mirror(given, [], MONTH);

    expect(lines[0]?.numbers).toEqual({ warm: expect.objectContaining({ share: 1 }) });
  });

  it('takes the middle of the times while all of them are known exactly', () => {
    const given = [5, 5, 5, 5, 5, 100, 900, 900, 900, 900, 900].flatMap((availableSeconds) =>
      deposits(1, { availableSeconds }),
    );

    const { lines } = mirror(given, [], MONTH);

    expect(lines[0]?.numbers?.medianSeconds).toBe(100);
  });

  it('takes the edge that half of the answers came within once some are weekly totals', () => {
    const weeks = foldIntoWeeks([
      ...deposits(9, { availableSeconds: 100 }),
      ...deposits(4, { availableSeconds: 9_000 }),
    ]);

    const { lines } = mirror(deposits(3, { availableSeconds: 20 }), weeks, MONTH);

    expect(lines[0]).toMatchObject({ count: 16, numbers: { medianSeconds: 120 } });
  });

  it('leaves the median out where half of the answers took longer than the last edge', () => {
    const { lines } = mirror([], foldIntoWeeks(deposits(12, { availableSeconds: 15_000 })), MONTH);

    expect(lines[0]?.numbers).not.toHaveProperty('medianSeconds');
  });

  it('counts the same whether deposits are still moments or folded into weeks', () => {
    const whole = { ...MONTH, until: MONDAY + 70 * DAY, numbers: true };

    fc.assert(
      fc.property(fc.array(fc.record({ moment: anyMoment, old: fc.boolean() }), { maxLength: 80 }), (given) => {
        const all = given.map(({ moment }) => moment);
        const [young, old] = [false, true].map((side) =>
          given.filter((one) => one.old === side).map(({ moment }) => moment),
        );
        const bare = (lines: ReturnType<typeof mirror>['lines']) =>
          lines.map(({ kind, count, numbers }) => ({ kind, count, warm: numbers?.warm }));

        const split = mirror(young ?? [], foldIntoWeeks(old ?? []), whole);

        expect(bare(split.lines)).toEqual(bare(mirror(all, [], whole).lines));
      }),
    );
  });
});
