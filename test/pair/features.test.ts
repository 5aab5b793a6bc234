import { describe, expect, it } from 'vitest';
import { pairFeatures, REPLY_DENSE } from '../../src/pair/model/features.ts';
import { replyGramsOf } from '../../src/pair/model/grams.ts';
import { readPair } from '../../src/pair/pairer.ts';

const VECTOR = new Float32Array(REPLY_DENSE / 4).fill(0.25);
const featuresOf = (withVectors: boolean) => {
  const { reply, evidence } = readPair({ kind: 'play', text: 'guess what' }, 'what? tell me');
  const vectors = withVectors ? { vectors: { bid: VECTOR, reply: VECTOR } } : {};
  return { reply, features: pairFeatures({ kind: 'play', reply, evidence, ...vectors }) };
};

describe('a bid and its reply as the model sees them', () => {
  it('have n-grams only where there are vectors', () => {
    expect(featuresOf(false).features).not.toHaveProperty('grams');
    expect(featuresOf(false).features).not.toHaveProperty('dense');
  });

  it('are n-grams averaged out group by group, the family of the bid beside them, and no signs', () => {
    const { reply, features } = featuresOf(true);

    expect(features.dense).toHaveLength(REPLY_DENSE);
    expect(features.facts.length).toBeGreaterThan(0);
    expect(features.grams?.map(({ buckets }) => buckets)).toEqual(replyGramsOf(reply, 'other'));
    for (const { buckets, each } of features.grams ?? []) expect(each).toBeCloseTo(1 / Math.sqrt(buckets.length), 10);
  });
});
