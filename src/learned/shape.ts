import { sizeOf } from './bit-set.ts';
import type { Model } from './model.ts';

/** What a step asks its model, and in how many buckets and numbers it tells it what was said. */
export interface Shape {
  /** By name, with their classes, in order. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
  readonly buckets: number;
  readonly dense: number;
  readonly factBuckets: number;
  /** Buckets of the wide part. */
  readonly gramBuckets: number;
}

/** Whether a model was made for this step: another one would answer as well, but to other questions. */
export function hasShape({ questions, fast, deep, wide }: Model, shape: Shape): boolean {
  const asked = questions.map(({ name, classes }) => [name, classes]);
  return (
    JSON.stringify(asked) === JSON.stringify(Object.entries(shape.questions)) &&
    fast.table.length === shape.buckets * fast.bias.length &&
    deep.dense === shape.dense &&
    deep.factBuckets === shape.factBuckets &&
    sizeOf(wide.kept) === shape.gramBuckets
  );
}
