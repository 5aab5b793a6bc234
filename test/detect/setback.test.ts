import { describe, expect, it } from 'vitest';
import { createReader } from '../../src/detect/reader.ts';
import type { Reader } from '../../src/domain/reading.ts';
import { SHIPPED } from '../support/shipped.ts';

const ALONE = { tense: false, earlier: [] };

async function bidIn(text: string, reader: Reader) {
  const [vector] = reader === SHIPPED.reader ? await SHIPPED.encoder.encode([text]) : [];
  return reader({ text, attachments: [], ...(vector ? { vector } : {}) }, ALONE).bid;
}

describe.each([
  ['by rules alone', createReader()],
  ['as it ships', SHIPPED.reader],
])('a hope that came to nothing, %s', (_, reader) => {
  it.each([
    'pregnancy test negative again. month 14',
    'my MRI results came back. not great',
    "got the results. it's not what we hoped",
    'heard back from the publisher. they passed',
    'visa came back denied',
    "the house offer wasn't accepted",
    "audition results are up and my name isn't on the list",
    'got my results: fail',
  ])('is never good news: %s', async (text) => {
    expect((await bidIn(text, reader))?.kind).not.toBe('good-news');
  });
});

describe('a hope that came to nothing', () => {
  it('is something hard that was said, and too little for a whisper', async () => {
    const text = 'pregnancy test negative again. month 14';
    const [vector] = await SHIPPED.encoder.encode([text]);

    const reading = SHIPPED.reader({ text, attachments: [], ...(vector ? { vector } : {}) }, ALONE);

    expect(reading).toMatchObject({ bid: { kind: 'vulnerability' }, second: 'good-news' });
    expect(reading.bid?.confidence).toBeLessThanOrEqual(0.7);
  });

  it.each(['scan is clear, no cancer!!!!', 'the kids passed!! all nine of them', 'they said yes!! we got the house'])(
    'is not heard in what turned out well: %s',
    async (text) => {
      expect((await bidIn(text, SHIPPED.reader))?.kind).toBe('good-news');
    },
  );
});
