// Trains the deep part of a model of src/learned, in batches.
import type { DeepPart, Features } from '../src/learned/model.ts';
import { createDice } from './dice.ts';
import { type Asked, type Lesson, largest, liftsOf, outputsOf, shuffled, slopesOf, withVector } from './learn.ts';

/** The deep part: hidden units, passes, examples a batch, step size, pull, share of inputs and units left out. */
const DEEP = { hidden: 128, passes: 8, batch: 64, step: 2e-3, pull: 2e-2, dropout: 0.3 };

export interface DeepShape {
  readonly asked: readonly Asked[];
  readonly dense: number;
  readonly factBuckets: number;
}

/** One hidden layer, and a way past it, on the vector and the facts; rounded to 8 bits where it is large. */
export function learnDeep(lessons: readonly Lesson[], shape: DeepShape): DeepPart {
  const { asked } = shape;
  const dice = createDice(2);
  const layers = firstLayers(shape, dice);
  const lifts = liftsOf(lessons, asked);
  const seen = withVector(lessons);
  const batches = Math.ceil(seen.length / DEEP.batch);
  let time = 0;
  for (let pass = 0; pass < DEEP.passes; pass += 1) {
    const order = shuffled(seen, dice);
    for (let from = 0; from < order.length; from += DEEP.batch) {
      const batch = order.slice(from, from + DEEP.batch);
      for (const lesson of batch) {
        const features = lesson.features[pass % lesson.features.length] as Features;
        const kept = keptOf(inputsOf(features, shape), dice);
        const { units, scores } = forward(layers, kept, dice);
        const slopes = slopesOf(scores, lesson, { asked, lifts });
        backward(layers, { kept, units, slopes, share: 1 / batch.length });
      }
      time += 1;
      const size = DEEP.step * (1 - time / (batches * DEEP.passes + 1));
      for (const one of Object.values(layers)) step(one, { size, time });
    }
  }
  return rounded(layers, shape);
}

type Layers = Readonly<Record<'into' | 'hiddenBias' | 'out' | 'past' | 'outBias', Learned>>;

/** Small random numbers where layers meet, so that no two units are alike; zero elsewhere. */
function firstLayers({ asked, dense, factBuckets }: DeepShape, dice: () => number): Layers {
  const outputs = outputsOf(asked);
  const inputs = dense + factBuckets;
  const { hidden, pull } = DEEP;
  const within = (spread: number) => () => (dice() * 2 - 1) * spread;
  return {
    into: learned(inputs * hidden, pull, within(Math.sqrt(2 / dense))),
    hiddenBias: learned(hidden, 0),
    out: learned(hidden * outputs, pull, within(Math.sqrt(1 / hidden))),
    past: learned(inputs * outputs, pull),
    outBias: learned(outputs, 0),
  };
}

/** Numbers that are learned together, with what Adam remembers of their slopes (Kingma and Ba 2015). */
interface Learned {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly mean: Float32Array;
  readonly spread: Float32Array;
  readonly pull: number;
}

function learned(count: number, pull: number, first: () => number = () => 0): Learned {
  const empty = () => new Float32Array(count);
  return { values: empty().map(first), slopes: empty(), mean: empty(), spread: empty(), pull };
}

/** One step of AdamW; slopes are used up. */
function step({ values, slopes, mean, spread, pull }: Learned, { size, time }: { size: number; time: number }): void {
  const ofMean = 1 / (1 - 0.9 ** time);
  const ofSpread = 1 / (1 - 0.999 ** time);
  for (let at = 0; at < values.length; at += 1) {
    const slope = slopes[at] as number;
    slopes[at] = 0;
    const m = 0.9 * (mean[at] as number) + 0.1 * slope;
    const s = 0.999 * (spread[at] as number) + 0.001 * slope * slope;
    mean[at] = m;
    spread[at] = s;
    values[at] = (values[at] as number) * (1 - size * pull) - (size * m * ofMean) / (Math.sqrt(s * ofSpread) + 1e-8);
  }
}

type Input = readonly [at: number, value: number];

function inputsOf({ dense, facts }: Features, shape: { dense: number; factBuckets: number }): Input[] {
  const inputs: Input[] = [];
  dense?.forEach((value, at) => {
    if (value !== 0) inputs.push([at, value]);
  });
  for (const fact of facts) inputs.push([shape.dense + (fact % shape.factBuckets), 1]);
  return inputs;
}

/** The share of inputs and units that dropout keeps; what is kept grows by as much, so sums stay alike. */
const KEEP = 1 - DEEP.dropout;

function keptOf(inputs: readonly Input[], dice: () => number): readonly Input[] {
  return inputs.flatMap(([at, value]): Input[] => (dice() < KEEP ? [[at, value / KEEP]] : []));
}

/** What the hidden units and the outputs come to. */
function forward({ into, hiddenBias, out, past, outBias }: Layers, kept: readonly Input[], dice: () => number) {
  const hidden = hiddenBias.values.length;
  const outputs = outBias.values.length;
  const units = Float32Array.from(hiddenBias.values);
  const scores = Float64Array.from(outBias.values);
  for (const [at, value] of kept) {
    for (let unit = 0; unit < hidden; unit += 1)
      units[unit] = (units[unit] as number) + value * (into.values[at * hidden + unit] as number);
    for (let output = 0; output < outputs; output += 1)
      scores[output] = (scores[output] as number) + value * (past.values[at * outputs + output] as number);
  }
  for (let unit = 0; unit < hidden; unit += 1) {
    const value = units[unit] as number;
    units[unit] = value > 0 && dice() < KEEP ? value / KEEP : 0;
    const active = units[unit] as number;
    if (active > 0)
      for (let output = 0; output < outputs; output += 1)
        scores[output] = (scores[output] as number) + active * (out.values[unit * outputs + output] as number);
  }
  return { units, scores };
}

/** One example on its way back: what was put in, what came of it, and how far each output is off. */
interface Off {
  readonly kept: readonly Input[];
  readonly units: Float32Array;
  readonly slopes: Float64Array;
  /** How much the example counts in its batch. */
  readonly share: number;
}

/** Adds the example's slopes to every layer. */
function backward(layers: Layers, { kept, units, slopes, share }: Off): void {
  const { into, hiddenBias, past, outBias } = layers;
  const hidden = hiddenBias.values.length;
  const outputs = outBias.values.length;
  for (let output = 0; output < outputs; output += 1)
    outBias.slopes[output] = (outBias.slopes[output] as number) + (slopes[output] as number) * share;
  const ofUnits = backToUnits(layers, { units, slopes, share });
  const active = Int32Array.from(ofUnits.keys()).filter((unit) => ofUnits[unit] !== 0); // a third of them, most often
  for (const [at, value] of kept) {
    for (const unit of active)
      into.slopes[at * hidden + unit] = (into.slopes[at * hidden + unit] as number) + value * (ofUnits[unit] as number);
    for (let output = 0; output < outputs; output += 1)
      past.slopes[at * outputs + output] =
        (past.slopes[at * outputs + output] as number) + value * share * (slopes[output] as number);
  }
}

/** The slope of each hidden unit, added to its bias, and those of its outputs to their layer. */
function backToUnits({ hiddenBias, out }: Layers, { units, slopes, share }: Omit<Off, 'kept'>): Float32Array {
  const outputs = slopes.length;
  const ofUnits = new Float32Array(units.length);
  for (let unit = 0; unit < units.length; unit += 1) {
    const active = units[unit] as number;
    if (active === 0) continue;
    let sum = 0;
    for (let output = 0; output < outputs; output += 1) {
      const slope = (slopes[output] as number) * share;
      sum += slope * (out.values[unit * outputs + output] as number);
      out.slopes[unit * outputs + output] = (out.slopes[unit * outputs + output] as number) + slope * active;
    }
    ofUnits[unit] = sum / KEEP;
    hiddenBias.slopes[unit] = (hiddenBias.slopes[unit] as number) + (ofUnits[unit] as number);
  }
  return ofUnits;
}

function rounded({ into, hiddenBias, out, past, outBias }: Layers, { dense, factBuckets }: DeepShape): DeepPart {
  const [ofInto, ofPast] = [roundedRows(into.values, DEEP.hidden), roundedRows(past.values, outBias.values.length)];
  return {
    dense,
    factBuckets,
    hidden: DEEP.hidden,
    into: ofInto.rows,
    intoSteps: ofInto.steps,
    hiddenBias: hiddenBias.values,
    out: out.values,
    past: ofPast.rows,
    pastSteps: ofPast.steps,
    outBias: outBias.values,
  };
}

/** Rows rounded to 8 bits, a step for each. */
function roundedRows(values: Float32Array, width: number): { readonly rows: Int8Array; readonly steps: Float32Array } {
  const steps = new Float32Array(values.length / width);
  const rows = new Int8Array(values.length);
  for (let row = 0; row < steps.length; row += 1) {
    const part = values.subarray(row * width, (row + 1) * width);
    const size = largest(part) / 127;
    steps[row] = size;
    part.forEach((value, at) => {
      rows[row * width + at] = Math.round(value / size);
    });
  }
  return { rows, steps };
}
