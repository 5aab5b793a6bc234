import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isInDoubt, isUncertain } from '../../src/domain/opinion.ts';
import { createDice } from '../../training/dice.ts';
import {
  answers,
  type Behaviour,
  breaksOff,
  drips,
  floods,
  type Got,
  hangs,
  html,
  READ,
  refuses,
  StandIn,
  says,
} from '../judges/openai/stand-in.ts';
import { judgeAt } from '../judges/openai/trial.ts';
import { barelyAnswered, everyday, pastEachOther, playWeek, type Week, waitedFor } from './support/judged-week.ts';

/** A judge over HTTP, and a week of chat with it and without: what it may move, and what not. */

const standIn = new StandIn();
beforeAll(() => standIn.start());
beforeEach(() => standIn.reset());
afterAll(() => standIn.stop());

const WEEKS = {
  'an everyday week': everyday(1),
  'another one': everyday(2),
  'a week past each other': pastEachOther(3),
  'a week of answers that may be none': barelyAnswered,
};
type Name = keyof typeof WEEKS;
const NAMES = Object.keys(WEEKS) as readonly Name[];
const weeks = new Map<Name, Promise<Week>>();

/** The same week by the rules alone. */
function alone(name: Name): Promise<Week> {
  const week = weeks.get(name) ?? playWeek(WEEKS[name]);
  weeks.set(name, week);
  return week;
}

/** A week with a judge that the clock waits for. */
async function judged(name: Name, more: { readonly longest?: number } = {}): Promise<Week> {
  const judge = waitedFor(judgeAt(standIn.url, more));
  const week = await playWeek(WEEKS[name], judge, judge.idle);
  await judge.close();
  return week;
}

const tallyOf = ({ moments, nudges, readings }: Week) => ({ moments, nudges, readings });

describe('a judge that misbehaves leaves every tally and every nudge as it is without one', () => {
  it.each<[string, Behaviour]>([
    ['breaks the schema', answers({ kind: 'great-news' })],
    ['answers in prose', says('That is sarcasm, I am sure.')],
    ['answers with a page', html(200)],
    ['floods', floods],
    ['drips', drips(' ', 10)],
    ['dies in the middle of an answer', breaksOff],
    ['refuses everything', refuses(500)],
  ])('when it %s', async (_, behaviour) => {
    standIn.always = behaviour;

    const week = await judged('a week past each other', { longest: 150 });

    expect(standIn.got.length).toBeGreaterThan(2);
    expect(week.opinions).toBe(0);
    expect(tallyOf(week)).toEqual(tallyOf(await alone('a week past each other')));
  });

  it('when it hangs for longer than anybody waits', async () => {
    standIn.always = hangs;
    const judge = judgeAt(standIn.url, { longest: 60_000 });

    const week = await playWeek(WEEKS['a week past each other'], judge);
    await judge.close();

    expect(standIn.got.length).toBeGreaterThan(1);
    expect(tallyOf(week)).toEqual(tallyOf(await alone('a week past each other')));
  });

  it('when it is gone before the first question', async () => {
    const gone = new StandIn();
    await gone.start();
    const { url } = gone;
    await gone.stop();
    const judge = waitedFor(judgeAt(url, { longest: 150 }));

    const week = await playWeek(WEEKS['an everyday week'], judge, judge.idle);

    expect(judge.spent().noOpinions).toBeGreaterThan(4);
    expect(tallyOf(week)).toEqual(tallyOf(await alone('an everyday week')));
  });
});

/** Lies by the dice, but always in one of the labels it is offered. */
function lies(seed: number): Behaviour {
  const dice = createDice(seed);
  const oneOf = (labels: readonly unknown[]) => labels[Math.floor(dice() * labels.length)];
  return (got, response) => {
    const properties = offeredIn(got);
    const chosen = Object.entries(properties).map(([name, { enum: labels }]) => [
      name,
      labels ? oneOf(labels) : dice(),
    ]);
    const said = Object.fromEntries(chosen) as Record<string, unknown>;
    const reply = String(said['reply'] ?? '');
    if (reply.startsWith('toward') && said['energy'] === 'none') said['energy'] = 'low';
    says(JSON.stringify(said))(got, response);
  };
}

/** What the schema of a question lets its answer say. */
function offeredIn({ body }: Got): Readonly<Record<string, { readonly enum?: readonly string[] }>> {
  return (body.response_format?.json_schema?.schema['properties'] ?? {}) as ReturnType<typeof offeredIn>;
}

describe('a judge that lies within the schema', () => {
  it.each(NAMES.flatMap((name) => [1, 2, 3].map((dice) => [name, dice] as const)))(
    'moves only what was uncertain, and sends nothing that the rules would not: %s, dice %i',
    async (name, dice) => {
      standIn.always = lies(dice);

      const [week, rules] = [await judged(name), await alone(name)];

      expect(week.opinions).toBeGreaterThan(4);
      expect(week.readings).toEqual(rules.readings);
      expect(sureOf(week, rules)).toEqual(sureOf(rules, rules));
      expect([...week.moments.keys()].filter((seq) => !rules.moments.has(seq))).toEqual([]);
      expect([...week.nudges].filter((nudge) => !rules.nudges.has(nudge))).toEqual([]);
    },
  );

  it('does move something, and holds something back', async () => {
    const moved: unknown[] = [];
    const held: unknown[] = [];
    for (const name of NAMES) {
      standIn.always = lies(1);
      const [week, rules] = [await judged(name), await alone(name)];
      moved.push(...[...rules.moments].filter(([seq, { kind }]) => week.moments.get(seq)?.kind !== kind));
      held.push(...[...rules.nudges].filter((nudge) => !week.nudges.has(nudge)));
    }

    expect(moved.length).toBeGreaterThan(0);
    expect(held.length).toBeGreaterThan(0);
  });
});

/** The deposits to bids that Nod is sure of, by replies that it is sure of. */
function sureOf({ moments }: Week, { heard, answers }: Week) {
  return [...moments].filter(([seq]) => {
    const [bid, answer] = [heard.get(seq)?.bid, answers.get(seq)];
    const isSureOfReply = answer !== undefined && answer.turn !== 'unanswered' && !isInDoubt(answer);
    return bid !== undefined && !isUncertain(bid) && isSureOfReply;
  });
}

describe('a week of answers that may be none', () => {
  const NAME = 'a week of answers that may be none';

  it.each<[string, Behaviour]>([
    ['breaks the schema', answers({ reply: 'great-news' })],
    ['floods', floods],
    ['dies in the middle of an answer', breaksOff],
  ])('is written down as without a judge when it %s', async (_, behaviour) => {
    standIn.always = behaviour;

    const week = await judged(NAME, { longest: 150 });

    expect(standIn.got.length).toBeGreaterThan(2);
    expect(tallyOf(week)).toEqual(tallyOf(await alone(NAME)));
  });

  it('is written down as without a judge when it hangs for longer than anybody waits', async () => {
    standIn.always = hangs;
    const judge = judgeAt(standIn.url, { longest: 60_000 });

    const week = await playWeek(WEEKS[NAME], judge);
    await judge.close();

    expect(standIn.got.length).toBeGreaterThan(1);
    expect(tallyOf(week)).toEqual(tallyOf(await alone(NAME)));
  });

  it('has fewer deposits where it sees through them, and those that stay are as they were', async () => {
    standIn.always = (got, response) => seesThrough(got)(got, response);

    const [week, rules] = [await judged(NAME), await alone(NAME)];

    expect(week.doubts).toBeGreaterThan(2);
    expect(week.moments.size).toBeLessThan(rules.moments.size);
    for (const [seq, moment] of week.moments) expect(moment).toEqual(rules.moments.get(seq));
    expect(week.nudges).toEqual(rules.nudges);
  });
});

/** Agrees with what was heard in a bid, and takes every reply for the other thing that it may be. */
function seesThrough(got: Got): Behaviour {
  const other = offeredIn(got)['reply']?.enum?.find((label) => /^(?:away|against)/.test(String(label)));
  if (other === undefined) return agrees(got);
  return says(JSON.stringify({ reply: other, energy: 'none', confidence: 0.9 }));
}

describe('a judge that agrees with everything', () => {
  it('changes nothing at all', async () => {
    standIn.always = (got: Got, response) => agrees(got)(got, response);

    const week = await judged('an everyday week');

    expect(week.opinions).toBeGreaterThan(4);
    expect(tallyOf(week)).toEqual(tallyOf(await alone('an everyday week')));
  });
});

/** The first label of each that is not "none": what was read. */
function agrees(got: Got): Behaviour {
  const properties = offeredIn(got);
  const first = (name: string) => properties[name]?.enum?.find((label) => label !== 'none');
  const reply = first('reply');
  if (reply === undefined) return answers({ ...READ, kind: first('kind'), intensity: 1, confidence: 1 });
  const energy = reply.startsWith('toward') ? 'low' : 'none';
  return says(JSON.stringify({ reply, energy, confidence: 1 }));
}
