import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockNames, learnedBlocks, readBlock, TEST_BLOCKS } from '../../training/corpus.ts';

describe('what is measured', () => {
  it('is never learned from', () => {
    const learned = new Set(learnedBlocks());

    expect(TEST_BLOCKS.length).toBeGreaterThan(1);
    expect(TEST_BLOCKS.filter((block) => learned.has(block))).toEqual([]);
  });
});

describe('the lines of anger at somebody else', () => {
  const file = new URL('../../training/third-party-anger.jsonl', import.meta.url);
  const texts = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);

  it('are forty or more, none of them twice', () => {
    expect(texts.length).toBeGreaterThanOrEqual(40);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('are nowhere in what is learned', () => {
    const learned = new Set(blockNames().flatMap((block) => readBlock(block).map(({ text }) => text.toLowerCase())));

    expect(texts.filter((text) => learned.has(text.toLowerCase()))).toEqual([]);
  });
});
