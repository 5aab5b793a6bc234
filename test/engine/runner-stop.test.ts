import { describe, expect, it } from 'vitest';
import { DAY, type Instant, MINUTE } from '../../src/domain/time.ts';
import type { Store } from '../../src/ports/store.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import { createJudge, openWith } from '../support/judge-in-memory.ts';
import { createNotes } from '../support/notes.ts';
import { ANA, BEN, CHANNEL, openCouple, type Stage, speakPast } from '../support/runner-stage.ts';

/** Fails the calls that wait, as everything does that loses its connection. */
function createHanging(): { readonly call: () => Promise<never>; fail(): void; readonly waiting: () => number } {
  const waiting: ((error: Error) => void)[] = [];
  return {
    call: () => new Promise((_, reject) => waiting.push(reject)),
    fail: () => {
      for (const reject of waiting.splice(0)) reject(new Error('the connection is gone'));
    },
    waiting: () => waiting.length,
  };
}

/** Ben speaks past Ana's worry, until a judge is being asked about it: some nine minutes on, moments before a whisper. */
async function speakPastUntil(stage: Stage, isAsking: () => boolean): Promise<void> {
  await speakPast(stage);
  await stage.pass(8);
  for (let second = 0; second < 120 && !isAsking(); second += 1) await stage.pass(1 / 60);
}

/** Stops Nod, then lets what was under way come to its end. */
async function stopBefore({ nod }: Stage, end: () => void): Promise<void> {
  await nod.stop();
  end();
  await settle();
}

/** How many calls were under way when Nod stopped; they all fail after it. */
async function stopAmid(stage: Stage, { waiting, fail }: ReturnType<typeof createHanging>): Promise<number> {
  let asked = 0;
  await stopBefore(stage, () => {
    asked = waiting();
    fail();
  });
  return asked;
}

describe('once Nod has stopped', () => {
  it('a channel that was still being looked up leaves no line in the log', async () => {
    const { log, notes } = createNotes();
    const hanging = createHanging();
    const stage = await openCouple({ log });
    Object.assign(stage.platform, { inspect: hanging.call });
    stage.listener.changed(CHANNEL);

    expect(await stopAmid(stage, hanging)).toBeGreaterThan(0);
    expect(notes).toEqual([]);
  });

  it('a channel that was looked up too late changes nothing', async () => {
    const { held, letGo } = hold();
    const stage = await openCouple();
    const late = { readable: true, missing: [], others: 3, absent: [ANA], bots: [] };
    Object.assign(stage.platform, { inspect: () => held().then(() => late) });
    stage.listener.changed(CHANNEL);
    const desk = stage.nod.runner.deskOfChannel(CHANNEL);

    await stopBefore(stage, letGo);

    expect(desk?.readers).toBeUndefined();
    expect(desk?.session.state.partners.map(({ absent }) => absent ?? false)).toEqual([false, false]);
  });

  it('a judge that was still thinking leaves none either', async () => {
    const { log, notes } = createNotes();
    const hanging = createHanging();
    const stage = await openWith({ ...createJudge().judge, read: hanging.call }, undefined, { log });
    await speakPast(stage);
    await stage.pass(10);

    expect(await stopAmid(stage, hanging)).toBeGreaterThan(0);
    expect(notes).toEqual([]);
  });

  it('a judge is shown nothing once names come too late', async () => {
    const { held, letGo } = hold();
    const { judge, asked } = createJudge();
    let isAsking = false;
    const names = async () => {
      isAsking = true;
      await held();
      return new Map([ANA, BEN].map((person) => [person, ['somebody']]));
    };
    const stage = await openWith(judge, undefined, { platform: (platform) => ({ ...platform, names }) });
    await speakPastUntil(stage, () => isAsking);

    await stopBefore(stage, letGo);

    expect(isAsking).toBe(true);
    expect(asked).toEqual([]);
  });

  it('what a judge says too late changes nothing', async () => {
    const { held, letGo } = hold();
    const { judge, asked } = createJudge({ read: { kind: 'none', confidence: 0.9 }, until: held });
    const stage = await openWith(judge);
    await speakPastUntil(stage, () => asked.length > 0);
    const desk = stage.nod.runner.deskOfChannel(CHANNEL);

    let before = desk?.session.state;
    await stopBefore(stage, () => {
      before = desk?.session.state;
      letGo();
    });

    expect(asked).not.toEqual([]);
    expect(desk?.session.state).toEqual(before);
  });

  it('old rows that were still being removed leave none either', async () => {
    const { log, notes } = createNotes();
    const hanging = createHanging();
    let isLate = false;
    const purge = (store: Store) => (at: Instant) => (isLate ? hanging.call() : store.purge(at));
    const stage = await openCouple({ log, store: (store) => ({ ...store, purge: purge(store) }) });
    isLate = true;
    await stage.pass(DAY / MINUTE);

    expect(await stopAmid(stage, hanging)).toBe(1);
    expect(notes).toEqual([]);
  });
});
