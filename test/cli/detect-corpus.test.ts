import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { detectLines } from '../../src/cli/detect.ts';
import { loadReaders } from '../../src/cli/load-reader.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { readBlock } from '../../training/corpus.ts';
import { openWritten } from './written.ts';

const TWO_HUNDRED = readBlock('seed-1').slice(0, 200);

async function answersTo(lines: readonly object[]): Promise<{ bad: number; answers: unknown[]; errors: string }> {
  const { written, ...sinks } = openWritten();
  const input = Readable.from(lines.map((line) => `${JSON.stringify(line)}\n`));
  const streams = { input, ...sinks };
  const bad = await detectLines({ ...streams, reader: loadReaders().reader, encoder: NO_ENCODER });
  const answers = written.output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return { bad, answers, errors: written.errors };
}

const share = expect.toSatisfy((value: number) => value >= 0 && value <= 1, 'a share');
const kindOf = expect.stringMatching(/^[a-z-]+$/);
const nullOr = (shape: object) => expect.toBeOneOf([null, expect.objectContaining(shape)]);

describe('nod detect with the reader as Nod ships it', () => {
  it('answers every one of 200 authored lines, in order and in the documented shape', async () => {
    const asked = TWO_HUNDRED.map(({ text, attachments = [] }, id) => ({ id, text, attachments }));

    const { bad, answers, errors } = await answersTo(asked);

    expect({ bad, errors, asked: asked.length }).toEqual({ bad: 0, errors: '', asked: 200 });
    expect(answers).toEqual(
      asked.map(({ id }) => ({
        id,
        bid: nullOr({ kind: kindOf, intensity: share, confidence: share, because: expect.any(Array) }),
        harshness: nullOr({ kind: kindOf, confidence: share }),
        risk: nullOr({ kind: kindOf, confidence: share }),
        tender: expect.any(Boolean),
      })),
    );
  });

  it('hears bids in many of them and none in many', async () => {
    const { answers } = await answersTo(TWO_HUNDRED.map(({ text }, id) => ({ id, text })));

    const bids = answers.filter((answer) => (answer as { bid: unknown }).bid !== null).length;

    expect(bids).toBeGreaterThan(20);
    expect(bids).toBeLessThan(180);
  });
});
