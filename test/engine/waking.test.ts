import { describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import { ANA, BEN, openCouple } from '../support/runner-stage.ts';

/** So often an alarm may ring for one wake; one that rings on and on would not even let a test end. */
const MOST_RINGS = 100;

describe('a wake that falls due while the couple waits for an encoder', () => {
  it('rings once, and comes when the encoder has answered', async () => {
    const { held, letGo } = hold();
    let waits = async () => {};
    let rings = 0;
    const stage = await openCouple({
      encoder: {
        async encode(texts) {
          await waits();
          return texts.map(() => undefined);
        },
        async close() {},
      },
      clock: (clock) => ({
        now: clock.now,
        sleepUntil(at, signal) {
          if (at <= clock.now()) rings += 1;
          return rings > MOST_RINGS ? Promise.reject(new Error('it rings on')) : clock.sleepUntil(at, signal);
        },
      }),
    });
    await stage.say(ANA, 'look at this');
    await stage.clock.advance(92 * SECOND);

    waits = held;
    await stage.say(BEN, 'did you move the car?');
    await stage.clock.advance(5 * SECOND); // meanwhile Ana's burst is over
    const meanwhile = stage.nod.runner.deskOfPerson(ANA)?.session.state.burst?.by;
    letGo();
    await settle();
    await stage.clock.advance(5 * SECOND);

    expect(rings).toBeLessThan(MOST_RINGS);
    expect(meanwhile).toBe(1);
    expect(stage.nod.runner.deskOfPerson(ANA)?.session.state.burst?.by).toBe(2);
  });
});
