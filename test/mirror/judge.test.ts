import { describe, expect, it } from 'vitest';
import type { PartnerSettings } from '../../src/domain/dyad.ts';
import type { PairOpinion, ReadOpinion } from '../../src/domain/opinion.ts';
import { JUDGE_PATIENCE } from '../../src/domain/settings.ts';
import { type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Judge } from '../../src/ports/judge.ts';
import { createJudge } from '../support/judge-in-memory.ts';
import { ANA, BEN, openCouple, type Stage, speakPast } from '../support/runner-stage.ts';

/** When a message comes to Ben, whatever Ana chose about a language model, and whatever and whenever one says. */

type Chosen = Partial<PartnerSettings>;

const ALL_OF_IT: Chosen = { judge: 'local', judgeVulnerable: true };
const HERS: Readonly<Record<string, Chosen>> = {
  'she wants none': { judge: 'off' },
  'she wants none about vulnerable lines': { judge: 'local', judgeVulnerable: false },
  'she wants all of it': ALL_OF_IT,
  'she wants any': { judge: 'cloud', judgeVulnerable: true },
  'she said yes to another computer': { ...ALL_OF_IT, judgeHost: 'elsewhere' },
};

const agrees: ReadOpinion = { kind: 'vulnerability', intensity: 1, confidence: 1 };
const passedBy: PairOpinion = { turn: 'away', style: 'dismissing', confidence: 1 };
const hangs = () => new Promise<void>(() => {});
const JUDGES: Readonly<Record<string, () => Judge>> = {
  'agrees at once': () => createJudge({ read: agrees, pair: passedBy }).judge,
  'has no opinion': () => createJudge().judge,
  hangs: () => createJudge({ until: hangs }).judge,
};

/** How long after Ana's line a message went to Ben. */
async function toBen(
  judge: Judge | undefined,
  { ana, ben }: { ana: Chosen; ben: Chosen },
): Promise<readonly Instant[]> {
  const stage = await openCouple(judge ? { judge } : {});
  await stage.change(ANA, { do: 'settings', settings: ana });
  await stage.change(BEN, { do: 'settings', settings: ben });
  const { said, whispers } = await pastWhichHeSpeaks(stage);
  return whispers.map(({ at, to }) => (to === BEN ? at - (said[0]?.at ?? 0) : Number.NaN));
}

async function pastWhichHeSpeaks(stage: Stage): Promise<Stage> {
  await speakPast(stage);
  await stage.pass(30);
  await stage.nod.stop();
  return stage;
}

describe('a message to Ben comes at one time, whatever Ana chose', async () => {
  const [atOnce = 0] = await toBen(undefined, { ana: ALL_OF_IT, ben: ALL_OF_IT });
  const whatever = Object.keys(JUDGES).flatMap((judge) => Object.keys(HERS).map((hers) => [judge, hers] as const));

  it.each(whatever)('he wants a judge, which %s, and %s', async (judge, hers) => {
    const came = await toBen(JUDGES[judge]?.(), { ana: HERS[hers] ?? {}, ben: ALL_OF_IT });

    expect(came).toEqual([atOnce + JUDGE_PATIENCE]);
  });

  it.each(Object.entries(HERS))('he wants none, one is there, and %s', async (_, hers) => {
    const came = await toBen(createJudge().judge, { ana: hers, ben: { judge: 'off' } });

    expect(came).toEqual([atOnce]);
  });

  it('he wants one on the own computer, and there is one in a cloud', async () => {
    const inACloud: Judge = { ...createJudge().judge, where: 'cloud' };

    expect(await toBen(inACloud, { ana: ALL_OF_IT, ben: ALL_OF_IT })).toEqual([atOnce]);
  });

  it('he wants one, and none is there', () => {
    expect(atOnce).toBeGreaterThan(10 * MINUTE);
    expect(atOnce).toBeLessThan(10 * MINUTE + JUDGE_PATIENCE);
  });
});
