import { describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '../../src/domain/time.ts';
import { NodError } from '../../src/errors.ts';
import { forget } from '../support/deleting.ts';
import { hearing, openFrom, openHeard, savedBy, sayHeavy } from '../support/heavy.ts';
import { hold } from '../support/hold.ts';
import { ANA, type Stage } from '../support/runner-stage.ts';

const DAYS = DAY / MINUTE;

const unanswered = () => {
  throw new Error('the connection is gone');
};

/** Every post arrives from now on, and nothing comes back of it. */
function loseAnswers(stage: Stage): void {
  const { whisper: post } = stage.platform;
  Object.assign(stage.platform, {
    whisper: async (...card: Parameters<typeof post>) => {
      await post(...card);
      unanswered();
    },
  });
}

/** Nothing is found for so long. */
function lookInVain(stage: Stage, minutes: number): void {
  const { findWhisper } = stage.platform;
  const until = stage.clock.now() + minutes * MINUTE;
  Object.assign(stage.platform, {
    findWhisper: async (...card: Parameters<typeof findWhisper>) =>
      stage.clock.now() < until ? unanswered() : findWhisper(...card),
  });
}

/** Fails every post, and counts how often one was tried. */
function failPosts(stage: Stage, fail: () => void = unanswered): { readonly tried: () => number } {
  let tried = 0;
  stage.faults.whisper = () => {
    tried += 1;
    fail();
  };
  return { tried: () => tried };
}

describe('a self-harm card whose post or removal has no answer', () => {
  it('is tried again, and comes once', async () => {
    const stage = await openHeard(true);
    failPosts(stage);
    await sayHeavy(stage);

    await stage.pass(10);
    await sayHeavy(stage);
    delete stage.faults.whisper;
    await stage.pass(30);
    await stage.pass(6 * DAYS);

    expect(stage.whispers).toHaveLength(1);
  });

  it('comes no later than an hour after, and anew when it is wanted anew', async () => {
    const stage = await openHeard(true);
    const { tried } = failPosts(stage);
    await sayHeavy(stage);
    await stage.pass(60);
    const triedWithin = tried();

    await stage.pass(DAYS);
    delete stage.faults.whisper;
    await stage.pass(DAYS);
    const late = stage.whispers.length;
    await sayHeavy(stage);

    expect([tried() - triedWithin, late, stage.whispers.length]).toEqual([0, 0, 1]);
    expect(triedWithin).toBeGreaterThan(2);
  });

  it.each([
    [
      'wants no more of these',
      (stage: Stage) => stage.change(ANA, { do: 'settings', settings: { supportCard: false } }),
    ],
    ['has paused', (stage: Stage) => stage.change(ANA, { do: 'pause' })],
    ['has left', (stage: Stage) => stage.change(ANA, { do: 'leave' })],
    ['was forgotten', (stage: Stage) => forget(stage, ANA)],
  ])('is not tried again for somebody who %s meanwhile', async (_, turnAway) => {
    const stage = await openHeard(true);
    failPosts(stage);
    await sayHeavy(stage);

    await turnAway(stage);
    delete stage.faults.whisper;
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('is not tried again where direct messages are closed, nor once Nod has stopped', async () => {
    const [closed, stopped] = [await openHeard(true), await openHeard(true)];
    const toClosed = failPosts(closed, () => {
      throw new NodError('DIRECT_MESSAGES_CLOSED', 'They take no direct messages.', 'Tell them.');
    });
    const toStopped = failPosts(stopped);
    for (const stage of [closed, stopped]) await sayHeavy(stage);
    const before = toStopped.tried();

    await stopped.nod.stop();
    for (const stage of [closed, stopped]) await stage.pass(60);

    expect([before, toStopped.tried() - before, toClosed.tried()]).toEqual([1, 0, 1]);
  });

  it('can be opened and goes after its day, when it came nevertheless', async () => {
    const stage = await openHeard(true);
    loseAnswers(stage);
    await sayHeavy(stage);

    const opened = await openFrom(stage, ANA);
    await stage.pass(60);
    const within = stage.whispers.map(({ fate }) => fate);
    await stage.pass(DAYS);

    expect(opened).toContain('Something you wrote sounded heavy.');
    expect(within).toEqual(['out']);
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('comes once, can be opened and goes after its day, when nobody can tell for hours whether it came', async () => {
    const stage = await openHeard(true);
    loseAnswers(stage);
    lookInVain(stage, 300);
    await sayHeavy(stage);

    await stage.pass(200);
    await sayHeavy(stage);
    const opened = await openFrom(stage, ANA);
    await stage.pass(DAYS - 200);
    await sayHeavy(stage);

    expect(opened).toContain('Something you wrote sounded heavy.');
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('keeps none from coming once it is known that it never came', async () => {
    const stage = await openHeard(true);
    failPosts(stage);
    lookInVain(stage, 300);
    await sayHeavy(stage);
    await stage.pass(DAYS);
    delete stage.faults.whisper;

    const before = stage.whispers.length;
    await sayHeavy(stage);

    expect([before, stage.whispers.length]).toEqual([0, 1]);
  });

  it('goes as soon as it can be removed, where that fails at the end of its day', async () => {
    const stage = await openHeard(true);
    await sayHeavy(stage);
    stage.faults.remove = unanswered;
    await stage.pass(DAYS + 5);
    const { fate } = stage.whispers[0] ?? {};

    const opened = await openFrom(stage, ANA);
    delete stage.faults.remove;
    await stage.pass(5);

    expect(fate).toBe('out');
    expect(opened).toContain('Something you wrote sounded heavy.');
    expect(stage.whispers.map((one) => one.fate)).toEqual(['removed']);
  });

  it('goes at once when its reader was forgotten while it was on its way', async () => {
    const stage = await openHeard(true);
    const post = hold();
    stage.faults.whisper = post.held;
    await sayHeavy(stage);

    await forget(stage, ANA);
    post.letGo();
    await stage.pass(1);

    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });

  it('leaves nothing at rest and no line in the log', async () => {
    const lines: string[] = [];
    const note = (_: unknown, message: string) => void lines.push(message);
    const log = { debug: note, info: note, warn: note, error: note };
    const [on, off] = [await openHeard(true, hearing(0.97), log), await openHeard(false)];
    const { tried } = failPosts(on);

    for (const stage of [on, off]) {
      await sayHeavy(stage);
      await stage.pass(90);
    }

    expect(tried()).toBeGreaterThan(1);
    expect(savedBy(on)).toEqual(savedBy(off));
    expect(lines).toEqual([]);
  });
});
