import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReaders } from '../../src/cli/load-reader.ts';
import { createReader } from '../../src/detect/reader.ts';
import type { Said } from '../../src/domain/reading.ts';
import { createPairer } from '../../src/pair/pairer.ts';

/** What the shipped models think next best, beside what was read; it is for a judge alone. */

const { reader, pairer } = loadReaders();
const ALONE = { tense: false, earlier: [] } as const;
const saying = (text: string): Said => ({ text, attachments: [] });

function linesOf<Line>(file: string): readonly Line[] {
  const text = readFileSync(new URL(`../../training/${file}`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

describe('the second kind of a bid', () => {
  const readings = linesOf<{ text: string }>('second-readings.jsonl').map(({ text }) => reader(saying(text), ALONE));

  it('is another than the first, and there is none without a first', () => {
    expect(readings.filter(({ bid, second }) => second !== undefined && second === bid?.kind)).toEqual([]);
    expect(readings.filter(({ bid, second }) => second !== undefined && bid === undefined)).toEqual([]);
  });

  it('is there for most that is uncertain', () => {
    const unsure = readings.filter(({ bid }) => bid !== undefined && bid.confidence < 0.8);

    expect(unsure.length).toBeGreaterThan(10);
    expect(unsure.filter(({ second }) => second !== undefined).length).toBeGreaterThan(unsure.length / 2);
  });

  it('is none where the rules read alone', () => {
    expect(createReader()(saying('i think i messed up the interview'), ALONE)).not.toHaveProperty('second');
  });
});

describe('the second way to take a reply', () => {
  const BID = { kind: 'good-news', said: saying('i got the job!!') } as const;
  const REPLIES = [
    'nice',
    'must be nice',
    'did you move the car?',
    'wow!! tell me everything',
    'sure you did',
    'and the pay?',
  ];

  it.each(REPLIES)('is another than the first: %s', (text) => {
    const { reply, second } = pairer.text(BID, saying(text));

    expect([reply.turn, reply.style]).not.toEqual([second?.turn, second?.style]);
  });

  it('is there for some, and none where signs read alone', () => {
    expect(REPLIES.some((text) => pairer.text(BID, saying(text)).second !== undefined)).toBe(true);
    expect(createPairer().text(BID, saying('must be nice'))).not.toHaveProperty('second');
  });
});
