import { BID_KINDS, type BidKind } from '../domain/bid.ts';
import type { PartnerId } from '../domain/ids.ts';
import { binOf, LATENCY_EDGES } from '../domain/latency-bins.ts';
import type { Mirror, MirrorLine } from '../domain/mirror.ts';
import { isWarm, type Moment } from '../domain/moment.ts';
import { DAY, type Instant } from '../domain/time.ts';
import type { WeekTotal } from '../domain/week.ts';
import { median, medianOfBins } from './median.ts';
import { wilson } from './wilson.ts';

/** Below this many answers a number says more about chance than about a person. Source: design, "Tally". */
const FEWEST_TO_TELL = 10;

/** Whose mirror, from when to when (end excluded), and whether they asked for numbers about themselves. */
export interface MirrorPeriod {
  readonly by: PartnerId;
  readonly from: Instant;
  readonly until: Instant;
  readonly numbers: boolean;
}

/**
 * What one person gave in the period. Deposits of anyone else are left out whatever is passed in. A
 * deposit is either still a moment or folded into a week, never both; a week counts if it began in the period.
 */
export function mirror(moments: readonly Moment[], weeks: readonly WeekTotal[], period: MirrorPeriod): Mirror {
  const { by, from, until, numbers } = period;
  const within = (at: Instant) => at >= from && at < until;
  const ownMoments = moments.filter((moment) => moment.by === by && within(moment.at));
  const ownWeeks = weeks.filter((total) => total.by === by && within(total.week * DAY));
  const lines = BID_KINDS.flatMap((kind) => {
    const given = {
      moments: ownMoments.filter((moment) => moment.kind === kind),
      weeks: ownWeeks.filter((total) => total.kind === kind),
    };
    return lineOf(kind, given, numbers);
  });
  return { from, until, lines };
}

interface Given {
  readonly moments: readonly Moment[];
  readonly weeks: readonly WeekTotal[];
}

function lineOf(kind: BidKind, given: Given, numbers: boolean): MirrorLine[] {
  const count = given.moments.length + sum(given.weeks.map((total) => total.count));
  if (count === 0) return [];
  if (!numbers || count < FEWEST_TO_TELL) return [{ kind, count }];
  const warm = given.moments.filter(isWarm).length + sum(given.weeks.map((total) => total.warm));
  const medianSeconds = typicalSeconds(given);
  return [
    { kind, count, numbers: { ...(medianSeconds === undefined ? {} : { medianSeconds }), warm: wilson(warm, count) } },
  ];
}

/** Exact while every answer is still a moment, else by the bins; absent where too few times are known. */
function typicalSeconds({ moments, weeks }: Given): number | undefined {
  const seconds = moments.flatMap((moment) => moment.availableSeconds ?? []);
  const known = seconds.length + sum(weeks.map(({ bins }) => sum(bins)));
  if (known < FEWEST_TO_TELL) return undefined;
  return weeks.length === 0 ? median(seconds) : medianOfBins(binned(seconds, weeks));
}

function binned(seconds: readonly number[], weeks: readonly WeekTotal[]): readonly number[] {
  const found = seconds.map(binOf);
  return LATENCY_EDGES.map(
    (_, bin) => found.filter((one) => one === bin).length + sum(weeks.map(({ bins }) => bins[bin] ?? 0)),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
