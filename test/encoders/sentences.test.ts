import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SentenceVector } from '../../src/domain/reading.ts';
import { together } from '../../src/domain/utterance.ts';
import { createSentenceEncoder } from '../../src/encoders/sentences.ts';

const encoder = createSentenceEncoder();

const likeness = (one: SentenceVector | undefined, other: SentenceVector | undefined) =>
  (one ?? new Float32Array()).reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);

describe('the sentence encoder', () => {
  it('puts what means alike nearer together than what shares its words', async () => {
    const [bad, alike, other] = await encoder.encode([
      'my boss shouted at me all day',
      'work was horrible today',
      'the day after tomorrow i work from home',
    ]);

    expect(likeness(bad, alike)).toBeGreaterThan(likeness(bad, other));
  });

  it('gives 512 numbers of length 1', async () => {
    const [vector] = await encoder.encode(['the sourdough finally rose']);

    expect(vector).toHaveLength(512);
    expect(likeness(vector, vector)).toBeCloseTo(1, 5);
  });

  it('has no vector for nothing, and keeps the order of the rest', async () => {
    const vectors = await encoder.encode(['', 'a much longer line that is sorted behind', ' \n ', '\uD83D', 'short']);
    const [short] = await encoder.encode(['short']);

    expect(vectors.map((vector) => vector !== undefined)).toEqual([false, true, false, false, true]);
    expect(likeness(vectors[4], short)).toBeCloseTo(1, 5);
  });

  it('answers any text, however odd or long', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 4 }), async (texts) => {
        const vectors = await encoder.encode(texts);

        expect(vectors).toHaveLength(texts.length);
        expect(vectors.every((vector) => vector?.every(Number.isFinite) ?? true)).toBe(true);
      }),
      { numRuns: 30 },
    );
    const [long] = await encoder.encode(['na '.repeat(40_000)]);
    expect(long).toHaveLength(512);
  });
});

describe('the vector of a burst', () => {
  it('lies between its messages, at length 1', async () => {
    const [one, other] = await encoder.encode(['guess what', 'i got the job']);

    const both = together([one, undefined, other]);

    expect(likeness(both, both)).toBeCloseTo(1, 5);
    expect(likeness(both, one)).toBeCloseTo(likeness(both, other), 5);
  });

  it('is absent where no message has one', () => {
    expect(together([undefined, undefined])).toBeUndefined();
  });
});
