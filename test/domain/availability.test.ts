import { describe, expect, it } from 'vitest';
import {
  afterAvailable,
  availableSeconds,
  dayOf,
  isQuietMinute,
  isZone,
  nextTimeOfDay,
  nextWeekTime,
  unavailableUntil,
} from '../../src/domain/availability.ts';
import type { PartnerSettings } from '../../src/domain/dyad.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { partnerState, when } from '../support/dyad-state.ts';

const settings = (changes: Partial<PartnerSettings>): PartnerSettings => ({
  ...everythingOn('Europe/Berlin'),
  ...changes,
});
const span = (from: number, until: number) => ({ from: from * 60, until: until * 60 });

describe('quiet minutes', () => {
  it.each([
    [21 * 60 + 59, false],
    [22 * 60, true],
    [0, true],
    [7 * 60 + 59, true],
    [8 * 60, false],
  ])('by default: minute %i of the day, %s', (minute, quiet) => {
    expect(isQuietMinute(settings({}), minute)).toBe(quiet);
  });

  it('are the hours one cannot answer as well', () => {
    const at = settings({ away: [span(9, 12), span(13, 17)] });

    expect([9, 11, 12, 13, 17].map((hour) => isQuietMinute(at, hour * 60))).toEqual([true, true, false, true, false]);
  });

  it('are none in the hours in which the two usually talk, unless one is away', () => {
    const late = settings({ usual: [span(21, 23)], away: [{ from: 22 * 60 + 30, until: 22 * 60 + 45 }] });

    expect([22 * 60, 22 * 60 + 30, 23 * 60].map((minute) => isQuietMinute(late, minute))).toEqual([false, true, true]);
  });

  it('are none where the quiet hours end when they begin', () => {
    expect(isQuietMinute(settings({ quiet: span(22, 22) }), 22 * 60)).toBe(false);
  });
});

describe('the end of a time in which somebody is not available', () => {
  it('is the morning, for somebody asleep', () => {
    expect(unavailableUntil(partnerState(), when('2026-11-25T23:00'))).toBe(when('2026-11-26T08:00'));
    expect(unavailableUntil(partnerState(), when('2026-11-25T14:00'))).toBeUndefined();
  });

  it('follows on from sleep to work to being busy', () => {
    const at = partnerState({
      settings: { away: [span(8, 12)] },
      busy: [{ from: when('2026-11-26T12:00'), until: when('2026-11-26T12:30') }],
    });

    expect(unavailableUntil(at, when('2026-11-25T23:00'))).toBe(when('2026-11-26T12:30'));
  });

  it('never comes where the settings leave no free minute', () => {
    expect(unavailableUntil(partnerState({ settings: { away: [span(8, 22)] } }), when('2026-11-25T14:00'))).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('is on time the morning after the clocks changed', () => {
    expect(unavailableUntil(partnerState(), when('2026-10-24T23:00+02:00'))).toBe(when('2026-10-25T08:00+01:00'));
    expect(unavailableUntil(partnerState(), when('2026-03-28T23:00+01:00'))).toBe(when('2026-03-29T08:00+02:00'));
  });
});

describe('available time', () => {
  it('is the whole of an afternoon, and none of a night', () => {
    expect(availableSeconds(partnerState(), [], when('2026-11-25T14:00'), when('2026-11-25T15:00'))).toBe(3_600);
    expect(availableSeconds(partnerState(), [], when('2026-11-25T23:00'), when('2026-11-26T07:00'))).toBe(0);
  });

  it('leaves out what overlaps only once', () => {
    const from = when('2026-11-25T14:00');
    const busy = partnerState({ busy: [{ from, until: from + HOUR }] });

    const unobserved = [{ from: from + 30 * MINUTE, until: from + 90 * MINUTE }];

    expect(availableSeconds(busy, unobserved, from, from + 2 * HOUR)).toBe(30 * 60);
  });

  it('that has to pass ends at the latest, also for somebody who is never free', () => {
    const never = partnerState({ settings: { away: [span(8, 22)] } });
    const from = when('2026-11-25T14:00');

    expect(afterAvailable(never, [], { from, time: HOUR, latest: from + 48 * HOUR })).toBe(from + 48 * HOUR);
    expect(afterAvailable(partnerState(), [], { from, time: 0, latest: from + HOUR })).toBe(from);
  });
});

describe('the clock of a zone', () => {
  it('tells the day there', () => {
    const at = when('2026-11-25T23:30+01:00');

    expect(dayOf(at, 'Europe/Berlin')).toBe('2026-11-25');
    expect(dayOf(at, 'Asia/Tokyo')).toBe('2026-11-26');
  });

  it('shows a time of day next strictly later', () => {
    const at = when('2026-11-25T14:00');

    expect(nextTimeOfDay(at, 'Europe/Berlin', 14 * 60)).toBe(when('2026-11-26T14:00'));
    expect(nextTimeOfDay(at - 1, 'Europe/Berlin', 14 * 60)).toBe(at);
  });

  it('is known by its name alone', () => {
    expect(['Europe/Berlin', 'UTC', 'Mars/Base', ''].map(isZone)).toEqual([true, true, false, false]);
  });
});

describe('a time of the week', () => {
  const SUNDAY_EVENING = { day: 7, minute: 18 * 60 + 30 };

  it('is the next one, and a week later at that very instant', () => {
    const sunday = when('2026-11-29T18:30');

    expect(nextWeekTime(when('2026-11-25T14:00'), 'Europe/Berlin', SUNDAY_EVENING)).toBe(sunday);
    expect(nextWeekTime(sunday - 1, 'Europe/Berlin', SUNDAY_EVENING)).toBe(sunday);
    expect(nextWeekTime(sunday, 'Europe/Berlin', SUNDAY_EVENING)).toBe(when('2026-12-06T18:30'));
  });

  it('is told by the calendar of the zone, where it may be another day already', () => {
    const mondayInAuckland = when('2026-11-29T20:00Z');

    expect(nextWeekTime(mondayInAuckland, 'Pacific/Auckland', SUNDAY_EVENING)).toBe(when('2026-12-06T18:30+13:00'));
    expect(nextWeekTime(mondayInAuckland, 'America/New_York', SUNDAY_EVENING)).toBe(when('2026-11-29T18:30-05:00'));
  });

  it('comes later that day where the clocks skip it', () => {
    const skipped = { day: 7, minute: 2 * 60 + 30 };

    expect(nextWeekTime(when('2027-03-26T12:00'), 'Europe/Berlin', skipped)).toBe(when('2027-03-28T03:30+02:00'));
  });
});
