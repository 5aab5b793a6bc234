import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadReaders } from '../../src/cli/load-reader.ts';
import { macroF1 } from '../../src/cli/measures.ts';
import { KINDS_AND_NONE } from '../../src/cli/scorecard.ts';
import { createReader } from '../../src/detect/reader.ts';
import { createSentenceEncoder } from '../../src/encoders/sentences.ts';
import { packModels, unpackModels } from '../../src/learned/pack.ts';
import { CHATS_APART } from '../../training/corpus.ts';
import { readRows } from '../../training/eval-messages.ts';
import { rowsOf } from '../../training/eval-rows.ts';
import { fingerprint } from '../../training/train.ts';

const shipped = readFileSync(new URL('../../assets/weights.bin', import.meta.url));

describe('the trained weights', () => {
  // Learning takes a quarter of an hour; that it was done again after the corpus changed is told by this.
  it('were made from the corpus as it stands', () => {
    expect(unpackModels(shipped).madeFrom, 'run npm run train').toBe(fingerprint());
  });

  it('fit into three megabytes', () => {
    expect(shipped.length).toBeLessThanOrEqual(3_000_000);
  });

  it('are packed as they were unpacked', () => {
    expect(Buffer.from(packModels(unpackModels(shipped))).equals(shipped)).toBe(true);
  });

  it.each([
    ['cut short', shipped.subarray(0, 1000)],
    ['empty', shipped.subarray(0, 0)],
    ['something else', Buffer.from('PNG\r\n and so on, for a while')],
  ])('are refused when they are %s', (_, bytes) => {
    expect(() => unpackModels(bytes)).toThrow('does not fit this Nod');
  });

  it('read chats never seen clearly better than the rules alone', { timeout: 120_000 }, async () => {
    const encoder = createSentenceEncoder();
    const rows = (await Promise.all(CHATS_APART.map((block) => rowsOf(block, encoder)))).flat();
    const macro = (read: ReturnType<typeof createReader>) =>
      macroF1(
        KINDS_AND_NONE,
        readRows(rows, ({ said, context }) => read(said, context)).map(({ labels, reading }) => ({
          truth: labels.kind,
          said: reading.bid?.kind ?? 'none',
        })),
      ) ?? 0;

    const rules = macro(createReader());
    const whole = macro(loadReaders().reader);

    // The floor: docs/accuracy.md has the figures, and how far they are from what a second person reaches.
    expect(whole).toBeGreaterThanOrEqual(0.35);
    expect(whole).toBeGreaterThanOrEqual(1.5 * rules);
  });
});
