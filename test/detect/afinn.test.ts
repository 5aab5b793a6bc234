import Sentiment from 'sentiment';
import { describe, expect, it } from 'vitest';
import { moodOf } from '../../src/detect/afinn.ts';

describe('moodOf', () => {
  it('does not take a courtesy for gloom', () => {
    expect(moodOf(['no', 'worries'])).toBe(0);
  });

  it('tells bright from gloomy words, within bounds', () => {
    expect(moodOf(['wonderful', 'amazing', 'happy', 'love'])).toBe(1);
    expect(moodOf(['terrible', 'awful', 'hate', 'horrible'])).toBe(-1);
  });

  it('says nothing of nothing', () => {
    expect(moodOf([])).toBe(0);
  });
});

it('comes to what `sentiment` itself makes of the words', () => {
  const analyser = new Sentiment();
  const texts = ["not good but don't hate it", 'so happy 😂 :) terrible', 'wont work, bad_luck!', 'a 5.0 disaster <3'];

  const moods = texts.map((text) => moodOf(text.toLowerCase().split(' ')));

  expect(moods).toEqual(texts.map((text) => Math.max(-1, Math.min(1, analyser.analyze(text).score / 4))));
});
