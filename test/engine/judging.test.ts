import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessageId } from '../../src/domain/ids.ts';
import type { PairOpinion, ReadOpinion } from '../../src/domain/opinion.ts';
import type { ReadingContext, Said } from '../../src/domain/reading.ts';
import { readQuestion } from '../contracts/judge-contract.ts';
import { answers, type Behaviour, StandIn } from '../judges/openai/stand-in.ts';
import { judgeAt } from '../judges/openai/trial.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import { createJudge, openWith as open } from '../support/judge-in-memory.ts';
import { A_WORRY, AN_ANSWER, ANA, BEN, CHANNEL, SPOKEN_PAST, type Stage, speakPast } from '../support/runner-stage.ts';

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

  it('is told what the two are called where they chat, so that it can be taken out', async () => {
    const { judge, asked } = createJudge();
    const stage = await open(judge);

    await speakPast(stage);
    await stage.pass(10);

    const names = [
      { of: 'A', name: 'ana' },
      { of: 'B', name: 'ben' },
    ];
    expect(asked).toMatchObject([{ names }, { names }]);
  });

  it('is not asked where nobody can say what they are called', async () => {
    const { judge, asked } = createJudge();
    const names = () => Promise.reject(new Error('Discord is away'));
    const stage = await open(judge, undefined, { platform: (platform) => ({ ...platform, names }) });

    await speakPast(stage);
    await stage.pass(10);

    expect(asked).toEqual([]);
    expect(stage.whispers).toHaveLength(1);
  });

  it('is not asked where one of the two is there no more, so that no name of theirs is known', async () => {
    const { judge, asked } = createJudge();
    const names = async () => new Map([[ANA, ['ana']]]);
    const stage = await open(judge, undefined, { platform: (platform) => ({ ...platform, names }) });

    await speakPast(stage);
    await stage.pass(10);

    expect(asked).toEqual([]);
  });

  it('is not asked where a line cannot be read once more, and nothing else comes of that', async () => {
    const { judge, asked } = createJudge();
    let isBroken = false;
    const breaks = async () => {
      isBroken = true;
      return new Map([ANA, BEN].map((person) => [person, ['somebody']]));
    };
    const stage = await open(judge, undefined, {
      platform: (platform) => ({ ...platform, names: breaks }),
      reader: (real) => (said, context) => {
        if (isBroken) throw new Error(said.text);
        return real(said, context);
      },
    });

    await speakPast(stage);
    await stage.pass(10);

    expect(isBroken).toBe(true);
    expect(asked).toEqual([]);
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

  it.each<[string, (said: Said, context: ReadingContext) => boolean]>([
    ['its vector', ({ vector }) => vector !== undefined],
    ['what had been said before it', (_, { earlier }) => earlier.length > 0],
  ])('is never shown a line before that Nod knew as tender by %s', async (_, isKnown) => {
    const { judge, asked } = createJudge();
    const stage = await open(judge, undefined, {
      encoder: { encode: async (texts) => texts.map(() => Float32Array.of(1)), close: async () => {} },
      reader: (real) => (said, context) => ({
        ...real(said, context),
        ...(said.text.includes('on the bus') && isKnown(said, context) ? { tender: true } : {}),
      }),
    });
    await stage.say(BEN, 'all good here');
    await stage.pass(3);
    await stage.say(BEN, 'on the bus now');
    await stage.pass(120);

    await speakPast(stage);
    await stage.pass(60);

    expect(JSON.stringify(asked)).toContain('all good here');
    expect(JSON.stringify(asked)).not.toContain('on the bus');
  });

  it.each([true, false])(
    'is shown a vulnerable line beside another only where both agreed to such: %s',
    async (judgeVulnerable) => {
      const { judge, asked } = createJudge();
      const stage = await open(judge, { judge: 'local', judgeVulnerable });
      await stage.say(ANA, A_WORRY);
      await stage.pass(3);
      await stage.say(BEN, AN_ANSWER);
      await stage.pass(30);

      await stage.say(ANA, 'i got the job!! i start on monday');
      await stage.pass(3);
      await stage.say(BEN, SPOKEN_PAST);
      await stage.pass(30);

      const shown = asked.flatMap(({ earlier }) => earlier.map(({ text }) => text));
      expect(shown).toContain(AN_ANSWER);
      expect(shown.includes(A_WORRY)).toBe(judgeVulnerable);
    },
  );

  it('is never shown a line before that was deleted while the platform was asked for names', async () => {
    const { judge, asked } = createJudge();
    const { held, letGo } = hold();
    const stage = await open(judge, undefined, {
      platform: (platform) => ({ ...platform, names: (...of) => held().then(() => platform.names(...of)) }),
    });
    await stage.say(BEN, 'on the bus now');
    await stage.pass(10);
    await speakPast(stage);
    await stage.pass(8 + 10 / 60);

    await unsay(stage, 'on the bus now');
    letGo();
    await settle();

    expect(asked).toHaveLength(2);
    expect(JSON.stringify(asked)).not.toContain('on the bus now');
  });

  it('leaves nothing at rest but that it was asked, and no word', async () => {
    const stage = await open(createJudge({ read: agrees, pair: passedBy }).judge);

    await speakPast(stage);
    await stage.pass(10);

    expect(JSON.stringify(stage.batches)).toContain('"asked":{"at":');
    expect(JSON.stringify(stage.batches)).not.toContain('awful');
  });
});

describe('a question that still waits for its turn', () => {
  const standIn = new StandIn();
  beforeAll(() => standIn.start());
  beforeEach(() => standIn.reset());
  afterAll(() => standIn.stop());

  const sent = () => JSON.stringify(standIn.got);

  /** Others keep the judge busy while Ana's and Ben's lines wait; then something happens, and the others are answered. */
  async function meanwhile(happens: (stage: Stage) => Promise<unknown>): Promise<void> {
    const letGo: (() => void)[] = [];
    const hangs: Behaviour = (got, response) => void letGo.push(() => answers()(got, response));
    standIn.next = [hangs, hangs];
    const judge = judgeAt(standIn.url);
    const stage = await open(judge);
    const others = ['one', 'two'].map((text) => judge.read(readQuestion({ said: { by: 'A', text } })));
    await vi.waitFor(() => expect(standIn.got).toHaveLength(2), { interval: 5 });
    await speakPast(stage);
    await stage.pass(8 + 10 / 60);

    await happens(stage);
    for (const answer of letGo) answer();
    await Promise.all(others);
    await judge.read(readQuestion({ said: { by: 'A', text: 'the last in the queue' } }));
  }

  it('is asked when nothing happens', async () => {
    await meanwhile(async () => {});

    expect(sent()).toContain(A_WORRY);
    expect(sent()).toContain(SPOKEN_PAST);
  });

  it.each<[string, (stage: Stage) => Promise<unknown>]>([
    ['one of the two pauses Nod', (stage) => stage.change(BEN, { do: 'pause' })],
    ['one of the two leaves', (stage) => stage.change(ANA, { do: 'leave' })],
    ['one of the two wants no judge', (stage) => stage.change(BEN, { do: 'settings', settings: { judge: 'off' } })],
    ['one of the two is forgotten', (stage) => stage.nod.askerFor(ANA).forget(Number.MAX_SAFE_INTEGER)],
    ['the reply turns out to be an answer', (stage) => stage.say(BEN, AN_ANSWER).then(() => stage.pass(2))],
    ['the bid is deleted', (stage) => unsay(stage, A_WORRY)],
    ['what went past it is deleted', (stage) => unsay(stage, SPOKEN_PAST)],
    ['the bid is edited', (stage) => reword(stage, A_WORRY, `${A_WORRY}, and tired`)],
    ['what went past it is edited', (stage) => reword(stage, SPOKEN_PAST, 'did you move the bike?')],
  ])('never reaches the judge when %s', async (_, happens) => {
    await meanwhile(happens);

    expect(standIn.got).toHaveLength(3);
    expect(sent()).toContain('the last in the queue');
    expect(sent()).not.toContain(A_WORRY);
    expect(sent()).not.toContain(SPOKEN_PAST);
  });
});

const unsay = (stage: Stage, text: string) => later(stage, text, { type: 'delete' });
const reword = (stage: Stage, text: string, into: string) => later(stage, text, { type: 'edit', text: into });

/** What was said is deleted or edited now. */
async function later(
  { said, listener, clock }: Stage,
  text: string,
  change: { readonly type: 'delete' } | { readonly type: 'edit'; readonly text: string },
): Promise<void> {
  const target = said.find((one) => one.text === text)?.id as MessageId;
  listener.heard(CHANNEL, { ...change, at: clock.now(), target }, undefined);
  await settle();
}
