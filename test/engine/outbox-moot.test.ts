import { describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import { ANA, BEN, CHANNEL, letNodWhisper, openCouple, type Stage } from '../support/runner-stage.ts';
import { openWhileSaving } from '../support/while-saving.ts';

/** Ben puts a heart on what Ana said, so that nothing more is to be whispered about it. */
async function heart({ said: [worry], listener, clock }: Stage): Promise<void> {
  if (!worry) throw new RangeError('nothing was said');
  listener.heard(CHANNEL, { type: 'reaction', at: clock.now(), by: BEN, target: worry.id, emoji: '❤️' });
  await settle();
}

describe('a whisper that becomes moot', () => {
  it('is not posted where that happens while it is being saved', async () => {
    const saving = await openWhileSaving();
    const { stage } = saving;
    let hearts = 0;
    saving.meanwhile = async () => {
      hearts += 1;
      await heart(stage);
    };

    await letNodWhisper(stage);
    await stage.pass(5);

    expect(hearts).toBe(1);
    expect(stage.whispers).toEqual([]);
    expect(await stage.store.wholeOutbox()).toEqual([]);
    expect(stage.nod.runner.deskOfPerson(BEN)?.session.state.partners[1]).not.toHaveProperty('unreachable');
  });

  it('is taken back where that happens while it is on its way', async () => {
    const stage = await openCouple();
    const { held, letGo } = hold();
    stage.faults.whisper = held;
    await letNodWhisper(stage);

    await heart(stage);
    letGo();
    await stage.pass(1);

    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['taken back']);
  });
});

describe('a whisper that time alone makes moot', () => {
  it('is taken back no sooner because the other pressed a button meanwhile', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    const [bid] = stage.nod.runner.deskOfPerson(BEN)?.session.state.bids ?? [];
    await stage.clock.advance((bid?.closesAt ?? 0) - stage.clock.now() + SECOND);

    stage.listener.heard(CHANNEL, { type: 'interaction', at: stage.clock.now(), by: ANA });
    await stage.clock.advance(SECOND);
    const before = stage.whispers.map(({ fate }) => fate);
    await stage.clock.advance(2 * SECOND);

    expect(before).toEqual(['out']);
    expect(stage.whispers.map(({ fate }) => fate)).toEqual(['taken back']);
  });
});
