import { describe, expect, it } from 'vitest';
import { command } from '../../commands/start.ts';
import { UNNAMED_HOST } from '../../src/domain/consent.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { RETENTION } from '../../src/domain/retention.ts';
import { NodError } from '../../src/errors.ts';
import type { Card } from '../../src/ports/card.ts';
import { invitationCard } from '../../src/texts/cards.ts';
import { ask, CHANNEL, createAsker, type RememberingAsker } from '../support/asker.ts';
import { buttonsOf, cardOf, modalOf, press, pressLabel, selectOf } from '../support/pressing.ts';

const DYAD = 7;
const invited = (host = 'Kim', encrypted = true) =>
  createAsker({ invitation: { dyad: DYAD, others: 2 }, host, encrypted });

async function choosePrivately(nod: RememberingAsker): Promise<Card> {
  return cardOf(await pressLabel(command, invitationCard(DYAD), { label: 'Choose privately', nod }));
}

async function upTo(label: 'What Nod keeps' | 'zone' | 'hours' | 'ticks', nod: RememberingAsker): Promise<Card> {
  const kept = cardOf(await pressLabel(command, await choosePrivately(nod), { label: 'Next', nod }));
  if (label === 'What Nod keeps') return kept;
  const zone = cardOf(await pressLabel(command, kept, { label: 'Next', nod }));
  if (label === 'zone') return zone;
  const hours = cardOf(await press(command, selectOf(zone), { nod, values: ['Europe/London'] }));
  if (label === 'hours') return hours;
  return cardOf(await pressLabel(command, hours, { label: 'Next', nod }));
}

describe('asking somebody', () => {
  it('invites them in this channel and always reads the same', async () => {
    const nod = createAsker();

    const answer = await command.run(ask({ partner: '55555' }), nod);

    expect(cardOf(answer)).toEqual({ text: 'Asked. Nod begins if you both want it.' });
    expect(nod.invites).toEqual([{ partner: '55555', channel: CHANNEL }]);
  });

  it('lets a refusal of the place speak for itself', async () => {
    const wrongPlace = new NodError('WRONG_PLACE', 'This channel has a couple.', 'Choose another.');
    const nod = createAsker({ inviteFails: wrongPlace });

    const asking = command.run(ask({ partner: '55555' }), nod);

    await expect(asking).rejects.toBe(wrongPlace);
  });

  it('names nobody on the public card', () => {
    const card = invitationCard(DYAD);

    expect(card.text).not.toMatch(/<@|\d/);
    expect(buttonsOf(card).map((button) => button.label)).toEqual(['What is this?', 'Choose privately']);
  });

  it('explains itself to whoever presses "What is this?"', async () => {
    const nod = createAsker({ settings: 'none' });

    const answer = await pressLabel(command, invitationCard(DYAD), { label: 'What is this?', nod });

    expect(cardOf(answer).text).toContain('two people');
  });

  it('gives a third person nothing to choose', async () => {
    const nod = createAsker({ settings: 'none' });

    const card = await choosePrivately(nod);

    expect(card.text).toContain('nothing to choose here');
    expect(card.rows).toBeUndefined();
  });
});

describe('the consent card', () => {
  it.each([
    [true, 'Encryption keeps out thieves, not Robin.'],
    [false, 'Nothing is encrypted: whoever gets the file can see the same.'],
  ])(
    'says word for word what the host and a thief can see, and when not to use Nod (encrypted: %s)',
    async (encrypted, thieves) => {
      const card = await choosePrivately(invited('Robin', encrypted));

      expect(card.text).toContain(
        `Nod runs on Robin's computer. With some effort Robin could see when Nod wrote to you and what, the buttons you pressed, your settings and counts. ${thieves} If that matters, say no, or pick someone else to run it.`,
      );
      expect(card.text).toContain(
        'Whoever runs Nod could also change it, or use its access, and read every word in the channel.',
      );
      expect(card.text).toContain(
        "If you are afraid of your partner's reaction, do not use Nod. You can say no, or stop later; no reason is ever given.",
      );
    },
  );

  it('reads well where the host has given no name', async () => {
    const card = await choosePrivately(invited(UNNAMED_HOST, true));

    expect(card.text).toContain(
      'Nod runs on the computer of whoever set it up. With some effort they could see when Nod wrote to you and what, the buttons you pressed, your settings and counts. Encryption keeps out thieves, not them. If that',
    );
  });

  it('says that heated, intimate and dangerous lines only keep Nod quiet', async () => {
    const card = await choosePrivately(invited());

    expect(card.text).toContain('recognises heated, intimate and dangerous lines, only to keep quiet then');
  });

  it('says how many others can read the channel', async () => {
    const card = await choosePrivately(invited());

    expect(card.text).toContain('Besides the two of you, at least 2 other people can read this channel.');
  });

  it('shows every row of the retention table before anything is agreed', async () => {
    const card = await upTo('What Nod keeps', invited());

    for (const row of RETENTION) expect(card.text).toContain(row.what);
  });

  it('offers zones of the reader’s language first', async () => {
    const nod = invited();
    const kept = await upTo('What Nod keeps', nod);
    const next = buttonsOf(kept).find((button) => button.action === 'zone');

    const german = cardOf(await press(command, next ?? { path: '', action: '' }, { nod, locale: 'de' }));

    expect(selectOf(german).choices[0]?.value).toBe('Europe/Berlin');
    expect(selectOf(german).choices.some((choice) => choice.chosen)).toBe(false);
  });

  it('finds any other zone by its city', async () => {
    const nod = invited();
    const zone = await upTo('zone', nod);

    const form = modalOf(await pressLabel(command, zone, { label: 'Other…', nod }));
    const found = cardOf(await press(command, form, { nod, fields: { city: 'são paulo' } }));
    const hours = cardOf(await press(command, selectOf(found), { nod, values: ['America/Sao_Paulo'] }));

    expect(selectOf(found).choices.map((choice) => choice.value)).toEqual(['America/Sao_Paulo']);
    expect(hours.text).toContain('Time zone: America/Sao Paulo');
  });

  it('says so plainly when no city is found, and asks again', async () => {
    const nod = invited();
    const form = modalOf(await pressLabel(command, await upTo('zone', nod), { label: 'Other…', nod }));

    const found = cardOf(await press(command, form, { nod, fields: { city: 'Atlantis' } }));

    expect(found.text).toContain('Try the nearest large city');
    expect(buttonsOf(found).map((button) => button.label)).toContain('Other…');
  });

  it('carries the hours that were written to the end', async () => {
    const nod = invited();
    const form = modalOf(await pressLabel(command, await upTo('hours', nod), { label: 'Change these', nod }));

    const fields = { quiet: '23-7', away: '9-12, 13:00 - 17:30', usual: '8pm to 10pm' };
    const hours = cardOf(await press(command, form, { nod, fields }));

    expect(hours.text).toContain('Quiet hours: 23:00–07:00');
    expect(hours.text).toContain('09:00–12:00, 13:00–17:30');
    expect(hours.text).toContain('20:00–22:00');
  });

  it('answers impossible hours with one sentence and an example, and keeps what was chosen', async () => {
    const nod = invited();
    const form = modalOf(await pressLabel(command, await upTo('hours', nod), { label: 'Change these', nod }));

    const hours = cardOf(await press(command, form, { nod, fields: { quiet: '25:00-8', away: '', usual: '' } }));

    expect(hours.text).toMatch(/^Nod could not read “Quiet hours”\. Write it like `9:00-12:00, 13:00-17:00`/);
    expect(hours.text).toContain('Quiet hours: 22:00–08:00');
    expect(hours.text).toContain('Time zone: Europe/London');
  });

  it('starts with nothing ticked', async () => {
    const card = await upTo('ticks', invited());

    expect(card.text).toContain('Ticked so far: nothing.');
    expect(selectOf(card).choices).toHaveLength(REASONS.length + 1);
    expect(selectOf(card).choices.filter((choice) => choice.chosen)).toEqual([]);
  });

  it('keeps "I agree" closed until the reader is 18', async () => {
    const nod = invited();
    const card = await upTo('ticks', nod);

    const before = buttonsOf(card).find((button) => button.label === 'I agree');
    const ticked = cardOf(await pressLabel(command, card, { label: '☐ I am 18 or older', nod }));
    const after = buttonsOf(ticked).find((button) => button.label === 'I agree');

    expect(before?.disabled).toBe(true);
    expect(after?.disabled).toBe(false);
  });

  it('keeps "I agree" closed without a zone, however it is reached', async () => {
    const nod = invited();
    const zone = await upTo('zone', nod);
    const id = selectOf(zone).id ?? '';

    const ticked = cardOf(await press(command, { path: 'start', action: 'adult', id }, { nod }));
    const agree = buttonsOf(ticked).find((button) => button.action === 'agree');
    const forced = cardOf(await press(command, agree ?? { path: '', action: '' }, { nod }));

    expect(agree?.disabled).toBe(true);
    expect(forced.text).toContain('a time zone and “I am 18 or older” are needed');
    expect(nod.consents).toEqual([]);
  });

  it('stores nothing before "I agree", and then exactly what was chosen', async () => {
    const nod = invited();
    const adult = cardOf(await pressLabel(command, await upTo('ticks', nod), { label: '☐ I am 18 or older', nod }));
    const ticked = cardOf(await press(command, selectOf(adult), { nod, values: ['promise', 'passed-over', 'typing'] }));
    const before = [...nod.consents, ...nod.changes];

    const agreed = cardOf(await pressLabel(command, ticked, { label: 'I agree', nod }));

    expect(before).toEqual([]);
    expect(nod.consents).toEqual([
      {
        dyad: DYAD,
        choices: {
          adult: true,
          readers: 2,
          zone: 'Europe/London',
          quiet: { from: 22 * 60, until: 8 * 60 },
          away: [],
          usual: [],
          purposes: ['coaching', 'reason:passed-over', 'reason:promise', 'typing'],
        },
      },
    ]);
    expect(agreed.text).toContain('Nod begins if you both want it');
  });

  it('agrees to listening alone when nothing is ticked', async () => {
    const nod = invited();
    const adult = cardOf(await pressLabel(command, await upTo('ticks', nod), { label: '☐ I am 18 or older', nod }));

    await pressLabel(command, adult, { label: 'I agree', nod });

    expect(nod.consents[0]?.choices.purposes).toEqual([]);
  });

  it('takes a no without a question, and tells nobody', async () => {
    const nod = invited();

    const once = cardOf(await pressLabel(command, await choosePrivately(nod), { label: 'Not for me', nod }));
    const ever = cardOf(await pressLabel(command, await choosePrivately(nod), { label: 'Never ask me again', nod }));

    expect(nod.declines).toEqual([
      { dyad: DYAD, forEver: false },
      { dyad: DYAD, forEver: true },
    ]);
    expect(once.text).toContain('Nobody is told');
    expect(ever.text).toContain('will not ask you again, unless you ask somebody yourself with `/nod start`');
  });

  it('replaces its own page instead of piling up', async () => {
    const nod = invited();
    const about = await choosePrivately(nod);

    const answer = await pressLabel(command, about, { label: 'Next', nod });

    expect(answer).toHaveProperty('replace', true);
  });

  it('says that a card from another time is out of date', async () => {
    const answer = await press(command, { path: 'start', action: 'hours', id: 'what-was-this' }, { nod: invited() });

    expect(cardOf(answer).text).toContain('out of date');
  });
});
