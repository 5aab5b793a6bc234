import { describe, expect, it } from 'vitest';
import { command } from '../../commands/repair.ts';
import type { Card } from '../../src/ports/card.ts';
import { texts } from '../../src/texts/texts.ts';
import { createAsker } from '../support/asker.ts';
import { buttonsOf, cardOf, pressFrom, pressLabel } from '../support/pressing.ts';

const LAST_WORDS = 'If you are not safe, this is not a thing to repair: /nod help.';

const movesOn = (card: Card) => [...card.text.matchAll(/^· (.+)$/gm)].map(([, move]) => move);
const pageFor = async (id: string) => cardOf(await command.presses.another(pressFrom(`repair:another:${id}:1`)));

/** The first card and every one that [Another] leads to, until it is the first again. */
async function everyPage(): Promise<readonly Card[]> {
  const pages: Card[] = [];
  for (
    let card = cardOf(await command.run());
    card.text !== pages[0]?.text;
    card = cardOf(await pressLabel(command, card, { label: 'Another', nod: createAsker() }))
  ) {
    pages.push(card);
    if (pages.length > 50) throw new Error('[Another] never comes back to the first page');
  }
  return pages;
}

describe('/nod repair', () => {
  it('begins with a pause that has an end, then offers three moves', async () => {
    const card = cardOf(await command.run());

    expect(card.text).toContain('in your own words that you need one, and when you will be back');
    expect(movesOn(card)).toHaveLength(3);
  });

  it('ends every page with what holds for whoever is not safe', async () => {
    const pages = await everyPage();

    for (const { text } of pages) {
      expect(text.endsWith(`\n\n${LAST_WORDS}`)).toBe(true);
      expect(text.length).toBeLessThanOrEqual(2_000);
    }
  });

  it('shows every move exactly once, a few at a time, before it begins again', async () => {
    const shown = (await everyPage()).flatMap(movesOn);

    expect(shown).toEqual(texts.repair.moves);
    expect(new Set(shown).size).toBeGreaterThanOrEqual(20);
  });

  it('turns the page in place, and the page is all that a button carries', async () => {
    const card = cardOf(await command.run());
    const answer = await pressLabel(command, card, { label: 'Another', nod: createAsker() });

    expect(answer).toHaveProperty('replace', true);
    expect(buttonsOf(card)).toEqual([{ label: 'Another', path: 'repair', action: 'another', id: '1' }]);
  });

  it.each(['', '99', '-1', '1e2', '0.5', 'NaN', '__proto__', ' 1', '１'])(
    'shows the first page for a button that carries “%s”',
    async (id) => {
      expect(await pageFor(id)).toEqual(cardOf(await command.run()));
    },
  );

  it('asks Nod for nothing: neither who asks nor what was heard can change a word', async () => {
    // Neither takes the port at all, which the types allow and this keeps.
    expect(command.run).toHaveLength(0);
    expect(command.presses.another).toHaveLength(1);
    expect(command.where).toBe('anywhere');
  });

  it('speaks of the reader’s own part: no move says what the other did or ought to do', () => {
    for (const move of texts.repair.moves) {
      expect(move).not.toMatch(/\b(?:they (?:did wrong|should|must|have to|need to)|their fault|admit|forgive)\b/i);
      expect(move).not.toMatch(/\b(?:validat\w*|boundar\w+|trigger\w*|process|hold(?:ing)? space|I-statements?)\b/i);
      expect(move.length).toBeLessThanOrEqual(120);
    }
  });
});
