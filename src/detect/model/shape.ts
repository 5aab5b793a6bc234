import type { Shape } from '../../learned/shape.ts';
import { UTTERANCE_DENSE, UTTERANCE_FACTS } from './dense.ts';
import { BUCKETS } from './features.ts';
import { GRAM_BUCKETS } from './grams.ts';
import { UTTERANCE_QUESTIONS } from './questions.ts';

/** What the model of utterances is asked and told; the trainer makes it so, and another is refused. */
export const UTTERANCE_SHAPE = {
  questions: UTTERANCE_QUESTIONS,
  buckets: BUCKETS,
  dense: UTTERANCE_DENSE,
  factBuckets: UTTERANCE_FACTS,
  gramBuckets: GRAM_BUCKETS,
} as const satisfies Shape;
