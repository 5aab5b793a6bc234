import { Temporal } from 'temporal-polyfill';
import type { BidKind } from './bid.ts';
import type { PartnerId } from './ids.ts';
import { BIN_COUNT, binOf } from './latency-bins.ts';
import { isWarm, type Moment } from './moment.ts';
import { DAY, type Instant } from './time.ts';

/** A week of one person's deposits of one kind, in UTC weeks that begin on Monday. */
export interface WeekTotal {
  readonly by: PartnerId;
  /** Days since the epoch of the week's Monday. */
  readonly week: number;
  readonly kind: BidKind;
  readonly count: number;
  /** How many were attentive or enthusiastic. */
  readonly warm: number;
  /** Available answer times in the 12 bins of `latency-bins.ts`; an answer without a known time is in none. */
  readonly bins: readonly number[];
}

/** A week that is over, as instants: start included, end excluded. */
export interface ClosedWeek {
  readonly from: Instant;
  readonly until: Instant;
}

/** What both may read comes this late, so that no single day can be told from it. Source: trust, "Privacy". */
const CLOSED_FOR = 2 * DAY;
const DAYS_A_WEEK = 7;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const EPOCH_AFTER_MONDAY = 3;

/** The Monday of the instant's UTC week, in days since the epoch. */
export function weekOf(at: Instant): number {
  const day = Math.floor(at / DAY);
  return day - ((day + EPOCH_AFTER_MONDAY) % DAYS_A_WEEK);
}

/** The week of a Monday, in days since the epoch, as ISO 8601 writes it. */
export function isoWeek(monday: number): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from('1970-01-01').add({ days: monday });
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

/** When the week that ISO 8601 writes so begins; the week of 4 January is the first. */
export function beginOfIsoWeek(written: string): Instant {
  const [year = 0, week = 1] = written.split('-W').map(Number);
  return (weekOf(Date.UTC(year, 0, 4)) + (week - 1) * DAYS_A_WEEK) * DAY;
}

/** The newest week that ended at least two days ago. */
export function closedWeek(now: Instant): ClosedWeek {
  const until = weekOf(now - CLOSED_FOR) * DAY;
  return { from: until - DAYS_A_WEEK * DAY, until };
}

/** Weekly totals of the moments: every deposit in exactly one of them. */
export function foldIntoWeeks(moments: Iterable<Moment>): WeekTotal[] {
  const totals = new Map<string, Counting>();
  for (const moment of moments) {
    const key = `${moment.by} ${weekOf(moment.at)} ${moment.kind}`;
    const total = totals.get(key) ?? emptyWeek(moment);
    totals.set(key, total);
    count(total, moment);
  }
  return [...totals.values()];
}

/** A total that is still being counted; nobody else has seen it yet. */
interface Counting extends WeekTotal {
  count: number;
  warm: number;
  readonly bins: number[];
}

function emptyWeek({ by, at, kind }: Moment): Counting {
  return { by, week: weekOf(at), kind, count: 0, warm: 0, bins: new Array<number>(BIN_COUNT).fill(0) };
}

function count(total: Counting, moment: Moment): void {
  total.count += 1;
  if (isWarm(moment)) total.warm += 1;
  if (moment.availableSeconds === undefined) return;
  const bin = binOf(moment.availableSeconds);
  total.bins[bin] = (total.bins[bin] ?? 0) + 1;
}
