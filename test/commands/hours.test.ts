import { describe, expect, it } from 'vitest';
import { readHours } from '../../commands/_hours/hours.ts';
import { readTimeOfDay } from '../../commands/_hours/time-of-day.ts';
import { readUntil } from '../../commands/_hours/until.ts';
import { guessZones, searchZones } from '../../commands/_hours/zones.ts';
import { isZone } from '../../src/domain/availability.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { NOW } from '../support/asker.ts';

const BERLIN = 'Europe/Berlin';
const berlin = (local: string) => Date.parse(`${local}+01:00`);

describe('a time of day', () => {
  it.each([
    ['17:30', 17 * 60 + 30],
    ['5pm', 17 * 60],
    ['5.30 PM', 17 * 60 + 30],
    ['12am', 0],
    ['12 p.m.', 12 * 60],
    ['1730', 17 * 60 + 30],
    ['17h30', 17 * 60 + 30],
    ['noon', 12 * 60],
    ['0:05', 5],
  ])('reads %s', (typed, minute) => {
    expect(readTimeOfDay(typed)?.minute).toBe(minute);
  });

  it.each(['25:00', '12:60', '13pm', '0am', '24:30', '-1', 'soon', '', '1234567'])('knows no %s', (typed) => {
    expect(readTimeOfDay(typed)).toBeUndefined();
  });
});

describe('until when somebody is busy', () => {
  it.each([
    ['17:30', berlin('2026-11-25T17:30:00')],
    ['until 5pm', berlin('2026-11-25T17:00:00')],
    ['18', berlin('2026-11-25T18:00:00')],
    ['midnight', berlin('2026-11-26T00:00:00')],
    ['13:00', berlin('2026-11-26T13:00:00')],
    ['in 2h', NOW + 2 * HOUR],
    ['2h', NOW + 2 * HOUR],
    ['for 1h30', NOW + 90 * MINUTE],
    ['1.5 hours', NOW + 90 * MINUTE],
    ['90 min', NOW + 90 * MINUTE],
    ['1 hour and 15 minutes', NOW + 75 * MINUTE],
    ['in half an hour', NOW + 30 * MINUTE],
    ['an hour', NOW + HOUR],
    ['24h', NOW + 24 * HOUR],
  ])('reads %s', (typed, until) => {
    expect(readUntil(typed, NOW, BERLIN)).toBe(until);
  });

  it.each(['25:00', 'in 25h', '0 min', 'in 3 days', 'later', '', '2x', '99999 min'])('cannot be %s', (typed) => {
    expect(readUntil(typed, NOW, BERLIN)).toBeUndefined();
  });

  it('does not guess what a bare 5 means', () => {
    expect(readUntil('5', NOW, BERLIN)).toBeUndefined();
  });

  it('follows the wall clock over the change to summer time', () => {
    const eveningBefore = Date.parse('2026-03-28T23:00:00+01:00');

    expect(readUntil('8:00', eveningBefore, BERLIN)).toBe(Date.parse('2026-03-29T08:00:00+02:00'));
  });
});

describe('hours written into a form', () => {
  const read = (fields: Partial<Record<'quiet' | 'away' | 'usual', string>>) =>
    readHours({ quiet: '22-8', away: '', usual: '', ...fields });

  it('may be several stretches, in any of the usual ways to write them', () => {
    expect(read({ away: '9am-12pm, 13:00 – 17:30; 18 to 19' })).toEqual({
      quiet: { from: 22 * 60, until: 8 * 60 },
      away: [
        { from: 9 * 60, until: 12 * 60 },
        { from: 13 * 60, until: 17 * 60 + 30 },
        { from: 18 * 60, until: 19 * 60 },
      ],
      usual: [],
    });
  });

  it('may be none at all', () => {
    expect(read({ quiet: 'none', away: 'None', usual: '-' })).toEqual({
      quiet: { from: 0, until: 0 },
      away: [],
      usual: [],
    });
  });

  it('may end at midnight', () => {
    expect(read({ usual: '22-24' })).toMatchObject({ usual: [{ from: 22 * 60, until: 0 }] });
  });

  it('are kept to five minutes', () => {
    expect(read({ quiet: '22:02-7:58' })).toMatchObject({ quiet: { from: 22 * 60, until: 8 * 60 } });
  });

  it.each([
    ['9-25', 'could not read'],
    ['9', 'could not read'],
    ['9-9', 'could not read'],
    ['work', 'could not read'],
    ['1-2,3-4,5-6,7-8,9-10', 'at most 4 stretches'],
  ])('say what is wrong with %s and how to write it', (away, problem) => {
    expect(read({ away })).toEqual({ problem: expect.stringContaining(problem) });
    expect(read({ away })).toEqual({ problem: expect.stringMatching(/`9:00-12:00, 13:00-17:00`/) });
  });

  it('have one stretch of quiet', () => {
    expect(read({ quiet: '22-8, 13-14' })).toEqual({ problem: expect.stringContaining('one stretch') });
  });
});

describe('zones', () => {
  it.each([
    ['de', 'Europe/Berlin'],
    ['en-US', 'America/New_York'],
    ['en-GB', 'Europe/London'],
    ['pt-BR', 'America/Sao_Paulo'],
    ['es-419', 'America/Mexico_City'],
    ['sv-SE', 'Europe/Stockholm'],
    ['ja', 'Asia/Tokyo'],
  ])('guesses for %s, the likeliest first', (locale, zone) => {
    expect(guessZones(locale)[0]).toBe(zone);
  });

  it.each(['', 'xx', 'not a locale', 'en-US', 'uk', 'hi', 'vi'])(
    'offers only real zones, a short list, for "%s"',
    (locale) => {
      const zones = guessZones(locale);

      expect(zones.length).toBeGreaterThan(5);
      expect(zones.length).toBeLessThanOrEqual(12);
      expect(zones.every(isZone)).toBe(true);
      expect(zones).not.toContain('UTC');
    },
  );

  it.each([
    ['berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['são pa', 'America/Sao_Paulo'],
    ['kolkata', 'Asia/Kolkata'],
    ['Kyiv', 'Europe/Kyiv'],
  ])('finds %s', (typed, zone) => {
    expect(searchZones(typed)[0]).toBe(zone);
  });

  it('shows at most 25, and nothing for what is no place', () => {
    expect(searchZones('america')).toHaveLength(25);
    expect(searchZones('atlantis')).toEqual([]);
    expect(searchZones('  ')).toEqual([]);
  });
});
