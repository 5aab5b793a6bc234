import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCache, writeCache } from '../../training/vectors.ts';

const KNOWN = new Map([
  ['one', Float32Array.from({ length: 512 }, (_, at) => at / 512)],
  ['other', Float32Array.from({ length: 512 }, (_, at) => -at)],
]);

let folder: URL;

beforeEach(() => {
  folder = pathToFileURL(`${mkdtempSync(`${tmpdir()}/nod-vectors-`)}/`);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the kept vectors', () => {
  it('are read as they were written', () => {
    writeCache(folder, KNOWN);

    expect(readCache(folder)).toEqual(KNOWN);
  });

  it('are none at first', () => {
    expect(readCache(folder).size).toBe(0);
  });

  it.each([
    ['keys of a later run', () => writeFileSync(new URL('vectors.txt', folder), 'one\nother\nthird')],
    ['a vector too few', () => truncateSync(new URL('vectors.bin', folder), 512 * 4)],
    ['half a number', () => truncateSync(new URL('vectors.bin', folder), 2 * 512 * 4 - 2)],
    ['no numbers at all', () => rmSync(new URL('vectors.bin', folder))],
  ])('are dropped when there are %s', (_, spoil) => {
    writeCache(folder, KNOWN);

    spoil();

    expect(readCache(folder).size).toBe(0);
  });
});
