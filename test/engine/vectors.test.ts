import { describe, expect, it } from 'vitest';
import { messageId, personId } from '../../src/domain/ids.ts';
import type { Reader, Said } from '../../src/domain/reading.ts';
import type { Encoder } from '../../src/ports/encoder.ts';
import { ANA, BEN, CHANNEL, openCouple } from '../support/runner-stage.ts';

/** Writes down what it is asked; a vector tells how long its text was. */
function createLoggingEncoder(): Encoder & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async encode(texts) {
      asked.push(...texts);
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
