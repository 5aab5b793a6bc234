import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Platform } from '../../src/ports/platform.ts';
import type { VirtualClock } from '../support/clock.ts';
import { AN_ANSWER, ANA, type Around, BEN, letNodWhisper, openCouple, type Stage } from '../support/runner-stage.ts';

/** Messages that meet a platform, a disk, a channel or a clock that is not as it should be. */

const DAY_IN_MINUTES = DAY / MINUTE;

const fates = ({ whispers }: Stage) => whispers.map(({ fate }) => fate);

/** A platform whose direct messages fail for a while, as told; it counts what is tried. */
function failing(how: Partial<Record<'whisper' | 'answer' | 'findWhisper', boolean>>) {
  const tried = { posts: 0, looks: 0 };
  const failIf = (fails: boolean | undefined) => {
    if (fails) throw new Error('down');
  };
  const around = <P extends Platform>(platform: P): P => ({
    ...platform,
    async whisper(...card: Parameters<Platform['whisper']>) {
      tried.posts += 1;
      failIf(how.whisper);
      const sent = await platform.whisper(...card);
      failIf(how.answer);
      return sent;
    },
    async findWhisper(...card: Parameters<Platform['findWhisper']>) {
      tried.looks += 1;
      failIf(how.findWhisper);
      return platform.findWhisper(...card);
    },
  });
  return { how, tried, platform: around };
}

describe('a message that is posted while nobody can look whether it came', () => {
  it('is posted again once somebody can: only posts are counted', async () => {
    const { how, tried, platform } = failing({ whisper: true, findWhisper: true });
    const stage = await openCouple({ platform });
    await letNodWhisper(stage);
    await stage.pass(10);
    const looksUntil = tried.looks;

    Object.assign(how, { whisper: false, findWhisper: false });
    await stage.pass(30);

    expect(looksUntil).toBeGreaterThan(5);
    expect(looksUntil).toBeLessThan(12); // ever more seldom
    expect(tried.posts).toBe(2);
    expect(fates(stage)).toEqual(['out']);
  });

  it('is never posted twice where it did come', async () => {
    const { how, tried, platform } = failing({ answer: true, findWhisper: true });
    const stage = await openCouple({ platform });
    await letNodWhisper(stage);
    await stage.pass(10);

    how.findWhisper = false;
    await stage.pass(30);

    expect(tried.posts).toBe(1);
    expect(fates(stage)).toEqual(['out']);
    expect((await stage.store.wholeOutbox()).map(({ status }) => status)).toEqual(['sent']);
  });
});

describe('a message that cannot be posted', () => {
  it('is given up after five posts', async () => {
    const { tried, platform } = failing({ whisper: true });
    const stage = await openCouple({ platform });

    await letNodWhisper(stage);
    await stage.pass(60);

    expect(tried.posts).toBe(5);
    expect(await stage.store.wholeOutbox()).toEqual([]);
  });
});

describe('a disk that is full from when a message is out', () => {
  it.each([
    ['is taken back when it is moot', {}],
    ['is taken back as well where its post had no answer', { answer: true }],
  ])('makes no failed post of it: it %s', async (_, how) => {
    const { tried, platform } = failing(how);
    let isFull = false;
    const store: Around['store'] = (real) => ({
      ...real,
      async commit(batch) {
        isFull ||= batch.outbox.some(({ sent }) => sent !== undefined);
        if (isFull) throw new Error('full');
        await real.commit(batch);
      },
    });
    const stage = await openCouple({ platform, store });
    await letNodWhisper(stage);

    await stage.say(BEN, AN_ANSWER);
    await stage.pass(2);

    expect(isFull).toBe(true);
    expect(tried.posts).toBe(1);
    expect(fates(stage)).toEqual(['taken back']);
  });
});

describe('a card whose day ends while the channel cannot be heard', () => {
  it.each([
    ['as it was sent', async () => {}],
    ['when it was taken back', (stage: Stage) => stage.say(BEN, AN_ANSWER)],
  ])('goes, %s', async (_, before) => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    await before(stage);
    await stage.pass(DAY_IN_MINUTES - 30);
    await stage.cutOff();

    await stage.pass(60);

    expect(fates(stage)).toEqual(['removed']);
    expect(await stage.store.wholeOutbox()).toEqual([]);
  });
});

/** This computer's clock is off by so much, while that is set. */
function wrongClock() {
  const wrong = { by: 3 * DAY };
  const clock = (real: VirtualClock): Clock => ({
    now: () => real.now() + wrong.by,
    async sleepUntil(at, signal) {
      for (let left = at - real.now() - wrong.by; left > 0; left = at - real.now() - wrong.by)
        await real.sleepUntil(real.now() + left, signal);
    },
  });
  return { wrong, clock };
}

describe('a card that went out when the clock was days ahead', () => {
  it('goes a day after the clock is right, also where the process runs on', async () => {
    const { wrong, clock } = wrongClock();
    const stage = await openCouple({ clock });
    await letNodWhisper(stage);
    wrong.by = 0;
    await stage.say(ANA, 'good morning'); // which shows what time it is
    await stage.pass(5);
    const soon = fates(stage);

    await stage.pass(DAY_IN_MINUTES);

    expect(soon).toEqual(['taken back']);
    expect(fates(stage)).toEqual(['removed']);
  });

  it('goes a day after the next start where nobody says anything', async () => {
    const { wrong, clock } = wrongClock();
    const before = await openCouple({ clock });
    await letNodWhisper(before);
    wrong.by = 0;

    const stage = await before.restart(1);
    await stage.pass(DAY_IN_MINUTES + 5);

    expect(fates(stage)).toEqual(['removed']);
  });
});

describe('a message whose row cannot be saved before it is posted', () => {
  it('goes out as soon as it can be saved, though nobody says anything', async () => {
    let full = true;
    const stage = await openCouple({
      store: (store) => ({
        ...store,
        async commit(batch) {
          if (full && batch.outbox.some(({ status }) => status === 'sending')) throw new Error('full');
          await store.commit(batch);
        },
      }),
    });
    await letNodWhisper(stage);
    const before = fates(stage);

    full = false;
    await stage.pass(1);

    expect([before, fates(stage)]).toEqual([[], ['out']]);
  });
});
