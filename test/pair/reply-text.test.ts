import { describe, expect, it } from 'vitest';
import { readText } from '../../src/pair/reply-text.ts';

describe('readText', () => {
  it('parts a reply at marks and line breaks, and keeps which part asks', () => {
    const { parts } = readText('oh no, really?\ncome here');

    expect(parts.map(({ words }) => words.join(' '))).toEqual(['oh no', 'really', 'come here']);
    expect(parts.map(({ asks }) => asks)).toEqual([false, true, false]);
  });

  it('writes chat spellings out and shortens what was stretched', () => {
    expect(readText("sooo proud of u, can't wait, cooool").words).toEqual([
      'so',
      'proud',
      'of',
      'you',
      'cannot',
      'wait',
      'cool',
    ]);
  });

  it('keeps a number in one piece', () => {
    expect(readText('at 7:30, 37.4 degrees').words).toEqual(['at', '730', '374', 'degrees']);
  });

  it('sets quoted lines, links and mentions aside: they are not the replier’s words', () => {
    expect(readText('> you never listen\nhttps://example.org/never <@123> ok').words).toEqual(['ok']);
  });

  it('lists emoji without skin tones and selectors', () => {
    expect(readText('❤️👍🏽 yay 🎉🎉').emoji).toEqual(['❤', '👍', '🎉', '🎉']);
  });

  it('hears shouting, not the names of offices', () => {
    expect(readText('OMG the BLIND').shouted).toBe(2);
    expect(readText('did the VAT letter come').shouted).toBe(0);
  });

  it('reads an empty text and one of marks only', () => {
    expect(readText('').words).toEqual([]);
    expect(readText('?!…').words).toEqual([]);
  });
});
