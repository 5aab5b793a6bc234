import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { macroF1 } from '../../src/cli/measures.ts';
import { KINDS_AND_NONE } from '../../src/cli/scorecard.ts';
import { packWeights, readWeights } from '../../src/detect/model/weights.ts';
import { createReader } from '../../src/detect/reader.ts';
import { examplesOf, saidOf, TEST_BLOCK } from '../../training/corpus.ts';
import { teach } from '../../training/train.ts';

const shipped = readFileSync(new URL('../../assets/weights.bin', import.meta.url));

describe('the trained weights', () => {
  it('are what the corpus teaches, to the byte', { timeout: 60_000 }, () => {
    const taught = packWeights(teach().weights);

    expect(Buffer.from(taught).equals(shipped), 'run npm run train').toBe(true);
  });

  it('are refused when they are of another layout', () => {
    expect(() => readWeights(shipped.subarray(0, 1000))).toThrow('does not fit this Nod');
  });

  it('read chats never seen clearly better than the rules alone', () => {
    const examples = examplesOf(TEST_BLOCK);
    const macro = (reader: ReturnType<typeof createReader>) =>
      macroF1(
        KINDS_AND_NONE,
        examples.map(({ line, context }) => ({
          truth: line.kind,
          said: reader(saidOf(line), context).bid?.kind ?? 'none',
        })),
      ) ?? 0;

    const rules = macro(createReader());
    const whole = macro(createReader({ weights: readWeights(shipped) }));

    // The floor: docs/accuracy.md has the figures, and how far they are from what a second person reaches.
    expect(whole).toBeGreaterThanOrEqual(0.23);
    expect(whole - rules).toBeGreaterThanOrEqual(0.05);
  });
});
