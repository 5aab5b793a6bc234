import { describe, expect, it } from 'vitest';
import type { Model, Stacking } from '../../src/learned/model.ts';
import { REPLY_QUESTIONS } from '../../src/pair/model/questions.ts';
import { createPairer } from '../../src/pair/pairer.ts';

const OUTPUTS = Object.values(REPLY_QUESTIONS).flat().length;

/** Knows nothing but that replies pass by, by so much, and is surer of it of a pair that stands alone. */
function alwaysAway(lead: number): Model {
  const zeros = (length: number) => new Int8Array(length);
  const none = (length: number) => new Float32Array(length);
  const full: Stacking = { weights: [], bias: [], due: [] }; // nobody asks with a vector
  return {
    questions: Object.entries(REPLY_QUESTIONS).map(([name, classes]) => {
      const shift = classes.map((one) => (one === 'away' ? 2 : 0));
      const everyday = { fast: { temperature: 1, shift: shift.map(() => 0) }, full };
      return { name, classes, everyday, alone: { fast: { temperature: 1, shift }, full } };
    }),
    fast: {
      table: zeros(OUTPUTS),
      step: 1,
      bias: none(OUTPUTS).fill(lead, REPLY_QUESTIONS.turn.indexOf('away'), 1 + REPLY_QUESTIONS.turn.indexOf('away')),
    },
    deep: {
      dense: 1,
      factBuckets: 1,
      hidden: 1,
      into: zeros(2),
      intoSteps: none(2),
      hiddenBias: none(1),
      out: none(OUTPUTS),
      past: zeros(2 * OUTPUTS),
      pastSteps: none(2),
      outBias: none(OUTPUTS),
    },
    wide: { kept: zeros(1), table: zeros(0), step: 1, bias: none(OUTPUTS), dense: none(OUTPUTS) },
    gauge: none(0),
  };
}

const [rules, pairer] = [createPairer(), createPairer({ model: alwaysAway(3) })];
const saying = (text: string) => ({ text, attachments: [] });
const NEWS = { kind: 'good-news', said: saying('i got the job!!') } as const;
const SURE = saying('congratulations!!! that is amazing, tell me everything, when do you start?');
const DOUBTFUL = saying('the bus is late');

describe('a pair that stands alone, and an answer in a chat', () => {
  it('are told apart by what a confidence means', () => {
    const [inChat, alone] = [
      pairer.text(NEWS, DOUBTFUL).reply,
      pairer.text({ ...NEWS, isAlone: true }, DOUBTFUL).reply,
    ];

    expect(inChat.confidence).toBeCloseTo(Math.exp(3) / (Math.exp(3) + 2), 5);
    expect(alone.confidence).toBeCloseTo(Math.exp(5) / (Math.exp(5) + 2), 5);
    expect([inChat.turn, alone.turn]).toEqual(['away', 'away']);
  });

  it.each([
    ['joy, which then claims how often it is right', SURE, 'toward', { confidence: 0.67 }],
    ['a refusal, which claims what its signs do', saying('you call that news?'), 'against', {}],
  ])('are told apart by whether sure signs overrule the model: %s', (_, said, turn, claims) => {
    const { reply } = rules.text(NEWS, said);
    expect(reply.turn).toBe(turn);
    expect(reply.confidence).toBeGreaterThanOrEqual(0.9);

    expect(pairer.text(NEWS, said).reply).toEqual({ ...reply, ...claims });
    expect(pairer.text({ ...NEWS, isAlone: true }, said).reply.turn).toBe('away');
  });

  it('are told apart by whether signs overrule a model that is less sure by far', () => {
    const likely = saying('nice, well done');
    const { reply } = rules.text(NEWS, likely);
    expect(reply.turn).toBe('toward');
    expect(reply.confidence).toBeGreaterThanOrEqual(0.7);
    expect(reply.confidence).toBeLessThan(0.9);
    const [lost, doubting] = [0.2, 1].map((lead) => createPairer({ model: alwaysAway(lead) }));

    expect(lost?.text(NEWS, likely).reply.turn).toBe('toward');
    expect(doubting?.text(NEWS, likely).reply.turn).toBe('away');
    expect(lost?.text({ ...NEWS, isAlone: true }, likely).reply.turn).toBe('away');
  });

  it('both take a promise to come back for one', () => {
    const promise = saying('in a meeting, i want to hear all of it tonight');

    for (const isAlone of [true, false]) {
      const read = pairer.text({ ...NEWS, isAlone }, promise);
      expect(read.promise).toBeDefined();
      expect(read.reply.turn).toBe('toward');
    }
  });
});

describe('the next best reading of a reply', () => {
  it('may differ in nothing but the style', () => {
    const neverAway = createPairer({ model: alwaysAway(-5) });

    const { reply, second } = neverAway.text({ ...NEWS, isAlone: true }, DOUBTFUL);

    expect(reply).toMatchObject({ turn: 'toward', style: 'active-constructive' });
    expect(second).toEqual({ turn: 'toward', style: 'passive-constructive' });
  });
});
