import { describe, expect, it } from 'vitest';
import { loadModels } from '../../src/cli/load-reader.ts';
import { UTTERANCE_SHAPE } from '../../src/detect/model/shape.ts';
import { hasShape, type Shape } from '../../src/learned/shape.ts';
import { REPLY_SHAPE } from '../../src/pair/model/shape.ts';

const { questions, buckets, dense, factBuckets, gramBuckets } = UTTERANCE_SHAPE;
const { risk, ...others } = questions;

describe('the shape of a model', () => {
  it('is that of the step it was made for', () => {
    const { utterances, replies } = loadModels();

    expect(hasShape(utterances, UTTERANCE_SHAPE)).toBe(true);
    expect(hasShape(replies, REPLY_SHAPE)).toBe(true);
    expect(hasShape(replies, UTTERANCE_SHAPE)).toBe(false);
  });

  it.each<[string, Partial<Shape>]>([
    ['a question less', { questions: others }],
    ['another order of questions', { questions: { risk, ...others } }],
    ['a class of another name', { questions: { ...questions, tender: ['none', 'soft'] } }],
    ['another number of buckets', { buckets: buckets / 2 }],
    ['vectors of another length', { dense: dense / 2 }],
    ['another number of facts', { factBuckets: factBuckets * 2 }],
    ['another number of grams', { gramBuckets: gramBuckets / 2 }],
  ])('differs by %s', (_, change) => {
    expect(hasShape(loadModels().utterances, { ...UTTERANCE_SHAPE, ...change })).toBe(false);
  });

  it('differs by a wide part that is empty', () => {
    const { utterances } = loadModels();
    const empty = {
      kept: new Int8Array(0),
      table: new Int8Array(0),
      step: 1,
      bias: new Float32Array(0),
      dense: new Float32Array(0),
    };

    expect(hasShape({ ...utterances, wide: empty }, UTTERANCE_SHAPE)).toBe(false);
  });
});
