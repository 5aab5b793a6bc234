import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../src/domain/time.ts';
import { together } from '../../src/tally/together.ts';
import { ANA, anyMoment, BEN, deposits, MONDAY } from './samples.ts';

const PARTNERS = [ANA, BEN] as const;
/** Two days after the week that began on `MONDAY` ended. */
const CLOSED = MONDAY + 9 * DAY;

const both = (ana: number, ben: number) => [...deposits(ana), ...deposits(ben, { by: BEN })];

describe('what both may read', () => {
  it.each([
    [3, 3, 'a few'],
    [3, 6, 'a few'],
    [5, 5, 'many'],
    [21, 3, 'many'],
    [12, 13, 'lots'],
  ])('says of %i and %i: %s', (ana, ben, amount) => {
    expect(together(both(ana, ben), PARTNERS, CLOSED)).toEqual({ lines: [{ kind: 'play', amount }] });
  });

  it('says nothing of a kind where one of them gave fewer than three', () => {
    expect(together(both(40, 2), PARTNERS, CLOSED).lines).toEqual([]);
    expect(together(both(2, 40), PARTNERS, CLOSED).lines).toEqual([]);
  });

  it('says nothing of a week before it has been over for two days', () => {
    expect(together(both(5, 5), PARTNERS, CLOSED - 1).lines).toEqual([]);
  });

  it('says the same all week, until the next one closes', () => {
    expect(together(both(5, 5), PARTNERS, CLOSED + 7 * DAY - 1).lines).toHaveLength(1);
    expect(together(both(5, 5), PARTNERS, CLOSED + 7 * DAY).lines).toEqual([]);
  });

  it('is alike for both', () => {
    fc.assert(
      fc.property(fc.array(anyMoment, { maxLength: 200 }), fc.nat({ max: 70 }), (moments, day) => {
        const now = MONDAY + day * DAY;

        expect(together(moments, [ANA, BEN], now)).toEqual(together(moments, [BEN, ANA], now));
      }),
    );
  });
});
