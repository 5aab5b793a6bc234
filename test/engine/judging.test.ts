import { describe, expect, it } from 'vitest';
import type { PartnerSettings } from '../../src/domain/dyad.ts';
import type { PairOpinion, ReadOpinion } from '../../src/domain/opinion.ts';
import type { Judge, PairQuestion, ReadQuestion } from '../../src/ports/judge.ts';
import { settle } from '../support/clock.ts';
import { A_WORRY, ANA, BEN, hold, openCouple, SPOKEN_PAST, type Stage } from '../support/runner-stage.ts';

/** A judge in memory: says what a test lets it say, when the test lets it, and keeps what it was asked. */
function createJudge(says: { read?: ReadOpinion; pair?: PairOpinion; until?: () => Promise<void> } = {}) {
  const asked: (ReadQuestion | PairQuestion)[] = [];
  const judge: Judge = {
    where: 'local',
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

const EVERYTHING: Partial<PartnerSettings> = { judge: 'local', judgeVulnerable: true };

async function open(judge: Judge | undefined, chosen: Partial<PartnerSettings> = EVERYTHING): Promise<Stage> {
  const stage = await openCouple(judge ? { judge } : {});
  for (const person of [ANA, BEN]) await stage.change(person, { do: 'settings', settings: chosen });
  return stage;
}

async function speakPast(stage: Stage): Promise<void> {
  await stage.say(ANA, A_WORRY);
  await stage.pass(2);
  await stage.say(BEN, SPOKEN_PAST);
}

const agrees: ReadOpinion = { kind: 'vulnerability', intensity: 1, confidence: 1 };
const passedBy: PairOpinion = { turn: 'away', style: 'dismissing', confidence: 1 };

describe('a judge', () => {
  it('is asked before a nudge, with the bid and what went past it, and nobody by name', async () => {
    const { judge, asked } = createJudge({ read: agrees, pair: passedBy });
    const stage = await open(judge);

    await speakPast(stage);
    await stage.pass(10.1);

    expect(asked).toMatchObject([
      { said: { by: 'A', text: A_WORRY }, sensitive: false },
      { bid: { by: 'A', text: A_WORRY }, reply: { by: 'B', text: SPOKEN_PAST } },
    ]);
    expect(stage.whispers).toHaveLength(1);
  });

  it('that says it was no bid keeps Nod silent, and nothing is counted', async () => {
    const { judge } = createJudge({ read: { kind: 'none', confidence: 0.9 } });
    const stage = await open(judge);

    await speakPast(stage);
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('that says the reply was an answer keeps Nod silent', async () => {
    const answer: PairOpinion = { turn: 'toward', energy: 'attentive', confidence: 0.9 };
    const stage = await open(createJudge({ read: agrees, pair: answer }).judge);

    await speakPast(stage);
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('that hangs is waited for 20 seconds, then the rules stand', async () => {
    const { held, letGo } = hold();
    const stage = await open(createJudge({ read: { kind: 'none', confidence: 1 }, until: held }).judge);

    await speakPast(stage);
    await stage.pass(8 + 15 / 60);
    const before = stage.whispers.length;
    await stage.pass(20 / 60);
    const after = stage.whispers.length;
    letGo();
    await settle();

    expect([before, after]).toEqual([0, 1]);
  });

  it('that has no opinion changes nothing but the wait', async () => {
    const stage = await open(createJudge().judge);

    await speakPast(stage);
    await stage.pass(9);

    expect(stage.whispers).toHaveLength(1);
  });

  it.each([
    ['one of the two wants none', { judge: 'off' }],
    ['one of the two wants none about vulnerable lines', { judgeVulnerable: false }],
  ] as const)('is not asked where %s', async (_, settings) => {
    const { judge, asked } = createJudge({ read: agrees, pair: passedBy });
    const stage = await open(judge);
    await stage.change(BEN, { do: 'settings', settings });

    await speakPast(stage);
    await stage.pass(10);

    expect(asked).toEqual([]);
    expect(stage.whispers).toHaveLength(1);
  });

  it('in a cloud is not asked where only one on the own computer was agreed to', async () => {
    const { judge, asked } = createJudge({ read: agrees, pair: passedBy });
    const stage = await open({ ...judge, where: 'cloud' });

    await speakPast(stage);
    await stage.pass(10);

    expect(asked).toEqual([]);
  });

  it('whose opinion comes after a yes was taken back is not listened to', async () => {
    const { held, letGo } = hold();
    const stage = await open(createJudge({ read: { kind: 'none', confidence: 1 }, until: held }).judge);
    await speakPast(stage);
    await stage.pass(8 + 10 / 60);

    await stage.change(BEN, { do: 'settings', settings: { judge: 'off' } });
    letGo();
    await settle();
    await stage.pass(1);

    expect(stage.whispers).toHaveLength(1);
  });

  it('is asked once about a bid', async () => {
    const { judge, asked } = createJudge({ read: agrees, pair: passedBy });
    const stage = await open(judge);

    await speakPast(stage);
    await stage.pass(120);

    expect(asked).toHaveLength(2);
  });

  it('is never asked about what is tender or dangerous', async () => {
    const { judge, asked } = createJudge();
    const stage = await open(judge);

    await stage.say(ANA, 'my grandma died this morning');
    await stage.pass(30);
    await stage.say(BEN, "i don't want to live anymore");
    await stage.pass(30);

    expect(asked).toEqual([]);
  });

  it('is never shown a dangerous line that was said before', async () => {
    const { judge, asked } = createJudge({ read: agrees, pair: passedBy });
    const stage = await open(judge);
    await stage.say(BEN, 'on the bus now');
    await stage.pass(10);
    await stage.say(ANA, 'i want you naked in bed tonight');
    await stage.pass(120);

    await speakPast(stage);
    await stage.pass(60);

    expect(asked.length).toBeGreaterThan(0);
    expect(JSON.stringify(asked)).toContain('on the bus now');
    expect(JSON.stringify(asked)).not.toContain('naked');
  });

  it('leaves nothing at rest but that it was asked, and no word', async () => {
    const stage = await open(createJudge({ read: agrees, pair: passedBy }).judge);

    await speakPast(stage);
    await stage.pass(10);

    expect(JSON.stringify(stage.batches)).toContain('"asked":{"at":');
    expect(JSON.stringify(stage.batches)).not.toContain('awful');
  });
});
