// npm run simulate: lives the couples' weeks anew and writes what came of them into docs/coaching.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { loadReaders } from '../src/cli/load-reader.ts';
import { COUPLES } from './couples.ts';
import { liveWeeks } from './days.ts';
import { judge } from './judge.ts';
import { betweenMarks, page } from './page.ts';
import { count, type Row, together } from './table.ts';

/** A quarter of a year: fading takes weeks to show. */
const WEEKS = 12;
/** Each seed begins at another time of year: clocks change apart in Europe and America, in autumn and spring. */
const STARTS = ['2026-09-28T00:00+02:00', '2027-02-22T00:00+01:00', '2027-05-10T00:00+02:00'] as const;
const PAGE = new URL('../docs/coaching.md', import.meta.url);

const parts = loadReaders();

function liveAll(): readonly Row[] {
  return COUPLES.map((couple) => {
    const rows = STARTS.map((start, index) => {
      const options = { quietStart: true, daysOff: true };
      const startedAt = Date.parse(start);
      const life = liveWeeks({ couple, seed: index + 1, startedAt, parts, weeks: WEEKS, options });
      for (const { told, verdict } of judge(life.truth)) {
        if (verdict.is !== 'forbidden') continue;
        console.log(couple.name, index + 1, new Date(told.nudge.at).toISOString(), told.nudge.reason, verdict.because);
      }
      return count(life, WEEKS);
    });
    console.log(`${couple.name}: ${rows.map(({ whispers }) => whispers).join(' + ')} whispers`);
    return together(rows);
  });
}

writeFileSync(PAGE, betweenMarks(readFileSync(PAGE, 'utf8'), page(liveAll())));
