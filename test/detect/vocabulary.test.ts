import { describe, expect, it } from 'vitest';
import { createVocabulary, NOWHERE } from '../../src/detect/vocabulary.ts';
import { fnv } from '../../src/learned/fnv.ts';

const vocabulary = createVocabulary(['fish', 'dont']);

function find(text: string, bare: string) {
  const spelling = vocabulary.find(text, { start: 0, end: text.length, hash: fnv(bare) });
  return spelling === NOWHERE ? undefined : vocabulary.lexemeAt(spelling).word;
}

describe('createVocabulary', () => {
  it('finds a word by its characters, capitals and apostrophes aside', () => {
    expect(find('fish', 'fish')).toBe('fish');
    expect(find("DON'T", 'dont')).toBe('dont');
    expect(find('Don’t’', 'dont')).toBe('dont');
  });

  it('finds a word by its chat spelling', () => {
    expect(find('u', 'u')).toBe('you');
  });

  it('takes no word for another that happens to have its hash', () => {
    expect(find('fist', 'fish')).toBeUndefined();
    expect(find('fishy', 'fish')).toBeUndefined();
    expect(find('fis', 'fish')).toBeUndefined();
  });

  it('keeps nothing of a word it does not know', () => {
    const unknown = vocabulary.lexemeOf('zyzzyva');

    expect(vocabulary.lexemeOf('zyzzyva')).not.toBe(unknown);
    expect(vocabulary.isKnown('zyzzyva')).toBe(false);
  });
});
