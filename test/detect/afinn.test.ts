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
