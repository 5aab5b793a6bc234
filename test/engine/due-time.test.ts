import { describe, expect, it } from 'vitest';
import type { PromisedTime } from '../../src/domain/bid-response.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { dueTime } from '../../src/engine/promises.ts';
import { partnerState, when } from '../support/dyad-state.ts';

type Case = [promised: PromisedTime, from: string, due: string, zone?: string];

const BERLIN = 'Europe/Berlin';
const part = (named: Extract<PromisedTime, { in: 'part' }>['part']): PromisedTime => ({ in: 'part', part: named });
const clock = (hour: number, minute = 0): PromisedTime => ({ in: 'clock', hour, minute });

describe('when a promise falls due', () => {
  it.each<Case>([
    [{ in: 'minutes', minutes: 20 }, '2026-11-25T14:00+01:00', '2026-11-25T14:20+01:00'],
    [{ in: 'unnamed' }, '2026-11-25T14:00+01:00', '2026-11-25T17:00+01:00'],
    [clock(17), '2026-11-25T14:00+01:00', '2026-11-25T17:00+01:00'],
    [clock(17), '2026-11-25T17:00+01:00', '2026-11-26T17:00+01:00'],
    [part('lunch'), '2026-11-25T09:00+01:00', '2026-11-25T12:30+01:00'],
    [part('afternoon'), '2026-11-25T09:00+01:00', '2026-11-25T16:00+01:00'],
    [part('evening'), '2026-11-25T09:00+01:00', '2026-11-25T19:30+01:00'],
    [part('evening'), '2026-11-25T20:00+01:00', '2026-11-26T19:30+01:00'],
    [part('tomorrow'), '2026-11-25T20:00+01:00', '2026-11-26T10:00+01:00'],
    [part('tomorrow'), '2026-11-25T09:00+01:00', '2026-11-26T10:00+01:00'],
  ])('%j said at %s: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    [part('evening'), '2026-11-25T14:00+01:00', '2026-11-25T19:30-05:00', 'America/New_York'],
    [clock(9), '2026-11-25T23:00+01:00', '2026-11-26T09:00+09:00', 'Asia/Tokyo'],
    [clock(9), '2026-11-25T23:00+01:00', '2026-11-26T09:00+05:45', 'Asia/Kathmandu'],
  ])('%j said at %s, by the promiser’s own clock: %s in %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    // The night the clocks go back has 25 hours, the one they go forward 23, and no 02:30 in it.
    [part('tomorrow'), '2026-10-24T20:00+02:00', '2026-10-25T10:00+01:00'],
    [part('tomorrow'), '2026-10-24T09:00+02:00', '2026-10-25T10:00+01:00'],
    [part('tomorrow'), '2026-03-28T09:00+01:00', '2026-03-29T10:00+02:00'],
    [part('evening'), '2026-03-28T20:00+01:00', '2026-03-29T19:30+02:00'],
    [clock(2, 30), '2026-03-28T20:00+01:00', '2026-03-29T03:30+02:00'],
    [{ in: 'minutes', minutes: 120 }, '2026-03-29T01:00+01:00', '2026-03-29T04:00+02:00'],
  ])('%j said at %s, across a change of the clocks: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it('without a time waits three hours in which the promiser is free', () => {
    const free = partnerState();
    const busy = partnerState({ busy: [{ from: when('2026-11-25T15:00'), until: when('2026-11-25T16:00') }] });

    expect(dueTime({ in: 'unnamed' }, when('2026-11-25T20:00'), free)).toBe(when('2026-11-26T09:00'));
    expect(dueTime({ in: 'unnamed' }, when('2026-11-25T14:00'), busy)).toBe(when('2026-11-25T18:00'));
  });

  it('without a time and without a free minute waits 48 hours at most', () => {
    const never = partnerState({ settings: { away: [{ from: 8 * 60, until: 22 * 60 }] } });

    expect(dueTime({ in: 'unnamed' }, when('2026-11-25T14:00'), never)).toBe(when('2026-11-27T14:00'));
  });
});
