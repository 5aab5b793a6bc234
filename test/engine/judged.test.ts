import { describe, expect, it } from 'vitest';
import type { BidKind } from '../../src/domain/bid.ts';
import type { PairOpinion, ReadOpinion } from '../../src/domain/opinion.ts';
import type { Reader, Reading } from '../../src/domain/reading.ts';
import { createJudge, openWith } from '../support/judge-in-memory.ts';
import { A_WORRY, ANA, BEN, SPOKEN_PAST, type Stage, speakPast } from '../support/runner-stage.ts';

/** What comes of an opinion: what is written down of an uncertain bid, and whether a nudge goes. */

const LINE = 'they kept my drawing on the wall';
const unsure = (second: BidKind): Reading => ({
  bid: { kind: 'attention', intensity: 0.6, confidence: 0.6, because: [] },
  second,
  tender: false,
});
/** Hears an uncertain bid in the one line, and the rest as ever. */
const hears =
  (second: BidKind = 'good-news') =>
  (reader: Reader): Reader =>
  (said, context) =>
    said.text === LINE ? unsure(second) : reader(said, context);

const none: ReadOpinion = { kind: 'none', confidence: 0.9 };
const goodNews: ReadOpinion = { kind: 'good-news', intensity: 1, confidence: 0.9 };

/** Ana says the line, a judge gives its opinion, and Ben answers. */
async function answeredAs(read: ReadOpinion | undefined, answer = 'wow congratulations!! tell me everything') {
  const { judge, asked } = createJudge(read ? { read } : {});
  const stage = await openWith(judge, undefined, { reader: hears() });
  await stage.say(ANA, LINE);
  await stage.pass(2);
  await stage.say(BEN, answer);
  await stage.pass(10);
  return { asked, deposits: await stage.deposits(BEN) };
}

describe('a reading that is left open', () => {
  it('is asked about with the kind that was heard and the next best', async () => {
    const { asked } = await answeredAs(undefined);

    expect(asked).toMatchObject([{ candidates: ['attention', 'good-news'], intensity: 0.6 }]);
  });

  it('is written down as the judge chose, the answer read beside that kind', async () => {
    const { deposits } = await answeredAs(goodNews);

    expect(deposits).toMatchObject([{ kind: 'good-news', style: 'active-constructive' }]);
  });

  it('is written down as Nod heard it where the judge agrees, says nothing, or says what it was not asked', async () => {
    const play: ReadOpinion = { kind: 'play', intensity: 1, confidence: 1 };
    const agrees: ReadOpinion = { kind: 'attention', intensity: 1, confidence: 0.9 };

    for (const read of [agrees, undefined, play]) {
      expect((await answeredAs(read)).deposits).toMatchObject([{ kind: 'attention' }]);
    }
  });

  it.each([
    ['after harsh words', "you're so pathetic, i can't stand you"],
    ['in a tender time', 'my grandma died last night'],
  ])('is not asked about while Nod rests, %s', async (_, before) => {
    const { judge, asked } = createJudge({ read: goodNews });
    const stage = await openWith(judge, undefined, { reader: hears() });

    await stage.say(BEN, before);
    await stage.pass(2);
    await stage.say(ANA, LINE);
    await stage.pass(10);

    expect(stage.nod.runner.deskOfPerson(ANA)?.session.state.restUntil).toBeGreaterThan(stage.clock.now());
    expect(asked).toEqual([]);
  });

  it('is not written down where the judge hears none', async () => {
    expect((await answeredAs(none)).deposits).toEqual([]);
    expect((await answeredAs({ veto: 'sarcasm', confidence: 0.9 })).deposits).toEqual([]);
  });

  it('is not shown to a judge that may not see vulnerable lines, where it may be one', async () => {
    const { judge, asked } = createJudge({ read: none });
    const stage = await openWith(judge, { judge: 'local', judgeVulnerable: false }, { reader: hears('vulnerability') });

    await stage.say(ANA, LINE);
    await stage.pass(5);

    expect(asked).toEqual([]);
  });

  it('is read anew when its words change: what the judge said was about others', async () => {
    const stage = await openWith(createJudge({ read: none }).judge, undefined, { reader: hears() });
    await stage.say(ANA, LINE);
    await stage.pass(2);

    await edited(stage, LINE, 'look at this dog');
    await stage.say(BEN, 'so cute!!');
    await stage.pass(10);

    expect(await stage.deposits(BEN)).toMatchObject([{ kind: 'attention' }]);
  });

  it('leaves neither the second kind nor a word at rest', async () => {
    const stage = await openWith(createJudge().judge, undefined, { reader: hears('repair') });

    await stage.say(ANA, LINE);
    await stage.pass(5);

    expect(JSON.stringify(stage.batches)).toContain('"kind":"attention"');
    expect(JSON.stringify(stage.batches)).not.toMatch(/repair|second|drawing/);
  });
});

async function edited({ said, listener, clock }: Stage, text: string, into: string): Promise<void> {
  const target = said.findLast((one) => one.text === text)?.id;
  if (target)
    listener.heard(said[0]?.channel as never, { type: 'edit', at: clock.now(), target, text: into }, undefined);
}

describe('a nudge', () => {
  const passedBy: PairOpinion = { turn: 'away', style: 'dismissing', confidence: 1 };
  const agrees: ReadOpinion = { kind: 'vulnerability', intensity: 1, confidence: 1 };

  it('that was held back uses up the day: nothing goes in its place', async () => {
    let read: ReadOpinion = none;
    const { judge } = createJudge({ pair: passedBy });
    const stage = await openWith({ ...judge, read: async () => read });

    await speakPast(stage);
    await stage.pass(60);
    read = agrees;
    await speakPast(stage);
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('that was held back counts as ignored once its day is over', async () => {
    const stage = await openWith(createJudge({ read: none }).judge);

    await speakPast(stage);
    await stage.pass(48 * 60);

    const [first, second] = stage.nod.runner.deskOfPerson(BEN)?.session.state.partners ?? [];
    expect([first?.ignoredInARow, second?.ignoredInARow]).toEqual([0, 1]);
    expect(stage.nod.runner.deskOfPerson(BEN)?.session.state.nudges).toEqual([]);
  });

  it.each<[string, ReadOpinion, PairOpinion]>([
    ['less hangs on it', { ...agrees, intensity: 0.3 }, passedBy],
    ['it is less sure of the kind', { ...agrees, confidence: 0.7 }, passedBy],
    ['the reply is none of what was thought', agrees, { turn: 'none', confidence: 0.9 }],
    ['it is less sure that it went past', agrees, { ...passedBy, confidence: 0.6 }],
  ])('stays away where the judge says that %s', async (_, read, pair) => {
    const stage = await openWith(createJudge({ read, pair }).judge);

    await speakPast(stage);
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('is asked about with what the reply was read as and the next best alone', async () => {
    const { judge, asked } = createJudge({ read: agrees, pair: passedBy });
    const stage = await openWith(judge);

    await speakPast(stage);
    await stage.pass(10);

    const [, pair] = asked as readonly { readonly candidates: readonly object[] }[];
    expect(pair?.candidates[0]).toEqual({ turn: 'away', style: 'dismissing' });
    expect(pair?.candidates.length).toBeLessThanOrEqual(2);
  });

  it('about a promise waits for an opinion as well', async () => {
    const { judge, asked } = createJudge({ read: none });
    const stage = await openWith(judge);

    await stage.say(ANA, A_WORRY);
    await stage.pass(2);
    await stage.say(BEN, 'in a meeting, want to hear it in half an hour');
    await stage.pass(60);

    expect(asked).toMatchObject([{ said: { text: A_WORRY } }]);
    expect(stage.whispers).toEqual([]);
  });

  it('that waits when Nod stops goes no more, however soon it is back: a call may have answered meanwhile', async () => {
    const hangs = { ...createJudge().judge, read: () => new Promise<undefined>(() => {}) };
    const waiting = async (minutesLater: number) => {
      const stage = await openWith(hangs);
      await speakPast(stage);
      await stage.pass(8 + 10 / 60);
      const later = await stage.restart(minutesLater);
      await later.pass(5);
      return later.whispers.length;
    };

    expect(await waiting(0.5)).toBe(0);
    expect(await waiting(30)).toBe(0);
  });

  it('that is answered while it waits never goes', async () => {
    const hangs = { ...createJudge().judge, read: () => new Promise<undefined>(() => {}) };
    const stage = await openWith(hangs);

    await speakPast(stage);
    await stage.pass(8 + 10 / 60);
    await stage.say(BEN, 'that sounds really hard, i am here');
    await stage.pass(10);

    expect(stage.said.map(({ text }) => text)).toContain(SPOKEN_PAST);
    expect(stage.whispers).toEqual([]);
  });
});
