import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import { settle } from '../support/clock.ts';
import { ANA, BEN, CHANNEL, EVERYTHING, invite, openCouple, openStage, type Stage } from '../support/runner-stage.ts';

const stored = (stage: Stage) => stage.store.dyads('memory');

describe('a couple that both have left', () => {
  it('is removed a day later at the latest where the disk was full when the second left', async () => {
    const stage = await openCouple();
    await stage.change(ANA, { do: 'leave' });
    stage.faults.commit = () => {
      throw new Error('full');
    };

    await expect(stage.change(BEN, { do: 'leave' })).rejects.toMatchObject({ code: 'NOT_SAVED' });
    delete stage.faults.commit;
    await stage.pass(DAY / MINUTE + 1);

    expect(await stored(stage)).toEqual([]);
  });

  it('is removed a day later at the latest where it could not be removed at once', async () => {
    let isStuck = true;
    const stage = await openCouple({
      store: (store) => ({
        ...store,
        endDyad: async (dyad) => {
          if (isStuck) throw new NodError('NOT_SAVED', 'it is stuck', 'wait');
          await store.endDyad(dyad);
        },
      }),
    });
    await stage.change(ANA, { do: 'leave' });

    await stage.change(BEN, { do: 'leave' }); // and reads what the first who left read
    const meanwhile = await stored(stage);
    isStuck = false;
    await stage.pass(DAY / MINUTE + 1);

    expect(meanwhile).toHaveLength(1);
    expect(await stored(stage)).toEqual([]);
  });
});

describe('asking', () => {
  it('posts one card where two ask at once', async () => {
    const stage = await openStage();
    let posts = 0;
    const post = async (channel: typeof CHANNEL) => {
      posts += 1;
      await settle();
      return { channel, message: 'card' };
    };
    Object.assign(stage.platform, { post });

    await Promise.all([stage.nod.askerFor(ANA).invite(BEN, CHANNEL), stage.nod.askerFor(BEN).invite(ANA, CHANNEL)]);

    expect(posts).toBe(1);
    expect(await stored(stage)).toHaveLength(1);
  });

  it('leaves nothing behind where the card could not be posted, and can be done again', async () => {
    const stage = await openStage();
    const { post } = stage.platform;
    const fails = () => Promise.reject(new NodError('DISCORD_PERMISSION_MISSING', 'no card here', 'let it'));
    Object.assign(stage.platform, { post: fails });

    await expect(stage.nod.askerFor(ANA).invite(BEN, CHANNEL)).rejects.toThrow('no card here');
    const afterwards = await stored(stage);
    Object.assign(stage.platform, { post });
    const dyad = await invite(stage, [ANA, BEN], CHANNEL);
    for (const person of [ANA, BEN]) await stage.nod.askerFor(person).consent(dyad, EVERYTHING);

    expect(afterwards).toEqual([]);
    expect(stage.nod.runner.deskOfPerson(ANA)).toBeDefined();
  });
});
