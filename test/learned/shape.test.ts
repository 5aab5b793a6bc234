import { describe, expect, it } from 'vitest';
import { loadModels } from '../../src/cli/load-reader.ts';
import { UTTERANCE_DENSE, UTTERANCE_FACTS } from '../../src/detect/model/dense.ts';
import { BUCKETS } from '../../src/detect/model/features.ts';
import { UTTERANCE_QUESTIONS } from '../../src/detect/model/questions.ts';
import { hasShape, type Shape } from '../../src/learned/shape.ts';

const SHAPE: Shape = {
  questions: UTTERANCE_QUESTIONS,
  buckets: BUCKETS,
  dense: UTTERANCE_DENSE,
  factBuckets: UTTERANCE_FACTS,
};
const { risk, ...others } = UTTERANCE_QUESTIONS;

describe('the shape of a model', () => {
  it('is that of the step it was made for', () => {
    const { utterances, replies } = loadModels();

    expect(hasShape(utterances, SHAPE)).toBe(true);
    expect(hasShape(replies, SHAPE)).toBe(false);
  });

  it.each<[string, Partial<Shape>]>([
    ['a question less', { questions: others }],
    ['another order of questions', { questions: { risk, ...others } }],
    ['a class of another name', { questions: { ...UTTERANCE_QUESTIONS, tender: ['none', 'soft'] } }],
    ['another number of buckets', { buckets: BUCKETS / 2 }],
    ['vectors of another length', { dense: UTTERANCE_DENSE / 2 }],
    ['another number of facts', { factBuckets: UTTERANCE_FACTS * 2 }],
  ])('differs by %s', (_, change) => {
    expect(hasShape(loadModels().utterances, { ...SHAPE, ...change })).toBe(false);
  });
});
