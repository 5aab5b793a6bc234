import { describe, expect, it } from 'vitest';
import { type AskedHints, askedHints, hasHints, hintsNamed } from '../../src/coach/asked.ts';
import { ALL_HINTS, HINTS_BY_KIND } from '../../src/coach/hints/catalogue.ts';
import { hintText } from '../../src/texts/hints.ts';

type Kind = keyof typeof HINTS_BY_KIND;
const KINDS = Object.keys(HINTS_BY_KIND) as Kind[];

const hintOf = (text: string) => ALL_HINTS.find(({ id }) => hintText(id) === text);

/** Everything [Another] leads to from there, until it begins again. */
function everyFew(first: AskedHints): readonly string[] {
  const seen: string[] = [];
  for (let few: AskedHints | undefined = first; few; few = hintsNamed(few.next)) {
    if (few.hints.some((hint) => seen.includes(hint))) return seen;
    seen.push(...few.hints);
  }
  return seen;
}

describe('hints that somebody asks for', () => {
  it.each(KINDS)('are three different ones for %s, and three more, whatever hangs on it', (kind) => {
    for (const intensity of [0.3, 0.9]) {
      const first = askedHints({ kind, because: [], intensity }, { chance: 0 });

      const seen = everyFew(first);

      expect(first.hints).toHaveLength(3);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBeGreaterThanOrEqual(6);
    }
  });

  it('hold whatever came of the message, at any hour, and are no advice that nobody asked for', () => {
    const seen = KINDS.flatMap((kind) =>
      everyFew(askedHints({ kind, because: [], intensity: 0.9 }, { chance: 0 })),
    ).map(hintOf);

    for (const hint of seen) {
      expect(hint?.reason).toBeUndefined();
      expect(hint?.times).toBeUndefined();
      expect(hint?.low?.join()).not.toBe('ideas');
    }
  });

  it('follow what the other says they like, on every page', () => {
    const wishes = { low: ['space'] } as const;
    const bid = { kind: 'vulnerability', because: [], intensity: 0.9 } as const;
    const first = askedHints(bid, { chance: 0, wishes });

    const seen = [...first.hints, ...(hintsNamed(first.next, wishes)?.hints ?? [])].map(hintOf);

    for (const hint of seen) expect(hint?.low ?? ['space']).toContain('space');
    expect(first.hints).not.toEqual(askedHints(bid, { chance: 0 }).hints);
  });

  it('begin elsewhere for another message, so that the same three do not wear out', () => {
    const bid = { kind: 'good-news', because: [], intensity: 0.9 } as const;

    expect(askedHints(bid, { chance: 0.5 }).hints).not.toEqual(askedHints(bid, { chance: 0 }).hints);
  });

  it('are light where something hard showed only in how it was said', () => {
    const guarded = askedHints(
      { kind: 'vulnerability', because: ['vulnerability/trails-off'], intensity: 0.5 },
      { chance: 0 },
    );

    expect(guarded.hints.map(hintOf).every((hint) => hint?.id.startsWith('guarded/'))).toBe(true);
    expect(
      hintsNamed(guarded.next)
        ?.hints.map(hintOf)
        .every((hint) => hint?.id.startsWith('guarded/')),
    ).toBe(true);
  });

  it('are named by nothing but where the next ones stand', () => {
    const { next } = askedHints({ kind: 'play', because: ['play/teases'], intensity: 0.2 }, { chance: 0.3 });

    expect(next).toMatch(/^play\.k0\.\d{1,3}$/);
  });

  it.each(['', 'repair.k0.0', 'play.x0.0', 'play.k2.0', 'play.k0.1000', 'constructor.k0.0', 'play.k0.0; drop'])(
    'are none for the made-up name “%s”',
    (name) => {
      expect(hintsNamed(name)).toBeUndefined();
    },
  );

  it('are none for a repair, which asks for no answer', () => {
    expect(hasHints({ kind: 'repair' })).toBe(false);
  });
});
