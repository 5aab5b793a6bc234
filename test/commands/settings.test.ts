import { describe, expect, it } from 'vitest';
import { command } from '../../commands/settings.ts';
import { CONSENT_SCOPE } from '../../src/domain/consent.ts';
import { dyadId } from '../../src/domain/ids.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { allLines, termLines } from '../../src/engine/ledger-lines.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker, type Life, NOW, onTheirClock, type RememberingAsker } from '../support/asker.ts';
import { buttonsOf, cardOf, modalOf, press, pressLabel, selectOf } from '../support/pressing.ts';

async function open(life: Life = {}) {
  const nod = createAsker(life);
  return { nod, card: cardOf(await command.run(ask(), nod)) };
}

async function choose(what: string, nod: RememberingAsker) {
  const card = cardOf(await command.run(ask(), nod));
  return press(command, selectOf(card), { nod, values: [what] });
}

describe('/nod settings', () => {
  it('shows everything the person chose', async () => {
    const { card } = await open({ settings: { away: [{ from: 540, until: 720 }], reasons: ['silence'] } });

    expect(card.text.split('\n')).toEqual([
      '**Your own settings**',
      'Direct messages: at most 1 a day, when something still waits',
      'Quiet hours: 22:00–08:00',
      'Hours you cannot answer: 09:00–12:00',
      'When you two usually talk (never quiet): none',
      'Time zone: Europe/Berlin',
      'Your typing as a sign that you are here, and long typing or a long pause before a short line that it may be hard to say: on',
      '“Help me respond” in your own direct messages: off',
      'By the week: nothing',
      'Numbers in `/nod me`: off',
      'People to talk to, should something you write sound heavy, if whoever hosts Nod has switched that on: yes',
      'How you like to be met (`/nod card`): nothing yet',
    ]);
  });

  it('says of typing what is in force where the yes was to a card that asked less', async () => {
    const on = await open({ pausesUnasked: true });
    const off = await open({ pausesUnasked: true, settings: { typing: false } });

    expect(on.card.text).toContain('\nYour typing as a sign that you are here: on\n');
    expect(off.card.text).toMatch(/\nYour typing .*: off\n/);
  });

  it.each([true, false])('has nothing more to switch on there (typing is on: %s)', async (typing) => {
    const nod = createAsker({ pausesUnasked: true, settings: { typing } });
    const page = cardOf(await choose('typing', nod));

    const old = cardOf(await press(command, { path: 'settings', action: 'typing', id: 'on' }, { nod }));

    expect(buttonsOf(page).map(({ label }) => label)).toEqual([...(typing ? ['Off'] : []), 'Back']);
    expect([page, old].map(({ text }) => text.split('\n')[0])).toEqual(Array(2).fill(texts.settings.typingUnasked));
    expect(nod.changes).toEqual([]);
  });

  it('says what holds just now, and nothing that is over', async () => {
    const { card } = await open({ busyUntil: NOW + 3_600_000 });
    const { card: later } = await open({ busyUntil: NOW - 1 });

    expect(card.text).toContain(`Busy until ${onTheirClock(NOW + 3_600_000, 't')}.`);
    expect(later.text).not.toContain('Busy');
  });

  it.each([
    [{ supportCard: true }, ': yes\n'],
    [{ supportCard: false }, ': no\n'],
    [
      { supportCard: true, coaching: false, reasons: [] },
      ': no, since you chose nothing that direct messages are for\n',
    ],
  ])('says of people to talk to only what is on: %j', async (settings, ending) => {
    const { card } = await open({ settings });

    expect(card.text).toContain(`if whoever hosts Nod has switched that on${ending}`);
  });

  it('names both conditions on the page of people to talk to', async () => {
    const page = cardOf(await choose('supportCard', createAsker()));

    expect(page.text).toContain('only where whoever hosts it has switched that on');
    expect(page.text).toContain('chosen something that direct messages are for');
  });

  it.each([
    [{ recap: true, nudgesPerDay: 0 }, true],
    [{ checkInNumbers: true, nudgesPerDay: 0 }, false],
    [{ recap: true, nudgesPerDay: 1 }, false],
  ] as const)('says that nothing comes by the week where no message may: %j', async (settings, isSaid) => {
    const { card } = await open({ settings });

    expect(card.text.includes('; none comes while messages a day are 0')).toBe(isSaid);
  });

  it('says of what was left alone that it is for an answer, whichever it was', async () => {
    const { card } = await open({ settings: { exceptions: ['a'], jokes: { play: 2 } } });

    expect(card.text).toContain('Left alone because of what you answered: 1 kind of moment');
    expect(card.text).toContain('Nod is surer before it writes, because of what you answered 2 times');
  });

  it('says that Nod has not begun where there is nothing to set', async () => {
    const { card } = await open({ settings: 'none' });

    expect(card.text).toMatch(/^Nod has not begun for you\./);
  });

  it('offers to take exceptions back only where there are some', async () => {
    const { card } = await open();
    const { card: withSome } = await open({ settings: { exceptions: ['play/some-cue'] } });

    expect(selectOf(card).choices.map((choice) => choice.value)).not.toContain('exceptions');
    expect(selectOf(withSome).choices.map((choice) => choice.value)).toContain('exceptions');
  });

  it.each([
    ['nudges', '0', { nudgesPerDay: 0 }],
    ['nudges', '2', { nudgesPerDay: 2 }],
    ['typing', 'Off', { typing: false }],
    ['ownMessages', 'On', { ownMessages: true }],
    ['numbers', 'On', { numbers: true }],
    ['exceptions', 'Take back the last one', { exceptions: ['a'] }],
    ['exceptions', 'Take all back', { exceptions: [] }],
  ])('changes %s by pressing "%s"', async (what, label, settings) => {
    const nod = createAsker({ settings: { exceptions: ['a', 'b'] } });
    const page = cardOf(await choose(what, nod));

    const after = cardOf(await pressLabel(command, page, { label, nod }));

    expect(nod.changes).toEqual([{ do: 'settings', settings }]);
    expect(after.text).toMatch(/^Done, on your side\.\n/);
  });

  it('changes what messages are for, and choosing nothing stops them', async () => {
    const nod = createAsker();
    const page = selectOf(cardOf(await choose('reasons', nod)));

    await press(command, page, { nod, values: ['promise'] });
    const after = cardOf(await press(command, page, { nod, values: [] }));

    expect(nod.changes).toEqual([
      { do: 'settings', settings: { reasons: ['promise'], coaching: true } },
      { do: 'settings', settings: { reasons: [], coaching: false } },
    ]);
    expect(after.text).toContain('Direct messages: none; what they are for is chosen in `/nod settings`');
  });

  it('changes hours in a form that is filled in with the present ones', async () => {
    const nod = createAsker();
    const form = modalOf(await choose('hours', nod));

    await press(command, form, { nod, fields: { quiet: '23-7', away: '', usual: '20-22' } });

    expect(form.fields[0]?.value).toBe('22:00–08:00');
    expect(nod.changes).toEqual([
      {
        do: 'settings',
        settings: { quiet: { from: 1380, until: 420 }, away: [], usual: [{ from: 1200, until: 1320 }] },
      },
    ]);
  });

  it('changes nothing for hours it cannot read', async () => {
    const nod = createAsker();
    const form = modalOf(await choose('hours', nod));

    const after = cardOf(await press(command, form, { nod, fields: { quiet: '25-7' } }));

    expect(after.text).toMatch(/^Nod could not read “Quiet hours”/);
    expect(nod.changes).toEqual([]);
  });

  it('changes the zone by search', async () => {
    const nod = createAsker();
    const form = modalOf(await pressLabel(command, cardOf(await choose('zone', nod)), { label: 'Other…', nod }));
    const found = cardOf(await press(command, form, { nod, fields: { city: 'Lisbon' } }));

    await press(command, selectOf(found), { nod, values: ['Europe/Lisbon'] });

    expect(nod.changes).toEqual([{ do: 'settings', settings: { zone: 'Europe/Lisbon' } }]);
  });

  it('takes no zone the system does not know', async () => {
    const nod = createAsker();
    const page = selectOf(cardOf(await choose('zone', nod)));

    await press(command, page, { nod, values: ['Europe/Atlantis'] });

    expect(nod.changes).toEqual([]);
  });
});

describe('what one agreed to, and when', () => {
  const entry = (minute: number, about: string, to: string) => ({
    at: NOW + minute * 60_000,
    about,
    to,
    scope: 1,
    dyad: dyadId(1),
  });

  async function ledger(entries: Life['ledger']) {
    const { nod, card } = await open({ ledger: entries ?? [] });
    return { nod, card: cardOf(await pressLabel(command, card, { label: 'What you agreed to, and when', nod })) };
  }

  it('is told in plain words, each line with its moment', async () => {
    const { card } = await ledger([entry(0, 'listening', 'on'), entry(5, 'reason:silence', 'on')]);

    expect(card.text).toContain(`${onTheirClock(NOW, 'f')} · listening: on`);
    expect(card.text).toContain(`${onTheirClock(NOW + 300_000, 'f')} · a message when something still waits: on`);
  });

  it('never shows what Nod heard in the other’s words', async () => {
    const { card } = await ledger([entry(0, 'exceptions', 'vulnerability/lonely, play/tease')]);

    expect(card.text).toContain('left alone: 2 kinds of moments');
    expect(card.text).not.toContain('lonely');
  });

  it('has plain words for whatever can stand in it', async () => {
    const wishes = { low: ['comfort', 'space'], celebrate: ['words', 'loud'], shared: true } as const;
    const settings = { ...everythingOn('America/New_York'), jokes: { 'good-news': 2, play: 1 }, wishes };
    const terms = { scope: CONSENT_SCOPE, host: 'Sam', encrypted: true, readers: 3 };
    const lines = [
      ...allLines(settings),
      ...termLines(terms),
      { about: 'listening', to: 'lapsed' },
      { about: 'adult', to: 'yes' },
      { about: 'sign', to: '🫖' },
    ];

    const pages = await Promise.all(
      [lines.slice(0, 15), lines.slice(15, 30), lines.slice(30)].map((some) =>
        ledger(some.map(({ about, to }, minute) => entry(minute, about, to))),
      ),
    );

    const text = pages.map(({ card }) => card.text).join('\n');
    expect(text).not.toMatch(/[a-z][A-Z]|\w:\w+: |good-news|America\/New_York|nudge|judge/);
    expect(text).toContain('time zone: America/New York');
    expect(text).toContain('Nod surer before it writes: because of 3 answers');
    expect(text).toContain('your card, how to celebrate you: glad words, out loud');
    expect(text).toContain('encrypted: yes');
    expect(text).toContain('listening: off, since nothing was answered');
    expect(new Set(lines.map(({ about }) => about).filter((about) => texts.ledger.about[about] === undefined))).toEqual(
      new Set(),
    );
  });

  it('begins with the newest and leafs back', async () => {
    const entries = Array.from({ length: 20 }, (_, minute) => entry(minute, 'zone', `zone ${minute}`));
    const { nod, card } = await ledger(entries);

    const earlier = cardOf(await pressLabel(command, card, { label: 'Earlier', nod }));

    expect(card.text).toContain('zone 19');
    expect(card.text).not.toContain('zone 4\n');
    expect(earlier.text).toContain('zone 0\n');
    expect(buttonsOf(earlier).map((button) => button.label)).toEqual(['Later', 'Back']);
  });
});

describe('a second opinion', () => {
  it('is offered only where the host has set one up', async () => {
    const without = await open({});
    const withOne = await open({ judge: 'cloud' });

    expect(selectOf(without.card).choices.map(({ value }) => value)).not.toContain('judge');
    expect(selectOf(withOne.card).choices.map(({ value }) => value)).toContain('judge');
    expect(withOne.card.text).toContain('A language model as a second opinion: off');
  });

  it('names where the words go on its buttons', async () => {
    const page = cardOf(await choose('judge', createAsker({ judge: 'cloud' })));

    const labels = buttonsOf(page).map(({ label }) => label);
    expect(labels.slice(0, 3)).toEqual(['Off', 'Only on Nod’s computer', 'Also at a company']);
    expect(page.text).toContain('What it sees goes to judge.example;');
  });

  it('is chosen, and allowed to look at vulnerable lines, each by itself', async () => {
    const nod = createAsker({ judge: 'cloud' });

    await press(command, { path: 'settings', action: 'judge', id: 'cloud' }, { nod });
    await press(command, { path: 'settings', action: 'judgeVulnerable', id: 'on' }, { nod });
    await press(command, { path: 'settings', action: 'judge', id: 'anything' }, { nod });

    expect(nod.changes).toEqual([
      { do: 'settings', settings: { judge: 'cloud' } },
      { do: 'settings', settings: { judgeVulnerable: true } },
      { do: 'settings', settings: { judge: 'off' } },
    ]);
  });
});
