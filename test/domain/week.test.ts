import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOf, LATENCY_EDGES } from '../../src/domain/latency-bins.ts';
import { DAY } from '../../src/domain/time.ts';
import { beginOfIsoWeek, closedWeek, foldIntoWeeks, isoWeek, weekOf } from '../../src/domain/week.ts';
import { anyMoment, deposits, MONDAY } from '../tally/samples.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('weeks', () => {
  it('begin on Monday, midnight UTC', () => {
    const monday = MONDAY / DAY;

    expect([-1, 0, 7 * DAY - 1, 7 * DAY].map((shift) => weekOf(MONDAY + shift))).toEqual([
      monday - 7,
      monday,
      monday,
      monday + 7,
    ]);
    expect(new Date(weekOf(Date.UTC(1970, 0, 8)) * DAY).getUTCDay()).toBe(1);
  });

  it('are written as ISO 8601 does, which gives the days around New Year to one year', () => {
    const mondays = ['2020-12-28', '2021-01-04', '2025-12-29', '2026-11-23'];

    const written = mondays.map((day) => isoWeek(Date.parse(`${day}T00:00Z`) / DAY));

    expect(written).toEqual(['2020-W53', '2021-W01', '2026-W01', '2026-W48']);
    expect(written.map((week) => new Date(beginOfIsoWeek(week)).toISOString().slice(0, 10))).toEqual(mondays);
  });

  it('are closed once they have been over for two days', () => {
    const week = { from: MONDAY, until: MONDAY + 7 * DAY };

    expect(closedWeek(MONDAY + 9 * DAY)).toEqual(week);
    expect(closedWeek(MONDAY + 16 * DAY - 1)).toEqual(week);
    expect(closedWeek(MONDAY + 9 * DAY - 1).until).toBe(MONDAY);
  });

  it('are the sums of their moments, each in exactly one', () => {
    fc.assert(
      fc.property(fc.array(anyMoment), (moments) => {
        const weeks = foldIntoWeeks(moments);

        const timed = moments.filter((moment) => moment.availableSeconds !== undefined);
        const warm = moments.filter((moment) => moment.energy !== 'low');
        expect(sum(weeks.map((total) => total.count))).toBe(moments.length);
        expect(sum(weeks.map((total) => total.warm))).toBe(warm.length);
        expect(sum(weeks.flatMap((total) => total.bins))).toBe(timed.length);
        expect(new Set(weeks.map(({ by, week, kind }) => `${by} ${week} ${kind}`)).size).toBe(weeks.length);
        for (const total of weeks) expect(total.bins).toHaveLength(12);
      }),
    );
  });

  it('put each answer in the bin of its time', () => {
    const [total] = foldIntoWeeks([29, 30, 14_399, 14_400].flatMap((s) => deposits(1, { availableSeconds: s })));

    expect(total?.bins).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
  });
});

describe('bins', () => {
  it('hold every time, up to their edge', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), (seconds) => {
        const bin = binOf(seconds);

        expect(seconds).toBeLessThan(LATENCY_EDGES[bin] ?? 0);
        expect(seconds).toBeGreaterThanOrEqual(LATENCY_EDGES[bin - 1] ?? 0);
      }),
    );
  });
});
