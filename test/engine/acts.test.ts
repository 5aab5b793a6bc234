import { describe, expect, it } from 'vitest';
import type { Act } from '../../src/domain/act.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/domain/time.ts';
import { deciding, responseTo, settlesAt } from '../../src/engine/acts.ts';
import { ANA, BEN, BID_END, dyadState, openBid, partnerState, when } from '../support/dyad-state.ts';

const away = (minutes: number): Act => ({
  at: BID_END + minutes * MINUTE,
  event: `away-${minutes}`,
  reply: { turn: 'away', style: 'passive-destructive', confidence: 0.8 },
});
const toward = (minutes: number): Act => ({
  at: BID_END + minutes * MINUTE,
  event: `toward-${minutes}`,
  reply: { turn: 'toward', energy: 'attentive', style: 'active-constructive', confidence: 0.9 },
});
const against = (minutes: number): Act => ({
  at: BID_END + minutes * MINUTE,
  event: `against-${minutes}`,
  reply: { turn: 'against', style: 'active-destructive', confidence: 0.9 },
});
const foundHeart = (minutes: number): Act => ({
  foundAt: BID_END + minutes * MINUTE,
  event: 'm1',
  emoji: '❤️',
  reply: { turn: 'toward', energy: 'low', style: 'passive-constructive', confidence: 0.95 },
});

describe('the act that decides', () => {
  it('is the first that is toward or against, whatever came past the bid before', () => {
    expect(deciding([away(1), against(9), toward(5)])?.event).toBe('toward-5');
    expect(deciding([away(1), toward(9), against(5)])?.event).toBe('against-5');
  });

  it('is none while everything went past', () => {
    expect(deciding([away(1), away(2)])).toBeUndefined();
    expect(deciding([])).toBeUndefined();
  });

  it('is a dated one before a reaction that may have come at any time until later', () => {
    expect(deciding([foundHeart(30), toward(20)])?.event).toBe('toward-20');
    expect(deciding([foundHeart(30), toward(40)])?.event).toBe('m1');
  });

  it('settles at once, a reaction after the minute in which it can be taken back', () => {
    const heart = { ...toward(5), emoji: '❤️' };

    expect(settlesAt(toward(5))).toBe(BID_END + 5 * MINUTE);
    expect(settlesAt(heart)).toBe(BID_END + 5 * MINUTE + 60 * SECOND);
    expect(settlesAt(foundHeart(5))).toBe(BID_END + 5 * MINUTE);
  });
});

describe('what became of a bid', () => {
  it('is unanswered without an act, and away when the talk went on', () => {
    expect(responseTo(openBid(), dyadState())).toEqual({ turn: 'unanswered' });
    expect(responseTo(openBid({ acts: [away(1), away(2)] }), dyadState())).toMatchObject({ turn: 'away' });
  });

  it('carries how long it took', () => {
    expect(responseTo(openBid({ acts: [toward(5)] }), dyadState())).toMatchObject({
      turn: 'toward',
      latency: { latencySeconds: 300, availableSeconds: 300 },
    });
  });

  it('counts only the responder’s own free time', () => {
    const ben = partnerState({ id: BEN, busy: [{ from: BID_END + MINUTE, until: BID_END + 3 * MINUTE }] });
    const ana = partnerState({ id: ANA, busy: [{ from: BID_END, until: BID_END + HOUR }] });

    const response = responseTo(openBid({ acts: [toward(5)] }), dyadState({ partners: [ana, ben] }));

    expect(response).toMatchObject({ latency: { latencySeconds: 300, availableSeconds: 180 } });
  });

  it('counts no night', () => {
    const bid = openBid({
      endedAt: when('2026-11-25T21:00'),
      acts: [{ ...toward(0), at: when('2026-11-26T09:00') }],
    });

    expect(responseTo(bid, dyadState())).toMatchObject({
      latency: { latencySeconds: 12 * 3_600, availableSeconds: 2 * 3_600 },
    });
  });

  it('counts no time that Nod could not observe', () => {
    const unobserved = [{ from: BID_END + MINUTE, until: BID_END + 2 * MINUTE }];

    const response = responseTo(openBid({ acts: [toward(5)] }), dyadState({ unobserved }));

    expect(response).toMatchObject({ latency: { latencySeconds: 300, availableSeconds: 240 } });
  });

  it('has no latency where history does not tell what came first', () => {
    const found = responseTo(openBid({ acts: [foundHeart(30)] }), dyadState());
    const both = responseTo(openBid({ acts: [foundHeart(30), toward(20)] }), dyadState());

    expect(found).toEqual({ turn: 'toward', energy: 'low', style: 'passive-constructive', confidence: 0.95 });
    expect(both).not.toHaveProperty('latency');
  });

  it('never takes less than no time', () => {
    const bid = openBid({ endedAt: BID_END + DAY, acts: [toward(5)] });

    expect(responseTo(bid, dyadState())).toMatchObject({ latency: { latencySeconds: 0, availableSeconds: 0 } });
  });
});
