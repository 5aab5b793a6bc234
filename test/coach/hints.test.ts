import { describe, expect, it } from 'vitest';
import { ALL_HINTS, fittingHints, HINTS_BY_KIND, HINTS_BY_REASON } from '../../src/coach/hints/catalogue.ts';
import { GUARDED_HINTS, isGuarded } from '../../src/coach/hints/guarded.ts';
import type { Hint } from '../../src/coach/hints/hint.ts';
import { HURT_HINTS, isHurt } from '../../src/coach/hints/hurt.ts';
import { GUARDEDNESS_CUES } from '../../src/detect/bids/guardedness.ts';
import { VULNERABILITY_SHOWN_CUES } from '../../src/detect/bids/vulnerability-shown.ts';
import { BID_KINDS } from '../../src/domain/bid.ts';
import { MOVES } from '../../src/domain/nudge.ts';
import { hintText } from '../../src/texts/hints.ts';

const coached = BID_KINDS.filter((kind) => kind !== 'repair');
const sayHint = ({ id }: Hint) => hintText(id) ?? '';
const texts = ALL_HINTS.map(sayHint);
const named = (hints: readonly Hint[]) => hints.map((hint) => `${hint.id}: ${sayHint(hint)}`);

/** Trust, "Never", and the words of the trade, which nobody says to somebody they love. */
const NEVER_SAID = [
  /turn(?:ed|s|ing)? (?:away|toward)|missed|muted|withdraw/i,
  /score|grade|rank|streak|coin|point|percent|\d/i,
  /\bbids?\b|nudge|deposit|micro|response|partner|relationship|couple|spouse|lover/i,
  /validat|valid\b|empath|trauma|trigger|boundar|toxic|attachment|process|hold(?:ing)? space|love language|journey/i,
  /\b(?:should|must|have to|forgot|forgotten|ignored?|neglect|fail(?:ed)?|finally|wrong with)\b/i,
  /\b(?:he|she|him|her|his|hers|husband|wife|girlfriend|boyfriend|man|woman|boy|girl|kids?|old|young)\b/i,
  /["“”„«»]|!/,
];
/** The coach, the clinic and the greeting card. */
const NEVER_SOUNDED = [
  /emotion|vulnerab|intima|connect(?:ion|ed)?\b|communicat|support|nurtur|heal(?:ing)?\b|mindful|intentional|reassur/i,
  /active listen|safe space|open up|show up|lean in|check.in|reach out|unpack|quality time|self.care|gratitude|growth/i,
  /special|precious|cherish|treasur|magic|sparkl|amazing|wonderful|soulmate|forever|heartfelt|deeply|bless|sunshine/i,
  /\b(?:try to|make sure|be sure|remember to|don't|do not|never|always|you need to (?!know)|ought|supposed|matter of|after all this)\b/i,
  /\b(?:deserves?|owe[sd]?|late for|too late|at last|still waiting|by now you|instead of|didn't|did not|haven't)\b/i,
  /\b(?:beer|wine|champagne|drunk|pray|church|kiss|sex|sexy|bed together|baby|mother|father|boss)\b/i,
];
/** It is for the reader; a sentence to send would speak as somebody. */
const FIRST_PERSON = /\b(?:i|i'm|i'll|me|my|mine|we|we're|us|our|ours|let's)\b/i;

/** How much of what either says in three letters at a time both say. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const part of one) if (other.has(part)) both += 1;
  return both / (one.size + other.size - both);
}

function trigrams(parts: readonly string[]): ReadonlySet<string> {
  return new Set(parts.slice(2).map((_, at) => parts.slice(at, at + 3).join(' ')));
}

/** Pairs of texts that are at least so alike. */
function pairsAlike(split: (text: string) => readonly string[], from: number): string[] {
  const sets = texts.map((text) => trigrams(split(text.toLowerCase())));
  return sets.flatMap((one, at) =>
    sets
      .slice(0, at)
      .flatMap((other, before) => (likeness(one, other) >= from ? [`${texts[before]} = ${texts[at]}`] : [])),
  );
}

function counted(parts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

describe('the words of hints', () => {
  it('fit a card, in whole sentences', () => {
    expect(
      named(ALL_HINTS.filter((hint) => sayHint(hint).length > 120 || !/^[A-Z].*[.?]$/.test(sayHint(hint)))),
    ).toEqual([]);
  });

  it.each([...NEVER_SAID, ...NEVER_SOUNDED])('never say %s', (words) => {
    expect(named(ALL_HINTS.filter((hint) => words.test(sayHint(hint))))).toEqual([]);
  });

  it('speak to the reader, and are nothing to be sent', () => {
    expect(named(ALL_HINTS.filter((hint) => FIRST_PERSON.test(sayHint(hint))))).toEqual([]);
  });

  it('never open alike', () => {
    const openings = texts.map((text) => text.slice(0, 20).toLowerCase());

    expect(openings.filter((opening, at) => openings.indexOf(opening) !== at)).toEqual([]);
  });

  it('are never nearly the same, letter by letter or word by word', () => {
    expect(pairsAlike((text) => [...text], 0.4)).toEqual([]);
    expect(pairsAlike((text) => text.match(/[\w']+/g) ?? [], 0.2)).toEqual([]);
  });

  it('vary in how they begin and how long they are', () => {
    const firstWords = counted(texts.map((text) => text.split(/\W/)[0] ?? ''));
    const lengths = texts.map((text) => text.length).sort((one, other) => one - other);
    const [short = 0, long = 0] = [0.1, 0.9].map((share) => lengths[Math.floor(lengths.length * share)]);

    expect(Math.max(...firstWords.values())).toBeLessThan(ALL_HINTS.length / 6);
    expect(short).toBeLessThanOrEqual(40);
    expect(long).toBeGreaterThanOrEqual(75);
  });
});

describe('the catalogue of hints', () => {
  it('has one hint for each name, and names that can rest in the database', () => {
    expect(new Set(ALL_HINTS.map(({ id }) => id)).size).toBe(ALL_HINTS.length);
    expect(ALL_HINTS.filter(({ id }) => !/^[a-z-]{4,20}\/[a-z-]{3,30}$/.test(id)).map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries({ ...HINTS_BY_KIND, ...HINTS_BY_REASON, guarded: GUARDED_HINTS, hurt: HURT_HINTS }))(
    'has enough for %s not to repeat soon, and more than two sorts of move',
    (list, hints: readonly Hint[]) => {
      const enough = { 'good-news': 40, vulnerability: 40, guarded: 21, hurt: 21 }[list] ?? 20;

      expect(hints.length).toBeGreaterThanOrEqual(enough);
      expect(hints.every(({ id }) => id.startsWith(`${list}/`))).toBe(true);
      expect(new Set(hints.map(({ move }) => move)).size).toBeGreaterThan(list === 'guarded' ? 1 : 2);
    },
  );

  it('uses every move', () => {
    expect(MOVES.filter((move) => !ALL_HINTS.some((hint) => hint.move === move))).toEqual([]);
  });

  it.each(coached)('has about as many for a promise about %s as about anything else', (kind) => {
    const fitting = fittingHints(kind, 'promise');

    expect(fitting.length).toBeGreaterThanOrEqual(15);
    expect(fitting.every(({ kinds }) => kinds?.includes(kind) ?? true)).toBe(true);
  });

  it('follows up on good news and on hard things in different words', () => {
    const [glad, hard] = (['good-news', 'vulnerability'] as const).map((kind) => fittingHints(kind, 'follow-up'));

    expect(glad?.filter((hint) => !hard?.includes(hint)).length).toBeGreaterThanOrEqual(6);
    expect(hard?.filter((hint) => !glad?.includes(hint)).length).toBeGreaterThanOrEqual(6);
  });

  it('never gives a hard thing a hint to celebrate, nor advice before it was asked for', () => {
    const hard = [...HINTS_BY_KIND.vulnerability, ...GUARDED_HINTS, ...fittingHints('vulnerability', 'follow-up')];

    expect(named(hard.filter(({ move }) => move === 'celebrate'))).toEqual([]);
    expect(named(hard.filter(({ low, move }) => low?.includes('ideas') && low.length > 1 && move !== 'ask'))).toEqual(
      [],
    );
  });

  it('says of every hint for a hard thing what it gives', () => {
    expect(named(HINTS_BY_KIND.vulnerability.filter(({ low }) => low === undefined))).toEqual([]);
  });

  it('has only light words where nothing but guardedness was heard', () => {
    const cues: readonly string[] = GUARDEDNESS_CUES.map(({ id }) => id);

    expect(fittingHints('vulnerability', 'silence', cues)).toEqual(GUARDED_HINTS);
    expect(fittingHints('vulnerability', 'passed-over', [...cues.slice(0, 2), 'words/like-vulnerability'])).toEqual(
      GUARDED_HINTS,
    );
    expect(fittingHints('vulnerability', 'silence', [...cues, 'vulnerability/feels'])).not.toContain(GUARDED_HINTS[0]);
    expect(fittingHints('vulnerability', 'promise', cues)).not.toContain(GUARDED_HINTS[0]);
  });

  it.each(GUARDEDNESS_CUES)('knows $id as guardedness', ({ id }) => {
    expect(isGuarded({ kind: 'vulnerability', because: [id] })).toBe(true);
  });

  it('has words of its own for something that the reader may have done', () => {
    const cues = ['vulnerability/feels', 'vulnerability/hurt-by-you'];

    const ids = fittingHints('vulnerability', 'passed-over', cues).map(({ id }) => id);

    expect(VULNERABILITY_SHOWN_CUES.map(({ id }) => id)).toContain(cues[1]);
    expect(ids).toEqual(HURT_HINTS.map(({ id }) => id));
    expect(isHurt({ kind: 'vulnerability', because: ['vulnerability/feels'] })).toBe(false);
    expect(isHurt({ kind: 'repair', because: cues })).toBe(false);
  });

  it('takes words that only sound like it for no guardedness', () => {
    expect(isGuarded({ kind: 'vulnerability', because: ['words/like-vulnerability'] })).toBe(false);
    expect(isGuarded({ kind: 'play', because: ['vulnerability/hedges'] })).toBe(false);
  });

  it('keeps what fits one reason from the others', () => {
    const going = fittingHints('good-news', 'passed-over').map(({ id }) => id);
    const waiting = fittingHints('good-news', 'silence').map(({ id }) => id);

    expect(going).toContain('good-news/still-warm');
    expect(waiting).not.toContain('good-news/still-warm');
    expect(waiting).toContain('good-news/few-seconds');
    expect(going).not.toContain('good-news/few-seconds');
  });

  it('has none for a repair attempt', () => {
    expect(fittingHints('repair', 'passed-over')).toEqual([]);
    expect(fittingHints('repair', 'promise')).toEqual([]);
  });

  it('finds words by id, and has none for an unknown one', () => {
    expect(hintText('play/join-in')).toBe('Play along: add the next silly thing.');
    expect(ALL_HINTS.filter(({ id }) => hintText(id) === undefined)).toEqual([]);
    for (const unknown of ['good-news/of-long-ago', 'toString/length', 'play/toString', '']) {
      expect(hintText(unknown), unknown).toBeUndefined();
    }
  });
});
