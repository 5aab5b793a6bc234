import fc from 'fast-check';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { ENERGIES } from '../../src/domain/bid-response.ts';
import { partnerId } from '../../src/domain/ids.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { DAY, type Instant, SECOND } from '../../src/domain/time.ts';

export const ANA = partnerId(1);
export const BEN = partnerId(2);
/** A Monday, midnight UTC. */
export const MONDAY: Instant = Date.UTC(2026, 10, 2);

/** Deposits alike but for what is said, one a minute. */
export function deposits(count: number, changes: Partial<Moment> = {}): Moment[] {
  return Array.from({ length: count }, (_, seq) => ({
    seq,
    at: MONDAY + seq * 60 * SECOND,
    by: ANA,
    kind: 'play',
    energy: 'attentive',
    prompted: false,
    ...changes,
  }));
}

/** Any deposit of the two, within eight weeks. */
export const anyMoment: fc.Arbitrary<Moment> = fc
  .record({
    seq: fc.nat(),
    second: fc.nat({ max: (56 * DAY) / SECOND }),
    by: fc.constantFrom(ANA, BEN),
    kind: fc.constantFrom(...BID_KINDS),
    energy: fc.constantFrom(...ENERGIES),
    seconds: fc.option(fc.nat({ max: 50_000 }), { nil: undefined }),
    prompted: fc.boolean(),
  })
  .map(({ second, seconds, ...moment }) => ({
    ...moment,
    at: MONDAY + second * SECOND,
    ...(seconds === undefined ? {} : { availableSeconds: seconds }),
  }));
