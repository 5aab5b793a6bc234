import { describe, expect, it } from 'vitest';
import type { MessageId } from '../../src/domain/ids.ts';
import { hold } from '../support/hold.ts';
import {
  A_WORRY,
  AN_ANSWER,
  ANA,
  BEN,
  CHANNEL,
  letNodWhisper,
  openCouple,
  SPOKEN_PAST,
  type Stage,
  speakPast,
} from '../support/runner-stage.ts';

/** Nod was off or cut off: what history does not hold of that time may have been the answer. */

const comeIntoACall = (stage: Stage) =>
  stage.listener.heard(CHANNEL, { type: 'voice-join', at: stage.clock.now(), by: BEN });

/** The connection is lost for so many minutes, and a session follows. */
async function loseFor(stage: Stage, minutes: number, session?: 'resumed'): Promise<void> {
  await stage.cutOff();
  await stage.pass(minutes);
  await stage.reconnect(session);
}

/** Ben reacts to the newest message, or takes that back. */
function react(stage: Stage, type: 'reaction' | 'unreaction', emoji: string): void {
  const target = stage.said.at(-1)?.id as MessageId;
  stage.listener.heard(CHANNEL, { type, at: stage.clock.now(), by: BEN, target, emoji });
}

describe('a moment that was open while nobody heard', () => {
  it('brings a whisper where Nod heard all the time', async () => {
    const stage = await openCouple();

    await letNodWhisper(stage);

    expect(stage.whispers).toMatchObject([{ to: BEN, fate: 'out' }]);
  });

  it.each([
    ['for three minutes: he may have joined her in a call', 3],
    ['when it came due, just before the connection was back', 8.5],
  ])('brings none after a connection was lost %s', async (_, minutes) => {
    const stage = await openCouple();
    await speakPast(stage);

    await loseFor(stage, minutes);
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('brings none after Nod was off', async () => {
    const before = await openCouple();
    await speakPast(before);

    const stage = await before.restart(3);
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('brings none that was made before, and had not gone out', async () => {
    const stage = await openCouple();
    stage.faults.whisper = () => {
      throw new Error('503');
    };
    await speakPast(stage);
    await stage.pass(8.2);
    delete stage.faults.whisper;

    await loseFor(stage, 3);
    await stage.pass(10);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    expect(stage.whispers).toEqual([]);
    expect(await stage.deposits(BEN)).toMatchObject([{ prompted: false }]);
  });

  it('is written down as if it had been heard live', async () => {
    const stage = await openCouple();
    await stage.say(ANA, A_WORRY);

    await loseFor(stage, 3);
    await stage.say(BEN, AN_ANSWER);
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 3 * 60 }]);
  });

  it('leaves what is said afterwards alone', async () => {
    const stage = await openCouple();
    await loseFor(stage, 3);

    await letNodWhisper(stage);

    expect(stage.whispers).toMatchObject([{ to: BEN, fate: 'out' }]);
  });
});

describe('a session that is resumed', () => {
  it('has told all that happened, so what is open may bring a whisper', async () => {
    const stage = await openCouple();
    await speakPast(stage);

    await loseFor(stage, 3, 'resumed');
    await stage.pass(10);

    expect(stage.whispers).toMatchObject([{ to: BEN, fate: 'out' }]);
  });

  it('tells of a call without its time, so what is open by then brings none', async () => {
    const stage = await openCouple();
    await speakPast(stage);

    await stage.cutOff();
    await stage.pass(3);
    comeIntoACall(stage);
    await stage.reconnect('resumed');
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });

  it('does not make up for the time that was lost before it', async () => {
    const stage = await openCouple();
    await speakPast(stage);
    const page = hold();
    stage.faults.history = page.held;
    await loseFor(stage, 3);

    await stage.cutOff();
    await stage.reconnect('resumed');
    page.letGo();
    await stage.pass(60);

    expect(stage.whispers).toEqual([]);
  });
});

describe('what a resumed session tells again', () => {
  it('leaves an answer its own time when something was deleted before it', async () => {
    const stage = await openCouple();
    await stage.say(BEN, SPOKEN_PAST);
    const [deleted] = stage.said.splice(0);
    await stage.pass(2);
    await stage.say(ANA, A_WORRY);
    await stage.cutOff();
    await stage.pass(2.2);
    const answeredAt = stage.clock.now();
    await stage.pass(3);

    const target = deleted?.id as MessageId;
    stage.listener.heard(CHANNEL, { type: 'delete', at: stage.clock.now(), target });
    const id = stage.platform.cursorAt(answeredAt + 1);
    const answer = { by: BEN, at: answeredAt, id, text: AN_ANSWER, attachments: [] };
    stage.said.push({ ...answer, channel: CHANNEL, reactions: [] });
    stage.listener.heard(CHANNEL, { type: 'message', ...answer }, id);
    await stage.reconnect('resumed');
    await stage.pass(5);

    expect(await stage.deposits(BEN)).toMatchObject([{ availableSeconds: 132 }]);
  });

  it.each([
    ['counts no heart that was given and taken back meanwhile', '❤️', 0],
    ['counts a heart beside another emoji that was taken back', '🫂', 1],
  ])('%s', async (_, takenBack, deposits) => {
    const stage = await openCouple();
    await stage.say(ANA, A_WORRY);
    await stage.pass(2);
    await stage.cutOff();
    await stage.pass(3);

    react(stage, 'reaction', '❤️');
    react(stage, 'unreaction', takenBack);
    await stage.reconnect('resumed');
    await stage.pass(10);

    expect(await stage.deposits(BEN)).toHaveLength(deposits);
  });
});
