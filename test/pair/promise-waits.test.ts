import { describe, expect, it } from 'vitest';
import { promiseIn } from '../../src/pair/promise.ts';

describe('a wait that a promise names', () => {
  it.each([
    ['give me 30 secs', 1],
    ['give me 12 hours', 720],
  ])('"%s" is so many minutes: %i', (text, minutes) => {
    expect(promiseIn('good-news', text)).toEqual({ in: 'minutes', minutes });
  });
});
