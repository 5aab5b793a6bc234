import { describe, expect, it } from 'vitest';
import { plural } from '../../src/texts/en/plural.ts';
import { times } from '../../src/texts/en/times.ts';
import { sayMinute, sayUntil } from '../../src/texts/times.ts';

const berlin = (local: string) => Date.parse(`${local}+01:00`);

describe('times as a person reads them', () => {
  it.each([
    [0, '00:00'],
    [485, '08:05'],
    [24 * 60, '00:00'],
  ])('writes minute %i as %s', (minute, said) => {
    expect(sayMinute(minute)).toBe(said);
  });

  it('leaves out stretches that are empty', () => {
    expect(times.spans([{ from: 0, until: 0 }])).toBe('none');
    expect(times.spans([{ from: 1320, until: 480 }])).toBe('22:00–08:00');
  });

  it('names the day only when it is another one on the reader’s clock', () => {
    const now = berlin('2026-11-25T23:30:00');

    expect(sayUntil(berlin('2026-11-25T23:45:00'), now, 'Europe/Berlin')).toBe('23:45');
    expect(sayUntil(berlin('2026-11-26T00:15:00'), now, 'Europe/Berlin')).toBe('00:15 on 2026-11-26');
    expect(sayUntil(berlin('2026-11-26T00:15:00'), now, 'Europe/London')).toBe('23:15');
  });

  it.each([
    [20, 'a minute'],
    [60, '1 minute'],
    [400, '7 minutes'],
    [3_599, '1 hour'],
    [7_300, '2 hours'],
  ])('says %i seconds as %s', (seconds, said) => {
    expect(times.duration(seconds)).toBe(said);
  });

  it('counts one and many', () => {
    const forms = { one: '# person', other: '# people' };

    expect([0, 1, 2].map((count) => plural(count, forms))).toEqual(['0 people', '1 person', '2 people']);
  });
});
