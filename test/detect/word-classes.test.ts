import { expect, it } from 'vitest';
import { CUES } from '../../src/detect/cues.ts';
import { WORD_CLASSES } from '../../src/detect/lexicons/en/words.ts';

/** What stands for one word without being one; src/detect/lexicon.ts. */
const SET_APART = ['<custom>', '<link>', '<mention>', '<quote>', '<n>', '<emoji>'];

it('every word class that a phrase names is there: a misspelt one would never be heard', () => {
  const known = new Set([...Object.keys(WORD_CLASSES).map((name) => `<${name}>`), ...SET_APART]);
  const named = CUES.flatMap((cue) => ('phrases' in cue ? [...cue.phrases] : [])).flatMap((phrase) =>
    [...phrase.matchAll(/<[^>\s]+>/gu)].map(([name]) => ({ name, phrase })),
  );

  expect(named.length).toBeGreaterThan(100);
  expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
});
