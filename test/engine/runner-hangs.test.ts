import { describe, expect, it } from 'vitest';
import { NodError } from '../../src/errors.ts';
import { hold } from '../support/hold.ts';
import { beginElsewhere, CLEO, DAN, THEIRS } from '../support/other-couple.ts';
import {
  A_WORRY,
  AN_ANSWER,
  BEN,
  letNodWhisper,
  openCouple,
  SPOKEN_PAST,
  type Stage,
} from '../support/runner-stage.ts';

/** Another couple, of whom one is due a whisper by the end of this. */
async function speakPastElsewhere(stage: Stage): Promise<void> {
  await beginElsewhere(stage);
  await stage.say(CLEO, A_WORRY, THEIRS);
  await stage.pass(2);
  await stage.say(DAN, SPOKEN_PAST, THEIRS);
  await stage.pass(12);
}

describe('a post that has no answer', () => {
  it('holds up nothing that is to be taken back of another couple', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    const post = hold();
    stage.faults.whisper = post.held;
    await speakPastElsewhere(stage);

    await stage.say(BEN, AN_ANSWER);
    await stage.pass(1);
    const meanwhile = stage.whispers.map(({ fate }) => fate);
    post.letGo();
    await stage.pass(1);

    expect(meanwhile).toEqual(['taken back']);
    expect(stage.whispers.map(({ to }) => to)).toEqual([BEN, DAN]);
  });

  it('keeps nobody of another couple waiting who leaves', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    stage.faults.whisper = () => new Promise(() => {});
    await speakPastElsewhere(stage);

    const left = stage.whispers.map(async ({ to }) => stage.change(to, { do: 'leave' }));
    await stage.pass(1);

    expect(await Promise.all(left)).toEqual([true]);
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
  });
});

describe('a post that is answered after its reader left', () => {
  it('is deleted, as all that was out is', async () => {
    const stage = await openCouple();
    const post = hold();
    stage.faults.whisper = post.held;
    await letNodWhisper(stage);

    const left = stage.change(BEN, { do: 'leave' });
    await stage.pass(1);
    post.letGo();
    await left;
    await stage.pass(1);

    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['removed']);
    expect(await stage.store.wholeOutbox()).toEqual([]);
  });
});

describe('a post that fails', () => {
  it('is tried again, also where nobody could look whether it came', async () => {
    const failing = { posts: 1, looks: 1 };
    const unreachable = () => {
      throw new NodError('DISCORD_UNREACHABLE', 'There is no way out.', 'Wait.');
    };
    const stage = await openCouple({
      platform: (platform) => ({
        ...platform,
        whisper: async (...card) => (failing.posts-- > 0 ? unreachable() : platform.whisper(...card)),
        findWhisper: async (...card) => (failing.looks-- > 0 ? unreachable() : platform.findWhisper(...card)),
      }),
    });

    await letNodWhisper(stage);
    await stage.pass(1);

    expect(failing.looks).toBeLessThan(0);
    expect(stage.whispers.map(({ to }) => to)).toEqual([BEN]);
  });
});
