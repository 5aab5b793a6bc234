import { describe, expect, it } from 'vitest';
import { CUES } from '../../src/detect/cues.ts';
import { createHearing } from '../../src/detect/hearing.ts';
import { UTTERANCE_DENSE } from '../../src/detect/model/dense.ts';
import { featuresOf } from '../../src/detect/model/features.ts';
import { GRAM_BUCKETS } from '../../src/detect/model/grams.ts';

const hear = createHearing(CUES);
const VECTOR = new Float32Array(UTTERANCE_DENSE / 2).fill(0.25);
const featuresIn = (text: string, vector?: Float32Array) =>
  featuresOf(hear({ text, attachments: [], ...(vector ? { vector } : {}) }, { tense: false, earlier: [] }), undefined);
/** The n-grams, group by group; behind them stand the facts. */
const groupsIn = (text: string) => (featuresIn(text, VECTOR).grams ?? []).slice(0, -1).map(({ buckets }) => buckets);

const wordsIn = (text: string) => groupsIn(text)[0] ?? [];
const piecesIn = (text: string) => groupsIn(text)[1] ?? [];
const triplesIn = (text: string) => groupsIn(text)[2] ?? [];
const skipsIn = (text: string) => groupsIn(text)[3] ?? [];
const classesIn = (text: string) => groupsIn(text)[4] ?? [];
const shared = (one: readonly number[], other: readonly number[]) => one.filter((gram) => other.includes(gram)).length;

describe('n-grams for the wide part', () => {
  it('are made only where there is a sentence vector', () => {
    expect(featuresIn('so tired')).not.toHaveProperty('grams');
    expect(featuresIn('so tired', VECTOR)).toHaveProperty('grams');
  });

  it('are averaged out group by group, and facts count in full', () => {
    const { facts, grams = [] } = featuresIn('my mum is so so tired today', VECTOR);

    expect(grams.at(-1)).toEqual({ buckets: facts, each: 1 });
    for (const { buckets, each } of grams.slice(0, -1)) expect(each).toBeCloseTo(1 / Math.sqrt(buckets.length), 10);
  });

  it('lie in its buckets, and nothing of one group in another', () => {
    const groups = groupsIn('my mum finally got the keys to her flat');
    const all = groups.flat();

    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(GRAM_BUCKETS);
    expect(new Set(all).size).toBe(groups.reduce((sum, group) => sum + new Set(group).size, 0));
  });

  it('count three times at most, however often they come', () => {
    const often = groupsIn('no '.repeat(500)).flat();

    for (const gram of often) expect(often.filter((one) => one === gram).length).toBeLessThanOrEqual(3);
    expect(piecesIn('no '.repeat(500))).toHaveLength(3 * piecesIn('no').length);
  });

  it('are there for a text of nothing at all', () => {
    expect(groupsIn('')).toHaveLength(5);
    expect(triplesIn('')).toEqual([]);
    expect(classesIn('')).toEqual([]);
  });
});

describe('words in a row', () => {
  it('are words and pairs, three at a time, and two with one or two between them', () => {
    // a, b, c; ^a, ab, bc, c$; ^ab
    expect(wordsIn('qa qb qc')).toHaveLength(8);
    // abc, bc$
    expect(triplesIn('qa qb qc')).toHaveLength(2);
    // ^·b, a·c, b·$; ^··c, a··$
    expect(skipsIn('qa qb qc')).toHaveLength(5);
  });

  it('keep their order and their neighbours apart', () => {
    expect(shared(triplesIn('qa qb qc'), triplesIn('qc qb qa'))).toBe(0);
    expect(shared(triplesIn('qa qb qc'), triplesIn('qa qb qd'))).toBe(0);
    expect(shared(skipsIn('qa qb qc qd'), skipsIn('qa qx qc qy'))).toBe(3); // a·c, ^··c, c·$
    expect(shared(skipsIn('qa qb qc'), skipsIn('qa qb qx qc'))).toBe(1); // ^·b: a·c is not a··c
  });
});

describe('classes of words', () => {
  it('stand alone, and beside the word or the class on either side', () => {
    // <pet>; "qa <pet>"; "<pet> qb"
    expect(classesIn('qa hamster qb')).toHaveLength(3);
    expect(shared(classesIn('qa hamster qb'), classesIn('qa parrot qb'))).toBe(3);
    expect(shared(classesIn('qa hamster qb'), classesIn('qx parrot qb'))).toBe(2);
    expect(shared(classesIn('qa hamster qb'), classesIn('qx parrot qy'))).toBe(1);
    // Twice the three, and "<pet> <pet>".
    expect(classesIn('hamster parrot')).toHaveLength(7);
    expect(shared(classesIn('hamster parrot'), classesIn('parrot hamster'))).toBeGreaterThanOrEqual(3);
    expect(classesIn('qa qb')).toEqual([]);
  });
});

describe('pieces of words', () => {
  it('are runs of three and four characters, with the edges of the word', () => {
    // " ab", " ab ", "ab "
    expect(piecesIn('ab')).toHaveLength(3);
    // " q "
    expect(piecesIn('q')).toHaveLength(1);
    expect(new Set(piecesIn('exhausted')).size).toBe(piecesIn('exhausted').length);
  });

  it('are shared by a word and its misspelling, and not by a word unlike it', () => {
    const share = (one: string, other: string) => shared(piecesIn(other), piecesIn(one)) / piecesIn(other).length;

    expect(share('exhausted', 'exhuasted')).toBeGreaterThan(0.4);
    expect(share('exhausted', 'crocodile')).toBe(0);
  });

  it('are no words themselves: "skill" says nothing of "kill"', () => {
    expect(shared(piecesIn('skill'), wordsIn('kill'))).toBe(0);
  });

  it('are cut of nothing but words, each by itself', () => {
    expect(piecesIn('https://example.org/a 12345 😂 "not mine"')).toEqual([]);
    expect(piecesIn('tired again')).toEqual([...piecesIn('tired'), ...piecesIn('again')]);
  });
});
