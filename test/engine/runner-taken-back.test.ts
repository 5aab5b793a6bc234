import { describe, expect, it } from 'vitest';
import { NodError } from '../../src/errors.ts';
import { AN_ANSWER, BEN, CHANNEL, letNodWhisper, openCouple } from '../support/runner-stage.ts';

function unreachable(): never {
  throw new NodError('DISCORD_UNREACHABLE', 'Discord answered with 503.', 'Wait.');
}

describe('a whisper whose moment is over', () => {
  it('is taken back while history cannot be read', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    stage.faults.history = unreachable;

    await stage.say(BEN, AN_ANSWER);
    stage.listener.lost(CHANNEL);
    await stage.pass(1);

    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['taken back']);
  });

  it('is taken back at once where the process was killed before, though history cannot be read', async () => {
    let isBroken = true;
    const before = await openCouple({
      platform: (platform) => ({
        ...platform,
        rewrite: async (...card) => (isBroken ? unreachable() : platform.rewrite(...card)),
      }),
    });
    await letNodWhisper(before);
    await before.say(BEN, AN_ANSWER);
    await before.pass(1);
    isBroken = false;
    before.faults.history = unreachable;

    const after = await before.restart(5);
    await after.pass(1);

    expect(after.whispers.map(({ fate }) => fate)).toEqual(['taken back']);
  });

  it('is taken back while the disk is full, and once', async () => {
    let rewrites = 0;
    const stage = await openCouple({
      platform: (platform) => ({
        ...platform,
        rewrite: (...card) => {
          rewrites += 1;
          return platform.rewrite(...card);
        },
      }),
    });
    await letNodWhisper(stage);
    stage.faults.commit = () => {
      throw new Error('the disk is full');
    };

    await stage.say(BEN, AN_ANSWER);
    await stage.pass(10);
    const meanwhile = stage.whispers.map(({ fate }) => fate);
    delete stage.faults.commit;
    await stage.pass(1);
    await stage.nod.runner.settle();

    expect(meanwhile).toEqual(['taken back']);
    expect(rewrites).toBe(1);
    expect((await stage.store.wholeOutbox()).map(({ status }) => status)).toEqual(['retracted']);
    expect(await stage.deposits(BEN)).toHaveLength(1);
  });
});
