import { describe, expect, it } from 'vitest';
import { command as status } from '../../commands/status.ts';
import type { PersonId } from '../../src/domain/ids.ts';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import type { ChannelReport } from '../../src/ports/platform.ts';
import { settle } from '../support/clock.ts';
import { ANA, BEN, CHANNEL, EVERYTHING, invite, openCouple, openStage, type Stage } from '../support/runner-stage.ts';

const DAYS = DAY / MINUTE;

/** What the person reads when they ask for the status. */
async function statusFor({ listener, clock }: Stage, by: PersonId): Promise<string> {
  const ask = { by, channel: CHANNEL, where: 'dm', locale: 'en-GB', at: clock.now(), options: {} } as const;
  const answer = await listener.asked(status, ask);
  return 'card' in answer ? answer.card.text : answer.modal.title;
}

/** Both say something every other day, so that neither counts as gone. */
async function chat(stage: Stage, days: number): Promise<void> {
  for (let day = 0; day < days; day += 2) {
    for (const person of [ANA, BEN]) await stage.say(person, 'on the bus now');
    await stage.pass(2 * DAYS);
  }
}

function reports(stage: Stage, report: Partial<ChannelReport>): void {
  const found = { readable: true, missing: [], others: 0, absent: [], bots: [], ...report };
  Object.assign(stage.platform, { inspect: async () => found });
}

describe('a couple a month on', () => {
  it('is asked again by one direct message each, and with every answer until they say something', async () => {
    const stage = await openCouple();

    await chat(stage, 34);
    const before = await statusFor(stage, ANA);
    await stage.nod.askerFor(ANA).renew();

    const lately = stage.whispers.filter((one) => one.at > stage.clock.now() - 7 * DAY);
    expect(lately.map(({ to }) => to).sort()).toEqual([ANA, BEN]);
    expect(before).toContain('Nod would like to ask you again');
    expect(await statusFor(stage, ANA)).toBe('Nod is listening here.');
    expect(await statusFor(stage, BEN)).toContain('Nod would like to ask you again');
  });

  it('is heard no more once one yes has run out, and both read the same of it', async () => {
    const stage = await openCouple();
    await chat(stage, 34);
    await stage.nod.askerFor(ANA).renew();

    await chat(stage, 30);

    expect(stage.watched()).toEqual([]);
    expect(await statusFor(stage, ANA)).toBe('Nod is resting.');
    expect(await statusFor(stage, BEN)).toContain('so it stopped listening on your side');
  });

  it('is heard no more either where nobody has written a word since the first yes', async () => {
    const stage = await openCouple();

    await stage.pass(70 * DAYS);

    expect(stage.watched()).toEqual([]);
  });

  it('is heard again from a late yes on', async () => {
    const stage = await openCouple();
    await chat(stage, 34);
    await stage.nod.askerFor(ANA).renew();
    await chat(stage, 30);

    await stage.nod.askerFor(BEN).renew();

    expect(stage.watched()).toEqual([CHANNEL]);
    expect(await statusFor(stage, BEN)).toBe('Nod is listening here.');
  });
});

describe('a channel', () => {
  it('that more people can read than at the time of the yes is asked about again, of both', async () => {
    const stage = await openCouple();
    reports(stage, { others: 2 });

    stage.listener.changed(CHANNEL);
    await settle();

    for (const person of [ANA, BEN]) expect(await statusFor(stage, person)).toContain('ask you again');
    expect((await stage.nod.askerFor(BEN).renewal())?.changes).toEqual(['readers']);
  });

  it('that one of the two cannot read any more is not listened in, until they are back', async () => {
    const stage = await openCouple();

    reports(stage, { absent: [BEN] });
    await stage.pass(1.1 * DAYS); // looked at once a day
    const without = stage.watched();
    const said = await statusFor(stage, ANA);
    reports(stage, {});
    await stage.pass(1.1 * DAYS);

    expect(without).toEqual([]);
    expect(said).toBe('Nod is resting.');
    expect(stage.watched()).toEqual([CHANNEL]);
    expect(await stage.nod.askerFor(BEN).ledger()).not.toContainEqual(
      expect.objectContaining({ to: 'off', about: 'listening' }),
    );
  });

  it('that cannot be looked into keeps what was agreed', async () => {
    const stage = await openCouple();
    Object.assign(stage.platform, {
      inspect: async () => {
        throw new TypeError('no answer');
      },
    });

    stage.listener.changed(CHANNEL);
    await settle();

    expect(stage.watched()).toEqual([CHANNEL]);
    expect(await statusFor(stage, ANA)).toBe('Nod is listening here.');
  });
});

describe('a couple of whom one is away', () => {
  it('lets time go on when the other comes back long after they were to be asked', async () => {
    const stage = await openCouple();
    await stage.change(ANA, { do: 'leave' });
    await stage.change(BEN, { do: 'pause' });
    await stage.pass(40 * DAYS);

    await stage.change(BEN, { do: 'resume' });
    await stage.pass(DAYS);

    expect(await statusFor(stage, BEN)).toContain('Nod is resting.');
  });
});

describe('an installation', () => {
  it('that is run by somebody else from now on asks both again', async () => {
    const stage = await openCouple();

    const moved = await stage.restart(1, { host: 'Robin' });

    expect((await moved.nod.askerFor(ANA).renewal())?.changes).toEqual(['host']);
    expect((await moved.nod.askerFor(BEN).renewal())?.terms.host).toBe('Robin');
  });
});

describe('what gets worse while a switch is off', () => {
  it.each(['pause', 'leave'] as const)('asks nobody, so that a %s cannot be told from anything else', async (how) => {
    const stage = await openCouple();
    await stage.change(BEN, { do: how });

    const moved = await stage.restart(1, { host: 'Robin' });
    await moved.pass(1.1 * DAYS);

    expect(await moved.nod.askerFor(ANA).renewal()).toBeUndefined();
    expect(await statusFor(moved, ANA)).toBe('Nod is resting.');
  });

  it('is asked about as soon as Nod listens again', async () => {
    const stage = await openCouple();
    await stage.change(BEN, { do: 'pause' });
    const moved = await stage.restart(1, { host: 'Robin' });

    await moved.change(BEN, { do: 'resume' });
    await settle();

    expect((await moved.nod.askerFor(ANA).renewal())?.changes).toEqual(['host']);
  });
});

describe('a yes on the consent card', () => {
  it('is to as many readers as the card said, and more are asked about at once', async () => {
    const stage = await openStage();
    const dyad = await invite(stage);
    reports(stage, { others: 40 });

    for (const person of [ANA, BEN]) await stage.nod.askerFor(person).consent(dyad, EVERYTHING);
    stage.listener.changed(CHANNEL);
    await settle();

    expect((await stage.nod.askerFor(ANA).renewal())?.changes).toEqual(['readers']);
  });
});
