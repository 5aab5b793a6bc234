import { describe, expect, it } from 'vitest';
import { HOUR } from '../../src/domain/time.ts';
import { ANA, BEN, CHANNEL, EVERYTHING, invite, openCouple, openStage } from '../support/runner-stage.ts';

function fullDisk(): never {
  throw new Error('disk full');
}

describe('the second consent', () => {
  it('begins listening in the transaction that holds its ledger', async () => {
    const stage = await openStage();
    const dyad = await invite(stage);
    await stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);
    const before = stage.batches.length;

    await stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);

    const [batch, ...more] = stage.batches.slice(before);
    expect(more).toEqual([]);
    expect(batch?.states.map((one) => one.dyad)).toEqual([dyad]);
    expect(batch?.ledger).toContainEqual(
      expect.objectContaining({ entry: expect.objectContaining({ about: 'listening', to: 'on' }) }),
    );
    expect(stage.watched()).toEqual([CHANNEL]);
  });

  it('leaves nothing behind when it cannot be saved, and can be given again', async () => {
    const stage = await openStage();
    const dyad = await invite(stage);
    await stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);
    stage.faults.commit = fullDisk;

    const failed = stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);

    await expect(failed).rejects.toThrow();
    expect(await stage.nod.askerFor(BEN).ledger()).toEqual([]);
    expect(stage.watched()).toEqual([]);
    delete stage.faults.commit;
    await stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);
    expect(stage.watched()).toEqual([CHANNEL]);
  });

  it.each([
    ['lets it begin within three days of the invitation', 72, [CHANNEL]],
    ['comes too late after that', 73, []],
  ])('%s', async (_, hours, watched) => {
    const stage = await openStage();
    const dyad = await invite(stage);
    await stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);
    await stage.clock.advance(hours * HOUR);

    await stage.nod
      .askerFor(BEN)
      .consent(dyad, EVERYTHING)
      .catch(() => {});

    expect(stage.watched()).toEqual(watched);
  });

  it('begins once when both are given at the same time', async () => {
    const stage = await openStage();
    const dyad = await invite(stage);

    await Promise.all([ANA, BEN].map((person) => stage.nod.askerFor(person).consent(dyad, EVERYTHING)));

    expect(stage.batches.filter(({ states }) => states.length > 0)).toHaveLength(1);
  });

  it.each([0, 1, 2, 5, 20])('gives way to a no that comes %i turns after it began', async (turns) => {
    const stage = await openStage();
    const dyad = await invite(stage);
    await stage.nod.askerFor(ANA).consent(dyad, EVERYTHING);

    const agreed = stage.nod.askerFor(BEN).consent(dyad, EVERYTHING);
    for (let turn = 0; turn < turns; turn++) await null;
    await Promise.all([agreed, stage.nod.askerFor(ANA).decline(dyad, false)]);

    expect(stage.watched()).toEqual([]);
    expect(await stage.nod.askerFor(ANA).standing()).toEqual({ listening: 'none' });
  });
});

describe('“Not for me”', () => {
  it.each([false, true])('on an old card of a couple that has begun ends listening (for ever: %s)', async (forEver) => {
    const stage = await openCouple();
    const [couple] = await stage.store.dyads('memory');

    await stage.nod.askerFor(ANA).decline(couple?.id ?? 0, forEver);

    expect(stage.watched()).toEqual([]);
    expect(await stage.nod.askerFor(ANA).standing()).toEqual({ listening: 'none' });
  });
});

describe('a change that cannot be saved', () => {
  it('is not said to be done', async () => {
    const stage = await openCouple();
    stage.faults.commit = fullDisk;

    const paused = stage.change(ANA, { do: 'pause' });

    await expect(paused).rejects.toMatchObject({ code: 'NOT_SAVED' });
  });

  it('is in force nevertheless, and saved as soon as it can be', async () => {
    const stage = await openCouple();
    stage.faults.commit = fullDisk;
    await stage.change(ANA, { do: 'pause' }).catch(() => {});
    const watched = stage.watched();
    delete stage.faults.commit;

    await stage.pass(1);

    const [couple] = await stage.store.dyads('memory');
    expect(watched).toEqual([]);
    expect(couple?.state?.partners.map(({ listening }) => listening)).toEqual([false, true]);
  });
});
