import { readFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { modelsIn, weightsFileOf } from '../../src/cli/weights-file.ts';
import type { Model } from '../../src/learned/model.ts';
import { packModels } from '../../src/learned/pack.ts';

const shipped = readFileSync(new URL('../../assets/weights.bin', import.meta.url));
const MODELS = modelsIn(shipped);

/** Models that fit, but for how large one table is. */
function largeModels(): Uint8Array {
  const { utterances } = MODELS;
  const table = new Int8Array(utterances.fast.bias.length * 2 ** 21);
  return packModels({ ...MODELS, utterances: { ...utterances, fast: { ...utterances.fast, table } } });
}

/** The same model with hardly a table, which is soon compressed. */
function small({ fast, wide, ...model }: Model): Model {
  const none = new Int8Array(0);
  return { ...model, fast: { ...fast, table: none }, wide: { ...wide, kept: none, table: none } };
}

const soon = (bytes: Uint8Array) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } });

describe('the file of the weights', () => {
  it('is packed as it was unpacked', () => {
    expect(brotliDecompressSync(shipped).equals(packModels(MODELS))).toBe(true);
  });

  it('gives what was put into it', () => {
    const models = { ...MODELS, utterances: small(MODELS.utterances), replies: small(MODELS.replies) };

    expect(modelsIn(weightsFileOf(models))).toEqual(models);
  });

  it.each([
    ['cut short', shipped.subarray(0, 1000)],
    ['empty', shipped.subarray(0, 0)],
    ['something else', Buffer.from('PNG\r\n and so on, for a while')],
    ['without its last byte', shipped.subarray(0, -1)],
    ['followed by something', Buffer.concat([shipped, Buffer.alloc(4)])],
    ['not compressed', brotliDecompressSync(shipped)],
    ['no models but something compressed', soon(Buffer.from('nod7'))],
    ['more than any model has', soon(largeModels())],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => modelsIn(bytes)).toThrow('does not fit this Nod');
  });
});
