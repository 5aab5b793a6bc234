import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../src/domain/consent.ts';
import { dyadId, partnerId } from '../../src/domain/ids.ts';
import type { Moment } from '../../src/domain/moment.ts';
import { EXPORTED_SETTINGS } from '../../src/domain/own-export.ts';
import { EXPORT_PARTS, RETENTION } from '../../src/domain/retention.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { DAY, HOUR, type Instant } from '../../src/domain/time.ts';
import { foldIntoWeeks } from '../../src/domain/week.ts';
import { NOTHING_TO_EXPORT, type OwnRecords, ownExport } from '../../src/tally/own-export.ts';

const ANA = partnerId(71_001);
const BEN = partnerId(71_002);
const OURS = dyadId(81_001);
/** A Monday, 00:00 UTC, of ISO week 48. */
const MONDAY: Instant = Date.UTC(2026, 10, 23);

function moment(seq: number, at: Instant, changes: Partial<Moment> = {}): Moment {
  return { seq, at, by: ANA, kind: 'play', energy: 'attentive', prompted: false, availableSeconds: 95, ...changes };
}

function records(changes: Partial<OwnRecords> = {}): OwnRecords {
  const settings = everythingOn('Europe/Berlin');
  return {
    partner: ANA,
    dyad: OURS,
    ledger: [],
    settings,
    typing: true,
    moments: [],
    weeks: [],
    checkIns: [],
    ...changes,
  };
}

const line = (about: string, to: string, changes: Partial<LedgerEntry> = {}): LedgerEntry => ({
  at: MONDAY,
  dyad: OURS,
  about,
  to,
  scope: 1,
  ...changes,
});

describe('an export', () => {
  it('has the parts that the retention table names, and no other', () => {
    const named = RETENTION.flatMap(({ exported }) =>
      'as' in exported ? [exported.as, ...(exported.and ? [exported.and] : [])] : [],
    );

    expect(new Set(named)).toEqual(new Set(EXPORT_PARTS));
    for (const one of [NOTHING_TO_EXPORT, ownExport(records(), MONDAY)])
      expect(Object.keys(one).sort()).toEqual([...EXPORT_PARTS].sort());
  });

  it('says what is on now and under which edition of the card, and no time', () => {
    const ledger = [
      line('listening', 'on'),
      line('coaching', 'on'),
      line('typing', 'on'),
      line('coaching', 'off', { scope: 2 }),
      line('listening', 'on', { scope: 2 }),
      line('typing', 'off', { dyad: dyadId(5) }),
      line('zone', 'Europe/Berlin'),
    ];

    const { consents } = ownExport(records({ ledger }), MONDAY);

    expect(consents).toEqual([
      { to: 'listening', scope: 2 },
      { to: 'typing', scope: 1 },
    ]);
  });

  it('says of typing what it counts for', () => {
    const leaves = [true, false, 'presence'] as const;

    const exported = leaves.map((typing) => ownExport(records({ typing }), MONDAY).settings?.typing);

    expect(exported).toEqual(leaves);
  });

  it('holds the numbers of check-ins, each with its week', () => {
    const { checkIns } = ownExport(records({ checkIns: [{ week: MONDAY / DAY, agreed: [5, 6, 7] }] }), MONDAY);

    expect(checkIns).toEqual([{ week: '2026-W48', understood: 5, 'took-seriously': 6, cared: 7 }]);
  });

  it('says how many moments are left alone, not which', () => {
    const settings = { ...everythingOn('Europe/Berlin'), exceptions: ['good-news/made-it', 'play/tease'] };

    const exported = ownExport(records({ settings }), MONDAY).settings;

    expect(Object.keys(exported ?? {})).toEqual([...EXPORTED_SETTINGS, 'exceptions']);
    expect(exported).toMatchObject({ zone: 'Europe/Berlin', reasons: settings.reasons, exceptions: 2 });
  });

  it('holds one’s own card, shared or not', () => {
    const wishes = { low: ['space'], celebrate: [], shared: false } as const;
    const settings = { ...everythingOn('Europe/Berlin'), wishes };

    expect(ownExport(records({ settings }), MONDAY).settings?.wishes).toEqual(wishes);
  });

  it('adds up all kinds of a week, folded and not', () => {
    const at = MONDAY - 10 * DAY;
    const folded = foldIntoWeeks([moment(1, at), moment(2, at, { kind: 'good-news', energy: 'low' })]);
    const moments = [moment(3, at + DAY, { kind: 'vulnerability', energy: 'enthusiastic' })];

    const { weeks } = ownExport(records({ weeks: folded, moments }), MONDAY);

    expect(weeks).toEqual([{ week: '2026-W46', answers: 3, warm: 2 }]);
  });

  it('leaves out what the other gave', () => {
    const at = MONDAY - 10 * DAY;
    const theirs = [moment(1, at, { by: BEN }), moment(2, at + HOUR, { by: BEN })];

    const alone = ownExport(records({ moments: [moment(3, at)] }), MONDAY);
    const together = ownExport(records({ moments: [...theirs, moment(3, at)], weeks: foldIntoWeeks(theirs) }), MONDAY);

    expect(together).toEqual(alone);
  });

  it('names no kind, no style, no time and no id of anybody', () => {
    const at = MONDAY - 10 * DAY;
    const moments = [moment(90_001, at, { kind: 'vulnerability', style: 'validating', prompted: true })];
    const ledger = [line('listening', 'on')];

    const text = JSON.stringify(ownExport(records({ moments, ledger }), MONDAY));

    for (const never of ['vulnerability', 'validating', 'attentive', '90001', '71001', '81001', '2026-11', 'at"', '95'])
      expect(text).not.toContain(never);
  });
});

describe('an export asked for every day', () => {
  const daily = Array.from({ length: 28 }, (_, day) => moment(day, MONDAY + day * DAY + 20 * HOUR));

  it('changes once a week, and only by a whole week that ended two days before', () => {
    const days = Array.from({ length: 29 }, (_, day) => MONDAY + day * DAY + 12 * HOUR);
    const exports = days.map((now) => ownExport(records({ moments: daily.filter(({ at }) => at < now) }), now));

    const changed = exports.flatMap((one, day) =>
      day > 0 && JSON.stringify(one) !== JSON.stringify(exports[day - 1]) ? [day] : [],
    );

    // Wednesdays: the ninth day, and every seventh from then on.
    expect(changed).toEqual([9, 16, 23]);
    for (const day of changed) {
      const [before, after] = [exports[day - 1], exports[day]];
      expect(after?.weeks.slice(0, -1)).toEqual(before?.weeks);
      expect(after?.weeks.at(-1)?.answers).toBe(7);
      expect({ ...after, weeks: [] }).toEqual({ ...before, weeks: [] });
    }
  });

  it('has no line for the week that is running, nor for one that ended yesterday', () => {
    const [sunday, monday, tuesday, wednesday] = [6, 7, 8, 9].map((day) =>
      ownExport(records({ moments: daily.slice(0, 7) }), MONDAY + day * DAY + 23 * HOUR),
    );

    for (const one of [sunday, monday, tuesday]) expect(one?.weeks).toEqual([]);
    expect(wednesday?.weeks).toEqual([{ week: '2026-W48', answers: 7, warm: 7 }]);
  });

  it('is the same before and after moments were folded', () => {
    const now = MONDAY + 40 * DAY;

    const young = ownExport(records({ moments: daily }), now);
    const folded = ownExport(records({ weeks: foldIntoWeeks(daily) }), now);

    expect(folded).toEqual(young);
    expect(young.weeks).toHaveLength(4);
  });
});
