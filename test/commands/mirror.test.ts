import { describe, expect, it } from 'vitest';
import { command as me } from '../../commands/me.ts';
import { command as status } from '../../commands/status.ts';
import { command as us } from '../../commands/us.ts';
import type { Mirror } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker } from '../support/asker.ts';
import { cardOf } from '../support/pressing.ts';

const lines: Mirror['lines'] = [
  { kind: 'good-news', count: 1 },
  { kind: 'play', count: 4 },
  { kind: 'affection', count: 12, numbers: { medianSeconds: 400, warm: { share: 0.75, low: 0.46, high: 0.91 } } },
];

describe('/nod me', () => {
  it('says what I gave in one plain sentence per kind, without numbers', async () => {
    const nod = createAsker({ mirror: lines, settings: { numbers: true } });

    const { text } = cardOf(await me.run(ask({ period: 'week' }), nod));

    expect(text.split('\n')).toEqual([
      '**What you gave in the last week**',
      '· You shared the joy of good news, once.',
      '· You played along, a few times.',
      '· You returned something loving, many times.',
    ]);
  });

  it('shows numbers only where they are both switched on and asked for, and says when they are too few', async () => {
    const nod = createAsker({ mirror: lines, settings: { numbers: true } });

    const { text } = cardOf(await me.run(ask({ numbers: true }), nod));

    expect(text).toContain('You played along, 4 times. Too few to tell more.');
    expect(text).toContain(
      'You returned something loving, 12 times. Half of them came within 7 minutes of time in which you',
    );
    expect(text).toContain(
      'About 75 % of these answers were more than a quick sign (anything from 46 % to 91 % fits so far).',
    );
  });

  it('keeps numbers back from those who did not switch them on', async () => {
    const nod = createAsker({ mirror: lines, settings: { numbers: false } });

    const { text } = cardOf(await me.run(ask({ numbers: true }), nod));

    expect(text).not.toMatch(/\d/);
    expect(text).toContain('`/nod settings` switches them on');
  });

  it.each([
    ['week', 7],
    ['month', 30],
    ['three-months', 90],
    [undefined, 30],
  ])('looks back over %s', async (period, days) => {
    const nod = createAsker();

    await me.run(ask(period === undefined ? {} : { period }), nod);

    expect(nod.mirrorDays).toEqual([days]);
  });

  it('has no list of what did not happen', async () => {
    const nod = createAsker({ mirror: [{ kind: 'play', count: 0 }] });

    const { text } = cardOf(await me.run(ask(), nod));

    expect(text).not.toContain('played');
    expect(text).toContain('nothing to show for this time yet');
  });
});

describe('while Nod rests', () => {
  it.each([
    ['me', me],
    ['us', us],
    ['status', status],
  ])('/nod %s says only that', async (_name, command) => {
    const nod = createAsker({ listening: 'resting', mirror: lines });

    const answer = await command.run(ask({ numbers: true }), nod);

    expect(answer).toEqual({ card: { text: 'Nod is resting.' } });
  });
});

describe('/nod us', () => {
  it('tells of promises that both kept, also where there is nothing else to tell', async () => {
    const told = cardOf(await us.run(ask(), createAsker({ kept: 'many' })));

    expect(told.text).toBe(
      `${texts.mirror.us.heading}\n· When something had to wait, you came back to it, many times in four weeks.`,
    );
  });
});

describe('/nod status', () => {
  it('says that Nod is listening', async () => {
    expect(await status.run(ask(), createAsker())).toEqual({ card: { text: 'Nod is listening here.' } });
  });

  it.each([
    ['me', me],
    ['us', us],
    ['status', status],
  ])('/nod %s is alike for everybody whose Nod has not begun', async (_name, command) => {
    const { text } = cardOf(await command.run(ask(), createAsker({ settings: 'none' })));

    expect(text).toMatch(/^Nod has not begun for you\./);
  });
});
