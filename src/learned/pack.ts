import { NodError } from '../errors.ts';
import type { DeepPart, FastPart, Model, Question } from './model.ts';

/** The two models of Nod, and what they were made from; a test holds that against the corpus. */
export interface Models {
  readonly madeFrom: string;
  readonly utterances: Model;
  readonly replies: Model;
}

/** Models as they lie in assets/weights.bin: a head in JSON, then the arrays, little-endian, in its order. */
interface Head {
  readonly madeFrom: string;
  readonly models: readonly ModelHead[];
}

interface ModelHead {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly step: number;
  readonly shape: Pick<DeepPart, 'dense' | 'factBuckets' | 'hidden'>;
  /** How long each array is, in numbers. */
  readonly lengths: readonly number[];
}

const MAGIC = 0x33646f6e; // "nod3", little-endian
const START = 8; // magic, length of the head

/** The arrays of a model, in the order in which they lie. */
function arraysOf({ fast, deep }: Model): readonly (Int8Array | Float32Array)[] {
  const { into, intoSteps, hiddenBias, out, past, pastSteps, outBias } = deep;
  return [fast.bias, intoSteps, hiddenBias, out, pastSteps, outBias, fast.table, into, past];
}

const FLOATS = 6; // the first arrays are 32-bit, the rest 8-bit: then every float lies on a multiple of 4

export function packModels({ madeFrom, ...models }: Models): Uint8Array {
  const head: Head = {
    madeFrom,
    models: Object.entries(models).map(([name, model]) => ({
      name,
      questions: model.questions,
      step: model.fast.step,
      shape: { dense: model.deep.dense, factBuckets: model.deep.factBuckets, hidden: model.deep.hidden },
      lengths: arraysOf(model).map(({ length }) => length),
    })),
  };
  const text = new TextEncoder().encode(JSON.stringify(head));
  const padded = roundUp(text.length);
  const arrays = Object.values(models).flatMap(arraysOf);
  const bytes = new Uint8Array(START + padded + arrays.reduce((total, array) => total + roundUp(array.byteLength), 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  bytes.set(text, START);
  let at = START + padded;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += roundUp(array.byteLength);
  }
  return bytes;
}

const roundUp = (length: number) => Math.ceil(length / 4) * 4;

/** Reads what `packModels` wrote; a file of another layout is refused. */
export function unpackModels(file: Uint8Array): Models {
  const bytes = file.slice(); // its own buffer, so that floats lie on multiples of 4
  const head = headOf(bytes);
  let at = START + roundUp(new DataView(bytes.buffer).getUint32(4, true));
  const take = (length: number, isFloat: boolean) => {
    const from = at;
    at += roundUp(isFloat ? length * 4 : length);
    if (at > bytes.length) throw misfit();
    return isFloat ? new Float32Array(bytes.buffer, from, length) : new Int8Array(bytes.buffer, from, length);
  };
  const models = head.models.map((one) => {
    const arrays = one.lengths.map((length, index) => take(length, index < FLOATS));
    return [one.name, asModel(one, arrays)] as const;
  });
  const named = new Map(models);
  const [utterances, replies] = [named.get('utterances'), named.get('replies')];
  if (!utterances || !replies) throw misfit();
  return { madeFrom: head.madeFrom, utterances, replies };
}

function headOf(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer);
  if (bytes.length < START || view.getUint32(0, true) !== MAGIC) throw misfit();
  try {
    return JSON.parse(new TextDecoder().decode(bytes.subarray(START, START + view.getUint32(4, true)))) as Head;
  } catch {
    throw misfit();
  }
}

function asModel({ questions, step, shape }: ModelHead, arrays: readonly (Int8Array | Float32Array)[]): Model {
  const [bias, intoSteps, hiddenBias, out, pastSteps, outBias, table, into, past] = arrays;
  const fast = { bias, step, table } as FastPart;
  return {
    questions,
    fast,
    deep: { ...shape, into, intoSteps, hiddenBias, out, past, pastSteps, outBias } as DeepPart,
  };
}

function misfit(): NodError {
  return new NodError('FILE_UNREADABLE', 'assets/weights.bin does not fit this Nod.', 'Run `npm ci` again.');
}
