import { REASONS } from '../src/domain/nudge.ts';
import { DAY } from '../src/domain/time.ts';
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
  readonly takenBack: number;
  readonly byReason: Readonly<Record<string, number>>;
  readonly byPair: readonly number[];
  readonly why: readonly string[];
}

const PAIR = 14 * DAY;

export function count(life: Life, weeks: number): Row {
  const { truth } = life;
  const judged = judge(truth);
  const is = (what: string) => judged.filter(({ verdict }) => verdict.is === what).length;
  const pairs = Math.ceil(weeks / 2);
  return {
    ...{ couple: life.couple.name, weeks, bids: truth.bids.length, whispers: judged.length },
    heard: truth.bids.filter(({ messages }) => life.heard.has(messages[0] ?? '')).length,
    byThemselves: truth.bids.filter(({ acts }) => acts.some(({ prompted, aloud }) => !prompted && !aloud)).length,
    ...{ timely: is('timely'), needless: is('needless'), forbidden: is('forbidden') },
    takenBack: judged.filter(({ told }) => told.takenBackAt !== undefined).length,
    byReason: Object.fromEntries(
      REASONS.map((reason) => [reason, judged.filter(({ told }) => told.nudge.reason === reason).length]),
    ),
    byPair: Array.from({ length: pairs }, (_, pair) => {
      const from = truth.startedAt + pair * PAIR;
      return judged.filter(({ told }) => told.nudge.at >= from && told.nudge.at < from + PAIR).length;
    }),
    why: judged.flatMap(({ verdict }) => ('because' in verdict ? [verdict.because].flat() : [])),
  };
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
    byReason: Object.fromEntries(REASONS.map((reason) => [reason, sum((row) => row.byReason[reason] ?? 0)])),
    byPair: first.byPair.map((_, pair) => sum((row) => row.byPair[pair] ?? 0)),
    why: rows.flatMap((row) => row.why),
  };
}
