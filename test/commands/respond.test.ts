import { describe, expect, it } from 'vitest';
import { command } from '../../commands/respond.ts';
import type { Menu, Pointed, Suggested } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker, type Life } from '../support/asker.ts';
import { buttonsOf, cardOf, pressFrom, pressLabel } from '../support/pressing.ts';

const menu = command.menus['Help me respond'] as Menu;
const { options: _, ...base } = ask();
const POINTED: Pointed = { ...base, where: 'channel' };
const SOME = { kind: 'vulnerability', hints: ['one', 'two', 'three'], next: 'vulnerability.k1.3' } as const;

const told = async (suggested: Suggested, life: Life = {}) =>
  cardOf(await menu.run(POINTED, createAsker({ suggested, ...life })));

describe('“Help me respond”', () => {
  it('shows three moves, in one’s own words, and nothing to send', async () => {
    const { text } = await told({ is: 'hints', ...SOME, kind: 'good-news' });

    expect(text.split('\n')).toEqual([
      '**A few ways to answer, in your own words** (only you see this)',
      'There was some good news.',
      '· one',
      '· two',
      '· three',
      'Nod keeps nothing of the message.',
    ]);
  });

  it('is slower where something weighs on them: listening comes before advice', async () => {
    const { text } = await told({ is: 'hints', ...SOME });

    expect(text).toContain('No hurry here. Listen first, and ask before you advise.');
  });

  it('carries nothing but where the next hints stand, and shows those', async () => {
    const card = await told({ is: 'hints', ...SOME });
    const nod = createAsker({ furtherHints: { ...SOME, hints: ['four', 'five', 'six'] } });

    const next = cardOf(await pressLabel(command, card, { label: 'Another', nod }));

    expect(buttonsOf(card)).toEqual([
      { label: 'Another', path: 'respond', action: 'another', id: 'vulnerability.k1.3' },
    ]);
    expect(next.text).toContain('· four\n· five\n· six');
  });

  it('says that a card is out of date where its name means nothing', async () => {
    const answer = await command.presses.another(pressFrom('respond:another:zz:1'), createAsker());

    expect(cardOf(answer).text).toBe(texts.common.outdated);
  });

  it('shows all the general ways, three at a time, and begins again', async () => {
    const pages = [await told({ is: 'general' })];
    for (let more = 0; more < 3; more += 1) {
      const card = pages.at(-1) as (typeof pages)[number];
      pages.push(cardOf(await pressLabel(command, card, { label: 'Another', nod: createAsker() })));
    }

    const shown = pages.slice(0, 3).flatMap(({ text }) => [...text.matchAll(/^· (.+)$/gm)].map(([, line]) => line));

    expect(shown).toEqual(texts.respond.general);
    expect(pages[3]).toEqual(pages[0]);
  });

  it('says so where it fits any message because Nod cannot read this one', async () => {
    const { text } = await told({ is: 'unread' });

    expect(text).toContain('Nod reads English only, so these fit any message.\n· ');
  });

  it('leads to /nod repair and /nod help alike, and offers nothing to press', async () => {
    const card = await told({ is: 'calm' });

    expect(card.text).toContain('`/nod repair`');
    expect(card.text).toContain('`/nod help`');
    expect(card.rows).toBeUndefined();
  });

  it.each([
    ['own', /`\/nod ask`/],
    ['elsewhere', /^This works on what your partner wrote/],
    ['not-both', /^This works once both of you have switched it on for yourselves\.$/],
    ['resting', /^Nod is resting\.$/],
    ['none', /^Nod has not begun for you\./],
  ] as const)('answers “%s” in one sentence of its own', async (is, sentence) => {
    const card = await told({ is });

    expect(card.text).toMatch(sentence);
    expect(card.rows).toBeUndefined();
  });
});
