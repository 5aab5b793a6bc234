import { describe, expect, it } from 'vitest';
import { areaUnder, justifiedWords, ownedWords, tellApart, wordsOf } from '../../training/tells.ts';

type Said = Parameters<typeof ownedWords>[0][number];

/** So many lines of the kind, each in a scene of its own. */
const lines = (count: number, kind: Said['kind'], text: string): readonly Said[] =>
  Array.from({ length: count }, (_, at) => ({ scene: `${kind} ${text} ${at}`, kind, text }));

describe('the words of a text', () => {
  it('are each told once, in small letters, with either apostrophe', () => {
    expect([...wordsOf("Don’t. DON'T! no, no")]).toEqual(["don't", 'no']);
  });

  it('are no links, numbers or marks for a name', () => {
    expect([...wordsOf('ask <NAME> at 8, <#> https://example.org/a-page <3')]).toEqual(['ask', 'at']);
  });
});

describe('the words that one kind owns', () => {
  it('are those of which over 60 % are of it', () => {
    const [above, at] = [lines(13, 'play', 'wobble'), lines(12, 'play', 'jelly')];

    const owned = ownedWords([...above, ...lines(7, 'none', 'wobble'), ...at, ...lines(8, 'none', 'jelly')]);

    expect(owned).toEqual([{ word: 'wobble', kind: 'play', uses: 20, share: 0.65, scenes: 20 }]);
  });

  it('need 15 utterances, however often one of them says the word', () => {
    expect(ownedWords(lines(14, 'play', 'wobble wobble'))).toEqual([]);
    expect(ownedWords(lines(15, 'play', 'wobble wobble'))[0]?.uses).toBe(15);
  });

  it('are never those of lines without a bid', () => {
    expect(ownedWords(lines(20, 'none', 'bus'))).toEqual([]);
  });

  it('are no small words, but contractions may be', () => {
    const owned = ownedWords([...lines(20, 'interest', "how what ok how's")]);

    expect(owned.map(({ word }) => word)).toEqual(["how's"]);
  });

  it('count the scenes they come from', () => {
    const inOneScene = lines(20, 'attention', 'heron').map((line) => ({ ...line, scene: 'pond' }));

    expect(ownedWords(inOneScene)[0]?.scenes).toBe(1);
  });
});

describe('the table of tells.md', () => {
  it('is read row by row without its heading', () => {
    const table =
      '| word | kind | why |\n| --- | --- | --- |\n| nvm | vulnerability | it takes back |\n| bus | none | so |\n';

    expect(justifiedWords(table)).toEqual([{ word: 'nvm', kind: 'vulnerability', why: 'it takes back' }]);
  });
});

describe('telling two sets apart', () => {
  const numbered = (word: string, count = 100) =>
    Array.from({ length: count }, (_, at) => `same thing ${word}${at % 7}`);
  const plain = (...words: readonly string[]) =>
    Array.from({ length: 100 }, (_, at) => `same thing ${words[at % words.length]}`);

  it('is certain where each has words of its own, and names them', () => {
    const told = tellApart(plain('sofa', 'couch'), plain('bus'));

    expect(told.auc).toBe(1);
    expect(told.ones.slice(0, 2).sort()).toEqual(['couch', 'sofa']);
    expect(told.others[0]).toBe('bus');
  });

  it('is no better than chance where both say the same', () => {
    expect(tellApart(numbered('x'), numbered('x')).auc).toBeCloseTo(0.5, 1);
  });

  it('takes as many from each, and the same ones each time', () => {
    const [many, few] = [plain('sofa', 'bus', 'couch'), numbered('bus', 40)];

    expect(tellApart(many, few).each).toBe(40);
    expect(tellApart(many, few)).toEqual(tellApart(many, few));
  });

  it('judges each text by what was learned from others only', () => {
    const once = (letter: string) => Array.from({ length: 50 }, (_, at) => letter.repeat(at + 1));

    expect(tellApart(once('x'), once('y')).auc).toBeCloseTo(0.5, 10);
  });
});

describe('the area under the curve', () => {
  it('is the share of pairs in the right order, a tie being half of one', () => {
    expect(areaUnder([3, 1], [2, 1])).toBe(0.625);
  });
});
