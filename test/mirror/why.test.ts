import { describe, expect, it } from 'vitest';
import { command as why } from '../../commands/why.ts';
import type { ReadOpinion } from '../../src/domain/opinion.ts';
import { HOUR } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import { texts } from '../../src/texts/texts.ts';
import { ask } from '../support/asker.ts';
import { createJudge, openWith } from '../support/judge-in-memory.ts';
import { cardOf } from '../support/pressing.ts';
import { A_WORRY, ANA, BEN, letNodWhisper, openCouple, SPOKEN_PAST, type Stage } from '../support/runner-stage.ts';

/**
 * What `/nod why` must say alike. While both switches are on: a time in which nothing is due, every rest (a risk, a
 * tender moment, a fight; a day off is told from a risk by nothing, `day-off.test.ts`), and whatever is Ben's own. A
 * rest by a switch is known from `/nod status`; its causes are alike in `switches.test.ts`, which types every command.
 */

type World = (stage: Stage) => Promise<unknown>;

const RESTS: Readonly<Record<string, World>> = {
  'something of his sounded like danger': (stage) => stage.say(BEN, "i don't want to live anymore"),
  'something of hers did': (stage) => stage.say(ANA, 'if you do that again i will hit you'),
};

const NOT_HERS: Readonly<Record<string, World>> = {
  'there is a fight': (stage) => stage.say(BEN, "you're so pathetic, i can't stand you"),
  'something of his waits, and is not due yet': (stage) => stage.say(BEN, A_WORRY),
  'Ben is busy': (stage) => stage.change(BEN, { do: 'busy', until: stage.clock.now() + 2 * HOUR }),
  'Ben wants quiet': (stage) => stage.change(BEN, { do: 'snooze', until: stage.clock.now() + 2 * HOUR }),
  'Ben chose no messages': (stage) => stage.change(BEN, { do: 'settings', settings: { coaching: false } }),
  'a message is out to Ben': letNodWhisper,
  'no message reaches Ben': async (stage) => {
    stage.faults.whisper = () => {
      throw new NodError('DIRECT_MESSAGES_CLOSED', 'They are closed.', 'Open them.');
    };
    await letNodWhisper(stage);
  },
};

/** What she reads below the messages that are out, after the rules have made her one and a judge was asked about it. */
async function silencesAfter(read: ReadOpinion): Promise<{ readonly sent: number; readonly silences: string }> {
  const stage = await openWith(createJudge({ read }).judge);
  await stage.say(BEN, A_WORRY);
  await stage.pass(2);
  await stage.say(ANA, SPOKEN_PAST);
  await stage.pass(11);
  const [, silences = ''] = (await herWhy(stage)).split(texts.why.headingSilent);
  await stage.nod.stop();
  return { sent: stage.whispers.length, silences };
}

async function herWhy(stage: Stage): Promise<string> {
  const nod = stage.nod.askerFor(ANA);
  return cardOf(await why.run(ask({}, { by: ANA, at: nod.now }), nod)).text;
}

/** What Ana reads an hour after it happened, and whether Nod rests then. */
async function anHourAfter(world: World): Promise<{ readonly text: string; readonly rests: boolean }> {
  const stage = await openCouple();
  const until = stage.clock.now() + HOUR;
  await world(stage);
  await stage.clock.advanceTo(until);
  const text = await herWhy(stage);
  const { restUntil = 0 } = stage.nod.runner.deskOfPerson(ANA)?.session.state ?? {};
  await stage.nod.stop();
  return { text, rests: restUntil > until };
}

describe('/nod why is the same as when nothing is due, where', async () => {
  const nothing = await anHourAfter(async () => {});

  it.each(Object.entries(RESTS))('%s, and Nod rests', async (_, world) => {
    const { text, rests } = await anHourAfter(world);

    expect(rests).toBe(true);
    expect(text).toBe(nothing.text);
  });

  it.each(Object.entries(NOT_HERS))('%s', async (_, world) => {
    expect((await anHourAfter(world)).text).toBe(nothing.text);
  });

  it('and names no cause, which the same sentence covers', () => {
    expect(nothing.rests).toBe(false);
    expect(
      nothing.text.endsWith(`${texts.why.headingSilent}\n${texts.why.silentNothing}\n${texts.why.otherwise}`),
    ).toBe(true);
  });
});

describe('/nod why of what is her own', () => {
  it('tells her message from the moment it is out until it is moot, and no more of it than the reason', async () => {
    const stage = await openCouple();
    await stage.say(BEN, A_WORRY);
    await stage.pass(2);
    await stage.say(ANA, SPOKEN_PAST);
    const before = await herWhy(stage);

    await stage.pass(10);
    const out = await herWhy(stage);
    await stage.say(ANA, 'that sounds really hard, i am here');
    await stage.pass(5);
    const moot = await herWhy(stage);
    await stage.nod.stop();

    expect(before).toContain(texts.why.nothing);
    expect(out).toContain(texts.why.wrote['passed-over']);
    expect(out).toContain(texts.why.silent.apart);
    expect(out).not.toContain(texts.whisper.about.vulnerability);
    expect(moot).toContain(texts.why.nothing);
  });

  it('says what is true of a message that went, and of one that a judge kept back, and not which it was', async () => {
    const went = await silencesAfter({ kind: 'vulnerability', intensity: 1, confidence: 1 });
    const keptBack = await silencesAfter({ kind: 'none', confidence: 0.9 });

    expect([went.sent, keptBack.sent]).toEqual([1, 0]);
    expect(keptBack.silences).toContain(texts.why.silent.apart);
    expect(keptBack.silences).toBe(went.silences);
    for (const because of ['apart', 'day', 'week', 'back-off'] as const) {
      expect(texts.why.silent[because]).toContain('thought better of');
    }
  });

  it('is not told to him', async () => {
    const stage = await openCouple();
    await stage.change(ANA, { do: 'snooze', until: stage.clock.now() + HOUR });
    const nod = stage.nod.askerFor(BEN);
    const his = cardOf(await why.run(ask({}, { by: BEN, at: nod.now }), nod)).text;
    const hers = await herWhy(stage);
    await stage.nod.stop();

    expect(hers).toContain(texts.why.silent.snoozed);
    expect(his).not.toContain(texts.why.silent.snoozed);
  });
});
