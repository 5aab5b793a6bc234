import type { PartnerSettings } from '../../src/domain/dyad.ts';
import type { PairOpinion, ReadOpinion } from '../../src/domain/opinion.ts';
import type { Judge, PairQuestion, ReadQuestion } from '../../src/ports/judge.ts';
import { ANA, type Around, BEN, openCouple, type Stage } from './runner-stage.ts';

/** A judge in memory: says what a test lets it say, when the test lets it, and keeps what it was asked. */
export function createJudge(says: { read?: ReadOpinion; pair?: PairOpinion; until?: () => Promise<void> } = {}) {
  const asked: (ReadQuestion | PairQuestion)[] = [];
  const judge: Judge = {
    where: 'local',
    host: 'localhost',
    async read(question) {
      asked.push(question);
      await says.until?.();
      return says.read;
    },
    async pair(question) {
      asked.push(question);
      await says.until?.();
      return says.pair;
    },
    spent: () => ({ calls: 0, tokens: 0, seconds: 0, opinions: 0, noOpinions: 0 }),
    async close() {},
  };
  return { judge, asked };
}

/** Everything that can be said yes to about a judge on the own computer. */
const ALL_OF_IT: Partial<PartnerSettings> = { judge: 'local', judgeVulnerable: true };

/** Ana and Ben, who both want a judge. */
export async function openWith(
  judge: Judge | undefined,
  chosen: Partial<PartnerSettings> = ALL_OF_IT,
  around: Around = {},
): Promise<Stage> {
  const stage = await openCouple(judge ? { ...around, judge } : around);
  for (const person of [ANA, BEN]) await stage.change(person, { do: 'settings', settings: chosen });
  return stage;
}
