import { describe, expect, it } from 'vitest';
import type { Pairer, ReplyChoice } from '../../src/domain/bid-response.ts';
import type { PartnerSettings } from '../../src/domain/dyad.ts';
import type { PairOpinion } from '../../src/domain/opinion.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import { settle } from '../support/clock.ts';
import { createJudge, openWith } from '../support/judge-in-memory.ts';
import { A_WORRY, ANA, BEN, CHANNEL, type Stage } from '../support/runner-stage.ts';

/** What comes of an opinion on a reply that may only look like an answer, asked for while it is being said. */

const NEWS = "i got the job!!! i'm so happy 🎉";
const HOLLOW = 'good for you';
const AGAINST: ReplyChoice = { turn: 'against', style: 'passive-destructive' };
const sarcasm: PairOpinion = { turn: 'against', style: 'passive-destructive', confidence: 0.9 };
const answer: PairOpinion = { turn: 'toward', style: 'passive-constructive', energy: 'low', confidence: 0.9 };

/** Is unsure of the one line and what is added to it, and reads the rest as ever. */
function unsure({ confidence = 0.6, second = AGAINST }: { confidence?: number; second?: ReplyChoice } = {}): Pairer {
  const pairer = createPairer();
  const hollow = { turn: 'toward', energy: 'attentive', style: 'passive-constructive', confidence } as const;
  return {
    ...pairer,
    text: (bid, said) =>
      said.text.startsWith(HOLLOW) ? { reply: hollow, about: false, takesUp: false, second } : pairer.text(bid, said),
  };
}

interface Play {
  readonly says?: { pair?: PairOpinion; until?: () => Promise<void> };
  readonly bid?: string;
  readonly pairer?: Pairer;
  readonly chosen?: Partial<PartnerSettings>;
}

/** Ana says the bid and Ben the hollow line; `then` is what happens before his burst is over. */
async function answered({ says = { pair: sarcasm }, bid = NEWS, pairer = unsure(), chosen }: Play = {}, then?: Then) {
  const { judge, asked } = createJudge(says);
  const stage = await openWith(judge, chosen, { pairer });
  await stage.say(ANA, bid);
  await stage.pass(4);
  await stage.say(BEN, HOLLOW);
  await then?.(stage);
  await stage.pass(2);
  const deposits = await stage.deposits(BEN);
  return { pairs: asked.filter((one) => 'reply' in one), deposits, stage };
}

function deferred() {
  const parts: { resolve: () => void } = { resolve() {} };
  const promise = new Promise<void>((resolve) => {
    parts.resolve = resolve;
  });
  return { promise, resolve: () => parts.resolve() };
}

type Then = (stage: Stage) => Promise<void> | void;

describe('a reply that may be none', () => {
  it('is asked about as it is said, with what it was read as and the next best', async () => {
    const { pairs } = await answered();

    expect(pairs).toMatchObject([
      {
        bidKind: 'good-news',
        reply: { by: 'B', text: HOLLOW },
        candidates: [{ turn: 'toward', style: 'passive-constructive' }, AGAINST],
      },
    ]);
  });

  it('is not written down where the judge sees through it', async () => {
    expect((await answered()).deposits).toEqual([]);
  });

  it.each<[string, PairOpinion | undefined]>([
    ['agrees', answer],
    ['says nothing', undefined],
    ['takes it for nothing it was asked about', { turn: 'none', confidence: 1 }],
    ['says what it was not asked', { turn: 'away', style: 'dismissing', confidence: 1 }],
  ])('is written down as Nod read it where the judge %s', async (_, pair) => {
    const { deposits } = await answered({ says: pair ? { pair } : {} });

    expect(deposits).toMatchObject([{ kind: 'good-news', energy: 'attentive', style: 'passive-constructive' }]);
  });

  it('is written down at its usual time where the opinion is late, and stays so', async () => {
    const { promise, resolve: speak } = deferred();
    const until = () => promise;
    const { deposits, stage } = await answered({ says: { pair: sarcasm, until } });

    speak();
    await stage.pass(10);

    expect(deposits).toHaveLength(1);
    expect(await stage.deposits(BEN)).toEqual(deposits);
  });

  it('is read by the rules where more was said, and nobody is asked twice', async () => {
    const { pairs, deposits } = await answered({}, (stage) => stage.say(BEN, 'so proud, congratulations!!'));

    expect(pairs).toHaveLength(1);
    expect(deposits).toHaveLength(1);
  });

  it('is read anew where it is edited, also into what is no surer', async () => {
    const { deposits } = await answered({}, ({ said, listener, clock }) => {
      const target = said.findLast(({ text }) => text === HOLLOW)?.id;
      if (target) listener.heard(CHANNEL, { type: 'edit', at: clock.now(), target, text: HOLLOW }, undefined);
    });

    expect(deposits).toHaveLength(1);
  });

  it('never reaches the judge where one of the two wants none', async () => {
    const { judge, asked } = createJudge({ pair: sarcasm });
    const stage = await openWith(judge, undefined, { pairer: unsure() });
    await stage.change(ANA, { do: 'settings', settings: { judge: 'off' } });

    await stage.say(ANA, NEWS);
    await stage.pass(4);
    await stage.say(BEN, HOLLOW);
    await stage.pass(2);

    expect(asked).toEqual([]);
    expect(await stage.deposits(BEN)).toHaveLength(1);
  });
});

describe('nobody is asked about a reply', () => {
  it.each<[string, Play]>([
    ['that Nod is sure of', { pairer: unsure({ confidence: 0.7 }) }],
    ['that is an answer either way', { pairer: unsure({ second: { turn: 'toward', style: 'active-constructive' } }) }],
    ['to what has no styles', { bid: 'movie tonight?' }],
    ['to a worry, where it may not see vulnerable lines', { bid: A_WORRY, chosen: { judge: 'local' } }],
  ])('%s', async (_, play) => {
    const { pairs } = await answered(play);

    expect(pairs).toEqual([]);
  });

  it('but to a worry it is, where both agreed to that', async () => {
    expect((await answered({ bid: A_WORRY })).pairs).toHaveLength(1);
  });
});

it('what a judge took a reply for is forgotten with it', async () => {
  const doubts: boolean[] = [];
  const { stage } = await answered({}, async ({ nod, said, listener, clock }) => {
    const isDoubted = () => JSON.stringify(nod.runner.deskOfPerson(ANA)?.session.state.bids).includes('judged');
    doubts.push(isDoubted());
    const target = said.findLast(({ text }) => text === HOLLOW)?.id;
    if (target) listener.heard(CHANNEL, { type: 'delete', at: clock.now(), target }, undefined);
    await settle();
    doubts.push(isDoubted());
  });

  expect(doubts).toEqual([true, false]);
  expect(stage.nod.runner.deskOfPerson(ANA)?.session.state.bids).toHaveLength(1);
});
