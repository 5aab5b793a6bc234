import { describe, expect, it } from 'vitest';
import { tellLanguage } from '../../src/detect/language.ts';
import { isMostlyOther, withLanguage } from '../../src/domain/language.ts';
import { blockNames, type Line, readBlock } from '../../training/corpus.ts';
import { FRESH_LANGUAGES, MIXED_ENGLISH, OTHER_LANGUAGES } from './other-languages.ts';

const languageOf = (text: string) => tellLanguage(text).language;
const countOf = (lines: readonly string[], language: string) =>
  lines.filter((line) => languageOf(line) === language).length;

describe('a language that Nod cannot read', () => {
  it.each(Object.entries(OTHER_LANGUAGES))('%s is told from English', (_, lines) => {
    expect(countOf(lines, 'other') / lines.length).toBeGreaterThanOrEqual(0.9);
    expect(lines.filter((line) => languageOf(line) === 'english')).toEqual([]);
  });

  it.each(Object.entries(FRESH_LANGUAGES))('%s is told from English, on lines that chose no bound', (_, lines) => {
    expect(countOf(lines, 'other') / lines.length).toBeGreaterThanOrEqual(0.6);
    expect(countOf(lines, 'english')).toBeLessThanOrEqual(1);
  });

  it('is told in capitals and with an English word in it as well', () => {
    expect(languageOf('ICH HAB DEN JOB BEKOMMEN!!!')).toBe('other');
    expect(languageOf('mein meeting war so awkward, ich wollte nur weg')).toBe('other');
  });

  it('is told by its script alone, however short, and before any statistics', () => {
    expect(languageOf('спасибо')).toBe('other');
    expect(languageOf('사랑해')).toBe('other');
    expect(languageOf('ok 大好きだよ')).toBe('other');
  });

  // "u", "wil", "wer" and "dis" are text-speak as well.
  it.each([
    'ik wil u graag iets vertellen',
    'ik wil naar huis',
    'jesi li u stanu ili u gradu',
    'kad dolazis kuci u petak',
    'wer kommt heute',
    'dis moi tout',
    'juz jestem w domu kochanie',
    'ils snt pas la encore',
    'cade o meu fone amor',
    'mums ir labi kopa',
    'mum yaktim senin icin',
  ])('is not taken for English in “%s”', (line) => {
    expect(languageOf(line)).not.toBe('english');
  });

  it('counts words where no blanks part them', () => {
    expect(tellLanguage('今日は最悪だった、もう疲れた').words).toBeGreaterThanOrEqual(5);
    expect(tellLanguage('猫').words).toBe(1);
  });
});

describe('English', () => {
  it.each(Object.entries(MIXED_ENGLISH))('stays English as %s', (_, lines) => {
    expect(lines.filter((line) => languageOf(line) !== 'english')).toEqual([]);
  });

  it.each([
    'so tired omg just wanna sleep',
    'sooooo hungryyyy whats for dinner',
    'u coming home soon or nah',
    'soz cudnt ansa was in d bath lol',
    'hw wz d xam? mine wz ok i thnk',
    'I LOVE YOU SO MUCH 사랑해',
    'my tía Guadalupe and tío Joaquín are coming on sunday',
    'he said "das ist nicht mein problem" and walked off',
    'look https://www.beispiel.de/der-hund-und-die-katze this is so us',
  ])('is heard in “%s”', (line) => {
    expect(languageOf(line)).toBe('english');
  });

  it('of five words and more is hardly ever called another language', () => {
    const english = blockNames().filter((block) => !WRITE_OTHERS_TOO.includes(block));
    const told = english.flatMap(readBlock).map(({ text }) => tellLanguage(text));
    const long = told.filter(({ words }) => words >= 5);

    // All but one of these are in another language by half or more: src/detect/language.ts.
    expect(long.length).toBeGreaterThan(5000);
    expect(long.filter(({ language }) => language === 'other').length / long.length).toBeLessThan(0.01);
    expect(long.filter(({ language }) => language === 'english').length / long.length).toBeGreaterThan(0.98);
  });

  // Some scenes are written mostly in Tagalog or Pidgin; theirs are to be told apart.
  it('is what nearly every side of the corpus mostly writes, also those who mix', () => {
    const languages = new Map<string, string>();
    for (const { scene, by, text } of linesOfCorpus()) {
      const side = `${scene} ${by}`;
      languages.set(side, withLanguage(languages.get(side) ?? '', tellLanguage(text)));
    }

    expect(languages.size).toBeGreaterThan(800);
    expect([...languages].filter(([, one]) => isMostlyOther(one)).length).toBeLessThan(languages.size / 100);
  });
});

describe('what tells no language', () => {
  it.each(['', '❤️❤️', 'https://example.org/ein-schoener-hund', '<@123456789> <:party:123456789>', '17:30', '`let x`'])(
    '“%s” has no words',
    (text) => {
      expect(tellLanguage(text)).toEqual({ language: 'unsure', words: 0 });
    },
  );

  it.each(['hahaha', 'jajajaja', 'lol'])('“%s” is a laugh everywhere', (text) => {
    expect(tellLanguage(text).words).toBe(0);
  });

  it.each(['gute nacht', 'ok cool', 'te amo', 'oh no'])('“%s” is too short', (text) => {
    expect(languageOf(text)).toBe('unsure');
  });

  it('reads a hostile text in no more time than its length', () => {
    const started = performance.now();

    tellLanguage('あ'.repeat(50_000));
    tellLanguage('a '.repeat(50_000));
    tellLanguage('"'.repeat(50_000));

    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

/** Some people of these blocks write whole lines in Tagalog, Malay, Hindi or Patois, which are to be told apart. */
const WRITE_OTHERS_TOO = [
  'basil moss sage',
  'aspen bramble clover cosmos dahlia dogwood erica fennel gentian heath hyssop lupin sorrel tansy teasel thistle',
  'vetch yarrow',
].flatMap((names) => names.split(' '));

function linesOfCorpus(): readonly Line[] {
  return blockNames().flatMap(readBlock);
}
