import { describe, expect, it } from 'vitest';
import { consider, nextDue } from '../../src/coach/consider.ts';
import { isSureEnough, type Sureness } from '../../src/coach/gates/certainty.ts';
import { followUp } from '../../src/coach/rules/follow-up.ts';
import { moreToSay } from '../../src/coach/rules/more-to-say.ts';
import { addedAgainFrom } from '../../src/coach/rules/patience.ts';
import type { AnsweredBid, DyadState, PartnerState } from '../../src/domain/dyad.ts';
import { FOLLOW_UP, MORE_TO_SAY } from '../../src/domain/settings.ts';
import { DAY, HOUR, MINUTE } from '../../src/domain/time.ts';
import {
  ANA,
  answeredBid,
  BEN,
  BID_END,
  dyadState,
  openBid,
  openPromise,
  partnerState,
  when,
} from '../support/dyad-state.ts';
import { bensSettings, whispering } from './gate-cases.ts';

const CHEERS: PartnerState['usualJoy'] = { mean: 1.6, count: 20 };

function dueFor(
  answered: Partial<AnsweredBid>,
  { usualJoy = CHEERS, time = BID_END }: { usualJoy?: PartnerState['usualJoy']; time?: number } = {},
) {
  const bid = answeredBid({ energy: 'low', ...answered });
  const partners = [partnerState({ id: ANA }), partnerState({ id: BEN, ...(usualJoy ? { usualJoy } : {}) })] as const;
  return moreToSay.dueAt(dyadState({ time, partners, answered: [bid] }), bid);
}

describe('more to say', () => {
  it('is about news at least this great', () => {
    const [at, below] = [MORE_TO_SAY.intensity, MORE_TO_SAY.intensity - 0.01].map((intensity) => dueFor({ intensity }));

    expect(at).toBe(when('2026-11-25T19:30'));
    expect(below).toBeUndefined();
  });

  it('is below what they usually give, once that is known', () => {
    const { belowUsual: mean, knownFrom: count } = MORE_TO_SAY;

    expect(dueFor({}, { usualJoy: { mean, count } })).toBeDefined();
    expect(dueFor({}, { usualJoy: { mean: mean - 0.01, count } })).toBeUndefined();
    expect(dueFor({}, { usualJoy: { mean, count: count - 1 } })).toBeUndefined();
  });

  it('comes in the evening, at the earliest an hour after the answer', () => {
    const answered = (clock: string) =>
      dueFor({ endedAt: when(clock), answeredAt: when(clock) }, { time: when(clock) });

    expect(answered('2026-11-25T18:29')).toBe(when('2026-11-25T19:30'));
    expect(answered('2026-11-25T18:45')).toBe(when('2026-11-25T19:45'));
    expect(answered('2026-11-25T19:30')).toBe(when('2026-11-25T20:30'));
    expect(answered('2026-11-25T20:29')).toBe(when('2026-11-25T21:29'));
  });

  it('does not come once the evening is over, or the day', () => {
    const answered = (clock: string) =>
      dueFor({ endedAt: when(clock), answeredAt: when(clock) }, { time: when(clock) });

    expect(answered('2026-11-25T20:30')).toBeUndefined();
    expect(answered('2026-11-25T23:30')).toBeUndefined();
    expect(dueFor({}, { time: when('2026-11-25T21:29') })).toBeDefined();
    expect(dueFor({}, { time: when('2026-11-25T21:30') })).toBeUndefined();
    expect(dueFor({}, { time: when('2026-11-26T19:45') })).toBeUndefined();
  });
});

describe('a question the day after', () => {
  const dueAt = (answered: Partial<AnsweredBid>, more: Partial<DyadState> = {}) => {
    const bid = answeredBid(answered);
    return followUp.dueAt(dyadState({ answered: [bid], ...more }), bid);
  };

  it('is about something at least this great, good or hard', () => {
    expect(dueAt({ intensity: FOLLOW_UP.intensity })).toBe(when('2026-11-26T10:00'));
    expect(dueAt({ intensity: FOLLOW_UP.intensity, kind: 'vulnerability' })).toBeDefined();
    expect(dueAt({ intensity: FOLLOW_UP.intensity - 0.01 })).toBeUndefined();
  });

  it('is over at eight in the evening', () => {
    expect(dueAt({}, { time: when('2026-11-26T20:00') - 1 })).toBeDefined();
    expect(dueAt({}, { time: when('2026-11-26T20:00') })).toBeUndefined();
  });

  it('leaves to a promise what was promised, and nothing else', () => {
    expect(dueAt({}, { promises: [openPromise()] })).toBeUndefined();
    expect(dueAt({}, { promises: [openPromise({ bidSeq: 2 })] })).toBeDefined();
  });
});

describe('what was added lately', () => {
  const at = (ago: number, reason: 'more-to-say' | 'follow-up' = 'follow-up') => ({ reason, at: BID_END - ago });
  const told = partnerState({
    addedAt: [at(6 * DAY), at(5 * DAY), at(2 * DAY, 'more-to-say'), at(HOUR), at(MINUTE, 'more-to-say')],
  });

  it('may be added to again when fewer of that reason lie in the seven days before', () => {
    expect(addedAgainFrom(told, 'follow-up', 1)).toBe(BID_END - HOUR + 7 * DAY);
    expect(addedAgainFrom(told, 'follow-up', 2)).toBe(BID_END - 5 * DAY + 7 * DAY);
    expect(addedAgainFrom(told, 'more-to-say', 2)).toBe(BID_END - 2 * DAY + 7 * DAY);
    expect(addedAgainFrom(told, 'more-to-say', 3)).toBe(Number.NEGATIVE_INFINITY);
    expect(addedAgainFrom(partnerState(), 'follow-up', 1)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('names an instant at which Nod looks by itself, whoever else makes it look', () => {
    const bid = answeredBid();
    const ben = partnerState({ id: BEN, addedAt: [{ reason: 'follow-up', at: when('2026-11-19T11:15') }] });
    const state = dyadState({ partners: [partnerState({ id: ANA }), ben], answered: [bid] });

    expect(nextDue(state)).toBe(when('2026-11-26T11:15'));
  });

  it('keeps back to the end what is over before', () => {
    const bid = answeredBid({ energy: 'low' });
    const twice = [when('2026-11-18T21:30'), when('2026-11-20T19:30')];
    const addedAt = [
      { reason: 'follow-up' as const, at: when('2026-11-19T20:00') },
      ...twice.map((then) => ({ reason: 'more-to-say' as const, at: then })),
    ];
    const ben = partnerState({ id: BEN, usualJoy: CHEERS, addedAt });

    expect(nextDue(dyadState({ partners: [partnerState({ id: ANA }), ben], answered: [bid] }))).toBeUndefined();
  });
});

describe('how sure Nod has to be', () => {
  const verdict = (confidence: number, jokes: number) => {
    const state = bensSettings({ jokes: { 'good-news': jokes } })(whispering('silence'));
    const sure = { ...state, bids: [openBid({ confidence })] };
    const [first] = consider(sure, sure.time, { chance: () => 0, options: { quietStart: true } });
    return first?.verdict;
  };

  it('rises with each joke of that kind, up to nearly sure', () => {
    expect([verdict(0.8, 0), verdict(0.8, 1), verdict(0.86, 1), verdict(0.86, 2), verdict(0.91, 2)]).toEqual([
      'nudge',
      'silent',
      'nudge',
      'silent',
      'nudge',
    ]);
    expect([verdict(0.97, 50), verdict(0.96, 50)]).toEqual(['nudge', 'silent']);
  });

  it('is asked once more after a second opinion, each of three by itself', () => {
    const sure = { kind: 'good-news', intensity: 0.5, readingConfidence: 0.8, pairingConfidence: 0.7 } as const;
    const { pairingConfidence: _, ...unanswered } = sure;
    const ben = partnerState({ id: BEN });
    const enough = (changes: Partial<Record<keyof typeof sure, number>>) =>
      isSureEnough({ ...sure, ...changes } as Sureness, ben);

    expect([isSureEnough(sure, ben), isSureEnough(unanswered, ben)]).toEqual([true, true]);
    expect(enough({ intensity: 0.49 })).toBe(false);
    expect(enough({ readingConfidence: 0.79 })).toBe(false);
    expect(enough({ pairingConfidence: 0.69 })).toBe(false);
  });
});
