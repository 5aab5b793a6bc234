import { describe, expect, it } from 'vitest';
import { command } from '../../commands/card.ts';
import { EMPTY_CARD, type WishCard } from '../../src/domain/wishes.ts';
import type { Card } from '../../src/ports/card.ts';
import { ask, createAsker, type Life } from '../support/asker.ts';
import { buttonsOf, cardOf, press, pressLabel } from '../support/pressing.ts';

const MINE: WishCard = { low: ['comfort', 'space'], celebrate: ['questions', 'quiet'], shared: false };

const holding = (wishes: WishCard, more: Life = {}) => createAsker({ ...more, settings: { wishes } });
const shown = async (nod = createAsker()) => cardOf(await command.run(ask(), nod));

function select(card: Card, action: string) {
  const found = (card.rows ?? []).flatMap((row) =>
    'select' in row && row.select.action === action ? [row.select] : [],
  );
  if (!found[0]) throw new Error(`nothing to choose for ${action}`);
  return found[0];
}

describe('/nod card', () => {
  it('shows what one wrote, and marks it among all that can be chosen', async () => {
    const card = await shown(holding(MINE));

    expect(card.text).toContain('When I’m low: comfort · space\nCelebrate me with: questions · quietly');
    const chosen = select(card, 'low').choices.filter((choice) => choice.chosen);
    expect(chosen.map(({ value }) => value)).toEqual(['comfort', 'space']);
    expect(select(card, 'celebrate').choices.map(({ value }) => value)).toEqual([
      'words',
      'questions',
      'plans',
      'loud',
      'quiet',
    ]);
  });

  it('begins empty, with nothing to share', async () => {
    const card = await shown();

    expect(card.text).toContain('Nothing stands on your card yet.');
    expect(buttonsOf(card)).toEqual([]);
  });

  it('says who sees it: nobody else before it is shared, then the other, and at all times whoever runs Nod', async () => {
    const alone = await shown(holding(MINE));
    const shared = await shown(holding({ ...MINE, shared: true }));

    expect(alone.text).toContain(
      'For you alone: the other is not told whether you have a card, and Nod makes no use of it.',
    );
    expect(shared.text).toContain('You two can see this card, and nobody else in the channel.');
    expect(shared.text).not.toContain('For you alone');
    for (const { text } of [alone, shared]) expect(text).toContain('Kim, on whose computer Nod runs, could see it');
  });

  it('takes what was chosen, in the order in which it is offered, and nothing that was made up', async () => {
    const nod = holding(MINE);
    const card = await shown(nod);

    await press(command, select(card, 'low'), { nod, values: ['space', 'ideas', 'applause'] });
    await press(command, select(card, 'celebrate'), { nod, values: ['loud'] });

    expect(nod.changes).toEqual([
      { do: 'settings', settings: { wishes: { ...MINE, low: ['ideas', 'space'] } } },
      { do: 'settings', settings: { wishes: { low: ['ideas', 'space'], celebrate: ['loud'], shared: false } } },
    ]);
  });

  it('is shared, and no longer shared, by a press of its own', async () => {
    const nod = holding(MINE);

    const shared = cardOf(await pressLabel(command, await shown(nod), { label: 'Share with the other', nod }));
    const stopped = cardOf(await pressLabel(command, shared, { label: 'Stop sharing', nod }));

    expect(nod.changes).toMatchObject([
      { settings: { wishes: { ...MINE, shared: true } } },
      { settings: { wishes: MINE } },
    ]);
    expect(shared.text).toContain('You two can see this card');
    expect(stopped.text).toContain('For you alone');
  });

  it('stays shared when something on it changes, and is asked about anew once it was emptied', async () => {
    const nod = holding({ ...MINE, celebrate: [], shared: true });
    const card = await shown(nod);

    await press(command, select(card, 'low'), { nod, values: ['company'] });
    await press(command, select(card, 'low'), { nod, values: [] });
    await press(command, select(card, 'low'), { nod, values: ['company'] });

    const shared = nod.changes.map((change) => change.do === 'settings' && change.settings.wishes?.shared);
    expect(shared).toEqual([true, false, false]);
  });

  it('cannot be shared empty by an old button', async () => {
    const nod = createAsker();

    await press(command, { path: 'card', action: 'share' }, { nod });

    expect(nod.changes).toEqual([{ do: 'settings', settings: { wishes: EMPTY_CARD } }]);
  });

  it('shows the other’s beside it, once they share it', async () => {
    const { text } = await shown(createAsker({ theirCard: { low: ['company'], celebrate: ['plans'] } }));

    expect(text).toMatch(
      /The other’s card, shared with you\*\*\nWhen I’m low: company\nCelebrate me with: plans to celebrate$/,
    );
  });

  it('reads the same where the other has none, keeps it for themselves, or Nod rests', async () => {
    const none = await shown(createAsker());
    const resting = await shown(createAsker({ listening: 'resting', theirCard: { low: ['company'] } }));

    expect(none.text).toMatch(/If the other shares a card with you, it is shown here while Nod is listening\.$/);
    expect(resting).toEqual(none);
  });

  it('is for people who have begun', async () => {
    const nod = createAsker({ settings: 'none' });

    expect((await shown(nod)).text).toContain('Nod has not begun for you.');
    expect(cardOf(await press(command, { path: 'card', action: 'share' }, { nod })).text).toContain('has not begun');
    expect(nod.changes).toEqual([]);
  });
});
