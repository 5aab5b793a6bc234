import { Readable } from 'node:stream';
import { Command } from 'commander';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDetect, detectLines } from '../../src/cli/detect.ts';
import { printScores, readLabelled } from '../../src/cli/eval.ts';
import { type Judging, type Reach, saySpent } from '../../src/cli/judging.ts';
import { needJudge } from '../../src/cli/load-judge.ts';
import { pairLines } from '../../src/cli/pair.ts';
import { scoreMessages } from '../../src/cli/scorecard.ts';
import type { Pairer, Reply } from '../../src/domain/bid-response.ts';
import type { Reader } from '../../src/domain/reading.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { SILENT_LOG } from '../../src/ports/log.ts';
import { answers, StandIn, says } from '../judges/openai/stand-in.ts';
import { judgeAt, NOON } from '../judges/openai/trial.ts';
import { createVirtualClock } from '../support/clock.ts';
import { openWritten } from './written.ts';

const standIn = new StandIn();
beforeAll(() => standIn.start());
beforeEach(() => standIn.reset());
afterAll(() => standIn.stop());

/** Hears news in what names it, as sure as the words say; risk and tender by their names. */
const hears: Reader = ({ text }) => {
  const confidence = Number(/news (?:of )?(0\.\d+)/.exec(text)?.[1] ?? 0);
  return {
    ...(confidence > 0 ? { bid: { kind: 'good-news', intensity: 0.4, confidence, because: ['good-news/x'] } } : {}),
    ...(text.includes('risk') ? { risk: { kind: 'violence', confidence: 0.9, because: [] } } : {}),
    tender: text.includes('tender'),
  };
};

const judging = (reach: Reach): Judging => ({ judge: judgeAt(standIn.url), reach, reader: hears });
const asLines = (lines: readonly object[]) => Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`));
const parsed = (output: string) =>
  output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

async function detect(reach: Reach, ...texts: readonly string[]) {
  const { written, ...streams } = openWritten();
  const input = asLines(texts.map((text, id) => ({ id, text })));
  await detectLines({ ...streams, input, reader: hears, encoder: NO_ENCODER, judging: judging(reach) });
  return parsed(written.output);
}

const FINDS_THE_CATCH = { turn: 'against', style: 'active-destructive' } as const;

async function pair(reach: Reach, read: Reply, line: object) {
  const { written, ...streams } = openWritten();
  const text = () => ({ reply: read, about: true, takesUp: true, second: FINDS_THE_CATCH });
  const pairer: Pairer = { text, reaction: () => read, voice: () => read };
  const input = asLines([{ id: 1, bidKind: 'good-news', bid: 'i got it', ...line }]);
  await pairLines({ ...streams, input, pairer, encoder: NO_ENCODER, judging: judging(reach) });
  return parsed(written.output)[0];
}

describe('nod detect --judge', () => {
  it('asks about what is uncertain, with the kind that was heard, and about nothing else', async () => {
    standIn.always = answers({ veto: 'sarcasm', confidence: 0.9 });

    const lines = await detect('uncertain', 'news 0.6', 'news 0.9', 'nothing at all');

    expect(lines).toMatchObject([
      { bid: null, judge: { veto: 'sarcasm', confidence: 0.9 } },
      { bid: { kind: 'good-news', confidence: 0.9 }, judge: null },
      { bid: null, judge: null },
    ]);
    expect(standIn.got).toHaveLength(1);
  });

  it('in full asks about everything, and lets it choose among all kinds', async () => {
    standIn.always = answers({ kind: 'play', intensity: 1, confidence: 0.8 });

    const lines = await detect('full', 'news 0.9', 'nothing at all');

    const play = { bid: { kind: 'play', intensity: 1, confidence: 0.8, because: [] }, judge: { kind: 'play' } };
    expect(lines).toMatchObject([play, play]);
  });

  it('sends nothing that was recognised as risk or tender', async () => {
    const lines = await detect('full', 'risk', 'tender', 'news of 0.6 tender');

    expect(lines).toMatchObject([{ judge: null }, { judge: null }, { judge: null }]);
    expect(standIn.got).toEqual([]);
  });

  it('answers thirty lines in order, also beyond what a judge lets wait', async () => {
    const lines = await detect('full', ...Array.from({ length: 30 }, (_, at) => `line ${'x'.repeat(at)}y`));

    expect(lines.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, at) => at));
    expect(lines.every(({ judge }) => judge !== null)).toBe(true);
  });

  it('takes only the two reaches there are', async () => {
    const program = new Command().exitOverride().configureOutput({ writeErr() {} });
    addDetect(program, () => expect.fail('it began'));
    for (const command of program.commands) command.exitOverride().configureOutput({ writeErr() {} });

    await expect(program.parseAsync(['node', 'nod', 'detect', '--judge=some'])).rejects.toThrow(/uncertain, full/);
  });

  it('says where a file goes that was taken for its reach', async () => {
    const program = new Command();
    addDetect(program, () => expect.fail('it began'));
    for (const command of program.commands) command.exitOverride().configureOutput({ writeErr() {} });

    const run = program.parseAsync(['node', 'nod', 'detect', '--judge', 'lines.jsonl']);

    await expect(run).rejects.toThrow(/'lines\.jsonl' is invalid\. .+; a file goes before --judge\.$/);
  });
});

describe('nod pair --judge', () => {
  const AGAINST = says('{"reply":"against/active-destructive","energy":"none","confidence":0.9}');
  const unsure: Reply = { turn: 'toward', energy: 'low', confidence: 0.5 };

  it('asks about a reply that is uncertain, with what it was read as and the next best', async () => {
    standIn.always = AGAINST;

    const line = await pair('uncertain', unsure, { reply: 'sure you did' });

    expect(line).toMatchObject({ ...FINDS_THE_CATCH, confidence: 0.5 });
    expect(standIn.got[0]?.body.messages[0]?.content).toContain(
      'one of "none", "toward", "against/active-destructive"',
    );
  });

  it('leaves the reading of one that is none of what was offered, in full', async () => {
    standIn.always = says('{"reply":"none","energy":"none","confidence":0.9}');

    expect(await pair('full', unsure, { reply: 'sure' })).toMatchObject({ turn: 'toward', judge: { turn: 'none' } });
  });

  it.each<[string, Reply, object]>([
    ['a reply that is sure', { ...unsure, confidence: 0.9 }, { reply: 'sure you did' }],
    ['a reaction', unsure, { reply: 'sure', reaction: '🎉' }],
    ['a voice note', unsure, { replyVoice: true }],
    ['silence', unsure, {}],
    ['a reply with risk in it', unsure, { reply: 'risk' }],
    ['a reply to something tender', unsure, { bid: 'tender', reply: 'ok' }],
  ])('leaves %s alone', async (_, read, line) => {
    standIn.always = AGAINST;

    expect(await pair('uncertain', read, line)).toMatchObject({ judge: null });
    expect(standIn.got).toEqual([]);
  });
});

describe('nod eval --judge', () => {
  it('measures the same rows without and with it', async () => {
    standIn.always = answers({ kind: 'none' });
    const { written, ...streams } = openWritten();
    const input = asLines([
      { text: 'news 0.6', kind: 'none' },
      { text: 'news 0.9', kind: 'good-news' },
    ]);

    const read = await readLabelled({
      ...streams,
      input,
      reader: hears,
      encoder: NO_ENCODER,
      judging: judging('uncertain'),
    });
    const messages = scoreMessages(read.messages);
    printScores(streams.output, { messages, judged: { messages: scoreMessages(read.judged) } }, true);

    const [{ judged, ...alone } = expect.fail('nothing was printed')] = parsed(written.output);
    const goodNews = (said: number) => ({
      kinds: { each: expect.arrayContaining([expect.objectContaining({ label: 'good-news', said })]) },
    });
    expect(alone).toMatchObject({ messages: goodNews(2) });
    expect(judged).toMatchObject({ messages: goodNews(1) });
  });
});

describe('a command that is to ask a judge', () => {
  it('says what to set where there is none', async () => {
    const parts = { clock: createVirtualClock(NOON), log: SILENT_LOG };

    await expect(needJudge({}, parts)).rejects.toMatchObject({
      code: 'BAD_CONFIG',
      hint: expect.stringContaining('docs/judge.md'),
    });
  });
});

describe('what a judge cost', () => {
  const spent = { calls: 3, tokens: 1_500, seconds: 2.04, opinions: 2, noOpinions: 1 };

  it('is said in tokens, and in money once its price is known', () => {
    expect(saySpent(spent)).toBe(
      'The judge was asked 3 times and had 2 opinions: 3 calls, 1500 tokens, 2.0 s of waiting.',
    );
    expect(saySpent(spent, 0.6)).toContain('1500 tokens (at most 0.0009 at your price)');
  });
});
