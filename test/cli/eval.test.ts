import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { printScores, readLabelled, readLabelledPairs } from '../../src/cli/eval.ts';
import { scoreMessages, scorePairs } from '../../src/cli/scorecard.ts';
import type { Pairer } from '../../src/domain/bid-response.ts';
import type { Reader } from '../../src/domain/reading.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { emptyFolder, runNod } from './command-line.ts';
import { openWritten } from './written.ts';

/** Hears what the words name: `good-news 0.9`, `harsh`, `risk`, `tender`; foreseeable by eye. */
const obeys: Reader = ({ text }) => {
  const [, kind, confidence] = /(good-news|vulnerability|play) (\d\.\d+)/.exec(text) ?? [];
  return {
    ...(kind ? { bid: { kind: kind as 'play', intensity: 0.5, confidence: Number(confidence), because: [] } } : {}),
    ...(text.includes('harsh') ? { harshness: { kind: 'contempt', confidence: 0.9, because: [] } } : {}),
    ...(text.includes('risk') ? { risk: { kind: 'coercion', confidence: 0.9, because: [] } } : {}),
    tender: text.includes('tender'),
  };
};

/** Turns as the reply says: `toward attentive validating`, `away`, `against`. */
const obeysToo: Pairer = {
  text(_, { text }) {
    const [turn, energy, style] = text.split(' ');
    return { reply: { turn, energy, style, confidence: 0.9 } as never, about: true, takesUp: true };
  },
  reaction: () => ({ turn: 'toward', energy: 'low', confidence: 0.9 }),
  voice: () => ({ turn: 'toward', energy: 'attentive', confidence: 0.9 }),
};

const asLines = (lines: readonly (object | string)[]) =>
  Readable.from(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`));

async function label(...lines: readonly (object | string)[]) {
  const { written, ...streams } = openWritten();
  const read = await readLabelled({ ...streams, input: asLines(lines), reader: obeys, encoder: NO_ENCODER });
  return { ...read, errors: written.errors, scores: scoreMessages(read.messages) };
}

async function labelPairs(...lines: readonly (object | string)[]) {
  const { written, ...streams } = openWritten();
  const read = await readLabelledPairs({ ...streams, input: asLines(lines), pairer: obeysToo, encoder: NO_ENCODER });
  return { ...read, errors: written.errors, scores: scorePairs(read.pairs) };
}

const NEWS = { bidKind: 'good-news', bid: 'x' };
const WORRY = { bidKind: 'vulnerability', bid: 'x' };

describe('labelled utterances', () => {
  it('take the kind by its name, by none, by null or as nod detect prints it', async () => {
    const { messages, bad } = await label(
      { text: 'a', kind: 'play' },
      { text: 'b', kind: 'none' },
      { text: 'c', bid: null },
      { text: 'd', bid: { kind: 'repair', confidence: 1 } },
      { text: 'e', bid: 'request' },
    );

    expect(bad).toBe(0);
    expect(messages.map(({ labels }) => labels.kind)).toEqual(['play', 'none', 'none', 'repair', 'request']);
  });

  it('take harshness, risk and tender where they are given, by either name', async () => {
    const { messages, bad } = await label(
      { text: 'a', kind: 'none', harsh: 'contempt', tender: true },
      { text: 'b', kind: 'none', harshness: { kind: 'criticism' }, risk: 'coercion', tender: null },
      { text: 'c', kind: 'none', harshness: null, risk: 'none', attachments: ['photo'] },
    );

    expect(bad).toBe(0);
    expect(messages.map(({ labels }) => labels)).toEqual([
      { kind: 'none', harsh: 'contempt', risk: undefined, tender: true },
      { kind: 'none', harsh: 'criticism', risk: 'coercion', tender: undefined },
      { kind: 'none', harsh: undefined, risk: undefined, tender: undefined },
    ]);
  });

  it('name a bad line, never its words, and go on', async () => {
    const { bad, errors, messages } = await label(
      { text: 'secret' },
      { text: 'secret', kind: 'news' },
      { kind: 'play' },
      { text: 'secret', kind: 'play', harsh: 'rude' },
      { text: 'secret', kind: 'play', risk: true },
      { text: 'secret', kind: 'play', tender: 'yes' },
      'secret',
      { text: 'fine', kind: 'play' },
    );

    expect(bad).toBe(7);
    expect(messages).toHaveLength(1);
    expect(errors.split('\n').map((line) => line.slice(0, 32))).toEqual([
      'Line 1 was skipped: "kind" is mi',
      'Line 2 was skipped: "kind" must ',
      'Line 3 was skipped: "text" is mi',
      'Line 4 was skipped: "harsh" must',
      'Line 5 was skipped: "risk" must ',
      'Line 6 was skipped: "tender" mus',
      'Line 7 was skipped: it is not JS',
      '',
    ]);
    expect(errors).not.toContain('secret');
  });

  it('keep no word of what was read', async () => {
    const { messages } = await label({ text: 'wisteria good-news 0.9', kind: 'good-news' });

    expect(JSON.stringify(messages)).not.toContain('wisteria');
  });
});

describe('the measures of utterances', () => {
  it('take kinds over all nine classes', async () => {
    const { scores } = await label(
      { text: 'good-news 0.9', kind: 'good-news' },
      { text: 'play 0.6', kind: 'none' },
      { text: 'nothing', kind: 'none' },
    );

    // good-news 1, none 2 / 3, the other seven 0
    expect(scores.kinds.macroF1).toBeCloseTo((1 + 2 / 3) / 9, 10);
  });

  it('take precision at the nudge threshold among the sure, and recall over all of the kind', async () => {
    const { scores } = await label(
      { text: 'good-news 0.80', kind: 'good-news' },
      { text: 'good-news 0.95', kind: 'play' },
      { text: 'good-news 0.79', kind: 'good-news' },
      { text: 'nothing', kind: 'good-news' },
      { text: 'vulnerability 0.5', kind: 'vulnerability' },
    );

    const [news, vulnerability] = scores.atNudge;
    expect(news).toMatchObject({ label: 'good-news', said: 2, precision: 1 / 2, gold: 3, recall: 1 / 3 });
    expect(vulnerability).toMatchObject({ label: 'vulnerability', said: 0, precision: undefined, recall: 0 });
  });

  it('take any harshness for harshness', async () => {
    const { scores } = await label(
      { text: 'harsh', kind: 'none', harsh: 'criticism' },
      { text: 'calm', kind: 'none', harsh: 'contempt' },
      { text: 'calm', kind: 'none' },
    );

    expect(scores.harshness).toMatchObject({ gold: 2, said: 1, right: 1, f1: 2 / 3 });
  });

  it('take any risk for risk, and tender', async () => {
    const { scores } = await label(
      { text: 'risk', kind: 'none', risk: 'self-harm' },
      { text: 'risk tender', kind: 'none', tender: true },
      { text: 'nothing', kind: 'none', risk: 'violence' },
    );

    expect(scores.risk).toMatchObject({ precision: 1 / 2, recall: 1 / 2 });
    expect(scores.tender).toMatchObject({ precision: 1, recall: 1 });
  });

  it('take the calibration error over the bids that were heard', async () => {
    const { scores } = await label(
      { text: 'play 0.9', kind: 'play' },
      { text: 'play 0.7', kind: 'none' },
      { text: 'nothing', kind: 'none' },
    );

    expect(scores.calibration.error).toBeCloseTo((0.1 + 0.7) / 2, 10);
  });
});

describe('the measures of replies', () => {
  it('take turns over toward, away and against', async () => {
    const { scores } = await labelPairs(
      { ...NEWS, reply: 'toward low', turn: 'toward' },
      { ...NEWS, reply: 'toward low', turn: 'away' },
      { ...WORRY, reply: 'against', turn: 'against' },
    );

    expect(scores.turn.macroF1).toBeCloseTo((2 / 3 + 0 + 1) / 3, 10);
  });

  it('take the energy of a reply that was not called toward for missed', async () => {
    const { scores } = await labelPairs(
      { ...NEWS, reply: 'toward attentive', turn: 'toward', energy: 'attentive' },
      { ...NEWS, reply: 'away', turn: 'toward', energy: 'attentive' },
      { ...NEWS, reply: 'toward low', turn: 'away', energy: null },
    );

    expect(scores.energy).toMatchObject({ rows: 2, macroF1: 2 / 3 });
  });

  it('take styles kind by kind, over those that occur, and the mean of the kinds', async () => {
    const { scores } = await labelPairs(
      { ...NEWS, reply: 'toward low passive-constructive', turn: 'toward', style: 'passive-constructive' },
      { ...WORRY, reply: 'toward low comforting', turn: 'toward', style: 'validating' },
      { ...WORRY, reply: 'toward low comforting', turn: 'toward', style: 'comforting' },
    );

    const [news, vulnerability, repair] = scores.style;
    expect(news).toMatchObject({ kind: 'good-news', macroF1: 1 });
    expect(vulnerability?.macroF1).toBeCloseTo((0 + 2 / 3) / 2, 10);
    expect(repair).toMatchObject({ rows: 0, macroF1: undefined });
    expect(scores.styleMean).toBeCloseTo((1 + 1 / 3) / 2, 10);
  });

  it('leave out what nothing followed', async () => {
    const { pairs, bad } = await labelPairs(
      { ...NEWS, turn: 'unanswered' },
      { ...NEWS, reply: 'toward low', turn: 'unanswered' }, // said too late
      { ...NEWS, reply: '', attachments: ['image'], turn: 'toward' },
      { ...NEWS, reaction: '❤️', turn: 'toward', energy: 'low' },
    );

    expect(bad).toBe(0);
    expect(pairs.map(({ reply }) => reply.turn)).toEqual(['toward']);
  });

  it('name a bad line', async () => {
    const { errors, bad } = await labelPairs(
      { ...NEWS, reply: 'x' },
      { ...NEWS, reply: 'x', turn: 'toward', energy: 'warm' },
      { ...NEWS, reply: 'x', turn: 'toward', style: 'comforting' },
      { bidKind: 'news', bid: 'x', reply: 'x', turn: 'toward' },
      { ...NEWS, reply: 'x', turn: 'around' },
    );

    expect(bad).toBe(5);
    expect(errors).toContain('Line 1 was skipped: "turn" is missing.');
    expect(errors).toContain('Line 2 was skipped: "energy" must be one of low');
    expect(errors).toContain('Line 3 was skipped: this "bidKind" has no such "style".');
    expect(errors).toContain('Line 4 was skipped: "bidKind" must be one of repair');
    expect(errors).toContain('Line 5 was skipped: "turn" must be one of toward');
  });

  it('name a line that contradicts itself', async () => {
    const { errors, bad, pairs } = await labelPairs(
      { ...NEWS, turn: 'toward' },
      { ...NEWS, reply: ' ', reaction: '', replyVoice: false, attachments: [], turn: 'away' },
      { ...NEWS, reply: 'away', turn: 'away', energy: 'low' },
      { ...NEWS, turn: 'unanswered', energy: 'low' },
      { ...NEWS, reply: 'away', turn: 'away', energy: null },
      { ...NEWS, replyVoice: true, turn: 'toward' },
    );

    const nothing = 'by its "turn" something followed, but it has no "reply", "reaction" or "replyVoice"';
    const noEnergy = 'only a "turn" of toward has an "energy"';
    expect(errors.split('\n').slice(0, -1)).toEqual(
      [nothing, nothing, noEnergy, noEnergy].map((wrong, at) => `Line ${at + 1} was skipped: ${wrong}.`),
    );
    expect({ bad, read: pairs.length }).toEqual({ bad: 4, read: 2 });
  });
});

describe('the card of measures', () => {
  it('says null in JSON for a share of nothing, and rounds', async () => {
    const { scores } = await label({ text: 'x', kind: 'none' }, { text: 'play 0.3', kind: 'none' });
    const { written, output } = openWritten();

    printScores(output, { messages: scores }, true);

    const printed = JSON.parse(written.output);
    expect(printed.pairs).toBeNull();
    expect(printed.messages.kinds.macroF1).toBe(0.074);
    expect(printed.messages.atNudge[0].precision).toBeNull();
  });

  it('draws a bar for each tenth of confidence that was used', async () => {
    const { scores } = await label({ text: 'play 0.75', kind: 'play' }, { text: 'play 0.75', kind: 'none' });
    const { written, output } = openWritten();

    printScores(output, { messages: scores }, false);

    expect(written.output).toMatch(/0\.7–0\.8 +2 {2}█{20}░{10}│░{9} {2}50 %/);
    expect(written.output).toMatch(/0\.8–0\.9 +–\n/);
  });
});

describe.concurrent('nod eval', () => {
  it('measures a file of one’s own, and ends with 1 when a line of it was bad', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'own.jsonl'), '{"text":"i got the job!!!!","kind":"good-news"}\n{"text":"x"}\n');
    writeFileSync(join(folder, 'pairs.jsonl'), `${JSON.stringify({ ...NEWS, reply: 'congrats!!', turn: 'toward' })}\n`);

    const args = ['eval', 'own.jsonl', '--pairs', 'pairs.jsonl', '--json'];
    const { code, stdout, stderr } = await runNod(args, { folder });

    expect(JSON.parse(stdout)).toMatchObject({
      messages: { kinds: { rows: 1, macroF1: 0.111 } },
      pairs: { turn: { rows: 1, macroF1: 0.333 } },
    });
    expect(stderr).toMatch(/^Line 2 was skipped: [^\n]+\n/);
    expect(code).toBe(1);
  });

  it('says what a line looks like when there is none', async () => {
    const { code, stdout, stderr } = await runNod(['eval'], { piped: '\n' });

    expect(stdout).toBe('');
    expect(stderr).toMatch(/^There is no labelled utterance to measure\. A line looks like [^\n]+\n$/);
    expect(code).toBe(1);
  });
});
