import { describe, expect, it } from 'vitest';
import type { PromisedTime } from '../../src/domain/bid-response.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { dueTime } from '../../src/engine/due-time.ts';
import { partnerState, when } from '../support/dyad-state.ts';

type Case = [promised: PromisedTime, from: string, due: string, zone?: string];

const BERLIN = 'Europe/Berlin';
const part = (named: Extract<PromisedTime, { in: 'part' }>['part']): PromisedTime => ({ in: 'part', part: named });
const clock = (hour: number, minute = 0): PromisedTime => ({ in: 'clock', hour, minute });
const open = (hour: number) => ({ in: 'clock', hour, minute: 0, halfOpen: true }) as const;

describe('when a promise falls due', () => {
  it.each<Case>([
    [{ in: 'minutes', minutes: 20 }, '2026-11-25T14:00+01:00', '2026-11-25T14:20+01:00'],
    [{ in: 'unnamed' }, '2026-11-25T14:00+01:00', '2026-11-25T17:00+01:00'],
    [clock(17), '2026-11-25T14:00+01:00', '2026-11-25T17:00+01:00'],
    [clock(17), '2026-11-25T17:00+01:00', '2026-11-26T17:00+01:00'],
    [part('lunch'), '2026-11-25T09:00+01:00', '2026-11-25T12:30+01:00'],
    [part('afternoon'), '2026-11-25T09:00+01:00', '2026-11-25T16:00+01:00'],
    [part('evening'), '2026-11-25T09:00+01:00', '2026-11-25T19:30+01:00'],
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
    [{ in: 'part', part: 'evening', tomorrow: true }, '2026-03-28T20:00+01:00', '2026-03-29T19:30+02:00'],
    [clock(2, 30), '2026-03-28T20:00+01:00', '2026-03-29T03:30+02:00'],
    [{ in: 'minutes', minutes: 120 }, '2026-03-29T01:00+01:00', '2026-03-29T04:00+02:00'],
  ])('%j said at %s, across a change of the clocks: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    [part('lunch'), '2026-11-25T12:30+01:00', '2026-11-25T15:30+01:00'],
    [part('lunch'), '2026-11-25T12:40+01:00', '2026-11-25T15:40+01:00'],
    [part('afternoon'), '2026-11-25T16:20+01:00', '2026-11-25T19:20+01:00'],
    [part('evening'), '2026-11-25T19:31+01:00', '2026-11-26T08:31+01:00'], // 22:00 to 08:00 is quiet
  ])('%j said at %s, when it has begun, three free hours on: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    [part('tomorrow'), '2026-11-26T00:20+01:00', '2026-11-26T10:00+01:00'],
    [{ in: 'part', part: 'evening', tomorrow: true }, '2026-11-26T03:59+01:00', '2026-11-26T19:30+01:00'],
    [{ in: 'clock', hour: 18, minute: 0, tomorrow: true }, '2026-11-26T00:20+01:00', '2026-11-26T18:00+01:00'],
    [{ in: 'clock', hour: 18, minute: 0, tomorrow: true }, '2026-11-26T04:00+01:00', '2026-11-27T18:00+01:00'],
  ])('%j said at %s, before a night’s sleep or after: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    [part('lunch'), '2026-11-25T14:30+01:00', '2026-11-26T12:30+01:00'],
    [part('afternoon'), '2026-11-25T18:00+01:00', '2026-11-26T16:00+01:00'],
    [part('evening'), '2026-11-26T00:10+01:00', '2026-11-26T19:30+01:00'],
  ])('%j said at %s, when today’s is over, is the next one: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    [open(11), '2026-11-25T09:15+01:00', '2026-11-25T11:00+01:00'],
    [open(11), '2026-11-25T12:00+01:00', '2026-11-26T11:00+01:00'],
    [open(7), '2026-11-25T14:00+01:00', '2026-11-25T19:00+01:00'],
    [open(7), '2026-11-25T21:00+01:00', '2026-11-26T19:00+01:00'],
    [open(9), '2026-11-25T14:00+01:00', '2026-11-25T21:00+01:00'],
    [open(9), '2026-11-25T21:30+01:00', '2026-11-26T09:00+01:00'],
    [open(12), '2026-11-25T10:00+01:00', '2026-11-25T12:00+01:00'],
    [open(12), '2026-11-25T13:00+01:00', '2026-11-26T12:00+01:00'],
    [{ ...open(6), tomorrow: true }, '2026-11-25T14:00+01:00', '2026-11-26T18:00+01:00'],
    [{ ...open(9), tomorrow: true }, '2026-11-25T08:00+01:00', '2026-11-26T09:00+01:00'],
  ])('%j said at %s is the next such hour that is not quiet: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    // The 25th of November 2026 is a Wednesday.
    [{ in: 'day', day: { weekday: 5 } }, '2026-11-25T14:00+01:00', '2026-11-27T10:00+01:00'],
    [{ in: 'day', day: { weekday: 5 }, at: 'evening' }, '2026-11-25T14:00+01:00', '2026-11-27T19:30+01:00'],
    [{ in: 'day', day: { weekday: 6 }, at: 'morning' }, '2026-11-27T14:00+01:00', '2026-11-28T10:00+01:00'],
    [{ in: 'day', day: { weekday: 6 }, at: 'lunch' }, '2026-11-27T14:00+01:00', '2026-11-28T12:30+01:00'],
    [
      { in: 'day', day: { weekday: 5 }, at: { hour: 18, minute: 30 } },
      '2026-11-26T14:00+01:00',
      '2026-11-27T18:30+01:00',
    ],
    [
      { in: 'day', day: { weekday: 5 }, at: { hour: 7, minute: 0, halfOpen: true } },
      '2026-11-26T14:00+01:00',
      '2026-11-27T19:00+01:00',
    ],
    [{ in: 'day', day: { weekday: 5, next: true } }, '2026-11-25T14:00+01:00', '2026-12-04T10:00+01:00'],
    [{ in: 'day', day: { weekday: 1, next: true } }, '2026-11-28T14:00+01:00', '2026-11-30T10:00+01:00'],
    [
      { in: 'day', day: { weekday: 1, next: true }, at: { hour: 0, minute: 0 } },
      '2026-11-28T14:00+01:00',
      '2026-11-30T00:00+01:00',
    ],
    [{ in: 'day', day: { weekend: true } }, '2026-11-27T21:00+01:00', '2026-11-28T10:00+01:00'],
    [{ in: 'day', day: { weekend: true, next: true } }, '2026-11-29T21:00+01:00', '2026-12-05T10:00+01:00'],
    [{ in: 'day', day: { week: true, next: true } }, '2026-11-29T14:00+01:00', '2026-11-30T10:00+01:00'],
    // Seen from Tokyo it is Friday already, seen from Los Angeles still Thursday.
    [{ in: 'day', day: { weekday: 6 } }, '2026-11-26T20:00+01:00', '2026-11-28T10:00+09:00', 'Asia/Tokyo'],
    [{ in: 'day', day: { weekday: 5 } }, '2026-11-27T05:00+01:00', '2026-11-27T10:00-08:00', 'America/Los_Angeles'],
  ])('%j said at %s is on that day: %s in %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    // Clocks go back in the night to Sunday, 25 October 2026, and forward in the one to Sunday, 29 March.
    [{ in: 'day', day: { weekday: 7 } }, '2026-10-24T14:00+02:00', '2026-10-25T10:00+01:00'],
    [{ in: 'day', day: { weekday: 7 }, at: 'evening' }, '2026-03-27T20:00+01:00', '2026-03-29T19:30+02:00'],
    [
      { in: 'day', day: { weekday: 7 }, at: { hour: 2, minute: 30 } },
      '2026-03-28T20:00+01:00',
      '2026-03-29T03:30+02:00',
    ],
    [{ in: 'day', day: { week: true, next: true } }, '2026-10-24T14:00+02:00', '2026-10-26T10:00+01:00'],
    [{ in: 'day', day: { weekend: true } }, '2026-10-30T14:00-07:00', '2026-10-31T10:00-07:00', 'America/Los_Angeles'],
    [{ in: 'day', day: { weekday: 7 } }, '2026-10-31T14:00-07:00', '2026-11-01T10:00-08:00', 'America/Los_Angeles'],
  ])('%j said at %s is on that day across a change of the clocks: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it.each<Case>([
    [{ in: 'day', day: { weekday: 5 } }, '2026-11-27T09:00+01:00', '2026-12-04T10:00+01:00'],
    [{ in: 'day', day: { weekday: 5 }, at: 'evening' }, '2026-11-27T09:00+01:00', '2026-11-27T19:30+01:00'],
    [{ in: 'day', day: { weekday: 5 }, at: 'morning' }, '2026-11-27T14:00+01:00', '2026-12-04T10:00+01:00'],
    [{ in: 'day', day: { weekend: true } }, '2026-11-28T11:00+01:00', '2026-11-28T14:00+01:00'],
    [{ in: 'day', day: { weekend: true } }, '2026-11-29T21:00+01:00', '2026-11-30T10:00+01:00'],
  ])('%j said at %s, on that very day: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it('is the next such hour where the promiser is free at neither', () => {
    const atWork = partnerState({ settings: { away: [{ from: 9 * 60, until: 17 * 60 }] } });

    expect(dueTime(open(11), when('2026-11-25T09:15'), atWork)).toBe(when('2026-11-25T11:00'));
  });

  it('follows the quiet hours of somebody who works nights', () => {
    const nightOwl = partnerState({ settings: { quiet: { from: 8 * 60, until: 16 * 60 } } });

    expect(dueTime(open(11), when('2026-11-25T07:00'), nightOwl)).toBe(when('2026-11-25T23:00'));
  });

  it.each<Case>([
    [{ in: 'clock', hour: 18, minute: 0, tomorrow: true }, '2026-11-25T14:00+01:00', '2026-11-26T18:00+01:00'],
    [{ in: 'clock', hour: 18, minute: 0, tomorrow: true }, '2026-11-25T20:00+01:00', '2026-11-26T18:00+01:00'],
    [{ in: 'part', part: 'evening', tomorrow: true }, '2026-11-25T14:00+01:00', '2026-11-26T19:30+01:00'],
    [{ in: 'part', part: 'lunch', tomorrow: true }, '2026-11-25T14:00+01:00', '2026-11-26T12:30+01:00'],
  ])('%j said at %s is tomorrow at that time: %s', (promised, from, due, zone = BERLIN) => {
    const promiser = partnerState({ settings: everythingOn(zone) });

    expect(new Date(dueTime(promised, when(from), promiser))).toEqual(new Date(due));
  });

  it('is the moment that was spelled out, unless that is over', () => {
    const ahead = when('2026-11-25T18:00');

    expect(dueTime({ in: 'instant', at: ahead }, when('2026-11-25T14:00'), partnerState())).toBe(ahead);
    expect(dueTime({ in: 'instant', at: ahead }, when('2026-11-25T18:30'), partnerState())).toBe(
      when('2026-11-25T21:30'),
    );
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
