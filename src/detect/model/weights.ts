import { BID_KINDS, type BidKind } from '../../domain/bid.ts';
import { NodError } from '../../errors.ts';
import { BUCKETS } from './features.ts';

/** What the model can say of an utterance: no bid, or one kind. */
export const CLASSES = ['none', ...BID_KINDS] as const satisfies readonly ('none' | BidKind)[];

/** The trained numbers, as they lie in assets/weights.bin. */
export interface Weights {
  /** One 8-bit number a bucket and class, bucket by bucket. */
  readonly table: Int8Array;
  /** What one step of the table is worth, for words and for facts alike. */
  readonly step: number;
  readonly bias: Float32Array;
  /** Turns scores into probabilities at everyday prevalence: divides, then shifts each class. */
  readonly temperature: number;
  readonly shift: Float32Array;
}

const MAGIC = 0x31646f6e; // "nod1", little-endian
const HEAD = 3; // magic, buckets, classes
const FLOATS = 2 + 2 * CLASSES.length;

/** Writes weights as they are shipped: little-endian, a head, the floats, the table. */
export function packWeights({ table, step, bias, temperature, shift }: Weights): Uint8Array {
  const bytes = new Uint8Array(4 * (HEAD + FLOATS) + table.length);
  const view = new DataView(bytes.buffer);
  [MAGIC, BUCKETS, CLASSES.length].forEach((value, index) => {
    view.setUint32(4 * index, value, true);
  });
  [step, temperature, ...bias, ...shift].forEach((value, index) => {
    view.setFloat32(4 * (HEAD + index), value, true);
  });
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), 4 * (HEAD + FLOATS));
  return bytes;
}

/** Reads what `packWeights` wrote; a file of another layout is refused. */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = 4 * (HEAD + FLOATS);
  const fits =
    bytes.byteLength === start + BUCKETS * CLASSES.length &&
    view.getUint32(0, true) === MAGIC &&
    view.getUint32(4, true) === BUCKETS &&
    view.getUint32(8, true) === CLASSES.length;
  if (!fits) {
    throw new NodError(
      'FILE_UNREADABLE',
      'assets/weights.bin does not fit this Nod.',
      'Run `npm run train`, or install again.',
    );
  }
  const float = (index: number) => view.getFloat32(4 * (HEAD + index), true);
  const floats = (from: number) => Float32Array.from(CLASSES, (_, index) => float(from + index));
  return {
    step: float(0),
    temperature: float(1),
    bias: floats(2),
    shift: floats(2 + CLASSES.length),
    table: new Int8Array(bytes.buffer, bytes.byteOffset + start, BUCKETS * CLASSES.length),
  };
}
