import { afterAll, describe, expect, it } from 'vitest';
import { channelId, personId } from '../../src/domain/ids.ts';
import { DAY } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import { settle } from '../support/clock.ts';
import { fates, forget, openFiled, removeFiles } from '../support/deleting.ts';
import { hold } from '../support/hold.ts';
import {
  A_WORRY,
  AN_ANSWER,
  ANA,
  BEN,
  CHANNEL,
  EVERYTHING,
  invite,
  letNodWhisper,
  openCouple,
  openStage,
  SPOKEN_PAST,
  speakPast,
} from '../support/runner-stage.ts';

afterAll(removeFiles);

describe('what is under way while somebody deletes', () => {
  it('leaves nothing: a batch that is being saved', async () => {
    const { stage, ana, traces } = await openFiled();
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);
    const commit = hold();
    stage.faults.commit = commit.held;
    await stage.say(BEN, AN_ANSWER);
    await stage.clock.advance(500);

    const deleting = forget(stage, ANA);
    await settle();
    delete stage.faults.commit;
    commit.letGo();
    await deleting;
    await stage.pass(60);

    expect(traces(ana)).toEqual([]);
  });

  it('leaves nothing: a batch that cannot be saved, though the rest can', async () => {
    const { stage, ana, ben, traces } = await openFiled();
    await speakPast(stage);
    stage.faults.commit = () => {
      throw new Error('disk full');
    };
    await stage.change(BEN, { do: 'settings', settings: { numbers: true } }).catch(() => {});

    await forget(stage, ANA);
    delete stage.faults.commit;
    await stage.pass(60);

    expect(traces(ana)).toEqual([]);
    const ledger = await stage.store.ledger(ben);
    expect(ledger.at(-1)).toMatchObject({ about: 'numbers', to: 'on' });
  });

  it('leaves nothing: a whisper that is being posted', async () => {
    const { stage, ben, traces } = await openFiled();
    const post = hold();
    stage.faults.whisper = post.held;
    await letNodWhisper(stage);

    await forget(stage, BEN);
    post.letGo();
    await settle();
    await stage.pass(60);

    expect(fates(stage, BEN)).toEqual(['removed']);
    expect(traces(ben)).toEqual([]);
  });

  it('leaves nothing: a row of the outbox that is being saved', async () => {
    const { stage, ben, traces } = await openFiled();
    await speakPast(stage);
    const commit = hold();
    const isQueued = () => stage.batches.at(-1)?.outbox.some(({ status }) => status === 'queued') ?? false;
    stage.faults.commit = () => (isQueued() ? commit.held() : undefined); // the next is that it is being sent
    await stage.pass(10);

    const deleting = forget(stage, BEN);
    await settle();
    delete stage.faults.commit;
    commit.letGo();
    await deleting;
    await stage.pass(60);

    expect(fates(stage, BEN).filter((fate) => fate !== 'removed')).toEqual([]);
    expect(traces(ben)).toEqual([]);
  });

  it('leaves nothing: that their message was taken back, which is being saved', async () => {
    const { stage, ben, traces } = await openFiled();
    await letNodWhisper(stage);
    const commit = hold();
    let commits = 0;
    stage.faults.commit = () => {
      commits += 1;
      return commits === 1 ? undefined : commit.held(); // the first is that they left
    };

    const deleting = forget(stage, BEN);
    await settle();
    delete stage.faults.commit;
    commit.letGo();
    await deleting;
    await stage.pass(60);

    expect(commits).toBe(2);
    expect(traces(ben)).toEqual([]);
  });

  it('leaves nothing: the other’s change that is being saved', async () => {
    const { stage, ana, traces } = await openFiled();
    const [scan, commit] = [hold(), hold()];
    stage.faults.whispers = scan.held;
    const deleting = forget(stage, ANA);
    await settle();
    stage.faults.commit = commit.held;

    const changing = stage.change(BEN, { do: 'settings', settings: { numbers: true } });
    await settle();
    scan.letGo();
    await settle();
    delete stage.faults.commit;
    commit.letGo();
    await Promise.all([deleting, changing]);

    expect(traces(ana)).toEqual([]);
    expect((await stage.nod.askerFor(BEN).standing()).own?.settings.numbers).toBe(true);
  });

  it('is not put down to the other: a whisper that turns out not to reach the person', async () => {
    const stage = await openCouple();
    const post = hold();
    stage.faults.whisper = async () => {
      await post.held();
      throw new NodError('DIRECT_MESSAGES_CLOSED', 'Closed.', 'Open them.');
    };
    await stage.say(BEN, A_WORRY);
    await stage.pass(2);
    await stage.say(ANA, SPOKEN_PAST);
    await stage.pass(10);

    await forget(stage, ANA);
    post.letGo();
    await settle();
    await stage.pass(60);

    const [couple] = await stage.store.dyads('memory');
    expect(couple?.partners[1].person).toBe(BEN);
    expect(couple?.state?.partners[1]).not.toHaveProperty('unreachable');
  });

  it('leaves nothing: history that is being read, which holds it up no longer than a pause', async () => {
    const { stage, ana, traces } = await openFiled();
    await stage.cutOff();
    await speakPast(stage);
    const page = hold();
    stage.faults.history = page.held;
    await stage.reconnect();

    const done = await forget(stage, ANA);
    page.letGo();
    await settle();
    await stage.pass(60);

    expect(done).toBe(true);
    expect(traces(ana)).toEqual([]);
    expect(stage.whispers).toEqual([]);
  });

  it('leaves nothing: an answer whose vector is being made', async () => {
    const pace = hold();
    let held = false;
    const encoder = {
      async encode(texts: readonly string[]) {
        if (held) await pace.held();
        return texts.map(() => undefined);
      },
      async close() {},
    };
    const { stage, ana, traces } = await openFiled({ encoder });
    await stage.say(BEN, A_WORRY);
    await stage.pass(2);
    held = true;
    await stage.say(ANA, AN_ANSWER);

    const deleting = forget(stage, ANA);
    await settle();
    pace.letGo();
    await deleting;
    await stage.pass(24 * 60);

    expect(traces(ana)).toEqual([]);
  });

  it('is refused or done before, never half: a change of their own', async () => {
    for (let turns = 0; turns < 12; turns += 3) {
      const { stage, ana, traces } = await openFiled();
      const deleting = forget(stage, ANA);
      for (let turn = 0; turn < turns; turn += 1) await null;

      await stage.change(ANA, { do: 'busy', until: stage.clock.now() + DAY }).catch(() => {});
      await stage.change(ANA, { do: 'settings', settings: { numbers: true } }).catch(() => {});
      await deleting;
      await stage.pass(60);

      expect(traces(ana)).toEqual([]);
      expect(await stage.change(BEN, { do: 'settings', settings: { typing: false } })).toBe(true);
    }
  });

  it('keeps what the other changes meanwhile', async () => {
    const stage = await openCouple();
    const slow = hold();
    stage.faults.forget = slow.held;
    const deleting = forget(stage, ANA);
    await settle();

    const changing = stage.change(BEN, { do: 'settings', settings: { nudgesPerDay: 0 } });
    await settle();
    slow.letGo();
    await Promise.all([deleting, changing]);

    const { own } = await stage.nod.askerFor(BEN).standing();
    expect(own?.settings.nudgesPerDay).toBe(0);
    const again = await stage.restart();
    expect((await again.nod.askerFor(BEN).standing()).own?.settings.nudgesPerDay).toBe(0);
  });

  it('leaves no invitation of theirs, which they were making while the channel was looked at', async () => {
    const stage = await openStage();
    const looking = hold();
    const { inspect } = stage.platform;
    Object.assign(stage.platform, {
      inspect: async (...place: Parameters<typeof inspect>) => {
        await looking.held();
        return inspect(...place);
      },
    });

    const before = stage.nod.askerFor(personId('cam')).invite(BEN, channelId('elsewhere')); // Ana waits behind it
    const asking = stage.nod.askerFor(ANA).invite(BEN, CHANNEL);
    await settle();
    await stage.nod.askerFor(ANA).forget(0);
    looking.letGo();
    await Promise.all([before, asking]);

    expect(await stage.store.dyadsOf('memory', ANA)).toEqual([]);
  });

  it('takes no “never ask me again” back for a question that is over', async () => {
    const stage = await openStage();
    const looking = hold();
    const { inspect } = stage.platform;
    const slow = async (...place: Parameters<typeof inspect>) => {
      await looking.held();
      return inspect(...place);
    };
    Object.assign(stage.platform, { inspect: slow });
    const asker = stage.nod.askerFor(ANA);
    const asking = asker.invite(BEN, CHANNEL);
    await settle();
    await asker.decline(0, true);
    await asker.forget(0);
    looking.letGo();
    await asking;

    await stage.nod.askerFor(BEN).invite(ANA, CHANNEL);

    expect(await stage.store.dyadsOf('memory', BEN)).toEqual([]);
  });

  it.each([0, 1, 2, 5, 20])('never half begins a couple: a yes that is being given, %i turns before', async (turns) => {
    const stage = await openStage();
    const dyad = await invite(stage);
    await stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);

    const agreed = stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);
    for (let turn = 0; turn < turns; turn += 1) await null;
    const asker = stage.nod.askerFor(ANA);
    await Promise.allSettled([agreed, asker.forget(dyad)]);

    expect(stage.watched()).toEqual([]);
    expect(await stage.store.dyadsOf('memory', ANA)).toEqual([]);
    expect(await asker.standing()).toEqual({ listening: 'none' });
  });
});
