import { describe, expect, it } from 'vitest';
import { nextDue } from '../../src/coach/consider.ts';
import type { DyadState, OpenBid, PartnerState } from '../../src/domain/dyad.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { ANA, BEN, BID_END, dyadState, openBid, openPromise, partnerState } from '../support/dyad-state.ts';

/** Something else was said a minute after it. */
const passedOver = (changes: Partial<OpenBid> = {}) => openBid({ passedAt: BID_END + MINUTE, ...changes });

/** Ana, and Ben as the test wants him. */
const couple = (ben: Partial<PartnerState>, state: Partial<DyadState>) =>
  dyadState({ partners: [partnerState({ id: ANA }), partnerState({ id: BEN, ...ben })], ...state });

describe('nextDue', () => {
  it('waits for nothing where nothing is open', () => {
    expect(nextDue(dyadState())).toBeUndefined();
  });

  it.each([
    { about: 'a worry passed over', bid: passedOver({ kind: 'vulnerability' }), minutes: 10 },
    { about: 'good news passed over', bid: passedOver(), minutes: 15 },
    ...(['affection', 'request', 'interest', 'attention', 'play'] as const).map((kind) => ({
      about: `${kind} passed over`,
      bid: passedOver({ kind }),
      minutes: 30,
    })),
    { about: 'good news in silence', bid: openBid(), minutes: 120 },
  ])('is the time at which $about comes due', ({ bid, minutes }) => {
    expect(nextDue(dyadState({ bids: [bid] }))).toBe(BID_END + minutes * MINUTE);
  });

  it('is the time of the promise', () => {
    expect(nextDue(dyadState({ promises: [openPromise()] }))).toBe(BID_END + 3 * HOUR);
  });

  it('is the earliest of several', () => {
    const bids = [openBid({ seq: 1 }), passedOver({ seq: 2, kind: 'vulnerability' })];

    expect(nextDue(dyadState({ bids, promises: [openPromise()] }))).toBe(BID_END + 10 * MINUTE);
  });

  it('does not wait for somebody to be seen: that is an event', () => {
    expect(nextDue(couple({ seenAt: BID_END - HOUR }, { bids: [openBid()] }))).toBeUndefined();
  });

  it('is when half of the window has gone', () => {
    const halfAt = BID_END + 3 * HOUR; // an hour of it was busy

    expect(nextDue(couple({}, { bids: [openBid({ halfAt })] }))).toBe(halfAt);
  });

  it('is when a gate opens again, for what is due already', () => {
    const busy = [{ from: BID_END, until: BID_END + 50 * MINUTE }];
    const nudgedAt = [BID_END - 10 * MINUTE];
    const settings = { ...partnerState().settings, nudgesPerDay: 2 };
    const late = { time: BID_END + 20 * MINUTE, bids: [passedOver()] };

    expect(nextDue(couple({ busy }, late))).toBe(BID_END + 50 * MINUTE);
    expect(nextDue(couple({ settings, nudgedAt }, late))).toBe(BID_END + 35 * MINUTE);
  });

  it('opens a gate again for newcomers where there is no quiet start', () => {
    const nudgedAt = [BID_END - 10 * MINUTE];
    const newcomer = couple(
      { nudgedAt, consentedAt: BID_END - HOUR },
      { time: BID_END + 20 * MINUTE, bids: [passedOver()] },
    );

    expect(nextDue(newcomer)).toBe(BID_END + 35 * MINUTE);
  });

  it('is never in the past', () => {
    const state = dyadState({ time: BID_END + HOUR, bids: [passedOver({ intensity: 0.1 })] });

    expect(nextDue(state)).toBeUndefined();
  });

  it('leaves out what would come due just when its window is over', () => {
    const closesAt = BID_END + 2 * HOUR;

    expect(nextDue(dyadState({ bids: [openBid({ closesAt })] }))).toBeUndefined();
    expect(nextDue(dyadState({ bids: [openBid({ closesAt: closesAt + 1 })] }))).toBe(closesAt);
  });

  it('leaves out what would come due after its window', () => {
    const [halfAt, closesAt] = [BID_END + 42 * HOUR, BID_END + 41 * HOUR];
    const neverEnough = couple({}, { bids: [openBid({ halfAt, closesAt })] });

    expect(nextDue(neverEnough)).toBeUndefined();
  });
});
