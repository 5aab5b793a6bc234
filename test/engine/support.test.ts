import { describe, expect, it } from 'vitest';
import { command as whisper } from '../../commands/whisper.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { settle } from '../support/clock.ts';
import { HEAVY, hearing, openFrom, openHeard, savedBy, sayHeavy } from '../support/heavy.ts';
import { cardOf } from '../support/pressing.ts';
import { ANA, BEN, CHANNEL } from '../support/runner-stage.ts';

const DAYS = DAY / MINUTE;

describe('the self-harm card', () => {
  it('goes to the writer alone, looks like any other, and names the lines of their country', async () => {
    const stage = await openHeard(true);

    await sayHeavy(stage);

    expect(stage.whispers.map(({ to, card }) => [to, card.text])).toEqual([
      [ANA, 'Something small, when you have a minute.'],
    ]);
    const opened = await openFrom(stage, ANA);
    expect(opened).toContain('Something you wrote sounded heavy. Nod may have misread it. Nod told nobody.');
    expect(opened).toContain('TelefonSeelsorge');
    expect(opened).toContain('Nod does not watch for emergencies.');
    expect(await openFrom(stage, BEN)).toBe('All done here.');
  });

  it.each([
    ['the host has not switched it on', false, hearing(0.97)],
    ['Nod is not nearly sure', true, hearing(0.94)],
    ['it is about violence', true, hearing(0.99, 'violence')],
    ['it is about coercion', true, hearing(0.99, 'coercion')],
  ] as const)('does not go where %s', async (_, supportCard, reader) => {
    const stage = await openHeard(supportCard, reader);

    await sayHeavy(stage);

    expect(stage.whispers).toEqual([]);
  });

  it.each([
    ['wants no direct messages', { coaching: false }],
    ['wants no more of these', { supportCard: false }],
  ] as const)('does not go to somebody who %s', async (_, settings) => {
    const stage = await openHeard(true);
    await stage.change(ANA, { do: 'settings', settings });

    await sayHeavy(stage);

    expect(stage.whispers).toEqual([]);
  });

  it('comes at most once in seven days', async () => {
    const stage = await openHeard(true);

    await sayHeavy(stage);
    await stage.pass(6.9 * DAYS);
    await sayHeavy(stage);
    const within = stage.whispers.length;
    await stage.pass(0.2 * DAYS);
    await sayHeavy(stage);

    expect([within, stage.whispers.length]).toEqual([1, 2]);
  });

  it('is not sent for what is read later, when nobody may be there any more', async () => {
    const stage = await openHeard(true);
    await stage.cutOff();
    await stage.say(ANA, HEAVY);
    await stage.pass(60);

    await stage.reconnect();
    await stage.pass(5);

    expect(stage.whispers).toEqual([]);
  });

  it('is deleted after a day, or by the next start when the process did not live to see it', async () => {
    const living = await openHeard(true);
    await sayHeavy(living);
    await living.pass(DAYS + 1);
    const killed = await openHeard(true);
    await sayHeavy(killed);

    await killed.restart(1);
    await settle();

    expect(living.whispers.map(({ fate }) => fate)).toEqual(['removed']);
    expect(killed.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('leaves nothing at rest: what is saved equals what is saved without it', async () => {
    const [on, off] = [await openHeard(true), await openHeard(false)];

    for (const stage of [on, off]) {
      await sayHeavy(stage);
      await stage.pass(10);
    }

    expect(on.whispers).toHaveLength(1);
    expect(savedBy(on)).toEqual(savedBy(off));
  });

  it('stays away once its reader has said so', async () => {
    const stage = await openHeard(true);
    await sayHeavy(stage);
    const { listener, clock } = stage;
    const press = {
      by: ANA,
      channel: CHANNEL,
      where: 'dm',
      locale: 'en',
      at: clock.now(),
      values: [],
      fields: {},
    } as const;

    const answer = await listener.pressed(whisper, { ...press, action: 'heavy-no-more', id: '' });
    await stage.pass(8 * DAYS);
    await sayHeavy(stage);

    expect(cardOf(answer).text).toBe('Done, on your side.');
    expect(stage.whispers).toHaveLength(1);
  });
});
