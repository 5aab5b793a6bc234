import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodError } from '../../src/errors.ts';
import { countBefore } from '../../src/learned/lines-before.ts';
import type { Model, Stacking } from '../../src/learned/model.ts';
import { packModels, unpackModels } from '../../src/learned/pack.ts';

const FAST = { temperature: 1, shift: [0, 0] };
const FULL: Stacking = {
  weights: [
    [1, 0, 0.5, 0, 0.25, 0.75],
    [0, 1, 0, 0.5, 0.25, 0.75],
  ],
  bias: [0, -1],
  due: [0, 1],
};
/** In a chat each class may also count the lines before. */
const COUNTING = FULL.weights.map((row) => [...row, ...new Array<number>(countBefore(2)).fill(0.5)]);
const stackedAfter = (weights: readonly (readonly number[])[]) =>
  question({ everyday: { fast: FAST, full: FULL, after: { ...FULL, weights } } });
const full = (changes: Json) => question({ everyday: { fast: FAST, full: { ...FULL, ...changes } } });

/** Two classes, three inputs, two hidden units, four buckets. */
const SMALL: Model = {
  questions: [{ name: 'which', classes: ['no', 'yes'], everyday: { fast: FAST, full: FULL } }],
  fast: { table: Int8Array.of(1, 2, 3, 4, 5, 6, 7, 8), step: 0.5, bias: Float32Array.of(0.25, -0.25) },
  deep: {
    dense: 2,
    factBuckets: 1,
    hidden: 2,
    into: Int8Array.of(1, 2, 3, 4, 5, 6),
    intoSteps: Float32Array.of(1, 2, 3),
    hiddenBias: Float32Array.of(1, 2),
    out: Float32Array.of(1, 2, 3, 4),
    past: Int8Array.of(6, 5, 4, 3, 2, 1),
    pastSteps: Float32Array.of(3, 2, 1),
    outBias: Float32Array.of(1, 2),
  },
  wide: {
    kept: Int8Array.of(0b1000, -128), // the highest bit too
    table: Int8Array.of(4, 3, 2, 1),
    step: 0.25,
    bias: Float32Array.of(3, 4),
    dense: Float32Array.of(1, 3, 5, 7),
  },
  gauge: Float32Array.of(1, 2, 3, 4, 5, 6),
};
const MODELS = { madeFrom: 'a test', utterances: SMALL, replies: { ...SMALL, gauge: new Float32Array(0) } };
const PACKED = packModels(MODELS);

type Json = Record<string, unknown>;

const headLength = (file: Uint8Array) => new DataView(file.buffer, file.byteOffset).getUint32(4, true);
const headOf = (): Json => JSON.parse(Buffer.from(PACKED.subarray(8, 8 + headLength(PACKED))).toString());

/** The packed models under another head; their arrays stay. */
function under(head: unknown): Uint8Array {
  const text = Buffer.from(JSON.stringify(head));
  const start = Buffer.from(PACKED.subarray(0, 8));
  start.writeUInt32LE(text.length, 4);
  const padding = Buffer.alloc((4 - (text.length % 4)) % 4);
  return Buffer.concat([start, text, padding, PACKED.subarray(8 + Math.ceil(headLength(PACKED) / 4) * 4)]);
}

/** The packed models with something else said of the first. */
function saying(changes: Json): Uint8Array {
  const head = headOf();
  const [first, second] = head['models'] as readonly Json[];
  return under({ ...head, models: [{ ...first, ...changes }, second] });
}

const LENGTHS = [2, 3, 2, 4, 3, 2, 6, 2, 4, 8, 6, 6, 2, 4];
const TABLE = 9;
const [WIDE_BIAS, WIDE_DENSE, WIDE_KEPT, WIDE_TABLE] = [7, 8, 12, 13];
const lengths = (at: number, length: unknown) => saying({ lengths: LENGTHS.with(at, length as number) });
const question = (changes: Json) => saying({ questions: [{ ...SMALL.questions[0], ...changes }] });

function failureOf(file: Uint8Array): unknown {
  try {
    return unpackModels(file) && undefined;
  } catch (error) {
    return error;
  }
}

describe('unpacking models', () => {
  it('gives what was packed', () => {
    expect(unpackModels(PACKED)).toEqual(MODELS);
    expect(unpackModels(under(headOf()))).toEqual(MODELS);
  });

  it('takes arrays as long as they should be, and questions that tell lines alone, and lines after others, apart', () => {
    const everyday = { fast: FAST, full: FULL, after: { ...FULL, weights: COUNTING } };
    const apart = {
      ...SMALL,
      questions: SMALL.questions.map((one) => ({ ...one, everyday, alone: one.everyday })),
    };
    const models = { ...MODELS, utterances: apart };

    expect(unpackModels(saying({ lengths: LENGTHS }))).toEqual(MODELS);
    expect(unpackModels(packModels(models))).toEqual(models);
  });

  it('reads a file wherever it lies in a larger buffer', () => {
    const large = Buffer.concat([Buffer.of(7), PACKED, Buffer.of(7)]);

    expect(unpackModels(large.subarray(1, -1))).toEqual(MODELS);
  });

  it.each<[string, Uint8Array]>([
    ['a head that is null', under(null)],
    ['a head that is a number', under(7)],
    ['a head that is a list', under([])],
    ['a head that is long', under({ ...headOf(), more: 'x'.repeat(2 ** 20) })],
    ['no origin', under({ models: headOf()['models'] })],
    ['no models', under({ madeFrom: 'x' })],
    ['models that are no list', under({ madeFrom: 'x', models: { length: 2 } })],
    ['models that are null', under({ madeFrom: 'x', models: [null, null] })],
    ['models of other names', saying({ name: 'others' })],
    ['a step that is no number', saying({ step: '1' })],
    ['a wide part without a step', saying({ wideStep: undefined })],
    ['a wide part whose step is no number', saying({ wideStep: null })],
    ['no shape', saying({ shape: undefined })],
    ['a negative shape', saying({ shape: { dense: -2, factBuckets: 1, hidden: 2 } })],
    ['another shape', saying({ shape: { dense: 2, factBuckets: 2, hidden: 2 } })],
    ['no questions', saying({ questions: [] })],
    ['questions that are null', saying({ questions: [null] })],
    ['more classes', question({ classes: ['no', 'yes', 'perhaps'] })],
    ['classes that are no list', question({ classes: 'no' })],
    ['classes that are no words', question({ classes: [1, 2] })],
    ['no calibration', question({ everyday: undefined })],
    ['a calibration for fewer classes', question({ everyday: { fast: { temperature: 1, shift: [0] }, full: FULL } })],
    ['a temperature of nothing', question({ everyday: { fast: { ...FAST, temperature: 0 }, full: FULL } })],
    ['a temperature below nothing', question({ everyday: { fast: { ...FAST, temperature: -1 }, full: FULL } })],
    ['a class that is not stacked', full({ weights: FULL.weights.slice(1) })],
    ['a class that is stacked from too little', full({ weights: FULL.weights.map((row) => row.slice(1)) })],
    ['a class that is stacked from two of three parts', full({ weights: FULL.weights.map((row) => row.slice(2)) })],
    ['a class that counts part of the lines before it', stackedAfter(COUNTING.map((row) => row.slice(1)))],
    ['a class that counts no line before it where it should', stackedAfter(FULL.weights)],
    ['a class that counts lines before it where none is known', full({ weights: COUNTING })],
    ['a weight that is no number', full({ weights: FULL.weights.map((row) => row.map(String)) })],
    ['too little that is always added', full({ bias: [0] })],
    ['no due', full({ due: undefined })],
    [
      'a second question that is not stacked from the first too',
      saying({ questions: [SMALL.questions[0], SMALL.questions[0]] }),
    ],
    ['a calibration for lines alone that is none', question({ alone: { fast: FAST } })],
    ['a gauge cut short', lengths(6, 1)],
    ['no lengths', saying({ lengths: undefined })],
    ['lengths that are no list', saying({ lengths: 'ten' })],
    ['lengths too few', saying({ lengths: LENGTHS.slice(1) })],
    ['lengths too many', saying({ lengths: [...LENGTHS, 4] })],
    ['a negative length', lengths(TABLE, -8)],
    ['a fractional length', lengths(TABLE, 7.5)],
    ['a length in words', lengths(TABLE, '8')],
    ['a huge length', lengths(TABLE, 2 ** 52)],
    ['a table of half a bucket', lengths(TABLE, 7)],
    ['a table of another size', lengths(TABLE, 4)],
    ['a wide table of half a bucket', lengths(WIDE_TABLE, 3)],
    ['a wide part with more bias than classes', saying({ lengths: LENGTHS.with(WIDE_BIAS, 4).with(WIDE_DENSE, 2) })],
    ['more rows of the wide part than are marked', lengths(WIDE_TABLE, 8)],
    ['marks cut short', saying({ lengths: LENGTHS.with(WIDE_KEPT, 1) })],
    [
      'another mark',
      packModels({ ...MODELS, utterances: { ...SMALL, wide: { ...SMALL.wide, kept: Int8Array.of(9, -128) } } }),
    ],
    ['bytes left over', Buffer.concat([PACKED, Buffer.alloc(4)])],
    ['bytes missing', PACKED.subarray(0, -1)],
    ['nothing in it', PACKED.subarray(0, 0)],
  ])('refuses a file with %s', (_, file) => {
    expect(failureOf(file)).toMatchObject({ name: 'NodError', code: 'FILE_UNREADABLE' });
  });

  // How many buckets may be marked is not the file's to say: `hasShape` looks at that.
  const sized = LENGTHS.map((length, at) => [at, length] as const).filter(([at]) => at !== WIDE_KEPT);
  it.each(sized)('refuses another length of array %i', (at, length) => {
    expect(failureOf(lengths(at, length + 1))).toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('fails in no other way, whatever the bytes', () => {
    const start = Array.from(PACKED.subarray(0, 4));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 64 }),
      fc.uint8Array({ maxLength: 64 }).map((rest) => Uint8Array.of(...start, ...rest)),
      fc.json().map((text) => under(JSON.parse(text))),
    );

    fc.assert(
      fc.property(bytes, (file) => failureOf(file) instanceof NodError),
      { numRuns: 300 },
    );
  });

  it('fails in no other way when a value of the head is something else', () => {
    const keys = ['name', 'questions', 'step', 'shape', 'lengths'];
    const changed = fc.tuple(fc.constantFrom(...keys), fc.jsonValue()).map(([key, value]) => saying({ [key]: value }));

    fc.assert(
      fc.property(changed, (file) => {
        const failure = failureOf(file);
        return failure === undefined || failure instanceof NodError;
      }),
      { numRuns: 300 },
    );
  });
});
