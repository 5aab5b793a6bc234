import type { Shape } from '../../learned/shape.ts';
import { REPLY_BUCKETS, REPLY_DENSE, REPLY_FACTS } from './features.ts';
import { REPLY_GRAM_BUCKETS } from './grams.ts';
import { REPLY_QUESTIONS } from './questions.ts';

/** What the model of replies is asked and told; the trainer makes it so, and another is refused. */
export const REPLY_SHAPE = {
  questions: REPLY_QUESTIONS,
  buckets: REPLY_BUCKETS,
  dense: REPLY_DENSE,
  factBuckets: REPLY_FACTS,
  gramBuckets: REPLY_GRAM_BUCKETS,
} as const satisfies Shape;
