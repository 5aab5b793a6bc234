import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../training/corpus.ts';
import { createDice } from '../../training/dice.ts';
import { typedAnew } from '../../training/lessons.ts';
import { respelled } from '../../training/respell.ts';

const typings = (text: string) => Array.from({ length: 40 }, (_, seed) => respelled(text, createDice(seed)));

describe('a line typed anew', () => {
  it('is typed in several ways', () => {
    const ways = new Set(typings("I'm going to the shop tonight, do you want something?"));

    expect(ways.size).toBeGreaterThan(20);
  });

  it('keeps every word that has no other spelling, in its place', () => {
    for (const typed of typings('Grandpa won. The dog ate trousers')) {
      expect(typed.toLowerCase()).toMatch(/^grandpa won\W+(the|da|d) dog ate trousers/);
    }
  });

  it('ends on dots often, and never loses a question mark', () => {
    const open = typings('the boiler is fixed').filter((typed) => /(?:\.\.|…)$/.test(typed));
    const asked = typings('is the boiler fixed?').filter((typed) => typed.endsWith('?'));

    expect(open.length).toBeGreaterThan(10);
    expect(asked).toHaveLength(40);
  });

  it('exclaims what nobody exclaimed, and tells calmly what somebody did', () => {
    const loud = typings('the bus is late.').filter((typed) => typed.endsWith('!'));
    const calm = typings('we got the flat!!').filter((typed) => !typed.includes('!'));

    expect(loud.length).toBeGreaterThan(4);
    expect(calm.length).toBeGreaterThan(10);
  });

  it('is learned besides for about a third of a block, the same lines each time', () => {
    const examples = examplesOf('oak');

    const anew = examples.map(typedAnew);

    expect(anew).toEqual(examples.map(typedAnew));
    const share = anew.filter((typed) => typed !== undefined).length / examples.length;
    expect(share).toBeGreaterThan(0.28);
    expect(share).toBeLessThan(0.37);
  });
});
