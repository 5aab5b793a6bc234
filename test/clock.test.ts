import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSystemClock } from '../src/clock.ts';
import { HOUR, MINUTE } from '../src/domain/time.ts';

describe('the clock of this computer', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets everything else happen before what is due already, however often it is waited for', async () => {
    const clock = createSystemClock();
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    });

    for (let rings = 0; rings < 50; rings += 1) await clock.sleepUntil(clock.now() - MINUTE);
    clearInterval(timer);

    expect(others).toBeGreaterThan(10);
  });

  it('wakes within a minute of running, though its timers stood still while the computer was suspended', async () => {
    vi.useFakeTimers();
    const clock = createSystemClock();
    let isAwake = false;
    const sleeping = clock.sleepUntil(clock.now() + 10 * HOUR).then(() => {
      isAwake = true;
    });

    await vi.advanceTimersByTimeAsync(HOUR);
    vi.setSystemTime(Date.now() + 9 * HOUR); // suspended: the time has passed, no timer has run
    const before = isAwake;
    await vi.advanceTimersByTimeAsync(MINUTE);
    await sleeping;

    expect(before).toBe(false);
    expect(isAwake).toBe(true);
  });

  it('ends a sleep that is called off', async () => {
    const called = new AbortController();
    const sleeping = createSystemClock().sleepUntil(Date.now() + HOUR, called.signal);

    called.abort(new Error('called off'));

    await expect(sleeping).rejects.toThrow('called off');
  });
});
