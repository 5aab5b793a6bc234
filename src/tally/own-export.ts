import type { CheckIn } from '../domain/check-in.ts';
import { type LedgerEntry, PURPOSES } from '../domain/consent.ts';
import type { PartnerSettings } from '../domain/dyad.ts';
import type { DyadId, PartnerId } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import {
  EXPORTED_SETTINGS,
  type ExportedCheckIn,
  type ExportedSettings,
  type ExportedWeek,
  type OwnExport,
} from '../domain/own-export.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { TypingLeave } from '../domain/typing-leave.ts';
import { closedWeek, foldIntoWeeks, isoWeek, type WeekTotal } from '../domain/week.ts';

/** Everything of one person that an export is made from. */
export interface OwnRecords {
  readonly partner: PartnerId;
  readonly dyad: DyadId;
  readonly ledger: readonly LedgerEntry[];
  readonly settings: PartnerSettings;
  /** What their typing counts for. */
  readonly typing: TypingLeave;
  readonly moments: readonly Moment[];
  readonly weeks: readonly WeekTotal[];
  readonly checkIns: readonly CheckIn[];
}

/** The export of somebody of whom there is nothing to take along. */
export const NOTHING_TO_EXPORT: OwnExport = { consents: [], settings: undefined, weeks: [], checkIns: [] };

/** What one person can take along, as of `now`. */
export function ownExport(records: OwnRecords, now: Instant): OwnExport {
  const { partner, dyad, ledger, settings, typing, moments, weeks, checkIns } = records;
  const lines = ledger.filter((line) => line.dyad === dyad);
  const totals = [...weeks, ...foldIntoWeeks(moments)].filter((total) => total.by === partner);
  return {
    consents: consentsNow(lines),
    settings: exported({ ...settings, typing }),
    weeks: closedWeeks(totals, now),
    checkIns: checkIns.map(exportedCheckIn),
  };
}

/** The last word on each purpose, where it was yes. */
function consentsNow(lines: readonly LedgerEntry[]): OwnExport['consents'] {
  return PURPOSES.flatMap((to) => {
    const last = lines.findLast(({ about }) => about === to);
    return last?.to === 'on' ? [{ to, scope: last.scope }] : [];
  });
}

function exported(settings: Omit<PartnerSettings, 'typing'> & Pick<OwnRecords, 'typing'>): ExportedSettings {
  const named = Object.fromEntries(EXPORTED_SETTINGS.map((name) => [name, settings[name]]));
  return { ...(named as Omit<ExportedSettings, 'exceptions'>), exceptions: settings.exceptions.length };
}

function exportedCheckIn({ week, agreed: [understood, tookSeriously, cared] }: CheckIn): ExportedCheckIn {
  return { week: isoWeek(week), understood, 'took-seriously': tookSeriously, cared };
}

/** All kinds together: a kind tells what the other had said. */
function closedWeeks(totals: readonly WeekTotal[], now: Instant): readonly ExportedWeek[] {
  const closed = totals.filter(({ week }) => week * DAY < closedWeek(now).until);
  const mondays = [...new Set(closed.map(({ week }) => week))].sort((one, other) => one - other);
  return mondays.map((monday) => {
    const ofWeek = closed.filter(({ week }) => week === monday);
    const sum = (of: (total: WeekTotal) => number) => ofWeek.reduce((total, one) => total + of(one), 0);
    return { week: isoWeek(monday), answers: sum(({ count }) => count), warm: sum(({ warm }) => warm) };
  });
}
