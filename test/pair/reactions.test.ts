import { describe, expect, it } from 'vitest';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { readReaction } from '../../src/pair/reactions.ts';

describe('readReaction', () => {
  it.each(['❤️', '🥰', '🤗', '🎉', '👏', '🔥', '👍', ':our_cat:', '🦀'])('counts %s as turning toward, low', (emoji) => {
    for (const kind of BID_KINDS) {
      expect(readReaction(kind, emoji)).toMatchObject({ turn: 'toward', energy: 'low' });
    }
  });

  it.each(['👎', '🙄', '🖕'])('counts %s as against, whatever the bid', (emoji) => {
    for (const kind of BID_KINDS) expect(readReaction(kind, emoji).turn).toBe('against');
  });

  it.each(['😢', '🫂', '❤️'])('hears %s on vulnerability as comforting', (emoji) => {
    expect(readReaction('vulnerability', emoji)).toMatchObject({ turn: 'toward', style: 'comforting' });
  });

  it('laughs along with play and not at vulnerability', () => {
    expect(readReaction('play', '😂')).toMatchObject({ turn: 'toward', energy: 'low' });
    expect(readReaction('vulnerability', '😂')).toMatchObject({ turn: 'against', style: 'dismissing' });
  });

  it('hears a thumb on news as quiet approval', () => {
    expect(readReaction('good-news', '👍').style).toBe('passive-constructive');
  });

  it.each([
    ['👍🏿', '👍'],
    ['👎🏻', '👎'],
    ['❤', '❤️'],
    ['🖕🏽', '🖕'],
  ])('reads %s as %s: skin tone and variation selector say nothing', (written, plain) => {
    expect(readReaction('vulnerability', written)).toEqual(readReaction('vulnerability', plain));
  });

  it('gives kinds without styles none', () => {
    expect(readReaction('request', '👍').style).toBeUndefined();
    expect(readReaction('request', '👎').style).toBeUndefined();
  });

  it('is less sure of an emoji it does not know', () => {
    expect(readReaction('affection', ':our_cat:').confidence).toBeLessThan(readReaction('affection', '❤️').confidence);
  });
});
