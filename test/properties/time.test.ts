import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterAvailable,
  availableSeconds,
  isQuietMinute,
  minuteOfDay,
  nextTimeOfDay,
  unavailableUntil,
} from '../../src/domain/availability.ts';
import type { DaySpan, PartnerState, Span } from '../../src/domain/dyad.ts';
import { HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { partnerState, when } from '../support/dyad-state.ts';

const RUNS = { seed: 20_261_125, numRuns: 60 };
/** A week in which Berlin and New York each change their clocks, one after the other. */
const START = when('2026-10-24T06:00:00Z');
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Asia/Tokyo', 'Pacific/Auckland'] as const;

const instant = fc.nat({ max: 9 * 24 * 60 }).map((minutes): Instant => START + minutes * MINUTE);
/** Between four in the morning and midnight: in the hour that comes twice, a wall clock names no one time. */
const minute = fc.integer({ min: 4 * 60, max: 24 * 60 - 1 });
const daySpan: fc.Arbitrary<DaySpan> = fc.record({ from: minute, until: minute });
const span: fc.Arbitrary<Span> = fc
  .tuple(instant, fc.integer({ min: 1, max: 600 }))
  .map(([from, minutes]) => ({ from, until: from + minutes * MINUTE }));

const partner: fc.Arbitrary<PartnerState> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    quiet: daySpan,
    away: fc.array(daySpan, { maxLength: 2 }),
    usual: fc.array(daySpan, { maxLength: 1 }),
    busy: fc.array(span, { maxLength: 2 }),
  })
  .map(({ busy, ...settings }) => partnerState({ settings, busy }));

const covers = (spans: readonly Span[], at: Instant) => spans.some((one) => one.from <= at && at < one.until);

function isFree(one: PartnerState, unobserved: readonly Span[], at: Instant): boolean {
  if (covers(one.busy, at) || covers(unobserved, at)) return false;
  return !isQuietMinute(one.settings, minuteOfDay(at, one.settings.zone));
}

describe('available time', () => {
  it('is the free minutes, counted one by one', () => {
    fc.assert(
      fc.property(partner, fc.array(span, { maxLength: 2 }), instant, fc.nat({ max: 48 * 60 }), (...drawn) => {
        const [one, unobserved, from, minutes] = drawn;
        let free = 0;
        for (let index = 0; index < minutes; index += 1) if (isFree(one, unobserved, from + index * MINUTE)) free += 60;

        expect(availableSeconds(one, unobserved, from, from + minutes * MINUTE)).toBe(free);
      }),
      RUNS,
    );
  });

  it('is never more than time, and adds up', () => {
    fc.assert(
      fc.property(partner, instant, fc.nat({ max: 2_000 }), fc.nat({ max: 2_000 }), (one, from, first, second) => {
        const middle = from + first * MINUTE;
        const until = middle + second * MINUTE;

        const whole = availableSeconds(one, [], from, until);
        expect(whole).toBeLessThanOrEqual((until - from) / 1_000);
        expect(whole).toBe(availableSeconds(one, [], from, middle) + availableSeconds(one, [], middle, until));
      }),
      RUNS,
    );
  });

  it('has passed exactly then, or the wait ends at its latest', () => {
    fc.assert(
      fc.property(partner, fc.array(span, { maxLength: 2 }), instant, fc.nat({ max: 600 }), (...drawn) => {
        const [one, unobserved, from, minutes] = drawn;
        const latest = from + 48 * HOUR;

        const then = afterAvailable(one, unobserved, { from, time: minutes * MINUTE, latest });

        expect(then).toBeLessThanOrEqual(latest);
        const passed = availableSeconds(one, unobserved, from, then);
        if (then < latest) expect(passed).toBe(minutes * 60);
        else expect(passed).toBeLessThanOrEqual(minutes * 60);
      }),
      RUNS,
    );
  });
});

describe('the end of a time in which somebody is not available', () => {
  it('is a time in which they are, and there is none while they are', () => {
    fc.assert(
      fc.property(partner, instant, (one, at) => {
        const until = unavailableUntil(one, at);

        if (until === undefined) expect(isFree(one, [], at)).toBe(true);
        else {
          expect(isFree(one, [], at)).toBe(false);
          expect(until).toBeGreaterThan(at);
          if (Number.isFinite(until)) expect(isFree(one, [], until)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('the next time of day', () => {
  it('is later, within a day and an hour, and shows on the clock there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), instant, minute, (zone, at, wanted) => {
        const next = nextTimeOfDay(at, zone, wanted);

        expect(next).toBeGreaterThan(at);
        expect(next).toBeLessThanOrEqual(at + 25 * HOUR);
        expect(minuteOfDay(next, zone)).toBe(wanted);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });
});
