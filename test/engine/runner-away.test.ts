import { describe, expect, it } from 'vitest';
import type { Trace } from '../../src/engine/effects.ts';
import type { Command } from '../../src/ports/command.ts';
import { ask } from '../support/asker.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import {
  A_WORRY,
  AN_ANSWER,
  ANA,
  BEN,
  CHANNEL,
  openCouple,
  SPOKEN_PAST,
  type Stage,
  speakPast,
} from '../support/runner-stage.ts';

function unwell(): never {
  throw new Error('503');
}

describe('a connection that is away', () => {
  it('lets time stand still, and gives an answer that is read later its own time', async () => {
    const stage = await openCouple();
    await speakPast(stage);

    await stage.cutOff();
    await stage.pass(5);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(60);
    await stage.reconnect();
    await stage.pass(10);

    expect(stage.whispers).toEqual([]);
    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 7 * 60, prompted: false }]);
  });

  it('keeps an answer that came within its window when it comes back after it', async () => {
    const stage = await openCouple();
    await stage.say(ANA, A_WORRY);

    await stage.cutOff();
    await stage.pass(3 * 60);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(3 * 60);
    await stage.reconnect();
    await stage.pass(10);

    expect(await stage.deposits(BEN)).toHaveLength(1);
  });

  it('whispers about what is still open once its session is resumed', async () => {
    const stage = await openCouple();
    await speakPast(stage);

    await stage.cutOff();
    await stage.pass(30);
    const whileAway = stage.whispers.length;
    await stage.reconnect('resumed');
    await stage.pass(1);

    expect(whileAway).toBe(0);
    expect(stage.whispers).toMatchObject([{ to: BEN, fate: 'out' }]);
  });

  it('loses no message that comes right after it is back', async () => {
    const stage = await openCouple();
    await stage.cutOff();
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);

    const back = stage.reconnect('resumed');
    await stage.say(BEN, SPOKEN_PAST);
    await back;
    await stage.pass(10);

    expect(stage.whispers).toHaveLength(1);
  });

  it('reads once more when it is lost again while history is being read', async () => {
    const stage = await openCouple();
    const page = hold();
    stage.faults.history = page.held;
    await stage.cutOff();
    await stage.reconnect();
    await stage.cutOff();
    await stage.say(ANA, A_WORRY); // after the page was asked for
    await stage.pass(2);

    const back = stage.reconnect();
    await stage.say(BEN, AN_ANSWER);
    page.letGo();
    await back;
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 2 * 60 }]);
  });
});

describe('a reaction that is found once it is back', () => {
  it('answers, and nobody guesses when it came', async () => {
    const stage = await openCouple();
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);
    await stage.cutOff();
    await stage.pass(3);
    Object.assign(stage.said[0] ?? {}, { reactions: [{ emoji: '❤️', by: BEN }] });

    await stage.reconnect();
    await stage.pass(300);

    const [deposit, ...more] = await stage.deposits(BEN);
    expect(more).toEqual([]);
    expect(deposit).toMatchObject({ kind: 'vulnerability' });
    expect(deposit?.availableSeconds).toBeUndefined();
  });
});

describe('what was typed before a connection was away', () => {
  const TAKEN_BACK = 'never mind'; // heard beside a pause alone

  async function bidsAfter(meanwhile: (stage: Stage) => Promise<void>): Promise<readonly unknown[]> {
    const heard: unknown[] = [];
    const onTrace = (trace: readonly Trace[]) => {
      for (const one of trace) if (one.saw === 'reading') heard.push(one.reading.bid?.kind);
    };
    const stage = await openCouple({ onTrace });
    stage.listener.heard(CHANNEL, { type: 'typing', at: stage.clock.now(), by: ANA });
    await meanwhile(stage);
    await stage.pass(5);
    return heard;
  }

  it('is heard where it never was', async () => {
    const bids = await bidsAfter(async (stage) => {
      await stage.pass(1);
      await stage.say(ANA, TAKEN_BACK);
    });

    expect(bids).toEqual(['vulnerability']);
  });

  it('is not guessed from, neither for what is read later nor for what is said later', async () => {
    const readLater = await bidsAfter(async (stage) => {
      await stage.cutOff();
      await stage.pass(1);
      await stage.say(ANA, TAKEN_BACK);
      await stage.reconnect();
    });
    const saidLater = await bidsAfter(async (stage) => {
      await stage.cutOff();
      await stage.pass(1);
      await stage.reconnect();
      await stage.say(ANA, TAKEN_BACK);
    });

    expect([readLater, saidLater]).toEqual([[undefined], [undefined]]);
  });

  it('is not guessed from for what a resumed session hands over', async () => {
    const bids = await bidsAfter(async (stage) => {
      await stage.cutOff();
      await stage.pass(1);
      for (const [by, text] of [
        [ANA, TAKEN_BACK],
        [BEN, SPOKEN_PAST],
      ] as const) {
        const at = stage.clock.now();
        const message = { by, at, id: stage.platform.cursorAt(at + 1), text, attachments: [] };
        stage.said.push({ ...message, channel: CHANNEL, reactions: [] });
        stage.listener.heard(CHANNEL, { type: 'message', ...message }, message.id);
        await stage.pass(1);
      }
      await stage.reconnect();
    });

    expect(bids).toEqual([undefined, undefined]);
  });
});

describe('a connection that is lost again while history is being read', () => {
  it('lets time stand still until it is back', async () => {
    const stage = await openCouple();
    await speakPast(stage);
    const page = hold();
    stage.faults.history = page.held;
    await stage.cutOff();
    await stage.reconnect();

    await stage.cutOff();
    page.letGo();
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(60);
    await stage.reconnect();
    await stage.pass(5);

    expect(stage.whispers).toEqual([]);
    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 2 * 60 }]);
  });
});

describe('history that cannot be read', () => {
  it.each([
    ['pausing', 'fails', 'pause', unwell],
    ['leaving', 'fails', 'leave', unwell],
    ['pausing', 'hangs', 'pause', () => new Promise<void>(() => {})],
    ['leaving', 'hangs', 'leave', () => new Promise<void>(() => {})],
  ] as const)('lets %s take effect at once while it %s', async (_what, _how, change, fault) => {
    const stage = await openCouple();
    stage.faults.history = fault;
    await stage.reconnect();

    const done = await stage.change(ANA, { do: change });

    expect(done).toBe(true);
    expect(stage.watched()).toEqual([]);
    expect(stage.nod.runner.deskOfChannel(CHANNEL)?.reading).toBe('live');
  });

  it('lets nobody wait for help or for a setting', async () => {
    const stage = await openCouple();
    const help: Command = {
      summary: 'Help',
      options: [],
      where: 'anywhere',
      run: async () => ({ card: { text: 'Hi' } }),
    };
    stage.faults.history = unwell;
    await stage.reconnect();

    const answer = await stage.listener.asked(help, ask({}, { by: ANA, at: stage.clock.now() }));
    await stage.change(BEN, { do: 'settings', settings: { coaching: false } });

    expect(answer).toEqual({ card: { text: 'Hi' } });
    expect((await stage.nod.askerFor(BEN).standing()).own?.settings.coaching).toBe(false);
  });

  it('goes on being read after a setting was changed', async () => {
    const stage = await openCouple();
    stage.faults.history = unwell;
    await stage.cutOff();
    await stage.say(ANA, A_WORRY);
    await stage.reconnect();

    await stage.change(BEN, { do: 'settings', settings: { numbers: true } });
    delete stage.faults.history;
    await stage.pass(1);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(3);

    expect(await stage.deposits(BEN)).toHaveLength(1);
  });

  it('loses nothing to what was said live behind it when a setting is changed', async () => {
    const stage = await openCouple();
    stage.faults.history = unwell;
    await stage.cutOff();
    await stage.say(ANA, A_WORRY);
    await stage.reconnect();
    await stage.pass(2);
    await stage.say(BEN, AN_ANSWER);

    await stage.change(BEN, { do: 'settings', settings: { numbers: true } });
    delete stage.faults.history;
    await stage.pass(10);

    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 2 * 60 }]);
  });

  it('sends nothing that waits when somebody pauses meanwhile', async () => {
    const before = await openCouple();
    before.faults.whisper = unwell;
    await speakPast(before);
    await before.pass(8.2); // it has come due, and is tried again
    await before.cutOff();
    await before.say(BEN, AN_ANSWER);
    delete before.faults.whisper;
    before.faults.recall = unwell;

    const stage = await before.restart(1);
    await stage.change(ANA, { do: 'pause' });
    await stage.pass(60);

    expect(before.batches.flatMap(({ outbox }) => outbox).at(-1)).toMatchObject({ status: 'queued' });
    expect(stage.whispers).toEqual([]);
  });

  it('listens again after pausing during it and resuming', async () => {
    const stage = await openCouple();
    stage.faults.history = unwell;
    await stage.reconnect();
    await stage.change(ANA, { do: 'pause' });
    delete stage.faults.history;

    await stage.change(ANA, { do: 'resume' });
    await settle();
    await stage.pass(1);
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(3);

    expect(await stage.deposits(BEN)).toHaveLength(1);
  });
});
