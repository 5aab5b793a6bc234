import { describe, expect, it } from 'vitest';
import { firstLookCard } from '../../commands/_first-look.ts';
import type { FirstMoment } from '../../src/domain/dyad.ts';
import type { Mirror } from '../../src/ports/command.ts';
import { NOW } from '../support/asker.ts';
import { buttonsOf } from '../support/pressing.ts';

const OPEN: FirstMoment = { kind: 'play' };
const ANSWERED: FirstMoment = { kind: 'good-news', answered: true };
const mirrorOf = (lines: Mirror['lines']): Mirror => ({ from: NOW - 1, until: NOW, lines });

describe('the card of the first days', () => {
  it('counts both moments still when one of them is answered', () => {
    const { text } = firstLookCard({ firstLook: [ANSWERED, OPEN] }, mirrorOf([]));

    expect(text).toContain('Twice it would have written on the last of those days.');
    expect(text).toContain('2. There was something playful.');
    expect(text).not.toContain('1. ');
  });

  it('asks about a moment under its own number', () => {
    const card = firstLookCard({ firstLook: [ANSWERED, OPEN] }, mirrorOf([]));

    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['2: yes', '2: no', '2: never for this']);
  });

  it('says that there was little to hear only where Nod could look', () => {
    const resting = firstLookCard({}, undefined);
    const empty = firstLookCard({}, mirrorOf([]));
    const given = firstLookCard({}, mirrorOf([{ kind: 'play', count: 2 }]));

    expect(empty.text).toContain('there was little for it to hear');
    expect(resting.text).not.toMatch(/little|This is what you gave/);
    expect(given.text).toContain('This is what you gave:\n· You played along, twice.');
  });
});
