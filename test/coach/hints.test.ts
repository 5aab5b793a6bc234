import { describe, expect, it } from 'vitest';
import { hintText } from '../../src/coach/consider.ts';
import { fittingHints, HINTS } from '../../src/coach/hints/catalogue.ts';
import type { Hint } from '../../src/coach/hints/hint.ts';
import { pickHint } from '../../src/coach/hints/pick.ts';
import { PROMISE_HINTS } from '../../src/coach/hints/promise.ts';
import { momentOfBid } from '../../src/coach/moment.ts';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { BID_END, dyadState, openBid } from '../support/dyad-state.ts';

const coached = BID_KINDS.filter((kind) => kind !== 'repair');
const all: readonly Hint[] = [...Object.values(HINTS), PROMISE_HINTS].flat();

/** Trust, "Never", and the words of the trade, which nobody says to somebody they love. */
const NEVER_SAID = [
  /turn(?:ed|s|ing)? (?:away|toward)|missed|muted|withdraw/i,
  /score|grade|rank|streak|coin|point|percent|\d/i,
  /\bbids?\b|nudge|deposit|micro|response|partner|relationship|couple/i,
  /validat|valid\b|empath|trauma|trigger|boundar|toxic|attachment|process|hold(?:ing)? space|love language|journey/i,
  /\b(?:should|must|have to|forgot|forgotten|ignored?|neglect|fail(?:ed)?|finally|wrong with)\b/i,
  /\b(?:he|she|him|her|his|hers|husband|wife|girlfriend|boyfriend|man|woman|boy|girl|kids?|old|young)\b/i,
  /["“”„«»]|!/,
];

describe('hints', () => {
  it.each(all)('$id fits a card and keeps the tone', ({ text }) => {
    expect(text.length).toBeLessThanOrEqual(120);
    expect(text).toMatch(/^[A-Z].*[.?]$/);
    for (const words of NEVER_SAID) expect(text).not.toMatch(words);
  });

  it('are unique, in name and in words', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text.toLowerCase())).size).toBe(all.length);
    expect(new Set(all.map(({ text }) => text.slice(0, 20).toLowerCase())).size).toBeGreaterThan(all.length * 0.9);
  });

  it.each(coached)('are enough for %s, whatever the reason, not to repeat soon', (kind) => {
    const enough = kind === 'good-news' || kind === 'vulnerability' ? 8 : 5;

    for (const reason of ['passed-over', 'silence'] as const) {
      expect(fittingHints(kind, reason).length).toBeGreaterThanOrEqual(enough);
    }
    expect(HINTS[kind].every(({ id }) => id.startsWith(`${kind}/`))).toBe(true);
  });

  it('are all about coming back where something was promised', () => {
    const fitting = fittingHints('request', 'promise');

    expect(fitting.length).toBeGreaterThanOrEqual(5);
    expect(fitting.every(({ move, id }) => move === 'return' && id.startsWith('promise/'))).toBe(true);
  });

  it('suggest more than one move for each kind', () => {
    const moves = coached.map((kind) => new Set(HINTS[kind].map(({ move }) => move)).size);

    expect(Math.min(...moves)).toBeGreaterThan(1);
  });

  it('are none for a repair attempt', () => {
    expect(fittingHints('repair', 'passed-over')).toEqual([]);
    expect(fittingHints('repair', 'promise')).toEqual([]);
  });

  it('are found by id, and an unknown id has no words', () => {
    expect(all.map(({ id }) => hintText(id))).toEqual(all.map(({ text }) => text));
    expect(hintText('good-news/of-long-ago')).toBeUndefined();
  });
});

describe('pickHint', () => {
  const dueAt = BID_END;
  const moment = momentOfBid(dyadState(), openBid({ seq: 7 }), { reason: 'silence', dueAt });
  const fitting = fittingHints('good-news', 'silence').map(({ id }) => id);

  it('draws by the number of the bid, so that a replay draws alike', () => {
    const asked: string[] = [];

    pickHint(moment, [], (key) => {
      asked.push(key);
      return 0;
    });

    expect(asked).toEqual(['hint:7']);
  });

  it('can draw each one that fits, and no other', () => {
    const drawn = fitting.map((_, index) => pickHint(moment, [], () => index / fitting.length).id);

    expect(drawn).toEqual(fitting);
    expect(pickHint(moment, [], () => 0.999_999).id).toBe(fitting.at(-1));
    expect(fitting).not.toContain('good-news/circle-back'); // for another reason
  });

  it.each([0, 0.5, 0.999])('never repeats one of the last 20 while another fits (chance %d)', (chance) => {
    const lately = fitting.slice(1);

    expect(pickHint(moment, lately, () => chance).id).toBe(fitting[0]);
  });

  it('takes the one given longest ago when all were given lately', () => {
    const lately = [fitting[2], fitting[0], fitting[2], ...fitting].filter((id) => id !== undefined).reverse();
    const [longestAgo] = [...fitting].reverse().filter((id) => id !== fitting[0] && id !== fitting[2]);

    expect(pickHint(moment, lately, () => 0.5).id).toBe(longestAgo);
  });

  it('forgets what was given before the last 20', () => {
    const given = [fitting[0] as string, ...Array.from({ length: 20 }, (_, index) => `play/${index}`)];

    expect(pickHint(moment, given, () => 0).id).toBe(fitting[0]);
  });

  it('has nothing to say about a repair attempt', () => {
    const repair = momentOfBid(dyadState(), openBid({ kind: 'repair' }), { reason: 'silence', dueAt });

    expect(() => pickHint(repair, [], () => 0)).toThrow(RangeError);
  });
});
