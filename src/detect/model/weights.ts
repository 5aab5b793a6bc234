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
  /** A second, smaller model on the same features: does this sound strained? */
  readonly strain: StrainWeights;
}

export interface StrainWeights {
  /** One 8-bit number a bucket. */
  readonly table: Int8Array;
  readonly step: number;
  readonly bias: number;
}

const MAGIC = 0x32646f6e; // "nod2", little-endian
const HEAD = 3; // magic, buckets, classes
const FLOATS = 4 + 2 * CLASSES.length;
const START = 4 * (HEAD + FLOATS);
const KIND_BYTES = BUCKETS * CLASSES.length;

/** Writes weights as they are shipped: little-endian, a head, the floats, the table. */
export function packWeights({ table, step, bias, temperature, shift, strain }: Weights): Uint8Array {
  const bytes = new Uint8Array(START + KIND_BYTES + BUCKETS);
  const view = new DataView(bytes.buffer);
  [MAGIC, BUCKETS, CLASSES.length].forEach((value, index) => {
    view.setUint32(4 * index, value, true);
  });
  [step, temperature, strain.step, strain.bias, ...bias, ...shift].forEach((value, index) => {
    view.setFloat32(4 * (HEAD + index), value, true);
  });
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), START);
  bytes.set(new Uint8Array(strain.table.buffer, strain.table.byteOffset, BUCKETS), START + KIND_BYTES);
  return bytes;
}

/** Reads what `packWeights` wrote; a file of another layout is refused. */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fits =
    bytes.byteLength === START + KIND_BYTES + BUCKETS &&
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
    bias: floats(4),
    shift: floats(4 + CLASSES.length),
    table: new Int8Array(bytes.buffer, bytes.byteOffset + START, KIND_BYTES),
    strain: {
      step: float(2),
      bias: float(3),
      table: new Int8Array(bytes.buffer, bytes.byteOffset + START + KIND_BYTES, BUCKETS),
    },
  };
}
