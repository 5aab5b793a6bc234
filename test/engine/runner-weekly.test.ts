import { describe, expect, it } from 'vitest';
import { command as checkIn } from '../../commands/check-in.ts';
import { command as repair } from '../../commands/repair.ts';
import { command as status } from '../../commands/status.ts';
import { command as whisper } from '../../commands/whisper.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import type { Card } from '../../src/ports/card.ts';
import type { Answer, Command, Press } from '../../src/ports/command.ts';
import { texts } from '../../src/texts/texts.ts';
import { settle } from '../support/clock.ts';
import { A_WORRY, AN_ANSWER, ANA, BEN, CHANNEL, openCouple, type Stage } from '../support/runner-stage.ts';

/** The couple begins on Monday, the 4th of May 2026, at six in the evening; the 17th is the second Sunday after. */
const SECOND_SUNDAY = Date.parse('2026-05-17T18:30:00+02:00');

const cardOf = (answer: Answer): Card => {
  if (!('card' in answer)) throw new Error('a form came back');
  return answer.card;
};

function asking(stage: Stage, by: PersonId) {
  return { by, channel: CHANNEL, where: 'dm', locale: 'en-GB', at: stage.clock.now() } as const;
}

async function press(stage: Stage, by: PersonId, [command, on]: [Command, Partial<Press> & { action: string }]) {
  const given = { id: '', values: [], fields: {}, ...on };
  return cardOf(await stage.listener.pressed(command, { ...asking(stage, by), ...given }));
}

/** Opens the newest message of Nod's to the person. */
function open(stage: Stage, by: PersonId): Promise<Card> {
  const newest = stage.whispers.findLast(({ to }) => to === by);
  const row = newest?.card.rows?.[0];
  const id = row && 'buttons' in row ? row.buttons[0]?.id : undefined;
  return press(stage, by, [whisper, { action: 'open', id: id ?? '' }]);
}

/** Ben answers Ana's worry on each of these days. */
async function answerFor(stage: Stage, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    await stage.say(ANA, A_WORRY);
    await stage.pass(5);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(DAY / MINUTE - 5);
  }
}

/** Both say something every other day until then. */
async function chatUntil(stage: Stage, until: Instant): Promise<void> {
  while (stage.clock.now() < until - 2 * DAY) {
    for (const person of [ANA, BEN]) await stage.say(person, 'on the bus now');
    await stage.pass((2 * DAY) / MINUTE);
  }
  await stage.pass((until - stage.clock.now()) / MINUTE);
}

const only = { coaching: false, reasons: [] } as const;

async function withRecaps(): Promise<Stage> {
  const stage = await openCouple();
  for (const person of [ANA, BEN]) await stage.change(person, { do: 'settings', settings: { ...only, recap: true } });
  return stage;
}

describe('a weekly recap', () => {
  it('comes to the one who gave something, and says what both may read', async () => {
    const stage = await withRecaps();
    await answerFor(stage, 4);

    await chatUntil(stage, SECOND_SUNDAY + MINUTE);

    expect(stage.whispers.map(({ to, at }) => [to, at >= SECOND_SUNDAY])).toEqual([[BEN, true]]);
    expect(stage.whispers[0]?.card.text).toBe(texts.whisper.line);
    const opened = await open(stage, BEN);
    expect(opened.text).toContain('A week that is over: 4 May 2026 to 10 May 2026');
    expect(opened.text).toContain('You were there when something was hard, a few times');
    expect(opened.text).not.toContain(texts.recap.together);
  });

  it('comes to nobody after an empty week, which uses up nothing', async () => {
    const stage = await withRecaps();

    await chatUntil(stage, SECOND_SUNDAY + MINUTE);

    expect(stage.whispers).toEqual([]);
    const partners = stage.nod.runner.deskOfChannel(CHANNEL)?.session.state.partners ?? [];
    expect(partners.map(({ nudgedAt }) => nudgedAt)).toEqual([[], []]);
  });

  it('says only that Nod rests once the other has paused', async () => {
    const stage = await withRecaps();
    await answerFor(stage, 4);
    await chatUntil(stage, SECOND_SUNDAY + MINUTE);

    await stage.change(ANA, { do: 'pause' });

    expect((await open(stage, BEN)).text).toBe(texts.common.resting);
  });

  it('is not tried again that week where direct messages are closed, and they are told with their next answer', async () => {
    const stage = await withRecaps();
    await answerFor(stage, 4);
    let tries = 0;
    stage.faults.whisper = () => {
      tries += 1;
      throw new NodError('DIRECT_MESSAGES_CLOSED', 'They are closed.', 'Open them.');
    };

    await chatUntil(stage, SECOND_SUNDAY + 6 * HOUR);

    expect(tries).toBe(1);
    const answer = await stage.listener.asked(status, { ...asking(stage, BEN), options: {} });
    expect(cardOf(answer).text).toContain(texts.common.unreachable);
  });

  it('is sent once, however often Nod dies around its time', async () => {
    const stage = await withRecaps();
    await answerFor(stage, 4);
    await chatUntil(stage, SECOND_SUNDAY - MINUTE);

    const second = await stage.restart(1);
    await second.pass(1);
    const third = await second.restart(1);
    await third.pass(60);

    expect(third.whispers.map(({ to }) => to)).toEqual([BEN]);
  });

  it('is deleted after a day like any other, and opens nothing then', async () => {
    const stage = await withRecaps();
    await answerFor(stage, 4);
    await chatUntil(stage, SECOND_SUNDAY + MINUTE);

    await stage.pass((DAY + HOUR) / MINUTE);

    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
    expect((await open(stage, BEN)).text).toBe(texts.whisper.done);
  });
});

describe('a check-in', () => {
  it('is asked by message, said back and kept for the one alone who ticked that', async () => {
    const stage = await openCouple();
    await stage.change(BEN, { do: 'settings', settings: { ...only, checkIn: true, checkInNumbers: true } });
    await chatUntil(stage, Date.parse('2026-05-09T18:31:00+02:00'));

    const asked = await open(stage, BEN);
    const said = await press(stage, BEN, [
      checkIn,
      { action: 'said', id: '5.6.7', fields: { moment: 'a cup of zebrawood' } },
    ]);
    const history = await press(stage, BEN, [checkIn, { action: 'earlier' }]);
    await settle();

    expect(asked.text).toContain('How was your week?');
    expect(said.text).toContain(texts.checkIn.back.warm);
    expect(history.text).toContain('understood: mostly · feelings taken seriously: very much · cared: wholly');
    expect((await press(stage, ANA, [checkIn, { action: 'earlier' }])).text).toContain(texts.checkIn.historyEmpty);
    expect(JSON.stringify(stage.batches)).toContain('"agreed":[5,6,7]');
    expect(JSON.stringify(stage.batches)).not.toContain('zebrawood');
    expect((await stage.nod.askerFor(ANA).takeAlong()).checkIns).toEqual([]);
    expect((await stage.nod.askerFor(BEN).takeAlong()).checkIns).toHaveLength(1);
  });
});

describe('the first answer in direct messages', () => {
  const rowsOf = async (stage: Stage, where: 'dm' | 'server') =>
    cardOf(await stage.listener.asked(status, { ...asking(stage, BEN), where, options: {} })).rows ?? [];

  it('leads home, once', async () => {
    const stage = await openCouple();

    const inServer = await rowsOf(stage, 'server');
    const [first, second] = [await rowsOf(stage, 'dm'), await rowsOf(stage, 'dm')];

    expect(first).toEqual([{ buttons: [{ label: 'Home', path: 'home', action: 'show' }] }]);
    expect([inServer, second]).toEqual([[], []]);
  });

  it('has nothing put behind it where it has nothing to do with a couple', async () => {
    const stage = await openCouple();

    const answer = await stage.listener.asked(repair, { ...asking(stage, BEN), options: {} });

    expect(cardOf(answer)).toEqual(cardOf(await repair.run()));
  });
});

describe('somebody who writes another language', () => {
  it('is told once, with their next answer, and by no message', async () => {
    const stage = await openCouple();
    for (let line = 0; line < 10; line += 1) {
      await stage.say(BEN, `das war heute wirklich ein sehr langer Tag bei der Arbeit, Nummer ${line}`);
      await stage.pass(10);
    }
    const told = async (by: PersonId) =>
      cardOf(await stage.listener.asked(status, { ...asking(stage, by), options: {} })).text;

    const first = await told(BEN);
    await settle();
    const [second, other] = [await told(BEN), await told(ANA)];

    expect(first).toBe(`${texts.common.listening}\n\n${texts.common.unread}`);
    expect([second, other]).toEqual([texts.common.listening, texts.common.listening]);
    expect(stage.whispers).toEqual([]);
  });
});
