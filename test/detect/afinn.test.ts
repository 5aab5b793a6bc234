import Sentiment from 'sentiment';
import { describe, expect, it } from 'vitest';
import { moodOf } from '../../src/detect/afinn.ts';
import { tokenise } from '../../src/detect/tokens.ts';
import { createVocabulary } from '../../src/detect/vocabulary.ts';

const VOCABULARY = createVocabulary([]);
const mood = (text: string) => moodOf(tokenise(text, VOCABULARY).tokens);

describe('moodOf', () => {
  it('does not take a courtesy for gloom', () => {
    expect(mood('no worries')).toBe(0);
  });

  it('tells bright from gloomy words, within bounds', () => {
    expect(mood('wonderful amazing happy love')).toBe(1);
    expect(mood('terrible awful hate horrible')).toBe(-1);
  });

  it('says nothing of nothing', () => {
    expect(mood('')).toBe(0);
  });
});

it('takes no word that every object knows for a negator', () => {
  expect(mood('constructor good')).toBe(mood('builder good'));
});

it('comes to what `sentiment` itself makes of the words', () => {
  const analyser = new Sentiment();
  const texts = [
    "not good but don't hate it",
    'so happy 😂 :) terrible',
    'wont work, bad_luck!',
    'not :) good',
    'a 5.0 disaster <3',
  ];

  const moods = texts.map(mood);

  expect(moods).toEqual(texts.map((text) => Math.max(-1, Math.min(1, analyser.analyze(text).score / 4))));
});
