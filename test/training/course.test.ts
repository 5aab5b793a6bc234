import { describe, expect, it } from 'vitest';
import { createLookBack } from '../../src/detect/look-back.ts';
import type { SentenceVector } from '../../src/domain/reading.ts';
import type { Features } from '../../src/learned/model.ts';
import { examplesOf, hear } from '../../training/corpus.ts';
import { linesBefore } from '../../training/course.ts';
import { utteranceLesson } from '../../training/lessons.ts';

const CHATS = examplesOf('alder').slice(0, 300);

/** A vector for each line, told apart by where it stands. */
const VECTORS = new Map(
  CHATS.map(({ line }, at): [string, SentenceVector] => [line.text, new Float32Array(512).fill(0).with(at, 1)]),
);

describe('the lines before each', () => {
  it('are the last four of its scene, the nearest first, and none of lines that stand alone', () => {
    const examples = [...examplesOf('juniper').slice(0, 5), ...CHATS];
    const before = linesBefore(examples);

    expect(before.slice(0, 6)).toEqual([{}, {}, {}, {}, {}, {}]); // the last of them opens a chat
    examples.forEach(({ line, context }, at) => {
      const lines = before[at]?.before ?? [];
      const asRead = context.earlier.slice(-4).map(({ text, own }) => ({ text, own }));

      expect(lines.map(({ lesson, own }) => ({ text: examples[lesson]?.line.text, own })).reverse()).toEqual(asRead);
      expect(lines.every(({ lesson }) => examples[lesson]?.line.scene === line.scene)).toBe(true);
    });
  });

  it('are learned from as the same features that the reader finds when it looks back', () => {
    const learned = CHATS.map((example) => utteranceLesson(example, VECTORS).features.at(-1));
    let compared = 0;
    linesBefore(CHATS).forEach(({ before = [] }, at) => {
      const { context } = CHATS[at] as (typeof CHATS)[number];
      const looked: Features[] = [];
      const impression = (features: Features) => void looked.push(features);
      const earlier = context.earlier.map((one) => ({ ...one, ...vectorOf(one.text) }));

      createLookBack(hear, { answers: () => [], impression })({ ...context, earlier });

      before.forEach(({ lesson }, back) => {
        if (CHATS[lesson]?.context.tense !== context.tense) return; // what is not known any more
        expect(looked.at(-1 - back)).toEqual(learned[lesson]);
        compared += 1;
      });
    });

    expect(compared).toBeGreaterThan(900);
  });
});

function vectorOf(text: string): { readonly vector?: SentenceVector } {
  const vector = VECTORS.get(text);
  return vector ? { vector } : {};
}
