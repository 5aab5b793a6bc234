import { readFileSync } from 'node:fs';
import { deflateSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { modelsIn, weightsFileOf } from '../../src/cli/weights-file.ts';
import { packModels } from '../../src/learned/pack.ts';

const shipped = readFileSync(new URL('../../assets/weights.bin', import.meta.url));
const MODELS = modelsIn(shipped);

/** Models that fit, but for how large one table is. */
function largeModels(): Uint8Array {
  const { utterances } = MODELS;
  const table = new Int8Array(utterances.fast.bias.length * 2 ** 21);
  return packModels({ ...MODELS, utterances: { ...utterances, fast: { ...utterances.fast, table } } });
}

describe('the file of the weights', () => {
  // How it is deflated is zlib's: another Node may take other bytes for the same.
  it('is packed as it was unpacked', () => {
    expect(inflateSync(weightsFileOf(MODELS)).equals(inflateSync(shipped))).toBe(true);
  });

  it.each([
    ['cut short', shipped.subarray(0, 1000)],
    ['empty', shipped.subarray(0, 0)],
    ['something else', Buffer.from('PNG\r\n and so on, for a while')],
    ['without its last byte', shipped.subarray(0, -1)],
    ['followed by something', Buffer.concat([shipped, Buffer.alloc(4)])],
    ['not deflated', inflateSync(shipped)],
    ['no models but something deflated', deflateSync(Buffer.from('nod7'))],
    ['more than any model has', deflateSync(largeModels(), { level: 1 })],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => modelsIn(bytes)).toThrow('does not fit this Nod');
  });
});
