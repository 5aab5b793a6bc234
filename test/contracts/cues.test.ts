import { describe, expect, it } from 'vitest';
import type { Cue, Example } from '../../src/detect/cue.ts';
import { CUES } from '../../src/detect/cues.ts';
import { createHearing } from '../../src/detect/hearing.ts';
import { WORD_CLASSES } from '../../src/detect/lexicons/en/words.ts';
import type { ReadingContext, Said } from '../../src/domain/reading.ts';

const hear = createHearing(CUES);

function fires(cue: Cue, example: Example): boolean {
  const {
    text,
    attachments = [],
    tense = false,
    earlier = [],
    usualWords,
    typed,
  } = typeof example === 'string' ? { text: example } : example;
  const said: Said = { text, attachments };
  const context: ReadingContext = {
    tense,
    earlier,
    ...(usualWords !== undefined && { usualWords }),
    ...(typed !== undefined && { typed }),
  };
  return hear(said, context).evidence.some((evidence) => evidence.cue.id === cue.id);
}

/** What stands for one word without being one; src/detect/lexicon.ts. */
const SET_APART = ['<custom>', '<link>', '<mention>', '<quote>', '<n>', '<emoji>'];

const asText = (example: Example) => JSON.stringify(example);

describe('the table of cues', () => {
  it('gives every cue an id of its own', () => {
    const ids = CUES.map(({ id }) => id);

    expect(ids).toEqual([...new Set(ids)]);
  });

  it('names no class of words that is not there: a misspelt one would never be heard', () => {
    const known = new Set([...Object.keys(WORD_CLASSES).map((name) => `<${name}>`), ...SET_APART]);
    const named = CUES.flatMap((cue) => ('phrases' in cue ? [...cue.phrases] : [])).flatMap((phrase) =>
      [...phrase.matchAll(/<[^>\s]+>/gu)].map(([name]) => ({ name, phrase })),
    );

    expect(named.length).toBeGreaterThan(100);
    expect(named.filter(({ name }) => !known.has(name))).toEqual([]);
  });
});

describe.each(CUES.map((cue) => ({ id: cue.id, cue })))('$id', ({ cue }) => {
  it('is named for its kind and says why in plain words', () => {
    expect(cue.id).toMatch(/^[a-z-]+\/[a-z-]+$/);
    expect(cue.because).toMatch(/^[a-z].*[^.]$/);
    expect(cue.weight).toBeGreaterThan(0);
    expect(cue.weight).toBeLessThan(1);
  });

  it('hears each of its examples', () => {
    const unheard = cue.hears.filter((example) => !fires(cue, example)).map(asText);

    expect(cue.hears.length).toBeGreaterThan(0);
    expect(unheard).toEqual([]);
  });

  it('ignores at least as many others', () => {
    const wronglyHeard = cue.ignores.filter((example) => fires(cue, example)).map(asText);

    expect(cue.ignores.length).toBeGreaterThanOrEqual(cue.hears.length);
    expect(wronglyHeard).toEqual([]);
  });
});
