import { describe, expect, it } from 'vitest';
import { command } from '../../commands/whisper.ts';
import { HOUR } from '../../src/domain/time.ts';
import type { Card } from '../../src/ports/card.ts';
import { whisperCard } from '../../src/texts/cards.ts';
import { createAsker, type Life, NOW, onTheirClock, type RememberingAsker } from '../support/asker.ts';
import { buttonsOf, cardOf, pressLabel } from '../support/pressing.ts';

const NAME = { dyad: 3, seq: 12 };
const nudge: NonNullable<Life['nudge']> = {
  ...NAME,
  kind: 'good-news',
  reason: 'silence',
  hintText: 'Ask what the best part was.',
  link: 'https://discord.com/channels/1/2/3',
};

async function opened(nod: RememberingAsker): Promise<Card> {
  return cardOf(await pressLabel(command, whisperCard(NAME), { label: 'Open', nod }));
}

describe('the direct message', () => {
  it('tells nothing before it is opened', () => {
    const card = whisperCard(NAME);

    expect(card.text).toBe('Something small, when you have a minute.');
    expect(buttonsOf(card)).toEqual([{ label: 'Open', path: 'whisper', action: 'open', id: '3.12', look: 'primary' }]);
  });

  it('opens to a hint and the way to the message', async () => {
    const nod = createAsker({ nudge });

    const card = await opened(nod);

    expect(card.text.split('\n')).toEqual([
      'There was some good news.',
      'Ask what the best part was.',
      '[To the message](https://discord.com/channels/1/2/3)',
    ]);
    expect(buttonsOf(card).map((button) => button.label)).toEqual([
      'Helpful',
      'Not this',
      'A joke',
      'We talked',
      'Not today',
      'Stop these',
    ]);
    expect(nod.changes).toEqual([{ do: 'nudge-opened', seq: 12 }]);
  });

  it('stays as it is in the column of messages: the hint is a new answer', async () => {
    const answer = await pressLabel(command, whisperCard(NAME), { label: 'Open', nod: createAsker({ nudge }) });

    expect(answer).not.toHaveProperty('replace');
  });

  it('reminds of a promise as a promise, and says when it was made', async () => {
    const promise = { ...nudge, reason: 'promise' } as const;

    const { text: undated } = await opened(createAsker({ nudge: promise }));
    const { text: dated } = await opened(createAsker({ nudge: { ...promise, promisedAt: NOW - 3 * HOUR } }));

    expect(undated).toMatch(/^You said you would come back to this\./);
    expect(dated.split('\n')[0]).toBe(
      `You said ${onTheirClock(NOW - 3 * HOUR, 'R')} that you would come back to this.`,
    );
  });

  it('says "All done here." once it is moot', async () => {
    const nod = createAsker();

    expect(await opened(nod)).toEqual({ text: 'All done here.' });
    expect(nod.changes).toEqual([]);
  });

  it('does not take an old couple’s card for one of the next couple’s', async () => {
    const nod = createAsker({ nudge: { ...nudge, dyad: 4 } });

    expect(await opened(nod)).toEqual({ text: 'All done here.' });
  });

  it.each([
    ['Helpful', { do: 'helpful', seq: 12 }],
    ['A joke', { do: 'joke', seq: 12 }],
    ['Not this', { do: 'not-this', seq: 12 }],
    ['We talked', { do: 'talked', seq: 12 }],
    ['Not today', { do: 'snooze', until: Date.parse('2026-11-26T00:00:00+01:00') }],
    ['Stop these', { do: 'settings', settings: { coaching: false, reasons: [] } }],
  ])('takes "%s" and answers with one short line in place of the hint', async (label, change) => {
    const nod = createAsker({ nudge });

    const answer = await pressLabel(command, await opened(nod), { label, nod });

    expect(nod.changes.at(-1)).toEqual(change);
    expect(answer).toHaveProperty('replace', true);
    expect(cardOf(answer).text).toMatch(/^.{5,100}$/);
    expect(cardOf(answer).rows).toBeUndefined();
  });

  it.each(['Helpful', 'Not this', 'A joke', 'We talked'])(
    'answers "%s" with "All done here." when it became moot meanwhile',
    async (label) => {
      const card = await opened(createAsker({ nudge }));
      const later = createAsker();

      const answer = await pressLabel(command, card, { label, nod: later });

      expect(cardOf(answer).text).toBe('All done here.');
      expect(later.changes).toEqual([]);
    },
  );

  it.each(['Not today', 'Stop these'])('does as "%s" says even when this one became moot', async (label) => {
    const card = await opened(createAsker({ nudge }));
    const later = createAsker();

    await pressLabel(command, card, { label, nod: later });

    expect(later.changes).toHaveLength(1);
  });
});
