import { describe, expect, it } from 'vitest';
import { type MessageId, messageId } from '../../src/domain/ids.ts';
import type { LiveNudge } from '../../src/domain/nudge.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';
import { setBack } from '../../src/engine/set-back.ts';
import { OPEN_END } from '../../src/engine/spans.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { VirtualClock } from '../support/clock.ts';
import { ANA as ANA_HERE, BEN as BEN_HERE, BID_END, dyadState, openBid, partnerState } from '../support/dyad-state.ts';
import {
  A_WORRY,
  AN_ANSWER,
  ANA,
  BEN,
  CHANNEL,
  EVERYTHING,
  invite,
  letNodWhisper,
  openCouple,
  openStage,
  type Stage,
  speakPast,
} from '../support/runner-stage.ts';

/** Nod's computer with a clock that is off by so much; messages have their time from elsewhere. */
function wrongClock() {
  const wrong = { by: 0 };
  const clock = (real: VirtualClock): Clock => ({
    now: () => real.now() + wrong.by,
    async sleepUntil(at, signal) {
      for (let left = at - real.now() - wrong.by; left > 0; left = at - real.now() - wrong.by)
        await real.sleepUntil(real.now() + left, signal);
    },
  });
  /** Nod starts anew on a computer whose clock is off by so much. */
  const restartOff = (stage: Stage, by: number) => {
    wrong.by = by;
    return stage.restart(1);
  };
  return { wrong, clock, restartOff };
}

async function answerAfterTwoMinutes(stage: Stage): Promise<void> {
  await stage.say(ANA, A_WORRY);
  await stage.pass(2);
  await stage.say(BEN, AN_ANSWER);
  await stage.pass(5);
}

/** Ben reacts to the newest message; such an event has the time of this computer. */
function giveHeart(stage: Stage, at: Instant): void {
  const target = stage.said.at(-1)?.id as MessageId;
  stage.listener.heard(CHANNEL, { type: 'reaction', at, by: BEN, target, emoji: '❤️' });
}

/** Twelve minutes after a worry, in which the clock was three hours ahead for a while. */
async function setRightAfterAWorry(): Promise<Stage> {
  const { clock, restartOff } = wrongClock();
  const before = await openCouple({ clock });
  await before.say(ANA, A_WORRY);
  await before.pass(5);
  const ahead = await restartOff(before, 3 * HOUR);
  await ahead.pass(5);
  return restartOff(ahead, 0);
}

describe('a clock that was three hours ahead and is set right', () => {
  it('lets Nod whisper at once after a restart, and dates answers rightly', async () => {
    const { clock, restartOff } = wrongClock();
    const before = await openCouple({ clock });
    const ahead = await restartOff(before, 3 * HOUR);
    await ahead.pass(5);

    const stage = await restartOff(ahead, 0);
    await speakPast(stage);
    await stage.pass(10);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    expect(stage.whispers).toHaveLength(1);
    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 12 * 60 }]);
  });

  it('counts nothing that was said while Nod was off', async () => {
    const { clock, restartOff } = wrongClock();
    const before = await openCouple({ clock });
    const ahead = await restartOff(before, 3 * HOUR);
    await ahead.pass(5);
    await ahead.cutOff();
    await ahead.say(ANA, A_WORRY);
    await ahead.pass(12);
    await ahead.say(BEN, AN_ANSWER);
    await ahead.pass(5);

    const stage = await restartOff(ahead, 0);
    await stage.pass(5 * 60);

    expect(await stage.deposits(BEN)).toEqual([]);
  });

  it('counts no heart before a message has shown what time it is', async () => {
    const stage = await setRightAfterAWorry();
    giveHeart(stage, stage.clock.now());
    await stage.pass(5 * 60);

    expect(await stage.deposits(BEN)).toEqual([]);
  });

  it('takes back what is out about a moment that has no time, also in a process that runs on', async () => {
    const { wrong, clock, restartOff } = wrongClock();
    const before = await openCouple({ clock });
    await letNodWhisper(before);
    const stage = await restartOff(before, 3 * HOUR);
    await stage.say(BEN, 'did you feed the cat?');
    await stage.pass(3);

    wrong.by = 0;
    await stage.say(ANA, 'yes');
    await stage.pass(5);

    expect(stage.whispers.map(({ fate }) => fate)).not.toContain('out');
  });

  it('counts nothing that was said to the wrong time', async () => {
    const { wrong, clock, restartOff } = wrongClock();
    wrong.by = 3 * HOUR;
    const ahead = await openCouple({ clock });
    await ahead.say(ANA, A_WORRY);
    await ahead.pass(2);

    const stage = await restartOff(ahead, 0);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toEqual([]);
  });

  it('is followed by a process that runs on', async () => {
    const { wrong, clock } = wrongClock();
    wrong.by = 3 * HOUR;
    const stage = await openCouple({ clock });
    await stage.pass(5);

    wrong.by = 0;
    await answerAfterTwoMinutes(stage);

    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 2 * 60 }]);
  });

  it('keeps what was begun before it was wrong', async () => {
    const stage = await setRightAfterAWorry();
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 12 * 60 }]);
  });
});

describe('a clock that is behind at a start', () => {
  it('lets nothing be heard that was said before both agreed', async () => {
    const { wrong, clock, restartOff } = wrongClock();
    const before = await openStage({ clock });
    const dyad = await invite(before);
    await before.nod.askerFor(BEN).consent(dyad, EVERYTHING);
    await before.pass(5);
    await answerAfterTwoMinutes(before);
    await before.pass(10);
    await before.nod.askerFor(ANA).consent(dyad, EVERYTHING);
    await before.pass(3);

    const stage = await restartOff(before, -30 * MINUTE);
    await stage.pass(1);
    wrong.by = 0;
    await stage.pass(15);

    expect(await stage.deposits(BEN)).toEqual([]);
  });

  it('lets nothing be heard that was said while a switch was off', async () => {
    const { wrong, clock, restartOff } = wrongClock();
    const before = await openCouple({ clock });
    await before.pass(20);
    await before.change(ANA, { do: 'pause' });
    await answerAfterTwoMinutes(before);
    await before.pass(10);
    await before.change(ANA, { do: 'resume' });
    await before.pass(3);

    const stage = await restartOff(before, -30 * MINUTE);
    await stage.pass(1);
    giveHeart(stage, stage.clock.now() + wrong.by);
    await stage.pass(1);
    const again = await stage.restart(1);
    wrong.by = 0;
    await again.pass(60);

    expect(await again.deposits(BEN)).toEqual([]);
  });

  it.each([5 * MINUTE, 3 * HOUR])('loses nothing that is open', async (behind) => {
    const { wrong, clock, restartOff } = wrongClock();
    const before = await openCouple({ clock });
    await before.pass(15);
    await before.say(ANA, A_WORRY);
    await before.pass(3);

    const stage = await restartOff(before, -behind);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(1);
    wrong.by = 0;
    await stage.pass(10);
    await stage.say(ANA, 'thanks');
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 4 * 60 }]);
  });
});

describe('a state that is set back', () => {
  const now = BID_END + HOUR;
  const ahead = now + 3 * HOUR;
  const NEWEST = messageId('500');

  it('is as of the last time that can be right', () => {
    const ana = partnerState({ id: ANA_HERE, seenAt: BID_END + MINUTE, wroteAt: ahead, nudgedAt: [ahead] });

    const back = setBack(dyadState({ time: ahead, partners: [ana, partnerState({ id: BEN_HERE })] }), now, NEWEST);

    expect(back).toMatchObject({ time: BID_END + MINUTE, wakeAt: BID_END + MINUTE });
    expect(back.partners[0]).toMatchObject({ wroteAt: back.time, nudgedAt: [back.time] });
  });

  it('keeps a busy time that has begun, though nothing else is known since', () => {
    const busy = [{ from: now - MINUTE, until: now + HOUR }];
    const ana = partnerState({ id: ANA_HERE, seenAt: ahead, busy, nudgedAt: [now - MINUTE] });

    const back = setBack(dyadState({ time: ahead, partners: [ana, partnerState({ id: BEN_HERE })] }), now, NEWEST);

    expect(back.partners[0]).toMatchObject({ busy, nudgedAt: [now - MINUTE] });
  });

  it('keeps of what is open only what has a time', () => {
    const act = { at: ahead, event: 'm9', reply: { turn: 'away', confidence: 0.9 } } as const;
    const bids = [openBid({ seq: 1 }), openBid({ seq: 2, endedAt: ahead }), openBid({ seq: 3, acts: [act] })];
    const about = (bidSeq: number, at: number): LiveNudge => ({
      ...{ seq: bidSeq, bidSeq, at, to: BEN_HERE },
      ...{ kind: 'good-news', reason: 'passed-over', because: [] },
    });
    const nudges = [about(1, BID_END + 1), about(2, ahead), about(3, BID_END + 1)];

    const back = setBack(dyadState({ time: ahead, bids, nudges }), now, NEWEST);

    expect(back.bids.map(({ seq }) => seq)).toEqual([1]);
    expect(back.nudges.map(({ seq }) => seq)).toEqual([1]);
  });

  it('reads on from what a message of now would be, where it had begun in a time that has not come', () => {
    const cursors = ['900', '400'].map((cursor) => {
      return setBack(dyadState({ time: ahead, cursor: messageId(cursor) }), now, NEWEST).cursor;
    });

    expect(cursors).toEqual(['500', '400']);
  });

  it('lets a gap end by now, and a rest and a switch that is off go on', () => {
    const gap = { from: now - HOUR, until: ahead };
    const off = { from: ahead, until: OPEN_END };
    const restUntil = ahead + DAY;
    const rest = { from: ahead, until: restUntil };

    const awake = setBack(dyadState({ time: ahead, unobserved: [gap, off] }), now, NEWEST);
    const resting = setBack(dyadState({ time: ahead, restUntil, unobserved: [rest] }), now, NEWEST);

    expect(awake.unobserved).toEqual([
      { from: now - HOUR, until: now },
      { from: awake.time, until: OPEN_END },
    ]);
    expect(resting).toMatchObject({ restUntil, unobserved: [{ from: resting.time, until: restUntil }] });
  });
});
