import { describe, expect, it } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { HOUR, MINUTE } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import { A_WORRY, ANA, BEN, CHANNEL, type MemoryPlatform, openCouple, type Stage } from '../support/runner-stage.ts';

/** What is wrong with the channel by now. */
interface Wrong {
  closed?: boolean;
  benOut?: boolean;
  unwell?: boolean;
  /** Nod may read it, and write nothing. */
  silenced?: boolean;
  /** History is refused, and the answer on its way until then. */
  late?: () => Promise<void>;
}

const refused = () => new NodError('DISCORD_PERMISSION_MISSING', 'Nod may not read it.', 'Let it.');

function withWrong(wrong: Wrong) {
  return (platform: MemoryPlatform): MemoryPlatform => ({
    ...platform,
    async *history(channel, after) {
      if (wrong.closed) {
        await wrong.late?.();
        throw refused();
      }
      yield* platform.history(channel, after);
    },
    async inspect() {
      if (wrong.unwell) throw new NodError('DISCORD_UNREACHABLE', 'Discord is unwell.', 'Wait.');
      const missing = wrong.silenced ? ['Send Messages'] : [];
      return { readable: !wrong.closed, missing, others: 0, bots: [], absent: wrong.benOut ? [BEN] : [] };
    },
  });
}

async function open(): Promise<{ stage: Stage; wrong: Wrong; status: () => Promise<string> }> {
  const wrong: Wrong = {};
  const stage = await openCouple({ platform: withWrong(wrong) });
  return { stage, wrong, status: async () => (await stage.nod.askerFor(ANA).standing()).listening };
}

async function shut({ listener }: Stage, wrong: Wrong): Promise<void> {
  wrong.closed = true;
  listener.lost(CHANNEL);
  await settle();
}

async function openAgain({ listener }: Stage, wrong: Wrong): Promise<void> {
  wrong.closed = false;
  listener.changed(CHANNEL);
  await settle();
}

describe('a couple whose channel was closed to Nod', () => {
  it('is listened to again soon where it was opened while the refusal was still on its way', async () => {
    const { stage, wrong, status } = await open();
    const answer = hold();
    wrong.late = answer.held;
    await shut(stage, wrong);
    const refusedLate = wrong.closed;
    await openAgain(stage, wrong);
    answer.letGo();
    await settle();
    const then = await status();

    await stage.pass(6);

    expect([refusedLate, then, await status()]).toEqual([true, 'resting', 'listening']);
  });

  it('is listened to again soon where nobody could look when it was opened', async () => {
    const { stage, wrong, status } = await open();
    await shut(stage, wrong);
    wrong.unwell = true;
    await openAgain(stage, wrong);
    wrong.unwell = false;
    const then = await status();

    await stage.pass(6);

    expect([then, await status()]).toEqual(['resting', 'listening']);
  });

  it('is not listened to for a moment while one of the two cannot read it either', async () => {
    const { stage, wrong, status } = await open();
    await shut(stage, wrong);
    wrong.benOut = true;
    const disk = hold();
    stage.faults.commit = disk.held;
    await openAgain(stage, wrong);

    const meanwhile = [await status(), stage.watched()];
    delete stage.faults.commit;
    disk.letGo();
    await settle();
    await stage.pass(1);

    expect(meanwhile).toEqual(['resting', []]);
    expect(await status()).toBe('resting');
  });

  it('is not listened to while one has paused, and is once they resume after it was opened', async () => {
    const { stage, wrong, status } = await open();
    await shut(stage, wrong);
    await stage.change(BEN, { do: 'pause' });
    await openAgain(stage, wrong);
    const paused = await status();

    await stage.change(BEN, { do: 'resume' });
    await settle();

    expect([paused, await status()]).toEqual(['resting', 'listening']);
  });
});

describe('a couple in whose channel Nod may not write any more', () => {
  it('is listened to as before: what Nod sends goes by direct message', async () => {
    const { stage, wrong, status } = await open();
    wrong.silenced = true;
    stage.listener.changed(CHANNEL);
    await settle();

    await stage.say(ANA, A_WORRY);
    await stage.pass(2);

    expect(await status()).toBe('listening');
    expect(stage.nod.runner.deskOfChannel(CHANNEL)?.session.held()).toContain(messageId(stage.said.at(-1)?.id ?? ''));
  });
});

describe('a couple that rests when Nod starts', () => {
  it('has its yes run out in time, though nobody says or does anything', async () => {
    const stage = await openCouple();
    await stage.change(BEN, { do: 'pause' });
    const again = await stage.restart();

    await again.pass((65 * 24 * HOUR) / MINUTE);

    const { own } = await again.nod.askerFor(ANA).standing();
    expect(own?.listening).toBe(false);
  });
});

describe('a clock that was ahead when both agreed', () => {
  it.each([3 * HOUR, 8 * MINUTE])('drops no deletion of what was heard since: by %i ms', async (by) => {
    const ahead = { by };
    const stage = await openCouple({
      clock: (real) => ({
        now: () => real.now() + ahead.by,
        async sleepUntil(at, signal) {
          while (real.now() + ahead.by < at) await real.sleepUntil(at - ahead.by, signal);
        },
      }),
    });
    if (by > HOUR) ahead.by = 0;
    await stage.say(ANA, 'good morning');
    await stage.pass(2);
    await stage.say(ANA, A_WORRY);
    const target = messageId(stage.said.at(-1)?.id ?? '');
    await stage.pass(2);
    const desk = stage.nod.runner.deskOfChannel(CHANNEL);
    const before = desk?.session.held().includes(target);

    stage.listener.heard(CHANNEL, { type: 'delete', at: stage.clock.now(), target });
    await settle();

    expect(before).toBe(true);
    expect(desk?.session.held().includes(target)).toBe(false);
  });
});
