import { describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import { NO_ENCODER } from '../../src/ports/encoder.ts';
import { hold } from '../support/hold.ts';
import {
  AN_ANSWER,
  type Around,
  BEN,
  letNodWhisper,
  openCouple,
  SPOKEN_PAST,
  type Stage,
  speakPast,
} from '../support/runner-stage.ts';
import { openWhileSaving } from '../support/while-saving.ts';

/** What has been heard by the time a whisper is due, and has not been read yet. */

const statuses = async ({ store }: Stage) => (await store.wholeOutbox()).map(({ status }) => status);

/** A couple whose words wait for their vectors until they are let go, from when a whisper is made and about to go. */
async function openSlowCouple() {
  let isSlow = false;
  const { held, letGo } = hold();
  const encoder: Around['encoder'] = {
    ...NO_ENCODER,
    async encode(texts) {
      if (isSlow) await held();
      return NO_ENCODER.encode(texts);
    },
  };
  const stage = await openCouple({ encoder });
  await speakPast(stage);
  await stage.pass(7.5);
  while ((await stage.store.wholeOutbox()).length + stage.nod.runner.outbox.unsaved().length === 0)
    await stage.clock.advance(SECOND / 10);
  isSlow = true;
  return { stage, letGo };
}

describe('a whisper that comes due while an answer waits for its vector', () => {
  it('waits as well, and is not posted', async () => {
    const { stage, letGo } = await openSlowCouple();
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(1);
    const before = await statuses(stage);

    letGo();
    await stage.pass(5);

    expect(before).toEqual(['queued']);
    expect(stage.whispers).toEqual([]);
    expect(await statuses(stage)).toEqual([]);
  });

  it('goes out where it was none', async () => {
    const { stage, letGo } = await openSlowCouple();
    await stage.say(BEN, SPOKEN_PAST);
    await stage.pass(1);

    letGo();
    await stage.pass(5);

    expect(stage.whispers).toMatchObject([{ to: BEN, fate: 'out' }]);
  });

  it('stays for later where the connection is lost meanwhile', async () => {
    const { stage, letGo } = await openSlowCouple();
    await stage.say(BEN, SPOKEN_PAST);
    await stage.pass(1);
    await stage.cutOff();

    letGo();
    await stage.pass(1);
    const meanwhile = [await statuses(stage), stage.whispers.length];
    await stage.reconnect('resumed');
    await stage.pass(1);

    expect(meanwhile).toEqual([['queued'], 0]);
    expect(stage.whispers).toMatchObject([{ to: BEN, fate: 'out' }]);
  });
});

describe('a whisper that is being saved when the connection is lost', () => {
  it('waits for no history, and goes out once that is read', async () => {
    const saving = await openWhileSaving();
    const { stage } = saving;
    const { held, letGo } = hold();
    saving.meanwhile = async () => {
      stage.faults.history = held;
      stage.listener.away();
      stage.listener.ready('resumed');
    };

    await letNodWhisper(stage);
    await stage.pass(1);
    const whileReading = [await statuses(stage), stage.whispers.length];
    saving.meanwhile = async () => {};
    letGo();
    await stage.pass(1);

    expect(whileReading).toEqual([['queued'], 0]);
    expect(stage.whispers).toMatchObject([{ to: BEN, fate: 'out' }]);
  });
});
