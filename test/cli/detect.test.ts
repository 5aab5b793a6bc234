import { Readable } from 'node:stream';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { addDetect, detectLines } from '../../src/cli/detect.ts';
import type { Reader, Said } from '../../src/domain/reading.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { openWritten } from './written.ts';

/** Hears a bid in everything that mentions news; a reader of our own, small enough to foresee. */
const hearsNews: Reader = ({ text, attachments }) => ({
  ...(text.includes('news')
    ? { bid: { kind: 'good-news', intensity: 0.123456, confidence: 2 / 3, because: ['good-news/news'] } }
    : {}),
  ...(text.includes('whatever') ? { harshness: { kind: 'stonewalling', confidence: 0.91, because: ['x'] } } : {}),
  tender: attachments.includes('image'),
});

async function detectText(
  text: Iterable<string>,
  reader: Reader,
): Promise<{ bad: number; output: string; errors: string }> {
  const { written, ...sinks } = openWritten();
  const bad = await detectLines({
    input: Readable.from(text),
    ...sinks,
    reader,
    encoder: NO_ENCODER,
  });
  return { bad, ...written };
}

describe('nod detect', () => {
  it('prints what was heard, probabilities to three decimals', async () => {
    const { output } = await detectText(['{"id":"a","text":"news"}\n{"id":2,"text":"whatever"}\n'], hearsNews);

    expect(output).toBe(
      '{"id":"a","bid":{"kind":"good-news","intensity":0.123,"confidence":0.667,"because":["good-news/news"]},"harshness":null,"risk":null,"tender":false}\n' +
        '{"id":2,"bid":null,"harshness":{"kind":"stonewalling","confidence":0.91},"risk":null,"tender":false}\n',
    );
  });

  it('hands the burst over with its line breaks, and attachments by our names', async () => {
    const heard: Said[] = [];
    const listening: Reader = (said) => {
      heard.push(said);
      return { tender: false };
    };

    await detectText(['{"id":1,"text":"guess what\\nI GOT IT","attachments":["photo","gif","hologram"]}\n'], listening);

    expect(heard).toEqual([{ text: 'guess what\nI GOT IT', attachments: ['image', 'gif', 'file'] }]);
  });

  it('skips a line whose id would come back as another', async () => {
    const { bad, output, errors } = await detectText(['{"id":12345678901234567890,"text":"news"}\n'], hearsNews);

    expect({ bad, output }).toEqual({ bad: 1, output: '' });
    expect(errors).toMatch(/^Line 1 was skipped: "id" is a number too large to come back as it was; write it as text/);
  });

  it('takes a missing or empty list of attachments as none', async () => {
    const { output, bad } = await detectText(
      ['{"id":1,"text":"x"}\n{"id":2,"text":"x","attachments":null}\n{"id":3,"text":"","attachments":[]}\n'],
      hearsNews,
    );

    expect(bad).toBe(0);
    expect(output.split('\n')).toHaveLength(4);
  });

  it('names a bad line and goes on', async () => {
    const { bad, output, errors } = await detectText(
      [
        '{"id":1}\n{"text":"x"}\n{"id":true,"text":"x"}\n{"id":2,"text":null}\n{"id":3,"text":"x","attachments":"image"}\n{"id":4,"text":"x","attachments":[4]}\n{"id":5,"text":"news"}\n',
      ],
      hearsNews,
    );

    expect(bad).toBe(6);
    expect(output).toContain('"id":5');
    expect(errors.split('\n').slice(0, -1)).toEqual([
      'Line 1 was skipped: "text" is missing.',
      'Line 2 was skipped: "id" is missing.',
      'Line 3 was skipped: "id" must be text or a number.',
      'Line 4 was skipped: "text" must be text.',
      'Line 5 was skipped: "attachments" must be a list.',
      'Line 6 was skipped: every entry of "attachments" must be text.',
    ]);
  });

  it('answers thousands of lines', async () => {
    const lines = Array.from({ length: 5000 }, (_, id) => `${JSON.stringify({ id, text: `news number ${id}` })}\n`);

    const { output, bad } = await detectText(lines, hearsNews);

    expect(bad).toBe(0);
    expect(output.split('\n')).toHaveLength(5001);
  });

  it('is a command that takes an optional file', () => {
    const program = new Command();

    addDetect(program, () => ({ reader: hearsNews, encoder: NO_ENCODER }));

    expect(program.commands[0]?.name()).toBe('detect');
    expect(program.commands[0]?.registeredArguments[0]?.required).toBe(false);
  });
});
