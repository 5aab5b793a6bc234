import { describe, expect, it } from 'vitest';
import { command as pause } from '../../commands/pause.ts';
import { command } from '../../commands/why.ts';
import { REASONS } from '../../src/domain/nudge.ts';
import { OWN_SILENCES } from '../../src/domain/own-silence.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import type { Why } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask, createAsker, type Life, NOW, onTheirClock } from '../support/asker.ts';
import { cardOf } from '../support/pressing.ts';

const textOf = async (life: Life = {}) => cardOf(await command.run(ask(), createAsker(life))).text;

const OTHERWISE =
  'For all else: Nod was resting, or there was nothing to say. It never tells which, and now and then it rests for no reason.';

describe('/nod why', () => {
  it('gives the plain reason for each message that is out, with the time on the clock of one’s own device', async () => {
    const text = await textOf({
      why: {
        nudges: [
          { at: NOW - 20 * HOUR, reason: 'promise' },
          { at: NOW - 10 * MINUTE, reason: 'passed-over' },
        ],
        silences: [],
      },
    });

    expect(text).toContain(
      [
        `· ${onTheirClock(NOW - 20 * HOUR, 'f')}: You had said that you would come back to something, and it was time.`,
        `· ${onTheirClock(NOW - 10 * MINUTE, 't')}: Something was shared, the talk went on, and ten minutes or more had passed.`,
      ].join('\n'),
    );
  });

  it('says what of one’s own keeps it silent, and when that ends', async () => {
    const text = await textOf({
      why: { nudges: [], silences: [{ because: 'busy', until: NOW + HOUR }, { because: 'day' }] },
    });

    expect(text).toContain(
      `· You are busy. That lasts until ${onTheirClock(NOW + HOUR, 't')}.\n· ${texts.why.silent.day}`,
    );
  });

  it('tells somebody who chose none a day that they did', async () => {
    const why: Why = { nudges: [], silences: [{ because: 'day' }] };

    const text = await textOf({ settings: { nudgesPerDay: 0 }, why });

    expect(text).toContain('· You chose 0 a day;');
    expect(text).not.toContain(texts.why.silent.day);
  });

  it('has the same words for everything else in every answer', async () => {
    const free = await textOf();
    const held = await textOf({ why: { nudges: [], silences: [{ because: 'snoozed' }] } });

    expect(free).toBe(
      [
        '**Why Nod wrote to you**',
        'No message about a moment is out to you just now.',
        '',
        '**Why Nod would not write to you just now**',
        '· Nothing of your own keeps it silent.',
        OTHERWISE,
      ].join('\n'),
    );
    expect(held.endsWith(OTHERWISE)).toBe(true);
  });

  it('fits a card with all of it at once', async () => {
    const text = await textOf({
      why: {
        nudges: Array.from({ length: 4 }, (_, nth) => ({ at: NOW - nth, reason: REASONS[nth] ?? 'silence' })),
        silences: OWN_SILENCES.map((because) => ({ because, until: NOW + 20 * HOUR })),
      },
    });

    expect(text.length).toBeLessThan(2_000);
  });

  it('says while Nod rests no more than /nod status does, and that one’s own side is paused', async () => {
    const nod = createAsker();
    await pause.run(ask(), nod);

    const mine = cardOf(await command.run(ask(), nod)).text;

    expect(await textOf({ listening: 'resting' })).toBe('Nod is resting.');
    expect(mine).toBe(`Nod is resting.\n${texts.why.paused}`);
  });

  it('is for people who have begun', async () => {
    expect(await textOf({ settings: 'none' })).toMatch(/^Nod has not begun for you\./);
  });
});
