import { describe, expect, it } from 'vitest';
import { createVirtualClock, settle } from '../support/clock.ts';

const START = 1_000;

describe('the virtual clock', () => {
  it('stands still until it is moved', async () => {
    const clock = createVirtualClock(START);
    let awake = false;
    void clock.sleepUntil(START + 1).then(() => {
      awake = true;
    });

    await settle();

    expect([clock.now(), awake]).toEqual([START, false]);
  });

  it('wakes sleepers in the order of their times, each at its own time', async () => {
    const clock = createVirtualClock(START);
    const woken: [string, number][] = [];
    const sleep = async (name: string, at: number) => {
      await clock.sleepUntil(at);
      woken.push([name, clock.now()]);
    };
    void sleep('late', START + 300);
    void sleep('early', START + 100);
    void sleep('as early', START + 100);
    void sleep('beyond', START + 501);

    await clock.advance(500);

    expect(woken).toEqual([
      ['early', START + 100],
      ['as early', START + 100],
      ['late', START + 300],
    ]);
    expect(clock.now()).toBe(START + 500);
  });

  it('wakes those who lie down again on the way', async () => {
    const clock = createVirtualClock(START);
    const woken: number[] = [];
    const tick = async () => {
      for (;;) {
        await clock.sleepUntil(clock.now() + 100);
        await new Promise((resolve) => setImmediate(resolve));
        woken.push(clock.now());
      }
    };
    void tick();

    await clock.advanceTo(START + 350);

    expect(woken).toEqual([START + 100, START + 200, START + 300]);
  });

  it('does not let a sleeper lie whose time has come', async () => {
    const clock = createVirtualClock(START);

    await expect(clock.sleepUntil(START)).resolves.toBeUndefined();
    await expect(clock.sleepUntil(START - 1)).resolves.toBeUndefined();
  });

  it('lets go of a sleeper who is called away, with the reason', async () => {
    const clock = createVirtualClock(START);
    const leaving = new AbortController();
    const asleep = clock.sleepUntil(START + 100, leaving.signal);
    const gone = clock.sleepUntil(START + 100, AbortSignal.abort('gone before'));

    leaving.abort('called away');

    await expect(asleep).rejects.toBe('called away');
    await expect(gone).rejects.toBe('gone before');
    await clock.advance(200);
    expect(clock.now()).toBe(START + 200);
  });

  it('makes one move after the other and never goes back', async () => {
    const clock = createVirtualClock(START);

    await Promise.all([clock.advance(100), clock.advance(100)]);

    expect(clock.now()).toBe(START + 200);
    await expect(clock.advanceTo(START)).rejects.toThrow(RangeError);
    await clock.advance(1);
    expect(clock.now()).toBe(START + 201);
  });

  it('waits for what was woken before it moves on', async () => {
    const done: string[] = [];
    const clock = createVirtualClock(START, async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    const work = async (name: string, at: number) => {
      await clock.sleepUntil(at);
      await new Promise((resolve) => setTimeout(resolve, 1));
      done.push(`${name} ${clock.now()}`);
    };
    void work('first', START + 1);
    void work('second', START + 2);

    await clock.advance(10);

    expect(done).toEqual([`first ${START + 1}`, `second ${START + 2}`]);
  });
});
