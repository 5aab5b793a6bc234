import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { findLeaks } from './support/leaks.ts';
import { createWordSearch } from './support/word-search.ts';

/** The search behind the month finds what the slower one finds, and what was made of words besides. */

const WORD = 'quokkaWalrus';
const digest = createHash('sha256').update(WORD).digest();
const bytesOf = (text: string) => Buffer.from(`before ${text} after`);

describe('the search for many words', () => {
  it.each([
    ['as they are', bytesOf(WORD)],
    ['in capitals', bytesOf(WORD.toUpperCase())],
    ['in two bytes a letter', Buffer.from(WORD, 'utf16le')],
    ['in base64', bytesOf(Buffer.from(`x${WORD}`).toString('base64'))],
    ['in hex', bytesOf(Buffer.from(WORD).toString('hex'))],
    ['as a digest', bytesOf(digest.toString('base64url'))],
  ])('finds them %s, as the one for a few does', (_, bytes) => {
    const places = [{ name: 'here', bytes }];
    const search = createWordSearch();
    for (const word of ['zeppelinMarzipan', WORD]) search.add(word);

    const found = search.findIn(places);

    expect(found).toEqual(findLeaks(places, [WORD]));
    expect(found).toHaveLength(1);
  });

  it('finds a digest that is not written out', () => {
    const search = createWordSearch();
    search.add(WORD);

    expect(search.findIn([{ name: 'here', bytes: digest }])).toMatchObject([{ word: WORD, as: 'digest' }]);
  });

  it.each([
    ['its bytes', (vector: Float32Array) => Buffer.from(vector.buffer)],
    ['its JSON', (vector: Float32Array) => Buffer.from(JSON.stringify([...vector]))],
    ['its base64', (vector: Float32Array) => Buffer.from(Buffer.from(vector.buffer).toString('base64'))],
  ])('finds a vector by %s', (_, written) => {
    const vector = Float32Array.from([0.123456, -0.5, 0.03125, 0.25, 0.75, -0.25]);
    const search = createWordSearch();
    search.addVector(vector);

    const found = search.findIn([{ name: 'here', bytes: written(vector) }]);

    expect(found).toMatchObject([{ place: 'here', as: 'vector' }]);
  });

  it('finds nothing where nothing is', () => {
    const search = createWordSearch();
    search.add(WORD);
    search.addVector(Float32Array.from([0.1, 0.2, 0.3, 0.4]));

    expect(search.findIn([{ name: 'here', bytes: bytesOf('quokka and walrus') }])).toEqual([]);
  });
});
