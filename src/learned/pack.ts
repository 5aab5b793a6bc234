import { NodError } from '../errors.ts';
import { countOf } from './bit-set.ts';
import { countBefore } from './lines-before.ts';
import type { Calibration, Calibrations, DeepPart, FastPart, Model, Question, Stacking, WidePart } from './model.ts';

/** The two models of Nod, and what they were made from; a test holds that against the corpus. */
export interface Models {
  readonly madeFrom: string;
  readonly utterances: Model;
  readonly replies: Model;
}

/** Models as they are packed: a head in JSON, then the arrays, little-endian, in its order. */
interface Head {
  readonly madeFrom: string;
  readonly models: readonly ModelHead[];
}

interface ModelHead {
  readonly name: string;
  readonly questions: readonly Question[];
  readonly step: number;
  readonly wideStep: number;
  readonly shape: Pick<DeepPart, 'dense' | 'factBuckets' | 'hidden'>;
  /** How long each array is, in numbers. */
  readonly lengths: readonly number[];
}

const MAGIC = 0x37646f6e; // "nod7", little-endian
const START = 8; // magic, length of the head

/** The arrays of a model, in the order in which they lie. */
function arraysOf({ fast, deep, wide, gauge }: Model): readonly (Int8Array | Float32Array)[] {
  const { into, intoSteps, hiddenBias, out, past, pastSteps, outBias } = deep;
  const floats = [fast.bias, intoSteps, hiddenBias, out, pastSteps, outBias, gauge, wide.bias, wide.dense];
  return [...floats, fast.table, into, past, wide.kept, wide.table];
}

const GAUGE = 6;
const FLOATS = 9; // the first arrays are 32-bit, the rest 8-bit: then every float lies on a multiple of 4
const TABLE = FLOATS;
const [WIDE_KEPT, WIDE_TABLE] = [FLOATS + 3, FLOATS + 4];

export function packModels({ madeFrom, ...models }: Models): Uint8Array {
  const head: Head = {
    madeFrom,
    models: Object.entries(models).map(([name, model]) => ({
      name,
      questions: model.questions,
      step: model.fast.step,
      wideStep: model.wide.step,
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
  const bytes = Uint8Array.from(file); // its own buffer, so that floats lie on multiples of 4; a Buffer's slice shares
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
  if (at !== bytes.length) throw misfit();
  const named = new Map(models);
  const [utterances, replies] = [named.get('utterances'), named.get('replies')];
  if (!utterances || !replies) throw misfit();
  return { madeFrom: head.madeFrom, utterances, replies };
}

/** Sixty times as long as that of Nod's own: a longer one would take memory that a small host does not have. */
const LONGEST_HEAD = 2 ** 20;

function headOf(bytes: Uint8Array): Head {
  const view = new DataView(bytes.buffer);
  if (bytes.length < START || view.getUint32(0, true) !== MAGIC) throw misfit();
  const length = view.getUint32(4, true);
  if (length > LONGEST_HEAD) throw misfit();
  const head = parsed(bytes.subarray(START, START + length));
  if (!isHead(head) || !head.models.every(fits)) throw misfit();
  return head;
}

function parsed(text: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

/** What a file says of itself: any key may be missing, any value be something else. */
type Claimed<T> = { readonly [Key in keyof T]?: unknown };

function claimed<T>(found: unknown): Claimed<T> {
  return typeof found === 'object' && found !== null ? found : {};
}

function isHead(found: unknown): found is Head {
  const { madeFrom, models } = claimed<Head>(found);
  return typeof madeFrom === 'string' && isListOf(models, isModelHead);
}

function isModelHead(found: unknown): found is ModelHead {
  const { name, questions, step, wideStep, shape, lengths } = claimed<ModelHead>(found);
  const { dense, factBuckets, hidden } = claimed<ModelHead['shape']>(shape);
  return (
    typeof name === 'string' &&
    isListOf(questions, (one) => isQuestion(one, questions as readonly unknown[])) &&
    Number.isFinite(step) &&
    Number.isFinite(wideStep) &&
    isListOf([dense, factBuckets, hidden], isCount) &&
    isListOf(lengths, isLength)
  );
}

/** How many parts a question is stacked from: the fast, the deep and the wide one. */
const PARTS = 3;

function isQuestion(found: unknown, [first]: readonly unknown[]): found is Question {
  const { name, classes, everyday, alone } = claimed<Question>(found);
  if (typeof name !== 'string' || !isListOf(classes, (one) => typeof one === 'string')) return false;
  const ofFirst = claimed<Question>(first).classes;
  const others = found === first || !Array.isArray(ofFirst) ? 0 : ofFirst.length;
  const inputs = PARTS * (classes.length + others);
  const shape = { classes: classes.length, inputs };
  const withLines = { ...shape, inputs: inputs + countBefore(classes.length) };
  const { after } = claimed<Calibrations>(everyday);
  return (
    areCalibrations(everyday, shape) &&
    (after === undefined || isStacking(after, withLines)) &&
    (alone === undefined || areCalibrations(alone, shape))
  );
}

/** How much a question is stacked from, and into what. */
interface StackingShape {
  readonly classes: number;
  readonly inputs: number;
}

function areCalibrations(found: unknown, shape: StackingShape): boolean {
  const { fast, full } = claimed<Calibrations>(found);
  const { temperature, shift } = claimed<Calibration>(fast);
  return isPositive(temperature) && areNumbers(shift, shape.classes) && isStacking(full, shape);
}

function isStacking(found: unknown, { classes, inputs }: StackingShape): boolean {
  const { weights, bias, due } = claimed<Stacking>(found);
  return (
    [bias, due].every((one) => areNumbers(one, classes)) &&
    isListOf(weights, (row) => areNumbers(row, inputs)) &&
    weights.length === classes
  );
}

const areNumbers = (found: unknown, count: number) => isListOf(found, Number.isFinite) && found.length === count;

function isListOf(found: unknown, isOne: (one: unknown) => boolean): found is readonly unknown[] {
  return Array.isArray(found) && found.length > 0 && found.every((one) => isOne(one));
}

/** Scores are divided by it: any other would turn them over, or leave no numbers. */
const isPositive = (found: unknown) => Number.isFinite(found) && (found as number) > 0;
const isLength = (found: unknown) => Number.isSafeInteger(found) && (found as number) >= 0;
const isCount = (found: unknown) => isLength(found) && found !== 0;

/** Whether each array is as long as the shape and the classes make it; how many buckets a table has is its own. */
function fits({ questions, shape, lengths }: ModelHead): boolean {
  const { dense, factBuckets, hidden } = shape;
  const inputs = dense + factBuckets;
  const outputs = questions.reduce((sum, { classes }) => sum + classes.length, 0);
  const wholeRows = (at: number) => Math.ceil((lengths[at] ?? 0) / outputs) * outputs;
  const gauge = lengths[GAUGE] === 0 ? 0 : inputs + (questions[0]?.classes.length ?? 0) + 1;
  const ofDeep = [inputs, hidden, hidden * outputs, inputs, outputs];
  const floats = [outputs, ...ofDeep, gauge, outputs, dense * outputs];
  const wide = [lengths[WIDE_KEPT], wholeRows(WIDE_TABLE)];
  const due = [...floats, wholeRows(TABLE), inputs * hidden, inputs * outputs, ...wide];
  return lengths.length === due.length && due.every((length, at) => lengths[at] === length);
}

function asModel(
  { questions, step, wideStep, shape }: ModelHead,
  arrays: readonly (Int8Array | Float32Array)[],
): Model {
  const [bias, intoSteps, hiddenBias, out, pastSteps, outBias, gauge, wideBias, wideDense] = arrays;
  const [table, into, past, kept, wideTable] = arrays.slice(TABLE);
  const fast = { bias, step, table } as FastPart;
  const wide = { kept, bias: wideBias, step: wideStep, dense: wideDense, table: wideTable } as WidePart;
  if (countOf(wide.kept) * wide.bias.length !== wide.table.length) throw misfit();
  return {
    questions,
    fast,
    deep: { ...shape, into, intoSteps, hiddenBias, out, past, pastSteps, outBias } as DeepPart,
    wide,
    gauge: gauge as Float32Array,
  };
}

/** The one sentence about weights that are not this Nod's. */
export function misfit(cause?: unknown): NodError {
  return new NodError('FILE_UNREADABLE', 'assets/weights.bin does not fit this Nod.', 'Run `npm ci` again.', { cause });
}
