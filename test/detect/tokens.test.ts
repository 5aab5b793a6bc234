import { describe, expect, it } from 'vitest';
import { CUES } from '../../src/detect/cues.ts';
import { CHAT_SPELLINGS } from '../../src/detect/lexicon.ts';
import { readPhrases } from '../../src/detect/phrases.ts';
import { tokenise } from '../../src/detect/tokens.ts';
import { createVocabulary } from '../../src/detect/vocabulary.ts';

const VOCABULARY = createVocabulary(['so', 'good', 'love', 'tired', 'really']);
const read = (text: string) => tokenise(text, VOCABULARY);
const wordsOf = (text: string) => read(text).tokens.map(({ lexeme }) => lexeme.word);

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

  it('counts words in capitals, stretched words and the marks of exclamations', () => {
    const { shouts, stretches, exclaims, words } = read("I'M SO TIRED!! sooo good!?! 🎉");

    expect({ shouts, stretches, exclaims, words }).toEqual({ shouts: 3, stretches: 1, exclaims: 2, words: 5 });
  });

  it('reads plain words and words beyond plain letters alike', () => {
    expect(wordsOf('DON’T café CAFÉ naïve ﬁne')).toEqual(['dont', 'café', 'café', 'naïve', 'fine']);
  });

  it('may look for words before links, since no known word opens one', () => {
    const { words } = readPhrases(CUES.map((cue) => ('phrases' in cue ? cue.phrases : [])));
    const known = [...createVocabulary(words).all.map(({ word }) => word), ...CHAT_SPELLINGS];

    expect(known.filter((word) => /^http|^www$/.test(word))).toEqual([]);
  });

  it('makes emoji tokens without skin tone', () => {
    expect(wordsOf('❤️👍🏽🎉')).toEqual(['❤', '👍', '🎉']);
  });

  it('reduces links, mentions and custom emoji', () => {
    expect(wordsOf('https://example.org/a?b=1 <@123> <:blob:456>')).toEqual(['<link>', '<mention>', '<custom>']);
  });

  it('sets quotes, code and lyrics aside', () => {
    const quoted = read('she said "i want to die"');

    expect(quoted.setAside).toBe(1);
    expect(quoted.tokens.map(({ lexeme }) => lexeme.word)).toEqual(['she', 'said', '<quote>']);
    expect(wordsOf('`rm -rf`')).toEqual(['<quote>']);
    expect(wordsOf('♪ goodbye cruel world')).toEqual(['<quote>']);
    expect(wordsOf('> what you wrote\nso good')).toEqual(['<quote>', 'so', 'good']);
  });

  it('cuts sentences at marks and line ends', () => {
    const { sentences } = read('so good!! really?\ntired...');

    expect(sentences.map(({ close }) => close)).toEqual(['!', '?', '..']);
  });
});
