import { describe, expect, it } from 'vitest';
import { command } from '../../commands/renew.ts';
import { command as resume } from '../../commands/resume.ts';
import { command as whisper } from '../../commands/whisper.ts';
import { TERM_CHANGES, type Terms } from '../../src/domain/consent.ts';
import type { PartnerSettings } from '../../src/domain/dyad.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { LONGEST_CARD } from '../../src/ports/card.ts';
import type { Renewal } from '../../src/ports/command.ts';
import { whisperId } from '../../src/texts/cards.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker, NOW } from '../support/asker.ts';
import { cardOf, press, pressLabel } from '../support/pressing.ts';

const TERMS: Terms = { scope: 2, host: 'Kim', encrypted: true, readers: 3 };
const RENEWAL: Renewal = { lapsed: false, changes: [], terms: TERMS, settings: everythingOn('Europe/Berlin') };

async function cardFor(renewal: Renewal) {
  return cardOf(await command.run(ask(), createAsker({ renewal, encrypted: true })));
}

describe('the card that asks again', () => {
  it('says what the person said yes to, who runs Nod, and when not to use it', async () => {
    const { text } = await cardFor(RENEWAL);

    expect(text).toContain('It is a while since you said yes');
    expect(text).toContain('Direct messages: at most 1 a day');
    expect(text).toContain('Encryption keeps out thieves, not Kim.');
    expect(text).toContain('If you are afraid of your partner');
    expect(text).toContain('after 30 days');
    expect(text.length).toBeLessThan(2_000);
  });

  it.each([
    ['scope', 'What Nod does or keeps has changed'],
    ['host', "Nod now runs on Kim's computer."],
    ['encrypted', 'no longer encrypted'],
    ['readers', '3 other people can read this channel'],
  ] as const)('says what has changed about %s, in place of the time', async (change, said) => {
    const { text } = await cardFor({ ...RENEWAL, changes: [change] });

    expect(text).toContain(said);
    expect(text).not.toContain('It is a while');
  });

  it('names the language model where it was said yes to, and only there', async () => {
    const withOne = await cardFor({ ...RENEWAL, settings: { ...RENEWAL.settings, judge: 'cloud' } });
    const without = await cardFor(RENEWAL);

    expect(withOne.text).toContain('second opinion: also at a company, vulnerable lines left out');
    expect(without.text).not.toContain('second opinion');
  });

  it('says where typing counted and will not, as it would mean more', async () => {
    const settings = { ...RENEWAL.settings, typing: false };

    const { text } = await cardFor({ ...RENEWAL, settings, typingEnds: true });

    expect(text.split('\n').filter((line) => line.startsWith('Your typing'))).toEqual([texts.renewal.typingEnds]);
    expect((await cardFor(RENEWAL)).text).not.toContain(texts.renewal.typingEnds);
  });

  it('fits into a card with every change and the longest settings', async () => {
    const spans = Array.from({ length: 4 }, (_, index) => ({ from: index * 120, until: index * 120 + 65 }));
    const settings: PartnerSettings = {
      ...everythingOn('America/Argentina/ComodRivadavia'),
      away: spans,
      usual: spans.slice(1),
      recap: true,
      checkIn: true,
      checkInNumbers: true,
      judge: 'local',
    };
    const terms = { ...RENEWAL.terms, judgeHost: `${'model.'.repeat(16)}example` };
    const renewal: Renewal = { ...RENEWAL, settings, terms, changes: TERM_CHANGES, typingEnds: true };
    const nod = createAsker({ renewal, host: 'x'.repeat(60), encrypted: false });

    const { text } = cardOf(await command.run(ask(), nod));

    expect(text.length).toBeLessThanOrEqual(LONGEST_CARD);
    for (const line of ['typingEnds', 'otherwise'] as const) expect(text).toContain(texts.renewal[line]);
    expect(text).toContain(texts.consent.about.afraid);
  });

  it('tells who heard nothing that listening has stopped, and nothing of a deadline', async () => {
    const { text } = await cardFor({ ...RENEWAL, lapsed: true });

    expect(text).toContain('it stopped listening on your side');
    expect(text).not.toContain('after 30 days');
  });

  it('renews on yes', async () => {
    const nod = createAsker({ renewal: RENEWAL });

    const answer = await pressLabel(command, await cardFor(RENEWAL), { label: 'Yes, go on', nod });

    expect(cardOf(answer).text).toContain('Thank you');
    expect(nod.renewals).toEqual([NOW]);
    expect(nod.changes).toEqual([]);
  });

  it('pauses on no', async () => {
    const nod = createAsker({ renewal: RENEWAL });

    const answer = await pressLabel(command, await cardFor(RENEWAL), { label: 'No, stop', nod });

    expect(cardOf(answer).text).toBe('Done, on your side.');
    expect(nod.changes).toEqual([{ do: 'pause' }]);
    expect(nod.renewals).toEqual([]);
  });

  it('says only that all is done when it is asked for twice', async () => {
    const nod = createAsker({ renewal: RENEWAL });
    await nod.renew();

    const answer = await press(command, { path: 'renew', action: 'show' }, { nod });

    expect(cardOf(answer).text).toBe('Done, on your side.');
  });
});

describe('a yes that has to be given again', () => {
  it('is asked for before listening is switched on again', async () => {
    const nod = createAsker({ renewal: { ...RENEWAL, lapsed: true } });

    const { text } = cardOf(await resume.run(ask(), nod));

    expect(text).toContain('Is Nod still fine with you?');
    expect(nod.changes).toEqual([]);
  });

  it('is asked for where a direct message that looks like any other is opened', async () => {
    const nod = createAsker({ renewal: RENEWAL, notice: { seq: 4, dyad: 7 } });

    const opened = await press(
      whisper,
      { path: 'whisper', action: 'open', id: whisperId({ seq: 4, dyad: 7 }) },
      { nod },
    );
    const other = await press(
      whisper,
      { path: 'whisper', action: 'open', id: whisperId({ seq: 5, dyad: 7 }) },
      { nod },
    );

    expect(cardOf(opened).text).toContain('Is Nod still fine with you?');
    expect(cardOf(other).text).toBe('All done here.');
  });
});

describe('a yes to a card that was shown a while ago', () => {
  it('is to what that card said: what has got worse since is shown first', async () => {
    const shown = await cardFor(RENEWAL);
    const nod = createAsker({ renewal: { ...RENEWAL, terms: { ...TERMS, host: 'Robin' }, changes: ['host'] } });

    const answer = await pressLabel(command, shown, { label: 'Yes, go on', nod });

    expect(cardOf(answer).text).toContain('Is Nod still fine with you?');
    expect(nod.renewals).toEqual([]);
  });

  it('is not to a language model that answers somewhere else since, which is shown by name first', async () => {
    const at = (judgeHost: string) => ({ ...RENEWAL, terms: { ...TERMS, judgeHost }, changes: ['judge'] as const });
    const shown = await cardFor(at('x.example'));
    const nod = createAsker({ renewal: at('y.example') });

    const answer = await pressLabel(command, shown, { label: 'Yes, go on', nod });

    expect(shown.text).toContain('now answers at x.example.');
    expect(cardOf(answer).text).toContain('now answers at y.example.');
    expect(nod.renewals).toEqual([]);
  });
});
