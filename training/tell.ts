// What training prints: how the model reads blocks that were left out of learning in turn.
import { bestOf, chancesOf } from '../src/learned/asker.ts';
import type { Question } from '../src/learned/model.ts';
import { answered, macroF1, scoredFor, type Unseen } from './calibrate.ts';
import type { Course } from './course.ts';

interface Told {
  readonly unseen: readonly Unseen[];
  readonly questions: readonly Question[];
  readonly course: Course;
}

/** The chances from which a label might count: each shows what it would be worth. */
const BARS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
/** Reading confidence without which nothing is whispered. Design, "Coach". */
const SURE = 0.8;

export function* tell(name: string, { unseen, questions, course }: Told): Generator<string> {
  yield `\n${name}: ${unseen.length} lessons, each read by a model that had not learned from its block`;
  for (const [at, question] of questions.entries()) {
    const read = scoredFor(unseen, at, course).map((one): Read => {
      const answer = answered(question, one);
      return { best: bestOf(answer), chances: chancesOf(answer), truth: one.truth };
    });
    yield `  ${question.name}: macro-F1 ${macroF1(read).toFixed(3)}`;
    if (at === 0) yield* gaugeLines(unseen, question.classes);
    if (question.classes[0] !== 'none') continue;
    for (const bar of BARS)
      yield `    any from ${bar} on: ${worth(
        read,
        (one) => anyOf(one) >= bar,
        (truth) => (truth[0] ?? 0) < 0.5,
      )}`;
    for (const [kind, label] of [...question.classes.entries()].slice(1)) {
      const isSure = (one: Read) => one.best === kind && (one.chances[kind] ?? 0) >= SURE;
      yield `    ${label} from ${SURE} on: ${worth(read, isSure, (truth) => (truth[kind] ?? 0) > 0.5)}`;
    }
  }
}

interface Read {
  readonly best: number;
  readonly chances: readonly number[];
  readonly truth: readonly number[];
}

const anyOf = ({ chances }: Read) => 1 - (chances[0] ?? 0);

/** How far the gauge lies from the labels, beside how far their own mean does: no nearer, and it says nothing. */
function* gaugeLines(unseen: readonly Unseen[], classes: readonly string[]): Generator<string> {
  for (const [kind, label] of classes.entries()) {
    const gauges = unseen.flatMap(({ lesson: { gauged }, gauge }) =>
      gauged?.of === kind && gauge !== undefined ? [{ gauge, amount: gauged.amount }] : [],
    );
    if (gauges.length === 0) continue;
    const mean = meanOf(gauges.map(({ amount }) => amount));
    const off = (of: (one: { readonly gauge: number }) => number) =>
      meanOf(gauges.map((one) => Math.abs(of(one) - one.amount))).toFixed(3);
    const [byGauge, byMean] = [off(({ gauge }) => gauge), off(() => mean)];
    yield `    intensity of ${label}: off by ${byGauge}, their mean of ${mean.toFixed(2)} by ${byMean}`;
  }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function worth(
  read: readonly Read[],
  isSaid: (one: Read) => boolean,
  holds: (truth: readonly number[]) => boolean,
): string {
  const said = read.filter(isSaid);
  const hits = said.filter(({ truth }) => holds(truth)).length;
  const gold = read.filter(({ truth }) => holds(truth)).length;
  const share = (part: number, of: number) => (part / Math.max(1, of)).toFixed(2);
  return `precision ${share(hits, said.length)}, recall ${share(hits, gold)}, ${said.length} said`;
}
