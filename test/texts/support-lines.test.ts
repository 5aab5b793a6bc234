import { describe, expect, it } from 'vitest';
import { isZone } from '../../src/domain/availability.ts';
import { ABUSE_LINES } from '../../src/texts/support/abuse-lines.ts';
import { CRISIS_LINES } from '../../src/texts/support/crisis-lines.ts';
import { EMERGENCY_NUMBERS } from '../../src/texts/support/emergency-numbers.ts';
import { REGIONS, type Region, regionOf, ZONES } from '../../src/texts/support/regions.ts';
import { linesFor } from '../../src/texts/support-lines.ts';
import { texts } from '../../src/texts/texts.ts';

const LINES = [...CRISIS_LINES, ...ABUSE_LINES];
const REGION_CODES = Object.keys(REGIONS) as Region[];

describe('support lines', () => {
  it.each(LINES.map((line) => [`${line.region} ${line.name}`, line] as const))(
    '%s names its source, its hours and the day it was checked',
    (_name, line) => {
      const sources = [line.source, ...(line.hoursSource === undefined ? [] : [line.hoursSource])];

      for (const source of sources) expect(new URL(source).protocol).toMatch(/^https?:$/);
      expect(line.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(Date.parse(line.checked)).not.toBeNaN();
      expect(line.written ?? '2020').toMatch(/^20[12]\d$/);
      expect(line.hours.trim()).not.toBe('');
      // Something to call, to text or to open: a number, or the address of a site.
      expect(line.reach).toMatch(/\d{3}|\w\.\w{2,}/);
    },
  );

  it('are about what their table is about', () => {
    expect(CRISIS_LINES.filter(({ about }) => about !== 'crisis')).toEqual([]);
    expect(ABUSE_LINES.filter(({ about }) => about !== 'abuse')).toEqual([]);
  });

  it('are there for every country that has a name and zones here, and no country stands there without', () => {
    const countries = [...new Set(CRISIS_LINES.map(({ region }) => region))];

    expect(countries.sort()).toEqual([...REGION_CODES].sort());
  });

  it.each(REGION_CODES)('of %s that answer at any hour stand before the others', (region) => {
    const anyHour = linesFor(region).map(({ hours }) => hours.startsWith('any hour'));

    expect(anyHour).toEqual(anyHour.toSorted((a, b) => Number(b) - Number(a)));
  });

  it('come once each', () => {
    const names = LINES.map(({ region, about, name, reach }) => `${region} ${about} ${name} ${reach}`);

    expect(new Set(names).size).toBe(names.length);
  });

  it('are none for a country without a sourced one', () => {
    expect(linesFor(undefined)).toEqual([]);
    expect(linesFor('SG', 'abuse')).toEqual([]);
  });
});

describe('emergency numbers', () => {
  it('are short, sourced, and one a country', () => {
    const regions = EMERGENCY_NUMBERS.map(({ region }) => region);

    expect(new Set(regions).size).toBe(regions.length);
    for (const { number, source } of EMERGENCY_NUMBERS) {
      expect(number).toMatch(/^\d{3}$/);
      expect(new URL(source).host).not.toBe('');
    }
  });
});

describe('the country of somebody', () => {
  it.each(REGION_CODES)('has zones in %s that are known, each of them of no other country', (region) => {
    const zones = ZONES[region];

    expect(zones.length).toBeGreaterThan(0);
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
    expect(zones.filter((zone) => regionOf({ zone, locale: 'xx' }) !== region)).toEqual([]);
  });

  it('is found under whatever name this system offers the zone', () => {
    const offered = (zone: string) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    const lost = REGION_CODES.flatMap((region) =>
      ZONES[region].filter((zone) => regionOf({ zone: offered(zone), locale: 'xx' }) !== region),
    );

    expect(lost).toEqual([]);
  });

  it.each([
    [{ zone: 'Europe/Amsterdam', locale: 'en-US' }, 'NL'],
    [{ zone: 'Asia/Calcutta', locale: 'en-GB' }, 'IN'],
    [{ zone: 'America/Toronto', locale: 'fr' }, 'CA'],
    [{ zone: 'Africa/Nairobi', locale: 'en-GB' }, undefined],
    [{ locale: 'en-GB' }, 'GB'],
    [{ locale: 'de' }, 'DE'],
    [{ locale: 'pt-BR' }, 'BR'],
    [{ locale: 'es-419' }, undefined],
    [{ locale: 'zh-CN' }, undefined],
    [{ locale: '?' }, undefined],
  ] as const)('of %o is %s: the zone decides, the language only without one', (person, region) => {
    expect(regionOf(person)).toBe(region);
  });
});

describe('the block of lines', () => {
  it('names the country and its lines first, then where to find others', () => {
    expect(texts.support.lines('CH').split('\n')).toEqual([
      'In Switzerland:',
      '· Die Dargebotene Hand, La Main Tendue: call 143 (any hour; in the language of the place)',
      '· Heart2Heart: call 0800 143 000 (18:00–23:00 every day, free; in English)',
      'Elsewhere, and for more: findahelpline.com lists lines by country. In an emergency, call your local emergency services.',
    ]);
  });

  it('names an emergency number only where one is sourced', () => {
    expect(texts.support.lines('NL')).toContain('In an emergency, call 112.');
    expect(texts.support.lines('JP')).toContain('In an emergency, call your local emergency services.');
  });

  it('sends everybody else to the directory and their local emergency services', () => {
    expect(texts.support.lines(undefined)).toBe(
      'findahelpline.com lists lines by country. In an emergency, call your local emergency services.',
    );
    expect(texts.support.abuseLines(undefined)).toBe('findahelpline.com lists lines by country.');
  });

  it('says whom a line is for, where that is not everybody', () => {
    expect(texts.support.abuseLines('GB').split('\n')).toEqual([
      'In the United Kingdom:',
      '· National Domestic Abuse Helpline: call 0808 2000 247 (any hour, free; for women)',
      "· Men's Advice Line: call 0808 801 0327 (perhaps not at all hours; for men)",
    ]);
  });
});
