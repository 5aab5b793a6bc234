import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Considered, consider, nextDue } from '../../src/coach/consider.ts';
import { dayOf, isQuietMinute, minuteOfDay } from '../../src/domain/availability.ts';
import type { DyadState, OpenBid, PartnerSettings, PartnerState } from '../../src/domain/dyad.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { ANA, BEN, dyadState, openBid, partnerState, when } from '../support/dyad-state.ts';

/** Whole weeks of a couple who never answer a thing: the budget must hold whatever the rules see. */

const START = when('2026-10-20T12:00+02:00'); // the clocks go back on the 25th
const DAYS = 14;
/** Sixty bids come due, open a gate or two and are settled; whoever looks more often never comes to rest. */
const MOST_LOOKS = 1_000;

interface Whisper {
  readonly at: Instant;
  readonly to: number;
  readonly bidSeq: number;
}

/** The smallest engine: settles verdicts, then sleeps until the next bid or the next due time. */
function live(bids: readonly OpenBid[], settings: PartnerSettings): readonly Whisper[] {
  const side = { settings, seenAt: START, wroteAt: START, consentedAt: START - 30 * DAY };
  let state = dyadState({
    time: START,
    partners: [partnerState({ id: ANA, ...side }), partnerState({ id: BEN, ...side })],
  });
  const whispers: Whisper[] = [];
  const coming = [...bids].sort((one, other) => one.endedAt - other.endedAt);
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const next = Math.min(coming[0]?.endedAt ?? Number.POSITIVE_INFINITY, nextDue(state) ?? Number.POSITIVE_INFINITY);
    if (next === Number.POSITIVE_INFINITY) return whispers;
    expect(next).toBeGreaterThanOrEqual(state.time);
    if (coming[0]?.endedAt === next) state = withBid(state, coming.shift() as OpenBid);
    state = settle({ ...state, time: next }, whispers);
  }
  throw new RangeError(`still looking after ${MOST_LOOKS} times`);
}

function withBid(state: DyadState, bid: OpenBid): DyadState {
  const open = [...state.bids, bid].filter(({ closesAt }) => closesAt > bid.endedAt);
  return {
    ...state,
    bids: open,
    partners: both(state, (partner) => ({ ...partner, seenAt: bid.endedAt, wroteAt: bid.endedAt })),
  };
}

function settle(state: DyadState, whispers: Whisper[]): DyadState {
  const considered = consider(state, state.time, { chance: () => 0.5, options: { quietStart: true } });
  return considered.reduce((now, one) => settleOne(now, one, whispers), state);
}

function settleOne(state: DyadState, one: Considered, whispers: Whisper[]): DyadState {
  const { moment, verdict } = one;
  if (verdict === 'silent' && one.until !== undefined) {
    expect(one.until).toBeGreaterThan(state.time);
    return state;
  }
  const nudged = verdict === 'nudge';
  if (nudged) whispers.push({ at: state.time, to: moment.to, bidSeq: moment.bidSeq });
  return {
    ...state,
    partners: both(state, (partner) =>
      nudged && partner.id === moment.to ? { ...partner, nudgedAt: [...partner.nudgedAt, state.time] } : partner,
    ),
    bids: state.bids.map((bid) =>
      bid.seq === moment.bidSeq
        ? { ...bid, considered: [...bid.considered, moment.reason], ...(nudged ? { nudged } : {}) }
        : bid,
    ),
  };
}

function both(state: DyadState, patch: (partner: PartnerState) => PartnerState): DyadState['partners'] {
  return [patch(state.partners[0]), patch(state.partners[1])];
}

const arbitraryBids = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: DAYS * 24 * 60 }),
      by: fc.constantFrom(ANA, BEN),
      kind: fc.constantFrom('good-news', 'vulnerability', 'request'),
      intensity: fc.constantFrom(0.4, 0.6, 0.9),
      passed: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
    { minLength: 20, maxLength: 60 },
  )
  .map((bids) =>
    bids.map(({ minute, passed, ...bid }, index) => {
      const endedAt = START + minute * MINUTE;
      const passedAt = passed === null ? {} : { passedAt: endedAt + passed * MINUTE };
      return openBid({ ...bid, seq: index + 1, endedAt, closesAt: endedAt + 16 * HOUR, ...passedAt });
    }),
  );

const arbitrarySettings = fc
  .record({
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
    nudgesPerDay: fc.integer({ min: 0, max: 2 }),
    from: fc.integer({ min: 20 * 60, max: 23 * 60 }),
  })
  .map(({ zone, nudgesPerDay, from }): PartnerSettings => {
    return { ...everythingOn(zone), nudgesPerDay, quiet: { from, until: 8 * 60 } };
  });

describe('two weeks without a single answer', () => {
  it('never go beyond the budget of either, never disturb a night, and always come to rest', () => {
    let most = 0;

    fc.assert(
      fc.property(arbitraryBids, arbitrarySettings, (bids, settings) => {
        const whispers = live(bids, settings);

        for (const to of [ANA, BEN]) {
          const times = whispers.filter((one) => one.to === to).map(({ at }) => at);
          most = Math.max(most, times.length);
          for (const at of times) {
            const sameDay = times.filter((other) => dayOf(other, settings.zone) === dayOf(at, settings.zone));
            expect(sameDay.length).toBeLessThanOrEqual(settings.nudgesPerDay);
            expect(times.filter((other) => other >= at && other < at + 7 * DAY).length).toBeLessThanOrEqual(4);
            expect(times.filter((other) => other > at && other < at + 45 * MINUTE)).toEqual([]);
            expect(isQuietMinute(settings, minuteOfDay(at, settings.zone))).toBe(false);
          }
        }
        expect(new Set(whispers.map(({ bidSeq }) => bidSeq)).size).toBe(whispers.length);
      }),
      { numRuns: 15, seed: 42 },
    );

    expect(most).toBeGreaterThan(4); // the weeks were busy enough to mean something
  });
});
