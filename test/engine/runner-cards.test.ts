import { describe, expect, it } from 'vitest';
import { readWhisperId } from '../../src/texts/cards.ts';
import { hold } from '../support/hold.ts';
import { beginElsewhere, CLEO, DAN, THEIRS } from '../support/other-couple.ts';
import { buttonsOf } from '../support/pressing.ts';
import {
  A_WORRY,
  AN_ANSWER,
  ANA,
  BEN,
  letNodWhisper,
  openCouple,
  type Stage,
  speakPast,
} from '../support/runner-stage.ts';

const DAY_IN_MINUTES = 24 * 60;

async function bothLeave(stage: Stage): Promise<void> {
  for (const person of [ANA, BEN]) await stage.change(person, { do: 'leave' });
}

/** Another couple begins, asks and answers; returns what the store then holds of it. */
async function depositsOfOthers(stage: Stage): Promise<number> {
  const dyad = await beginElsewhere(stage);
  await stage.say(CLEO, A_WORRY, THEIRS);
  await stage.pass(2);
  await stage.say(DAN, AN_ANSWER, THEIRS);
  await stage.pass(5);
  const dan = stage.nod.runner.deskOfPerson(DAN)?.members.find(({ person }) => person === DAN);
  return dan ? (await stage.store.momentsBy(dyad, dan.id, 0)).length : 0;
}

describe('a card about a promise', () => {
  it('knows when it was made, and for its own reader alone', async () => {
    const stage = await openCouple();
    await stage.say(ANA, "i got the job!!! i'm so happy 🎉");
    await stage.pass(5);
    const promisedAt = stage.clock.now();
    await stage.say(BEN, 'in a meeting, want to hear everything in an hour');

    await stage.pass(61);

    const [sent] = stage.whispers;
    const name = readWhisperId((sent && buttonsOf(sent.card)[0]?.id) ?? '');
    const nudgeFor = (person: typeof ANA) => stage.nod.askerFor(person).nudge(name?.seq ?? -1, name?.dyad ?? -1);
    expect(await nudgeFor(BEN)).toMatchObject({ reason: 'promise', promisedAt });
    expect(await nudgeFor(ANA)).toBeUndefined();
  });
});

describe('a card that is out', () => {
  it('goes when both leave, with all that is stored of them', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);

    await bothLeave(stage);
    await stage.pass(1);

    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
    expect(await stage.store.dyads('memory')).toEqual([]);
  });

  it('goes when both leave at the same time, and holds up no other couple', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);

    await Promise.all([stage.change(ANA, { do: 'leave' }), stage.change(BEN, { do: 'leave' })]);

    expect(await depositsOfOthers(stage)).toBe(1);
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('goes when both leave while it is on its way, and holds up no other couple', async () => {
    const stage = await openCouple();
    const post = hold();
    stage.faults.whisper = post.held;
    await letNodWhisper(stage);

    await stage.change(ANA, { do: 'leave' });
    const left = stage.change(BEN, { do: 'leave' });
    await stage.pass(0);
    post.letGo();
    await left;

    expect(await depositsOfOthers(stage)).toBe(1);
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('goes at the next start when the process was killed while both were leaving', async () => {
    const before = await openCouple();
    await letNodWhisper(before);
    before.faults.remove = () => new Promise(() => {});
    await before.change(ANA, { do: 'leave' });
    void before.change(BEN, { do: 'leave' });
    await before.pass(0);
    delete before.faults.remove;

    const after = await before.restart(60);

    expect(after.whispers.map(({ fate }) => fate)).toEqual(['removed']);
    expect(await after.store.dyads('memory')).toEqual([]);
  });

  it('is taken back when one of them pauses, and goes after its day', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);

    await stage.change(ANA, { do: 'pause' });
    await stage.pass(1);
    const soon = stage.whispers.map(({ fate }) => fate);
    await stage.pass(DAY_IN_MINUTES);

    expect(soon).toEqual(['taken back']);
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('of a paused couple goes after its day when Nod was started anew meanwhile', async () => {
    const before = await openCouple();
    await letNodWhisper(before);
    await before.change(ANA, { do: 'pause' });
    await before.pass(1);

    const after = await before.restart(60);
    const soon = after.whispers.map(({ fate }) => fate);
    await after.pass(DAY_IN_MINUTES);

    expect(soon).toEqual(['taken back']);
    expect(after.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('is taken back when the answer comes, and names no message from then on', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);

    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    const [couple] = await stage.store.dyads('memory');
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['taken back']);
    expect(
      couple && (await stage.store.outbox(couple.id)).map(({ whisper }) => 'about' in whisper && whisper.about),
    ).toEqual(['']);
  });

  it.each([
    ['taken back', 'rewrite'],
    ['deleted', 'remove'],
  ] as const)('that cannot be %s is let go of for good two days after it was sent', async (_, call) => {
    let tries = 0;
    const fail = async () => {
      tries += 1;
      throw new Error('down');
    };
    const stage = await openCouple({ platform: (platform) => ({ ...platform, [call]: fail }) });
    await letNodWhisper(stage);
    if (call === 'rewrite') await stage.say(BEN, AN_ANSWER);
    await stage.pass(2 * DAY_IN_MINUTES - 10);
    const before = await stage.store.wholeOutbox();

    await stage.pass(30); // it is tried every 21 minutes by now
    const triesUntil = tries;
    const after: number[] = [];
    for (let day = 2; day < 8; day += 1) {
      after.push((await stage.store.wholeOutbox()).length);
      await stage.pass(DAY_IN_MINUTES);
    }

    expect(before).toHaveLength(1);
    expect(after).toEqual([0, 0, 0, 0, 0, 0]);
    expect(tries).toBe(triesUntil);
    expect(stage.nod.runner.deskOfPerson(BEN)?.session.state.nudges).toEqual([]);
  });

  it('that may be out is looked for until its day is over, and let go of then', async () => {
    const down = async () => {
      throw new Error('down');
    };
    const stage = await openCouple({ platform: (platform) => ({ ...platform, whisper: down, findWhisper: down }) });
    await letNodWhisper(stage);
    await stage.pass(DAY_IN_MINUTES - 30);
    const before = await stage.store.wholeOutbox();

    await stage.pass(60);

    expect(before.map(({ status }) => status)).toEqual(['sending']);
    expect(await stage.store.wholeOutbox()).toEqual([]);
  });

  it('is posted once when the process was killed before the post was answered', async () => {
    const before = await openCouple();
    const post = hold();
    before.faults.whisper = async () => {
      await post.held();
    };
    await letNodWhisper(before);
    delete before.faults.whisper;

    const after = await before.restart(1);
    await after.pass(60);

    expect(after.whispers).toEqual([]); // it may have arrived, so it is looked for and never posted again
  });
});

describe('two ignored whispers', () => {
  it('make Nod back off', async () => {
    const stage = await openCouple();

    for (let day = 0; day < 4; day++) {
      await speakPast(stage);
      await stage.pass(DAY_IN_MINUTES - 2);
    }

    expect(stage.whispers).toHaveLength(2);
  });

  it('are none when they were opened', async () => {
    const stage = await openCouple();

    for (let day = 0; day < 3; day++) {
      await letNodWhisper(stage);
      const seq = stage.nod.runner.deskOfPerson(BEN)?.session.state.nudges[0]?.seq ?? 0;
      await stage.change(BEN, { do: 'nudge-opened', seq });
      await stage.pass(DAY_IN_MINUTES - 12);
    }

    expect(stage.whispers).toHaveLength(3);
  });
});
