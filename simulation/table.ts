import { REASONS } from '../src/domain/nudge.ts';
import { QUIET_START } from '../src/domain/settings.ts';
import { DAY, MINUTE } from '../src/domain/time.ts';
import type { Told, TrueBid } from './chronicle.ts';
import { judge } from './judge.ts';
import type { Life } from './life.ts';

/** A run of one couple, counted. */
export interface Row {
  readonly couple: string;
  readonly weeks: number;
  readonly bids: number;
  readonly heard: number;
  /** Answered, put off or refused by themselves. */
  readonly byThemselves: number;
  readonly whispers: number;
  readonly timely: number;
  readonly needless: number;
  readonly forbidden: number;
  /** Because it was answered before its time was over. */
  readonly takenBack: number;
  readonly actedOn: number;
  readonly byReason: Readonly<Record<string, number>>;
  /** Whispers in each third of the time after the quiet first days, promises aside, and how many weeks a third is. */
  readonly byThird: readonly number[];
  readonly weeksOfThird: number;
  readonly why: readonly string[];
}

const THIRDS = 3;

export function count(life: Life, weeks: number): Row {
  const { truth } = life;
  const judged = judge(truth);
  const is = (what: string) => judged.filter(({ verdict }) => verdict.is === what).length;
  const third = (weeks * 7 * DAY - QUIET_START) / THIRDS;
  return {
    ...{ couple: life.couple.name, weeks, bids: truth.bids.length, whispers: judged.length },
    heard: truth.bids.filter(({ messages }) => life.heard.has(messages[0] ?? '')).length,
    byThemselves: truth.bids.filter(({ acts }) => acts.some(({ prompted, aloud }) => !prompted && !aloud)).length,
    ...{ timely: is('timely'), needless: is('needless'), forbidden: is('forbidden') },
    takenBack: judged.filter(({ told }) => wasAnsweredThen(life, told)).length,
    actedOn: judged.filter(({ told }) => bidOf(life, told)?.acts.some(({ prompted }) => prompted)).length,
    byReason: Object.fromEntries(
      REASONS.map((reason) => [reason, judged.filter(({ told }) => told.nudge.reason === reason).length]),
    ),
    byThird: Array.from({ length: THIRDS }, (_, nth) => {
      const from = truth.startedAt + QUIET_START + nth * third;
      const fading = judged.filter(({ told }) => told.nudge.reason !== 'promise'); // these never fade
      return fading.filter(({ told }) => told.nudge.at >= from && told.nudge.at < from + third).length;
    }),
    weeksOfThird: third / (7 * DAY),
    why: judged.flatMap(({ verdict }) => ('because' in verdict ? [verdict.because].flat() : [])),
  };
}

/** What Nod takes back within a minute or two of an answer goes for its sake. */
function wasAnsweredThen(life: Life, told: Told): boolean {
  const { takenBackAt } = told;
  if (takenBackAt === undefined) return false;
  const acts = bidOf(life, told)?.acts ?? [];
  return acts.some(({ at, aloud }) => !aloud && at <= takenBackAt && takenBackAt - at < 3 * MINUTE);
}

function bidOf({ truth }: Life, { nudge }: Told): TrueBid | undefined {
  return truth.bids.find(({ messages }) => messages.includes(nudge.about));
}

/** Several runs of one couple as one. */
export function together(rows: readonly Row[]): Row {
  const [first] = rows;
  if (!first) throw new RangeError('no rows');
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  return {
    couple: first.couple,
    weeks: sum((row) => row.weeks),
    bids: sum((row) => row.bids),
    heard: sum((row) => row.heard),
    byThemselves: sum((row) => row.byThemselves),
    whispers: sum((row) => row.whispers),
    timely: sum((row) => row.timely),
    needless: sum((row) => row.needless),
    forbidden: sum((row) => row.forbidden),
    takenBack: sum((row) => row.takenBack),
    actedOn: sum((row) => row.actedOn),
    byReason: Object.fromEntries(REASONS.map((reason) => [reason, sum((row) => row.byReason[reason] ?? 0)])),
    byThird: first.byThird.map((_, nth) => sum((row) => row.byThird[nth] ?? 0)),
    weeksOfThird: sum((row) => row.weeksOfThird),
    why: rows.flatMap((row) => row.why),
  };
}
