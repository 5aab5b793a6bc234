import { loadReaders } from '../src/cli/load-reader.ts';
import { COUPLES } from './couples.ts';
import { liveWeeks } from './days.ts';
import { judge } from './judge.ts';
import { count, together } from './table.ts';

const parts = loadReaders();
const seeds = Number(process.argv[2] ?? 1);
const only = process.argv[3];
const STARTS = ['2026-09-28T00:00+02:00', '2027-02-22T00:00+01:00', '2027-05-10T00:00+02:00'];
for (const couple of COUPLES) {
  if (only && couple.name !== only) continue;
  const t = performance.now();
  const rows = [];
  for (let seed = 0; seed < seeds; seed += 1) {
    const life = liveWeeks({
      couple,
      seed: seed + 1,
      startedAt: Date.parse(STARTS[seed % 3] as string),
      parts,
      weeks: 8,
      options: { quietStart: true, daysOff: true },
    });
    rows.push(count(life, 8));
    if (process.argv[4] || true)
      for (const { told, verdict } of judge(life.truth)) {
        if (verdict.is !== 'forbidden' && !only) continue;
        const bid = life.truth.bids.find((b) => b.messages.includes(told.nudge.about));
        console.log(
          '  ',
          verdict.is,
          'because' in verdict ? verdict.because : '',
          new Date(told.nudge.at).toISOString(),
          told.nudge.reason,
          told.nudge.to,
          JSON.stringify(bid?.text ?? life.truth.lines.find((l) => l.id === told.nudge.about)?.text),
          bid && new Date(bid.endedAt).toISOString(),
        );
        if (verdict.is === 'forbidden')
          for (const l of life.truth.lines.filter(
            (l) => l.at > (bid?.endedAt ?? told.nudge.at) - 3_600_000 && l.at < told.nudge.at + 7_200_000,
          ))
            console.log(
              '       ',
              new Date(l.at).toISOString(),
              l.by,
              l.id,
              l.text,
              bid?.messages.includes(l.id) ? '<<<' : '',
            );
      }
  }
  const row = together(rows);
  console.log(
    row.couple,
    `bids ${row.bids} heard ${row.heard} self ${row.byThemselves} nudges ${row.whispers} timely ${row.timely} needless ${row.needless} forb ${row.forbidden} back ${row.takenBack}`,
    JSON.stringify(row.byReason),
    row.byPair,
    Math.round(performance.now() - t),
    'ms',
    JSON.stringify(Object.fromEntries([...new Set(row.why)].map((w) => [w, row.why.filter((x) => x === w).length]))),
  );
}
