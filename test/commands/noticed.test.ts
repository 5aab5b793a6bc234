import { describe, expect, it } from 'vitest';
import { command } from '../../commands/noticed.ts';
import { BID_KINDS } from '../../src/domain/bid.ts';
import type { Menu, Noticed, Pointed } from '../../src/ports/command.ts';
import { ask, createAsker } from '../support/asker.ts';
import { cardOf } from '../support/pressing.ts';

const menu = command.menus['What did Nod notice?'] as Menu;
const { options: _, ...base } = ask();
const POINTED: Pointed = { ...base, where: 'channel' };

const told = async (noticed: Noticed) => cardOf(await menu.run(POINTED, createAsker({ noticed }))).text;

describe('“What did Nod notice?”', () => {
  it('says what Nod heard and why, and that it may be wrong', async () => {
    const text = await told({ is: 'bid', kind: 'attention', because: ['invites the partner to look at something'] });

    expect(text.split('\n')).toEqual([
      'Nod heard you show or share something.',
      '· It invites the partner to look at something.',
      'That is about your words alone, and Nod is wrong at times. Only you see this.',
    ]);
  });

  it('does not say that it is about the words alone where it is not', async () => {
    const text = await told({ is: 'bid', kind: 'vulnerability', because: ['is short'], typed: true });

    expect(text).toContain('about your words and how you typed them');
    expect(text).not.toContain('alone');
  });

  it('has a sentence of its own for each kind', async () => {
    const texts = await Promise.all(BID_KINDS.map((kind) => told({ is: 'bid', kind, because: [] })));

    expect(new Set(texts).size).toBe(BID_KINDS.length);
    for (const text of texts) expect(text).toContain('· It sounds like such lines do.');
  });

  it.each([
    ['nothing', 'There is nothing in this one that Nod would act on.'],
    ['being-said', 'Nod waits until you have said it all, and then a minute or two. Try again in a moment.'],
    ['unread', 'Nod reads English only, so it leaves this one alone.'],
    ['forgotten', 'Nod no longer has this one in mind: it remembers only the last few things that were said.'],
    ['elsewhere', 'This works on your own messages, in the channel that you two share with Nod.'],
    ['resting', 'Nod is resting.'],
  ] as const)('answers “%s” in one sentence', async (is, sentence) => {
    expect(await told({ is })).toBe(sentence);
  });

  it('is there in the channel alone', () => {
    expect(menu.where).toEqual(['channel']);
  });
});
