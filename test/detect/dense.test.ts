import { describe, expect, it } from 'vitest';
import { denseOf, UTTERANCE_DENSE } from '../../src/detect/model/dense.ts';
import type { EarlierSaid, SentenceVector } from '../../src/domain/reading.ts';

const LENGTH = UTTERANCE_DENSE / 2;
const vectorOf = (value: number): SentenceVector => new Float32Array(LENGTH).fill(value);
const earlier = (vector?: SentenceVector): EarlierSaid => ({
  text: 'how was it',
  attachments: [],
  own: false,
  secondsAgo: 60,
  ...(vector ? { vector } : {}),
});

describe('what the model takes in of sentence vectors', () => {
  it('is that of the words, and behind it that of what was said last before them', () => {
    const dense = denseOf({ vector: vectorOf(0.5) }, { earlier: [earlier(vectorOf(0.125)), earlier(vectorOf(0.25))] });

    expect(dense).toHaveLength(UTTERANCE_DENSE);
    expect(dense?.slice(0, LENGTH).every((value) => value === 4)).toBe(true);
    expect(dense?.slice(LENGTH).every((value) => value === 2)).toBe(true);
  });

  it.each([
    ['nothing was said before', []],
    ['what was said last has none', [earlier(vectorOf(0.25)), earlier()]],
    ['that one is broken', [earlier(vectorOf(Number.NaN))]],
    ['another encoder made it', [earlier(new Float32Array(3).fill(0.25))]],
  ])('is nothing behind it where %s', (_, before) => {
    const dense = denseOf({ vector: vectorOf(0.5) }, { earlier: before });

    expect(dense?.slice(LENGTH).every((value) => value === 0)).toBe(true);
  });

  it.each([
    ['there is none', {}],
    ['it is broken', { vector: vectorOf(Number.POSITIVE_INFINITY) }],
    ['another encoder made it', { vector: new Float32Array(3).fill(0.5) }],
  ])('is nothing at all where %s', (_, said) => {
    expect(denseOf(said, { earlier: [earlier(vectorOf(0.25))] })).toBeUndefined();
  });
});
