import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { BidResponse, Style } from '../../src/domain/bid-response.ts';
import { DEPOSIT_STYLES, type Moment } from '../../src/domain/moment.ts';
import { toMoment } from '../../src/tally/record.ts';
import { BEN, MONDAY } from './samples.ts';

const BID = { seq: 7, endedAt: MONDAY + 1_999, kind: 'vulnerability' } as const;
const TOWARD = { turn: 'toward', energy: 'attentive', confidence: 0.9 } as const;

describe('what is written down of a closed bid', () => {
  it('is the deposit of the responder, to the second', () => {
    const response: BidResponse = {
      ...TOWARD,
      style: 'exploring',
      latency: { latencySeconds: 900, availableSeconds: 300 },
    };

    expect(toMoment(BID, response, BEN)).toEqual({
      seq: 7,
      at: MONDAY + 1_000,
      by: BEN,
      kind: 'vulnerability',
      energy: 'attentive',
      style: 'exploring',
      availableSeconds: 300,
      prompted: false,
    });
  });

  it('is marked when a nudge went before it', () => {
    expect(toMoment({ ...BID, nudged: true }, TOWARD, BEN)).toMatchObject({ prompted: true });
  });

  it('has no time where history does not tell, and never the wall time', () => {
    const response: BidResponse = { ...TOWARD, latency: { latencySeconds: 900, availableSeconds: 0 } };

    expect(toMoment(BID, TOWARD, BEN)).not.toHaveProperty('availableSeconds');
    expect(toMoment(BID, response, BEN)).toMatchObject({ availableSeconds: 0 });
  });

  it('is nothing for anything but a turn toward', () => {
    const others: BidResponse[] = [
      { turn: 'unanswered' },
      { turn: 'away', confidence: 0.9 },
      { turn: 'away', style: 'dismissing', confidence: 0.9 },
      { turn: 'against', confidence: 0.9, latency: { latencySeconds: 5, availableSeconds: 5 } },
      { turn: 'against', style: 'rejecting', confidence: 0.9 },
    ];

    expect(others.map((response) => toMoment(BID, response, BEN))).toEqual(others.map(() => undefined));
  });

  it('is nothing for a rejected repair, even one that was read as turning toward', () => {
    expect(toMoment({ ...BID, kind: 'repair' }, { ...TOWARD, style: 'rejecting' }, BEN)).toBeUndefined();
  });

  it('counts a kind minimizing answer, and leaves its style out', () => {
    const moment = toMoment(BID, { ...TOWARD, style: 'minimizing' }, BEN);

    expect(moment).toMatchObject({ kind: 'vulnerability', energy: 'attentive' });
    expect(moment).not.toHaveProperty('style');
  });

  it('never carries a style that says something against the giver', () => {
    const styles: Style[] = [
      'active-destructive',
      'passive-destructive',
      'dismissing',
      'deflecting',
      ...DEPOSIT_STYLES,
    ];

    fc.assert(
      fc.property(fc.constantFrom(...styles), (style) => {
        const moment = toMoment(BID, { ...TOWARD, style }, BEN);

        expect([undefined, ...DEPOSIT_STYLES]).toContain(moment?.style);
      }),
    );
  });

  it('has no words for anything but a deposit', () => {
    type Unkind = Extract<Moment['style'], 'minimizing' | 'dismissing' | 'deflecting' | 'rejecting'>;

    expectTypeOf<Unkind>().toBeNever();
    expectTypeOf<Moment>().not.toHaveProperty('turn');
  });
});
