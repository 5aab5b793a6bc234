import { afterAll, describe, expect, it } from 'vitest';
import { channelId, dyadId, NOBODY, type PersonId, personId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { settle } from '../support/clock.ts';
import { fates, forget, openFiled, removeFiles } from '../support/deleting.ts';
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
  type Stage,
} from '../support/runner-stage.ts';
import { databaseBytes, findWords } from '../support/search-bytes.ts';

afterAll(removeFiles);

const CEM = personId('cem');
const DIA = personId('dia');

/** Everything a person can ask Nod about. */
async function seenBy(stage: Stage, person: PersonId): Promise<unknown> {
  const nod = stage.nod.askerFor(person);
  return {
    standing: await nod.standing(),
    mirror: await nod.mirror(90),
    together: await nod.together(),
    ledger: await nod.ledger(),
    takeAlong: await nod.takeAlong(),
    renewal: await nod.renewal(),
    cards: stage.whispers.filter(({ to }) => to === person).map(({ at, card, fate }) => ({ at, card, fate })),
    watched: stage.watched(),
  };
}

/** A week in which each answered the other, and whispers are out to both. */
async function live(stage: Stage): Promise<void> {
  for (const [one, other] of [
    [ANA, BEN],
    [BEN, ANA],
  ] as const) {
    await stage.say(one, A_WORRY);
    await stage.pass(2);
    await stage.say(other, AN_ANSWER);
    await stage.pass(300);
  }
  await stage.pass(12 * 60);
  await letNodWhisper(stage);
}

describe('deleting', () => {
  it('leaves nothing of the person while the other’s rows stay', async () => {
    const { stage, file, ana, ben, traces } = await openFiled();
    await live(stage);
    const before = [traces(ana), findWords(databaseBytes(file), ['dm-ben']).length];

    const done = await forget(stage, ANA);
    await stage.pass(2 * 24 * 60);

    expect(before).toEqual([['column', 'key', 'text'], 1]);
    expect(done).toBe(true);
    expect(traces(ana)).toEqual([]);
    expect(traces(ben)).toEqual(['column', 'key', 'text']);
    const [couple] = await stage.store.dyads('memory');
    expect(await stage.store.weeks(couple?.id ?? dyadId(0))).toMatchObject([{ by: ben, count: 1 }]);
  });

  it('looks to the other as if the person had left, now and for weeks', async () => {
    const stages = [await openCouple(), await openCouple()] as const;
    const [leaving, deleting] = stages;
    for (const stage of stages) {
      await live(stage);
      const others = (people: readonly PersonId[]) => [ANA, BEN].filter((person) => !people.includes(person)).length;
      const report = { readable: true, missing: [], absent: [], bots: [] };
      Object.assign(stage.platform, {
        inspect: async (_: unknown, people: readonly PersonId[]) => ({ ...report, others: others(people) }),
      });
    }
    for (const stage of stages) await stage.change(ANA, { do: 'sign', emoji: '🫖' });
    await leaving.change(ANA, { do: 'leave' });
    await forget(deleting, ANA);

    const seen: unknown[][] = [];
    for (let days = 0; days < 24; days += 4) {
      seen.push(await Promise.all(stages.map((stage) => seenBy(stage, BEN))));
      for (const stage of stages) {
        stage.listener.changed(CHANNEL); // whoever deleted all still reads along
        await stage.change(BEN, { do: days % 8 === 0 ? 'pause' : 'resume' });
        await stage.say(BEN, A_WORRY);
        await stage.pass(4 * 24 * 60);
      }
    }

    for (const [left, deleted] of seen) expect(deleted).toEqual(left);
    expect(JSON.stringify(seen[5])).toContain('2026-W19');
  });

  it('ends the couple as a whole once the other leaves or deletes as well', async () => {
    for (const second of [(stage: Stage) => stage.change(BEN, { do: 'leave' }), (stage: Stage) => forget(stage, BEN)]) {
      const { stage, ana, ben, traces } = await openFiled();
      await live(stage);
      await forget(stage, ANA);

      await second(stage);

      expect(await stage.store.dyads('memory')).toEqual([]);
      expect([traces(ana), traces(ben)]).toEqual([[], []]);
      expect(await stage.nod.askerFor(BEN).standing()).toEqual({ listening: 'none' });
    }
  });

  it('leaves nothing when both do it at once', async () => {
    const { stage, ana, ben, traces } = await openFiled();
    await live(stage);

    const done = await Promise.all([ANA, BEN].map((person) => forget(stage, person)));

    expect(done).toEqual([true, true]);
    expect([traces(ana), traces(ben)]).toEqual([[], []]);
    expect([...fates(stage, ANA), ...fates(stage, BEN)].every((fate) => fate === 'removed')).toBe(true);
  });

  it('works alike while Nod rests, for somebody who left, and for somebody only invited', async () => {
    const { stage, ana, ben, traces } = await openFiled();
    await invite(stage, [CEM, DIA], channelId('elsewhere'));
    await stage.change(ANA, { do: 'pause' });
    await stage.change(BEN, { do: 'leave' });

    const done = [await forget(stage, ANA), await forget(stage, BEN), await forget(stage, CEM)];
    const invited = await stage.store.dyads('memory');
    const both = await forget(stage, DIA);

    expect([...done, both]).toEqual([true, true, true, true]);
    expect(invited.map(({ partners }) => partners.map(({ person }) => person))).toEqual([[NOBODY, DIA]]);
    expect(await stage.store.dyads('memory')).toEqual([]);
    expect([traces(ana), traces(ben)]).toEqual([[], []]);
  });

  it('answers somebody Nod never heard of the same', async () => {
    const stage = await openCouple();

    const done = await forget(stage, CEM);

    expect(done).toBe(true);
    expect(stage.watched()).toEqual([CHANNEL]);
  });

  it('is the same after a restart', async () => {
    const { stage, ana, traces } = await openFiled();
    await live(stage);
    await forget(stage, ANA);

    const again = await stage.restart(5);
    await again.say(ANA, A_WORRY);
    await again.say(BEN, AN_ANSWER);
    await again.pass(24 * 60);

    expect(again.watched()).toEqual([]);
    expect(await again.nod.askerFor(BEN).standing()).toMatchObject({ listening: 'resting', own: { listening: true } });
    expect(await again.nod.askerFor(ANA).standing()).toEqual({ listening: 'none' });
    expect(traces(ana)).toEqual([]);
  });
});

describe('Nod’s direct messages', () => {
  it('to the person are deleted, also one that a crash forgot', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    await stage.platform.whisper(BEN, { text: 'left over from a crash' }, 'forgotten');

    await forget(stage, BEN);

    expect(fates(stage, BEN)).toEqual(['removed', 'removed']);
  });

  it('to the other are taken back, and go within their day', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);

    await forget(stage, ANA);
    await settle();
    const now = fates(stage, BEN);
    await stage.pass(24 * 60);

    expect(now).toEqual(['taken back']);
    expect(fates(stage, BEN)).toEqual(['removed']);
  });

  it('do not hold up deleting when they cannot be deleted, or nobody answers', async () => {
    for (const fault of [() => new Promise<void>(() => {}), () => Promise.reject(new Error('down'))]) {
      const { stage, ben, traces } = await openFiled();
      await letNodWhisper(stage);
      stage.faults.remove = fault;
      stage.faults.whispers = fault;

      const deleting = forget(stage, BEN);
      await settle();
      await stage.pass(1);

      expect(await deleting).toBe(true);
      expect(traces(ben)).toEqual([]);
    }
  });

  it('are gone before the rows that know of them, so that a crash in between leaves none', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    stage.faults.forget = () => new Promise(() => {}); // killed there

    void forget(stage, BEN);
    await settle();
    const atCrash = fates(stage, BEN);
    delete stage.faults.forget;
    const again = await stage.restart(1);

    expect(atCrash).toEqual(['removed']);
    expect(await forget(again, BEN)).toBe(true);
    expect(await again.store.dyadsOf('memory', BEN)).toEqual([]);
  });
});

describe('deleting that cannot be saved', () => {
  it('says so, deletes nothing, no longer listens, and can be done again', async () => {
    const { stage, ana, traces } = await openFiled();
    await live(stage);
    stage.faults.forget = () => {
      throw new Error('disk full');
    };

    const failed = forget(stage, ANA);

    await expect(failed).rejects.toMatchObject({ code: 'NOT_SAVED' });
    expect(traces(ana)).not.toEqual([]);
    expect(stage.watched()).toEqual([]);
    delete stage.faults.forget;
    expect(await forget(stage, ANA)).toBe(true);
    expect(traces(ana)).toEqual([]);
  });
});

describe('after deleting', () => {
  it('the same two are not asked again within 30 days, and a refusal stands', async () => {
    const stage = await openCouple();
    await stage.nod.askerFor(BEN).decline(-1, true);
    await forget(stage, ANA);
    await forget(stage, BEN);

    await stage.nod.askerFor(ANA).invite(BEN, CHANNEL);
    const soon = await stage.store.dyads('memory');
    await stage.pass(31 * 24 * 60);
    await stage.nod.askerFor(ANA).invite(BEN, CHANNEL);

    expect(soon).toEqual([]);
    expect(await stage.store.dyads('memory')).toEqual([]);
  });

  it('one can begin anew with somebody, and an old button takes nothing of that', async () => {
    const { stage } = await openFiled();
    const asker = stage.nod.askerFor(ANA);
    const old = await asker.newestCouple();
    await forget(stage, ANA);
    await asker.invite(CEM, channelId('elsewhere'));
    const [anew] = await stage.store.dyadsOf('memory', ANA);
    for (const person of [ANA, CEM]) await stage.nod.askerFor(person).consent(anew?.id ?? 0, EVERYTHING);

    const replayed = await asker.forget(old);

    expect(replayed).toBe(false);
    expect(await asker.standing()).toMatchObject({ listening: 'listening' });
    expect(await stage.nod.askerFor(BEN).standing()).toMatchObject({ listening: 'resting' });
    expect(await asker.forget(anew?.id ?? 0)).toBe(true);
    expect(await stage.store.dyadsOf('memory', ANA)).toEqual([]);
  });

  it('nothing happens at a second press', async () => {
    const stage = await openCouple();
    const asker = stage.nod.askerFor(ANA);
    const upTo = await asker.newestCouple();

    const done = [await asker.forget(upTo), await asker.forget(upTo)];
    await stage.clock.advance(MINUTE);

    expect(done).toEqual([true, true]);
    expect(await stage.store.dyads('memory')).toHaveLength(1);
  });
});
