import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/detect/tokens.ts';

const KNOWN = new Set(['so', 'good', 'love', 'tired', 'really']);
const wordsOf = (text: string) => tokenise(text, (word) => KNOWN.has(word)).tokens.map(({ lexeme }) => lexeme.word);

describe('tokenise', () => {
  it('undoes chat spelling, apostrophes and capitals', () => {
    expect(wordsOf("I'm SO tired, u r 2nite")).toEqual(['im', 'so', 'tired', 'you', 'are', 'tonight']);
  });

  it('undoes elongation where it finds a known word', () => {
    expect(wordsOf('sooooo goooood loveee')).toEqual(['so', 'good', 'love']);
  });

  it('reads every laugh as one word', () => {
    expect(wordsOf('hahahaha lmaooo loool hehehe')).toEqual(['haha', 'haha', 'haha', 'haha']);
  });

  it('makes emoji tokens without skin tone', () => {
    expect(wordsOf('❤️👍🏽🎉')).toEqual(['❤', '👍', '🎉']);
  });

  it('reduces links, mentions and custom emoji', () => {
    expect(wordsOf('https://example.org/a?b=1 <@123> <:blob:456>')).toEqual(['<link>', '<mention>', '<custom>']);
  });

  it('sets quotes, code and lyrics aside', () => {
    const quoted = tokenise('she said "i want to die"', () => true);

    expect(quoted.setAside).toBe(true);
    expect(quoted.tokens.map(({ lexeme }) => lexeme.word)).toEqual(['she', 'said', '<quote>']);
    expect(wordsOf('`rm -rf`')).toEqual(['<quote>']);
    expect(wordsOf('♪ goodbye cruel world')).toEqual(['<quote>']);
    expect(wordsOf('> what you wrote\nso good')).toEqual(['<quote>', 'so', 'good']);
  });

  it('cuts sentences at marks and line ends', () => {
    const { sentences } = tokenise('so good!! really?\ntired...', (word) => KNOWN.has(word));

    expect(sentences.map(({ close }) => close)).toEqual(['!', '?', '..']);
  });
});
