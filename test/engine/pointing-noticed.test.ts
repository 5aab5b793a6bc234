import { describe, expect, it } from 'vitest';
import { channelId, messageId, type PersonId, personId } from '../../src/domain/ids.ts';
import { DAY } from '../../src/domain/time.ts';
import type { Noticed, Pointed } from '../../src/ports/command.ts';
import { offFrom, secretWhere } from '../mirror/secrets.ts';
import { settle } from '../support/clock.ts';
import { pointAt, pointDirectly } from '../support/pointing.ts';
import { A_WORRY, AN_ANSWER, ANA, BEN, CHANNEL, openCouple, openStage, type Stage } from '../support/runner-stage.ts';

const NEWS = "i got the job!!! i'm so happy";
const PLAIN = 'home in ten';
const LATER_MINUTES = 3;
/** The stage's day is off, and that from its midnight on or soon after: whoever speaks first on the stage begins it. */
const MONDAY = Date.parse('2026-05-04T00:00:00Z');
const DAY_OFF_AT_ONCE = secretWhere((chance) => (offFrom(chance, MONDAY) ?? MONDAY + DAY) < MONDAY + DAY / 2);

/** Somebody says it, and it is over. */
async function saidBy(stage: Stage, by: PersonId, text: string): Promise<void> {
  await stage.say(by, text);
  await stage.pass(LATER_MINUTES);
}

/** What its writer is told of a message. */
async function noticed(stage: Stage, text: string, more: Partial<Pointed> = {}): Promise<Noticed> {
  return stage.nod.askerFor(ANA).notices(pointAt(stage, ANA, text, more));
}

describe('what Nod noticed in one’s own message', () => {
  it('is the kind it heard, and why, in whole sentences', async () => {
    const stage = await openCouple();
    await saidBy(stage, ANA, A_WORRY);

    const told = await noticed(stage, A_WORRY);

    expect(told).toMatchObject({ is: 'bid', kind: 'vulnerability' });
    expect(told.is === 'bid' && told.because.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toContain('/');
  });

  it('is told to go by more than the words where it was typed at for long, and only there', async () => {
    const stage = await openCouple();
    await saidBy(stage, ANA, A_WORRY);
    stage.listener.heard(CHANNEL, { type: 'typing', at: stage.clock.now(), by: ANA });
    await stage.pass(1);
    await saidBy(stage, ANA, 'never mind');

    const told = [await noticed(stage, A_WORRY), await noticed(stage, 'never mind')];

    expect(told).toMatchObject([{ is: 'bid' }, { is: 'bid', kind: 'vulnerability', typed: true }]);
    expect(told[0]).not.toHaveProperty('typed');
  });

  it('is alike nothing for a plain line, harsh, dangerous and tender ones', async () => {
    const told: Noticed[] = [];
    for (const lines of [
      [PLAIN, 'my dad died', "you're pathetic", "you're not allowed to see her"],
      ['i want to end my life'],
    ]) {
      const stage = await openCouple();
      for (const line of lines) {
        await saidBy(stage, ANA, line);
        told.push(await noticed(stage, line));
      }
    }

    expect(told).toEqual(told.map(() => ({ is: 'nothing' })));
  });

  it('goes by the words alone, so that a rest shows in it for neither: not after a dangerous line, not on a day off', async () => {
    const told: Noticed[] = [];
    for (const [before, daysOff] of [
      ["you're not allowed to see her", false],
      [PLAIN, true],
      [PLAIN, false],
    ] as const) {
      const stage = await openCouple({
        options: { daysOff },
        store: (store) => ({ ...store, secret: async () => DAY_OFF_AT_ONCE }),
      });
      await saidBy(stage, BEN, before);
      const rests = stage.nod.runner.deskOfPerson(BEN)?.session.state.restUntil !== undefined;
      expect(rests).toBe(before !== PLAIN || daysOff);

      await saidBy(stage, BEN, NEWS);
      const his = pointAt(stage, BEN, NEWS);
      told.push(await stage.nod.askerFor(BEN).notices(his));
      await saidBy(stage, ANA, A_WORRY);
      told.push(await noticed(stage, A_WORRY));
    }

    const [first, second] = told;
    expect(first).toMatchObject({ is: 'bid', kind: 'good-news' });
    expect(second).toMatchObject({ is: 'bid', kind: 'vulnerability' });
    expect(told).toEqual([first, second, first, second, first, second]);
  });

  it('is told as before once a rest has begun, so that asking does not show one', async () => {
    const stage = await openCouple();
    await saidBy(stage, ANA, NEWS);
    const before = await noticed(stage, NEWS);
    await saidBy(stage, BEN, "you're not allowed to see her");

    expect(await noticed(stage, NEWS)).toEqual(before);
  });

  it('is the same whatever the other answered, chose or did with Nod, and however much they wrote', async () => {
    const one = await openCouple();
    const other = await openCouple();
    for (const stage of [one, other]) await saidBy(stage, ANA, A_WORRY);
    await saidBy(other, BEN, AN_ANSWER);
    await other.change(BEN, { do: 'settings', settings: { quiet: { from: 0, until: 1_439 }, coaching: false } });
    await other.change(BEN, { do: 'busy', until: other.clock.now() + 3_600_000 });
    for (const text of ['ok', 'the bus is late', 'tuna or ham', 'both then', 'at six', 'no, seven', 'right'])
      await saidBy(other, BEN, text);

    expect(await noticed(other, A_WORRY)).toEqual(await noticed(one, A_WORRY));
  });

  it('waits until all of it is said', async () => {
    const stage = await openCouple();
    await stage.say(ANA, NEWS);

    expect(await noticed(stage, NEWS)).toEqual({ is: 'being-said' });
  });

  it('is left alone in a language that Nod cannot read', async () => {
    const stage = await openCouple();
    const german = 'heute war ein wirklich schlimmer tag und ich bin traurig';
    await saidBy(stage, ANA, german);

    expect(await noticed(stage, german)).toEqual({ is: 'unread' });
  });

  it('is forgotten after a while, after an edit, after a restart, and once a switch was off', async () => {
    const stage = await openCouple();
    await saidBy(stage, ANA, A_WORRY);
    const pointed = pointAt(stage, ANA, A_WORRY);
    const afterRestart = await (await stage.restart()).nod.askerFor(ANA).notices(pointed);
    const twoDays = await noticed(stage, A_WORRY, { at: pointed.at + 48 * 3_600_000 });
    for (let more = 0; more < 10; more += 1) await saidBy(stage, ANA, `number ${more} is home in ten`);
    const afterTen = await noticed(stage, A_WORRY);
    const edited = await openCouple();
    await saidBy(edited, ANA, A_WORRY);
    const target = pointAt(edited, ANA, A_WORRY).message?.id ?? messageId('');
    edited.listener.heard(CHANNEL, { type: 'edit', at: edited.clock.now(), target, text: PLAIN });
    await settle();
    const afterEdit = await noticed(edited, A_WORRY);
    const paused = await openCouple();
    await saidBy(paused, ANA, A_WORRY);
    await paused.change(BEN, { do: 'pause' });
    await paused.change(BEN, { do: 'resume' });

    const told = [afterRestart, twoDays, afterTen, afterEdit, await noticed(paused, A_WORRY)];

    expect(told).toEqual(told.map(() => ({ is: 'forgotten' })));
  });

  it('is told of nobody else’s message and in no other place', async () => {
    const stage = await openCouple();
    await saidBy(stage, BEN, NEWS);
    await saidBy(stage, ANA, A_WORRY);
    const theirs = pointAt(stage, ANA, A_WORRY);
    const bots: Pointed = { ...theirs };
    delete (bots as { message?: unknown }).message;

    const told = await Promise.all(
      [
        pointAt(stage, ANA, NEWS),
        pointAt(stage, ANA, A_WORRY, { channel: channelId('elsewhere') }),
        pointDirectly(stage, ANA, { by: ANA, text: A_WORRY }),
        { ...theirs, message: { ...(theirs.message as NonNullable<Pointed['message']>), by: personId('cam') } },
        bots,
      ].map((pointed) => stage.nod.askerFor(ANA).notices(pointed)),
    );

    expect(told).toEqual(told.map(() => ({ is: 'elsewhere' })));
  });

  it('is nothing but resting while one of the two does not listen, and nothing has begun for a stranger', async () => {
    const stage = await openCouple();
    await saidBy(stage, ANA, A_WORRY);
    const pointed = pointAt(stage, ANA, A_WORRY);
    await stage.change(BEN, { do: 'pause' });

    const stranger = await (await openStage()).nod.askerFor(ANA).notices(pointed);

    expect(await stage.nod.askerFor(ANA).notices(pointed)).toEqual({ is: 'resting' });
    expect(stranger).toEqual({ is: 'none' });
  });
});
