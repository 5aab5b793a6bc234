import { describe, expect, it } from 'vitest';
import { messageId } from '../../src/domain/ids.ts';
import { isNudge, type Nudge } from '../../src/domain/nudge.ts';
import { SECOND } from '../../src/domain/time.ts';
import { createOutbox } from '../../src/engine/outbox.ts';
import { createQueue } from '../../src/engine/queue.ts';
import { createRemoval } from '../../src/engine/removal.ts';
import { NodError } from '../../src/errors.ts';
import { SILENT_LOG } from '../../src/ports/log.ts';
import {
  A_WORRY,
  AN_ANSWER,
  ANA,
  BEN,
  CHANNEL,
  letNodWhisper,
  openCouple,
  type Stage,
  speakPast,
} from '../support/runner-stage.ts';

const ODD = 'a line that nobody foresaw';

const openOddCouple = () =>
  openCouple({
    reader: (reader) => (said, context) => {
      if (said.text === ODD) throw new TypeError('nobody foresaw this');
      return reader(said, context);
    },
  });

const benOf = (stage: Stage) => stage.nod.runner.deskOfPerson(BEN)?.session.state.partners[1];

describe('a surprise', () => {
  it('costs the one event: what was open stays, and what comes after is heard', async () => {
    const stage = await openOddCouple();
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);

    await stage.say(BEN, ODD);
    await stage.pass(3);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toHaveLength(1);
  });

  it('keeps no whisper from going out that was due anyway', async () => {
    const stage = await openOddCouple();
    await speakPast(stage);
    await stage.pass(3);

    await stage.say(BEN, ODD);
    await stage.pass(20);

    expect(stage.whispers).toHaveLength(1);
  });
});

describe('a surprise in an edit', () => {
  it.each([
    ['of the words that were answered', 0],
    ['of the answer', 1],
  ])('%s costs nothing that was over before it', async (_, place) => {
    const stage = await openOddCouple();
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);
    await stage.say(BEN, AN_ANSWER);
    await stage.clock.advance(91 * SECOND); // the answer is over, and no wake has come yet
    const target = stage.said[place]?.id ?? messageId('');

    stage.listener.heard(CHANNEL, { type: 'edit', at: stage.clock.now(), target, text: ODD });
    await stage.pass(10);

    expect(await stage.deposits(BEN)).toHaveLength(1);
  });
});

describe('joining the call', () => {
  it.each([30, 95])('%i s after the message counts as an answer', async (seconds) => {
    const stage = await openCouple();
    await stage.say(ANA, A_WORRY);

    await stage.pass(seconds / 60);
    stage.listener.heard(CHANNEL, { type: 'voice-join', at: stage.clock.now(), by: BEN });
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toMatchObject([{ prompted: false }]);
  });
});

describe('closed direct messages', () => {
  it('use up no budget, and prompt nobody', async () => {
    const stage = await openCouple();
    stage.faults.whisper = () => {
      throw new NodError('DIRECT_MESSAGES_CLOSED', 'They take no direct messages.', 'Tell them.');
    };

    await letNodWhisper(stage);
    const used = benOf(stage)?.nudgedAt;
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    expect(used).toEqual([]);
    expect(benOf(stage)?.unreachable).toBe(true);
    expect(await stage.deposits(BEN)).toMatchObject([{ prompted: false }]);
  });
});

/** Two more like the whisper that is out; the second is saved so many turns after work on the first began. */
async function sendTwo({ store, platform, clock, nod }: Stage, like: Nudge, turns: number): Promise<void> {
  const desk = nod.runner.deskOfPerson(BEN);
  if (!desk) throw new RangeError('there is no couple');
  const numbers = [100 + 2 * turns, 101 + 2 * turns] as const;
  desk.session.replace({ ...desk.session.state, nudges: numbers.map((seq) => ({ ...like, because: [], seq })) });
  const removal = createRemoval({ platform, clock, stopping: new AbortController().signal });
  const around = { removal, deskOf: () => desk, over() {}, undelivered() {}, inTurn: createQueue(), saveAgain() {} };
  const parts = { store, platform, clock, log: SILENT_LOG, ...around };
  const outbox = createOutbox(parts);

  outbox.queue(desk.row.id, { ...like, seq: numbers[0] });
  outbox.markSaved(outbox.unsaved());
  void outbox.work();
  outbox.queue(desk.row.id, { ...like, seq: numbers[1] });
  const saved = outbox.unsaved();
  for (let turn = 0; turn < turns; turn++) await null;
  outbox.markSaved(saved);
  void outbox.work();

  await clock.advance(1_000);
  await outbox.stop();
}

describe('the outbox', () => {
  it('misses no row that is saved just as it runs out of work', async () => {
    const stage = await openCouple();
    await letNodWhisper(stage);
    const [row] = stage.batches.flatMap(({ outbox }) => outbox);
    if (!row || !isNudge(row.whisper)) throw new RangeError('no nudge is out');

    for (let turns = 0; turns < 25; turns++) await sendTwo(stage, row.whisper, turns);

    expect(stage.whispers).toHaveLength(1 + 2 * 25);
  });
});
