import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { pairLines } from '../../src/cli/pair.ts';
import { createPairer } from '../../src/pair/pairer.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { openWritten } from './written.ts';

interface Answer {
  readonly id: string | number;
  readonly turn: string;
  readonly energy: string | null;
  readonly style: string | null;
  readonly confidence: number;
}

async function pairText(text: Iterable<string>): Promise<{ bad: number; answers: Answer[]; errors: string }> {
  const { written, ...sinks } = openWritten();
  const streams = { input: Readable.from(text), ...sinks };
  const bad = await pairLines({ ...streams, pairer: createPairer(), encoder: NO_ENCODER });
  const lines = written.output.split('\n').filter((line) => line !== '');
  return { bad, answers: lines.map((line) => JSON.parse(line) as Answer), errors: written.errors };
}

async function pairOne(line: object): Promise<Answer | undefined> {
  const { answers } = await pairText([
    JSON.stringify({ id: 'x', bidKind: 'good-news', bid: 'i got the job!!', ...line }),
  ]);
  return answers[0];
}

describe('nod pair', () => {
  it('prints turn, energy, style and confidence', async () => {
    const answer = await pairOne({ reply: 'congrats!! when do you start?' });

    expect(answer).toMatchObject({ id: 'x', turn: 'toward', style: 'active-constructive' });
    expect(answer?.confidence).toBeGreaterThan(0.6);
    expect(answer?.confidence).toBeLessThanOrEqual(1);
  });

  it('reads each pair by itself, not as said in a chat', async () => {
    const { written: _, ...sinks } = openWritten();
    const input = Readable.from([JSON.stringify({ id: 'x', bidKind: 'play', bid: 'guess what', reply: 'what' })]);
    const pairer = createPairer();
    const text = vi.fn(pairer.text);

    await pairLines({ input, ...sinks, pairer: { ...pairer, text }, encoder: NO_ENCODER });

    expect(text.mock.calls.map(([{ isAlone }]) => isAlone)).toEqual([true]);
  });

  it.each([[{}], [{ reply: null, reaction: null }], [{ reply: '  ' }], [{ replyVoice: false }]])(
    'calls a bid that nothing followed unanswered: %j',
    async (line) => {
      expect(await pairOne(line)).toEqual({ id: 'x', turn: 'unanswered', energy: null, style: null, confidence: 1 });
    },
  );

  it('reads a lone reaction and a lone voice note', async () => {
    expect(await pairOne({ reaction: '👍' })).toMatchObject({
      turn: 'toward',
      energy: 'low',
      style: 'passive-constructive',
    });
    expect(await pairOne({ replyVoice: true })).toMatchObject({ turn: 'toward', energy: 'attentive' });
  });

  it('lets the words decide when both they and the reaction take the bid up', async () => {
    const answer = await pairOne({ reply: 'OMG when do you start??', reaction: '👍' });

    expect(answer).toMatchObject({ turn: 'toward', style: 'active-constructive' });
  });

  it('lets the reaction decide when only it takes the bid up', async () => {
    const answer = await pairOne({ reply: 'did you pay the plumber', reaction: '❤️' });

    expect(answer).toMatchObject({ turn: 'toward', energy: 'low' });
  });

  it('gives no energy to what is not toward and no style to kinds that have none', async () => {
    expect(await pairOne({ reply: 'did you pay the plumber' })).toMatchObject({ turn: 'away', energy: null });
    expect(await pairOne({ bidKind: 'request', bid: 'movie tonight?', reply: 'yes!' })).toMatchObject({ style: null });
  });

  it('skips a line whose id would come back as another', async () => {
    const { bad, answers, errors } = await pairText(['{"id":12345678901234567890,"bidKind":"play","bid":"boo"}\n']);

    expect({ bad, answers }).toEqual({ bad: 1, answers: [] });
    expect(errors).toMatch(/^Line 1 was skipped: "id" is a number too large to come back as it was; write it as text/);
  });

  it('names a bad line and goes on', async () => {
    const { bad, answers, errors } = await pairText([
      '{"id":1,"bidKind":"attention","bid":"look at this dog","reply":"aww"}\n',
      '{"id":2,"bidKind":"news","bid":"x"}\n{"id":3,"bidKind":"play"}\n{"bidKind":"play","bid":"x"}\n',
      '{"id":5,"bidKind":"play","bid":"x","reply":7}\n{"id":6,"bidKind":"play","bid":"x","replyVoice":"yes"}\n{"id":7\n',
      '{"id":8,"bid":"x"}\n',
    ]);

    expect(answers.map(({ id }) => id)).toEqual([1]);
    expect(bad).toBe(7);
    expect(errors).toContain('Line 2 was skipped: "bidKind" must be one of repair, vulnerability');
    expect(errors).toContain('Line 3 was skipped: "bid" is missing.');
    expect(errors).toContain('Line 4 was skipped: "id" is missing.');
    expect(errors).toContain('Line 5 was skipped: "reply" must be text.');
    expect(errors).toContain('Line 6 was skipped: "replyVoice" must be true or false.');
    expect(errors).toContain('Line 7 was skipped: it is not JSON.');
    expect(errors).toContain('Line 8 was skipped: "bidKind" is missing.');
  });

  it('answers thousands of lines, in order', async () => {
    const count = 5000;
    const lines = Array.from(
      { length: count },
      (_, id) =>
        `${JSON.stringify({ id, bidKind: 'interest', bid: 'how was it', reply: `fine, ${id} people came` })}\n`,
    );

    const { answers, bad } = await pairText(lines);

    expect(bad).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual(lines.map((_, id) => id));
  });

  it('reads a hostile line in time that grows with its length', async () => {
    const hostile = (length: number) =>
      JSON.stringify({
        id: 1,
        bidKind: 'vulnerability',
        bid: `${'sad '.repeat(length)}`,
        reply: `${'but isnt that you '.repeat(length)}${'?'.repeat(length)}`,
      });

    const { answers } = await pairText([
      `${hostile(20_000)}\n`,
      '{"id":"__proto__","bidKind":"play","bid":"","reply":"constructor toString"}\n',
    ]);

    expect(answers.map(({ id }) => id)).toEqual([1, '__proto__']);
  });
});
