import { expect, it } from 'vitest';
import { examplesOf } from '../../training/corpus.ts';
import { linesBefore } from '../../training/course.ts';

it('knows the last four lines before each in its scene, the nearest first, and none of lines that stand alone', () => {
  const examples = [...examplesOf('juniper').slice(0, 5), ...examplesOf('alder')];
  const before = linesBefore(examples);

  expect(before.slice(0, 6)).toEqual([{}, {}, {}, {}, {}, {}]); // the last of them opens a chat
  examples.forEach(({ line, context }, at) => {
    const lines = before[at]?.before ?? [];
    const asRead = context.earlier.slice(-4).map(({ text, own }) => ({ text, own }));

    expect(lines.map(({ lesson, own }) => ({ text: examples[lesson]?.line.text, own })).reverse()).toEqual(asRead);
    expect(lines.every(({ lesson }) => examples[lesson]?.line.scene === line.scene)).toBe(true);
  });
});
