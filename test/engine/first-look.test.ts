import { describe, expect, it } from 'vitest';
import { command as firstLook } from '../../commands/first-look.ts';
import { command as whisper } from '../../commands/whisper.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { buttonsOf, cardOf } from '../support/pressing.ts';
import { A_WORRY, AN_ANSWER, ANA, BEN, CHANNEL, openCouple, SPOKEN_PAST, type Stage } from '../support/runner-stage.ts';

const DAYS = DAY / MINUTE;

/** Ben answers one worry and speaks past others; each takes two hours. */
async function live(stage: Stage, replies: readonly string[]): Promise<void> {
  for (const reply of replies) {
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);
    await stage.say(BEN, reply);
    await stage.pass(118);
  }
}

const begin = () => openCouple({ options: { quietStart: true, daysOff: false } });

async function opened({ listener, clock, whispers }: Stage) {
  const card = whispers.findLast(({ to }) => to === BEN)?.card;
  const [open] = buttonsOf(card ?? { text: '' });
  const press = {
    by: BEN,
    channel: CHANNEL,
    where: 'dm',
    locale: 'en',
    at: clock.now(),
    values: [],
    fields: {},
  } as const;
  const pressed = (action: string, id = '') =>
    listener.pressed(action === 'open' ? whisper : firstLook, { ...press, action, id });
  return { card: cardOf(await pressed('open', open?.id)), pressed };
}

const benIn = ({ nod }: Stage) => nod.runner.deskOfPerson(BEN)?.session.state.partners[1];

describe('the first look', () => {
  it('comes once the quiet days are over, and tells first what was given', async () => {
    const stage = await begin();
    await live(stage, [AN_ANSWER]);

    await stage.pass(2.8 * DAYS);
    const early = stage.whispers.length;
    await stage.pass(1 * DAYS);

    expect(early).toBe(0);
    const { card } = await opened(stage);
    expect(card.text).toMatch(/The first days are over[\s\S]*This is what you gave:\n· /);
    expect(card.text).not.toContain('Would a word');
    expect(card.rows).toEqual([]);
  });

  it('asks about at most two moments of the last quiet day', async () => {
    const stage = await begin();
    await stage.pass(2 * DAYS + 60);
    await live(stage, [AN_ANSWER, SPOKEN_PAST]);
    const quiet = stage.whispers.length;

    await stage.pass(1.1 * DAYS);

    expect(quiet).toBe(0);
    const { card } = await opened(stage);
    expect(card.text).toContain(
      'Once it would have written on the last of those days. Would a word there have helped?',
    );
    expect(card.text).toContain('1. Something seemed to weigh on them.');
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['1: yes', '1: no', '1: never for this']);
  });

  it.each([
    ['yes', {}, []],
    ['no', { vulnerability: 1 }, []],
    ['never', {}, [expect.stringMatching(/^vulnerability\//)]],
  ] as const)('learns from "%s"', async (helps, jokes, exceptions) => {
    const stage = await begin();
    await stage.pass(2 * DAYS + 60);
    await live(stage, [AN_ANSWER, SPOKEN_PAST]);
    await stage.pass(1.1 * DAYS);
    const { pressed } = await opened(stage);

    const after = cardOf(await pressed(helps, '0'));
    await pressed(helps, '0'); // twice is once
    await pressed(helps, '7');

    expect(after.text).toContain('Thank you, that helps');
    expect(after.rows).toEqual([]);
    expect(benIn(stage)?.settings).toMatchObject({ jokes, exceptions });
  });

  it('remembers nothing of earlier days, and nothing a day after it came', async () => {
    const stage = await begin();
    await live(stage, [SPOKEN_PAST]);
    const early = benIn(stage)?.firstLook;
    await stage.pass(2 * DAYS);
    await live(stage, [SPOKEN_PAST]);
    const kept = benIn(stage)?.firstLook;

    await stage.pass(3 * DAYS);

    expect(early).toBeUndefined();
    expect(kept).toHaveLength(1);
    expect(benIn(stage)?.firstLook).toBeUndefined();
  });

  it('goes to nobody who wants no direct messages', async () => {
    const stage = await begin();
    await stage.change(BEN, { do: 'settings', settings: { coaching: false, reasons: [] } });
    await live(stage, [AN_ANSWER]);

    await stage.pass(5 * DAYS);

    expect(stage.whispers.filter(({ to }) => to === BEN)).toEqual([]);
  });
});
