import { describe, expect, it } from 'vitest';
import { compile } from '../../src/pair/phrases.ts';
import { readText } from '../../src/pair/reply-text.ts';

const LEXICON = {
  glad: 'so glad|happy for you / well done / congrat*',
  token: '^ k $',
  asks: 'want to? talk / how _ it go',
  late: "can't / later $",
};
const find = compile<keyof typeof LEXICON>(LEXICON, new Set(['glad'] as const));
const signsIn = (text: string): string[] => readText(text).parts.flatMap((part) => [...find(part)]);

describe('compile', () => {
  it.each([
    ['so happy for you', 'glad'],
    ['WELL DONE', 'glad'],
    ['congratulations', 'glad'],
    ['congraaaats', 'glad'],
    ['k', 'token'],
    ['kk', 'token'],
    ['want to talk', 'asks'],
    ['wanna talk', 'asks'],
    ['how did it go', 'asks'],
    ['cant', 'late'],
    ['can’t', 'late'],
    ['tell me later', 'late'],
  ])('finds in "%s" the sign %s', (text, sign) => {
    expect(signsIn(text)).toEqual([sign]);
  });

  it.each(['k then', 'so sad for you', 'later on', 'how it go', 'not so happy for you', 'constructor __proto__', ''])(
    'finds nothing in "%s"',
    (text) => {
      expect(signsIn(text)).toEqual([]);
    },
  );
});
