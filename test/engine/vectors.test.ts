import { describe, expect, it } from 'vitest';
import { messageId, personId } from '../../src/domain/ids.ts';
import type { Reader, Said } from '../../src/domain/reading.ts';
import { MINUTE } from '../../src/domain/time.ts';
import type { Desk } from '../../src/engine/desk.ts';
import type { Encoder } from '../../src/ports/encoder.ts';
import { settle } from '../support/clock.ts';
import { hold } from '../support/hold.ts';
import { ANA, BEN, CHANNEL, openCouple } from '../support/runner-stage.ts';

/** Writes down what it is asked; a vector tells how long its text was. `pace` lets it take its time. */
interface LoggingEncoder extends Encoder {
  readonly asked: string[];
  pace: () => Promise<void>;
}

function createLoggingEncoder(): LoggingEncoder {
  const asked: string[] = [];
  return {
    asked,
    pace: async () => {},
    async encode(texts) {
      asked.push(...texts);
      await this.pace();
      return texts.map((text) => Float32Array.of(text.length));
    },
    async close() {},
  };
}

/** A couple whose words are read with vectors, and all that was read. */
async function openReadCouple() {
  const encoder = createLoggingEncoder();
  const read: Said[] = [];
  const reader =
    (real: Reader): Reader =>
    (said, context) => {
      read.push(said);
      return real(said, context);
    };
  return { encoder, read, stage: await openCouple({ encoder, reader }) };
}

describe('vectors', () => {
  it('reach the reader beside the words they were made of', async () => {
    const { stage, read } = await openReadCouple();

    await stage.say(ANA, 'rough one');
    await stage.pass(3);

    expect(read).toEqual([{ text: 'rough one', attachments: [], vector: Float32Array.of(9) }]);
  });

  it('are made again after a restart, for the words that a live moment holds', async () => {
    const { stage, read } = await openReadCouple();
    await stage.say(ANA, 'rough one');

    const again = await stage.restart();
    await again.pass(3);

    expect(read.at(-1)).toEqual({ text: 'rough one', attachments: [], vector: Float32Array.of(9) });
  });

  it('are never made of what a third person says, nor of anything while a switch is off', async () => {
    const { stage, encoder } = await openReadCouple();

    await stage.say(personId('cem'), 'hi you two');
    stage.listener.heard(CHANNEL, { type: 'edit', at: stage.clock.now(), target: messageId('cem1'), text: 'hello' });
    await stage.change(BEN, { do: 'pause' });
    stage.listener.heard(CHANNEL, { type: 'edit', at: stage.clock.now(), target: messageId('x'), text: 'edited' });
    await stage.say(ANA, 'only for Ben');

    expect(encoder.asked).toEqual([]);
  });
});

/** Ana has said something while Nod was away, and its vector is being made now that Nod reads what it missed. */
async function encodeMissed(text: string) {
  const couple = await openReadCouple();
  const { stage, encoder } = couple;
  await stage.cutOff();
  await stage.say(ANA, text);
  const { held, letGo } = hold();
  encoder.pace = held;
  await stage.reconnect();
  const desk = stage.nod.runner.deskOfChannel(CHANNEL) as Desk;
  const finish = async () => {
    encoder.pace = async () => {};
    letGo();
    await settle();
  };
  return { ...couple, desk, finish };
}

describe('a vector that comes late', () => {
  it('lets nothing in after a switch went off, and only what is said later once both are on again', async () => {
    const { stage, encoder, read, desk, finish } = await encodeMissed('rough one');
    await stage.change(BEN, { do: 'pause' });
    const { state } = desk.session;

    await finish();
    const after = { state: desk.session.state, words: desk.session.wordsHeld, unsaved: desk.unsaved };
    await stage.pass(5);
    await stage.change(BEN, { do: 'resume' });
    await stage.pass(5);
    await stage.say(ANA, 'all good again');
    await stage.pass(5);

    expect(encoder.asked).toEqual(['rough one', 'all good again']);
    expect(after).toEqual({ state, words: 0, unsaved: undefined });
    expect(read.map(({ text }) => text)).toEqual(['all good again']);
  });

  it('lets nothing in that was said before the switch, even when both are on again by then', async () => {
    const { stage, read, finish } = await encodeMissed('rough one');
    await stage.change(BEN, { do: 'pause' });
    await stage.pass(1);
    await stage.change(BEN, { do: 'resume' });

    await finish();
    await stage.pass(5);

    expect(read).toEqual([]);
  });

  it('costs no message where another change interrupts the reading: it is read in the next, once', async () => {
    const { stage, read, finish } = await encodeMissed('rough one');
    await stage.change(BEN, { do: 'snooze', until: stage.clock.now() + MINUTE });

    await finish();
    await stage.pass(5);

    expect(read.map(({ text }) => text)).toEqual(['rough one']);
  });

  it('lets a change wait for the words that are being encoded, and for no reading that waits behind them', async () => {
    const { stage, encoder } = await openReadCouple();
    const { held, letGo } = hold();
    encoder.pace = held;
    await stage.say(ANA, 'rough one');
    stage.faults.history = () => new Promise(() => {});
    stage.listener.lost(CHANNEL);

    const changing = stage.change(BEN, { do: 'pause' });
    letGo();
    await changing;

    expect(await stage.nod.askerFor(BEN).standing()).toMatchObject({ listening: 'resting' });
  });

  it('feeds a message once that is delivered twice meanwhile', async () => {
    const { stage, encoder, read } = await openReadCouple();
    const { held, letGo } = hold();
    encoder.pace = held;
    const id = messageId(String(stage.clock.now() * 1_000));
    const message = {
      type: 'message',
      by: ANA,
      at: stage.clock.now(),
      id,
      text: 'rough one',
      attachments: [],
    } as const;

    stage.listener.heard(CHANNEL, message, id);
    stage.listener.heard(CHANNEL, message, id);
    letGo();
    await stage.pass(5);

    expect(encoder.asked).toEqual(['rough one']);
    expect(read.map(({ text }) => text)).toEqual(['rough one']);
  });

  it('lets nothing in once Nod has stopped', async () => {
    const { stage, read, desk, finish } = await encodeMissed('rough one');
    await stage.nod.stop();
    const { state } = desk.session;

    await finish();
    await stage.pass(5);

    expect(desk.session.state).toEqual(state);
    expect(desk.unsaved).toBeUndefined();
    expect(read).toEqual([]);
  });
});
