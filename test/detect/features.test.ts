import { describe, expect, it } from 'vitest';
import { CUES } from '../../src/detect/cues.ts';
import { createHearing } from '../../src/detect/hearing.ts';
import { UTTERANCE_DENSE } from '../../src/detect/model/dense.ts';
import { featuresOf } from '../../src/detect/model/features.ts';

const hear = createHearing(CUES);
const VECTOR = new Float32Array(UTTERANCE_DENSE / 2).fill(0.25);
const featuresIn = (text: string, vector?: Float32Array) =>
  featuresOf(hear({ text, attachments: [], ...(vector ? { vector } : {}) }, { tense: false, earlier: [] }), undefined);
const piecesIn = (text: string) => featuresIn(text, VECTOR).pieces ?? [];

describe('pieces of words', () => {
  it('are cut only where there is a sentence vector', () => {
    expect(featuresIn('so tired')).not.toHaveProperty('pieces');
    expect(featuresIn('so tired', VECTOR)).toHaveProperty('pieces');
  });

  it('are runs of three and four characters, with the edges of the word', () => {
    // " ab", " ab ", "ab "
    expect(piecesIn('ab')).toHaveLength(3);
    // " q "
    expect(piecesIn('q')).toHaveLength(1);
    expect(new Set(piecesIn('exhausted')).size).toBe(piecesIn('exhausted').length);
  });

  it('are shared by a word and its misspelling, and not by a word unlike it', () => {
    const shared = (one: string, other: string) => {
      const known = new Set(piecesIn(one));
      return piecesIn(other).filter((piece) => known.has(piece)).length / piecesIn(other).length;
    };

    expect(shared('exhausted', 'exhuasted')).toBeGreaterThan(0.4);
    expect(shared('exhausted', 'crocodile')).toBe(0);
  });

  it('are no words themselves: "skill" says nothing of "kill"', () => {
    const { words } = featuresIn('kill', VECTOR);

    expect(piecesIn('skill').filter((piece) => words.includes(piece))).toEqual([]);
  });

  it('are cut of nothing but words, each by itself', () => {
    expect(piecesIn('https://example.org/a 12345 😂 "not mine"')).toEqual([]);
    expect(piecesIn('tired again')).toEqual([...piecesIn('tired'), ...piecesIn('again')]);
  });

  it('count three times at most, however often they come', () => {
    expect(piecesIn('no '.repeat(500))).toHaveLength(3 * piecesIn('no').length);
  });
});
