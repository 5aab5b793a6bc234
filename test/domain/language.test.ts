import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLeftAlone, isMostlyOther, type Language, withLanguage } from '../../src/domain/language.ts';

const told = (languages: readonly Language[]) =>
  languages.reduce((all, language) => withLanguage(all, { language }), '');
const verdicts = (...from: readonly Language[]) => fc.array(fc.constantFrom(...from), { maxLength: 60 });

describe('the language somebody mostly writes', () => {
  it.each([
    ['ooooooo', false, 'seven say too little'],
    ['oooooooo', true, 'eight say enough'],
    ['eeeeoooooo', false, 'six of ten is not mostly'],
    ['eeeooooooo', true, 'seven of ten is'],
    ['oeoeoeoeoeoeoeoeoeoe', false, 'half and half is read'],
    ['', false, 'nobody is judged before a word'],
  ])('%s: %s, since %s', (languages, mostly) => {
    expect(isMostlyOther(languages)).toBe(mostly);
  });

  it('is decided over the last twenty that could be told', () => {
    const before = Array<Language>(30).fill('other');
    const since = Array<Language>(8).fill('english');

    expect(isMostlyOther(told([...before, ...since.slice(1)]))).toBe(true);
    expect(isMostlyOther(told([...before, ...since]))).toBe(false);
  });

  it('does not hang on what could not be told, wherever it stands', () => {
    fc.assert(
      fc.property(verdicts('english', 'other', 'unsure'), (languages) => {
        expect(told(languages)).toBe(told(languages.filter((one) => one !== 'unsure')));
      }),
    );
  });

  it('does not hang on the order of the last twenty', () => {
    const shuffled = fc
      .array(fc.constantFrom<Language>('english', 'other'), { maxLength: 20 })
      .chain((languages) =>
        fc.tuple(fc.constant(languages), fc.shuffledSubarray(languages, { minLength: languages.length })),
      );

    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(isMostlyOther(told(one))).toBe(isMostlyOther(told(other)));
      }),
    );
  });

  it('rests in twenty letters and no more', () => {
    fc.assert(
      fc.property(verdicts('english', 'other', 'unsure'), (languages) => {
        expect(told(languages)).toMatch(/^[eo]{0,20}$/);
      }),
    );
  });
});

describe('an utterance is left alone', () => {
  const GERMAN = 'oooooooooo';

  it('by itself, when five words or more are clearly in another language', () => {
    expect(isLeftAlone('eeeeeeeeee', { language: 'other', words: 5 })).toBe(true);
    expect(isLeftAlone(undefined, { language: 'other', words: 5 })).toBe(true);
    expect(isLeftAlone('eeeeeeeeee', { language: 'other', words: 4 })).toBe(false);
  });

  it('whatever it is in, when its speaker mostly writes another language', () => {
    expect(isLeftAlone(GERMAN, { language: 'unsure', words: 1 })).toBe(true);
    expect(isLeftAlone(GERMAN, { language: 'english', words: 7 })).toBe(true);
    expect(isLeftAlone('eeee', { language: 'unsure', words: 1 })).toBe(false);
  });

  it('never when it has no words: a heart is understood by all', () => {
    expect(isLeftAlone(GERMAN, { language: 'unsure', words: 0 })).toBe(false);
  });
});
