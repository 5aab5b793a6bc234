import { describe, expect, it } from 'vitest';
import { command as graduation } from '../../commands/graduation.ts';
import { command as home } from '../../commands/home.ts';
import { command as recap } from '../../commands/recap.ts';
import { command as settings } from '../../commands/settings.ts';
import { command as whisper } from '../../commands/whisper.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker, type Life, NOW } from '../support/asker.ts';
import { buttonsOf, cardOf, modalOf, press, pressLabel, selectOf } from '../support/pressing.ts';

const OPEN = { path: 'whisper', action: 'open', id: '7.12' };

/** Opens Nod's message about no moment. */
async function open(reason: 'recap' | 'check-in' | 'graduation', life: Life = {}) {
  const nod = createAsker({ notice: { seq: 12, dyad: 7, reason }, ...life });
  return { card: cardOf(await press(whisper, OPEN, { nod })), nod };
}

describe('/nod recap', () => {
  it('tells a week in words: what the reader gave, and what both may read', async () => {
    const nod = createAsker({
      ownWeek: [{ kind: 'play', count: 4 }],
      together: [{ kind: 'good-news', amount: 'many' }],
    });

    const { text } = cardOf(await recap.run(ask(), nod));

    expect(text.split('\n').filter((line) => line !== '')).toEqual([
      '**A week that is over: 16 November 2026 to 22 November 2026**',
      '**What you gave**',
      '· You played along, a few times.',
      '**What you two shared**',
      '· You were glad together about good news, many times.',
      texts.recap.more,
    ]);
  });

  it('says last that they came back to what had to wait, and sends nothing for that alone', async () => {
    const kept = { kept: 'a few' } as const;
    const withMore = createAsker({ ...kept, ownWeek: [{ kind: 'play', count: 1 }] });

    const [told, empty] = [await recap.run(ask(), withMore), await recap.run(ask(), createAsker(kept))];

    expect(cardOf(told).text).toContain(
      '· When something had to wait, you came back to it, a few times in four weeks.',
    );
    expect(cardOf(empty).text).toBe(texts.recap.empty);
  });

  it.each([
    ['of an empty week', {}, texts.recap.empty],
    ['while Nod rests', { listening: 'resting' }, texts.common.resting],
    ['before it has begun', { settings: 'none' }, texts.common.none],
  ] as const)('says a plain word %s', async (_, life, text) => {
    expect(cardOf(await recap.run(ask(), createAsker(life))).text).toBe(text);
  });
});

describe('an opened message about no moment', () => {
  it('is the recap of the week', async () => {
    expect((await open('recap', { ownWeek: [{ kind: 'play', count: 1 }] })).card.text).toContain(
      'You played along, once.',
    );
  });

  it('is the check-in', async () => {
    expect((await open('check-in')).card.text).toBe(texts.checkIn.ask);
  });

  it('of somebody who needs none steps back at once, with one new thing to notice and the way out', async () => {
    const mirror = [
      { kind: 'play', count: 9 },
      { kind: 'affection', count: 2 },
    ] as const;
    const given = (Object.keys(texts.graduation.notice) as (keyof typeof texts.graduation.notice)[]).map((kind) => {
      return mirror.find((line) => line.kind === kind) ?? { kind, count: 5 };
    });

    const { card, nod } = await open('graduation', { mirror: given });

    expect(nod.changes).toEqual([{ do: 'step-back', seq: 12 }]);
    expect(card.text).toContain(texts.graduation.notice.affection);
    expect(card.text).toContain('/nod data delete');
  });

  it('gives back the messages that were chosen before, to whoever keeps them', async () => {
    const { card, nod } = await open('graduation', { settings: { reasons: ['silence', 'follow-up'] } });

    const kept = cardOf(await pressLabel(graduation, card, { label: texts.graduation.keep, nod }));

    expect(kept.text).toBe(texts.graduation.kept);
    expect(nod.changes.at(-1)).toEqual({
      do: 'settings',
      settings: { coaching: true, reasons: ['silence', 'follow-up'] },
    });
  });

  it('leads to the settings where the messages are off by now', async () => {
    const { card } = await open('graduation', { settings: { coaching: false, reasons: [] } });

    expect(buttonsOf(card)).toMatchObject([{ path: 'settings', action: 'show' }]);
  });

  it('opens nothing for a number of another couple', async () => {
    const nod = createAsker({ notice: { seq: 12, dyad: 8, reason: 'recap' } });

    expect(cardOf(await press(whisper, OPEN, { nod })).text).toBe(texts.whisper.done);
  });
});

describe('/nod settings', () => {
  it('has a tick for each thing that comes by the week, all off until chosen', async () => {
    const nod = createAsker();
    const card = cardOf(await press(settings, { path: 'settings', action: 'change' }, { nod, values: ['weekly'] }));

    const { choices } = selectOf(card);
    const after = cardOf(await press(settings, selectOf(card), { nod, values: ['recap', 'check-in:numbers'] }));

    expect(choices.filter(({ chosen }) => chosen)).toEqual([]);
    expect(nod.changes).toEqual([{ do: 'settings', settings: { recap: true, checkIn: false, checkInNumbers: true } }]);
    expect(after.text).toContain('By the week: a recap on Sunday evening · the numbers of your check-ins kept');
  });
});

describe('/nod home', () => {
  const shown = async (life: Life = {}) => {
    const nod = createAsker(life);
    return { nod, card: cardOf(await home.run(ask({}, { where: 'dm' }), nod)) };
  };

  it('offers whoever is in no couple the demo and how to begin, and nothing to stop', async () => {
    const { card } = await shown({ settings: 'none' });

    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['Demo']);
    expect(card.text).toContain('`/nod start` asks');
  });

  it('has five things to press, and Resume instead of Pause while it is paused', async () => {
    const { card, nod } = await shown();
    await pressLabel(home, card, { label: 'Pause', nod });
    const paused = cardOf(await home.run(ask(), nod));

    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['Pause', 'Busy', 'My mirror', 'Demo', 'Leave']);
    expect(buttonsOf(paused)[0]?.label).toBe('Resume');
  });

  it('does what the commands do', async () => {
    const { card, nod } = await shown({ mirror: [{ kind: 'play', count: 4 }] });

    await pressLabel(home, card, { label: 'Pause', nod });
    const form = modalOf(await pressLabel(home, card, { label: 'Busy', nod }));
    await press(home, form, { nod, fields: { until: 'in 2h' } });
    const mirror = cardOf(await pressLabel(home, card, { label: 'My mirror', nod }));
    const leave = cardOf(await pressLabel(home, card, { label: 'Leave', nod }));
    const demo = cardOf(await pressLabel(home, card, { label: 'Demo', nod }));

    expect(nod.changes).toEqual([{ do: 'pause' }, { do: 'busy', until: NOW + 2 * 3_600_000 }]);
    expect(mirror.text).toBe(texts.common.resting);
    expect(leave).toMatchObject({ text: texts.leave.ask, rows: [{ buttons: [{ path: 'leave', action: 'yes' }] }] });
    expect(demo.text).toBe(texts.demo.intro);
  });

  it('says what it could not read, as /nod busy does', async () => {
    const { card, nod } = await shown();

    const form = modalOf(await pressLabel(home, card, { label: 'Busy', nod }));

    expect(cardOf(await press(home, form, { nod, fields: { until: 'soon-ish' } })).text).toBe(texts.busy.unreadable);
  });
});

describe('the reasons a kept button carries', () => {
  it('are read by name, whatever else stands there', async () => {
    const nod = createAsker();

    await press(graduation, { path: 'graduation', action: 'keep', id: `${REASONS[0]}.made-up` }, { nod });

    expect(nod.changes).toEqual([{ do: 'settings', settings: { coaching: true, reasons: [REASONS[0]] } }]);
  });
});
