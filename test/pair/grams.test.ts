import { describe, expect, it } from 'vitest';
import { REPLY_GRAM_BUCKETS, replyGramsOf } from '../../src/pair/model/grams.ts';
import { readText } from '../../src/pair/reply-text.ts';

const groupsIn = (text: string, family = 'other') => replyGramsOf(readText(text), family);
const nearIn = (text: string) => groupsIn(text)[0] ?? [];
const farIn = (text: string) => groupsIn(text)[2] ?? [];
const shared = (one: readonly number[], other: readonly number[]) => one.filter((gram) => other.includes(gram)).length;

describe('n-grams of a reply', () => {
  it('are words and pairs, the same beside what is answered, and words farther apart', () => {
    const [near = [], answered = [], far = []] = groupsIn('qa qb qc');

    expect(near).toHaveLength(7); // a, b, c; ^a, ab, bc, c$
    expect(answered).toHaveLength(7);
    expect(far).toHaveLength(7); // abc, bc$; ^·b, a·c, b·$; ^··c, a··$
  });

  it('lie in their buckets, and nothing of one group in another', () => {
    const groups = groupsIn('oh love, did you sleep at all? 🫂');
    const all = groups.flat();

    expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...all)).toBeLessThan(REPLY_GRAM_BUCKETS);
    expect(new Set(all).size).toBe(groups.reduce((sum, group) => sum + new Set(group).size, 0));
  });

  it('tell the families of bids apart in one group alone', () => {
    const [accepting, taking] = [groupsIn('me too', 'repair'), groupsIn('me too', 'good-news')];

    expect(accepting[0]).toEqual(taking[0]);
    expect(shared(accepting[1] ?? [], taking[1] ?? [])).toBe(0);
    expect(accepting[2]).toEqual(taking[2]);
  });

  it('hear a question and an emoji, and the order of words', () => {
    expect(nearIn('which one?')).not.toEqual(nearIn('which one'));
    expect(shared(nearIn('which one?'), nearIn('which one'))).toBe(4); // which, one, ^ which, which one
    expect(nearIn('nice ❤️')).not.toEqual(nearIn('nice'));
    expect(shared(farIn('qa qb qc'), farIn('qc qb qa'))).toBe(2); // ^·b and b·$ say where b stands
  });

  it('count three times at most, however often they come', () => {
    for (const group of groupsIn('no '.repeat(500))) {
      for (const gram of group) expect(group.filter((one) => one === gram).length).toBeLessThanOrEqual(3);
    }
  });

  it('are there for a reply of nothing at all', () => {
    expect(groupsIn('').map((group) => group.length)).toEqual([1, 1, 0]); // nothing but the edges, beside each other
  });
});
