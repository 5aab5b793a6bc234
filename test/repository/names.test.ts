import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** Words that say nothing about what they name. */
const EMPTY_WORDS = /^(?:managers?|helpers?|handlers?|utils?|services?|data|info|process|misc)$/;
/** What a person types is named for what they look for: `/nod data export`. */
const AS_TYPED = /^commands\/data\//;
/** Lists of words and hints may be as long as the language is. */
const LISTS = /\/(?:lexicons?|hints|bids|harshness|risk|tender)\//;

const FILES = ['src', 'commands', 'scripts', 'test'].flatMap((folder) =>
  readdirSync(`${REPOSITORY}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.m?ts$/.test(file))
    .map((file) => `${folder}/${file}`),
);
const read = (file: string) => readFileSync(`${REPOSITORY}${file}`, 'utf8');
const wordsOf = (name: string) =>
  name
    .replace(/\.(?:test|test-d)?\.?m?ts$/, '')
    .split(/(?=[A-Z][a-z])|[^A-Za-z]+/)
    .map((word) => word.toLowerCase());

describe('names', () => {
  it('of files and folders say what they hold', () => {
    expect(
      FILES.filter((file) => !AS_TYPED.test(file)).filter((file) =>
        file.split('/').some((part) => wordsOf(part).some((word) => EMPTY_WORDS.test(word))),
      ),
    ).toEqual([]);
  });

  it('of what a file exports say what it is', () => {
    const exported = FILES.flatMap((file) =>
      [...read(file).matchAll(/^export (?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm)].map(
        ([, name]) => `${file}: ${name}`,
      ),
    );

    expect(
      exported.filter((line) => wordsOf(line.split(': ')[1] ?? '').some((word) => EMPTY_WORDS.test(word))),
    ).toEqual([]);
  });

  it('notice an empty word in either', () => {
    expect(wordsOf('messageUtils').some((word) => EMPTY_WORDS.test(word))).toBe(true);
    expect(wordsOf('button-handler.test.ts').some((word) => EMPTY_WORDS.test(word))).toBe(true);
    expect(wordsOf('information').some((word) => EMPTY_WORDS.test(word))).toBe(false);
  });
});

describe('files', () => {
  it('of source stay below 300 lines, lists of words aside', () => {
    const source = FILES.filter((file) => /^(?:src|commands)\//.test(file) && !LISTS.test(file));

    expect(source.filter((file) => read(file).split('\n').length > 300)).toEqual([]);
  });
});
