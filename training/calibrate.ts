// What a confidence means: found on blocks that were left out of learning in turn.
import { type Answered, answeredFrom } from '../src/learned/asker.ts';
import { createFastScorer } from '../src/learned/fast-part.ts';
import { createFullScorer } from '../src/learned/full-parts.ts';
import { beforeFrom, impressionOf, type LineBefore } from '../src/learned/lines-before.ts';
import {
  type Calibration,
  type Calibrations,
  calibrationsOf,
  gauged,
  indexOfMost,
  logChances,
  type Question,
  type Scores,
  type Setting,
  type Span,
  type Stacking,
  softmax,
  stacked,
  stackedFrom,
} from '../src/learned/model.ts';
import { type BlockLesson, type Course, learn } from './course.ts';
import { learnStacking, rounded } from './learn-stacking.ts';

/** A lesson that was not learned from, and what was said of it. */
export interface Unseen {
  readonly lesson: BlockLesson;
  readonly fast: readonly number[];
  /** By the parts that need a vector; nothing where there was none. */
  readonly full: readonly Scores[] | undefined;
  /** How much is thought to hang on it, where the label says how much does. */
  readonly gauge: number | undefined;
}

/** Blocks are left out in so many groups; more would cost minutes each. */
const GROUPS = 3;
/** How far a class is given its due: not at all, to as if all were equally frequent. */
const DUES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6];

/** Every lesson as a model saw it that had learned from other blocks. */
export function unseenScores(course: Course): readonly Unseen[] {
  const blocks = [...new Set(course.lessons.map(({ block }) => block))].sort();
  return Array.from({ length: GROUPS }, (_, group) => blocks.filter((_block, at) => at % GROUPS === group)).flatMap(
    (left) => {
      const model = learn(
        course.lessons.filter(({ block }) => !left.includes(block)),
        course,
      );
      const [fastScores, fullScores] = [createFastScorer(model.fast), createFullScorer(model)];
      return course.lessons
        .filter(({ block }) => left.includes(block))
        .map((lesson) => {
          const features = lesson.features.at(-1); // in its chat, where it has one
          if (!features) throw new RangeError('a lesson has features');
          const full = features.dense ? fullScores(features) : undefined;
          const gauge = lesson.gauged && gauged(model, features, lesson.gauged.of);
          return { lesson, fast: fastScores(features), full, gauge };
        });
    },
  );
}

/** One question's scores and truth. */
interface Scored {
  readonly setting: Setting | undefined;
  readonly fast: readonly number[];
  /** What all parts say, which is stacked, where there was a vector. */
  readonly inputs: readonly number[] | undefined;
  /** What the lines before it count, which is stacked with that in a chat; zeros where none is known. */
  readonly before: readonly number[];
  /** The last of these lines is known. */
  readonly follows: boolean;
  readonly truth: readonly number[];
  /** As how many it counts. */
  readonly times: number;
}

export function scoredFor(
  unseen: readonly Unseen[],
  question: number,
  course: Pick<Course, 'asked' | 'lessons'>,
): readonly Scored[] {
  const span = (at: number) => {
    const from = course.asked.slice(0, at).reduce((sum, { classes }) => sum + classes.length, 0);
    return { from, until: from + (course.asked[at]?.classes.length ?? 0) };
  };
  const [own, first] = [span(question), span(0)];
  const before = createCountsBefore(unseen, course.lessons, own);
  return unseen.flatMap(({ lesson, fast, full }): readonly Scored[] => {
    const truth = lesson.truth[question];
    if (!truth) return [];
    const inputs = full && stackedFrom([fast, ...full], own, first);
    const name = course.asked[question]?.name ?? '';
    const setting = lesson.frequencyUntold?.includes(name) ? undefined : lesson.setting;
    const scores = { fast: fast.slice(own.from, own.until), inputs, ...before(lesson) };
    return [{ setting, truth, ...scores, times: lesson.counts?.[name] ?? 1 }];
  });
}

/** What lines before a lesson's count for the question, as they were read by models that had not learned them either. */
function createCountsBefore(
  unseen: readonly Unseen[],
  lessons: readonly BlockLesson[],
  own: Span,
): (lesson: BlockLesson) => Pick<Scored, 'before' | 'follows'> {
  if (!unseen.some(({ lesson }) => lesson.before)) return () => ({ before: [], follows: false });
  const impressions = new Map(
    unseen.map(({ lesson, fast, full }) => [lesson, full && impressionOf([fast, ...full], [own])]),
  );
  const question = { from: 0, until: own.until - own.from };
  return ({ before = [] }) => {
    const lines = before.map(({ lesson, own: isOwn }): LineBefore | undefined => {
      const chances = impressions.get(lessons[lesson] as BlockLesson);
      return chances && { own: isOwn, chances };
    });
    return { before: beforeFrom(lines, question), follows: lines[0] !== undefined };
  };
}

/** Each question with what its scores mean. */
export function calibratedOn(unseen: readonly Unseen[], course: Course): readonly Question[] {
  return course.asked.map(({ name, classes }, question) => {
    const scored = scoredFor(unseen, question, course);
    const isAlone = scored.some(({ setting }) => setting === 'alone');
    const everyday = calibrationsOn(scored, 'everyday');
    return { name, classes, everyday, ...(isAlone ? { alone: calibrationsOn(scored, 'alone') } : {}) };
  });
}

function calibrationsOn(scored: readonly Scored[], setting: Setting): Calibrations {
  const within = scored.filter((one) => one.setting === setting);
  const stack = (from: (one: Scored) => readonly number[] | undefined): Stacking => {
    const rows = scored.flatMap((one) => {
      const { setting: where, truth, times } = one;
      const inputs = from(one);
      return inputs && (where === setting || where === undefined)
        ? repeated({ inputs, truth, isElsewhere: where === undefined }, times)
        : [];
    });
    const weighed = learnStacking(rows);
    return {
      ...weighed,
      due: dueIn(
        within.map((one) => ({ inputs: from(one), truth: one.truth })),
        weighed,
      ),
    };
  };
  const full = stack(({ inputs }) => inputs);
  const fast = calibrate(
    within.flatMap(({ fast, truth, times }) => repeated({ scores: logChances(fast), truth }, times)),
  );
  if (!within.some(({ follows }) => follows)) return { fast, full };
  return { fast, full, after: stack(({ inputs, before }) => inputs && [...inputs, ...before]) };
}

function repeated<One>(one: One, times: number): readonly One[] {
  return Array.from({ length: times }, () => one);
}

/** What the question comes to for one example. */
export function answered(
  question: Question,
  { fast, inputs, before, follows, setting = 'everyday' }: Scored,
): Answered {
  const { fast: calibration, full, after } = calibrationsOf(question, setting);
  if (!inputs) return { scores: fast, from: 0, until: fast.length, calibration };
  return after && follows ? answeredFrom([...inputs, ...before], after) : answeredFrom(inputs, full);
}

/** What each class is given on top: the rarer the more, and as much as finds the best balance over all classes. */
function dueIn(
  within: readonly Pick<Scored, 'inputs' | 'truth'>[],
  weighed: Pick<Stacking, 'weights' | 'bias'>,
): readonly number[] {
  const read = within.flatMap(({ inputs, truth }) => (inputs ? [{ truth, scores: stacked(inputs, weighed) }] : []));
  const rarity = weighed.bias.map((_, one) => {
    const count = read.reduce((sum, { truth }) => sum + (truth[one] ?? 0), 0);
    return count === 0 ? 0 : -Math.log(count / read.length);
  });
  const best = (due: number) =>
    read.map(({ truth, scores }) => ({
      truth,
      best: indexOfMost(scores.map((score, one) => score + due * (rarity[one] ?? 0))),
    }));
  const worth = DUES.map((due) => macroF1(best(due)));
  const due = DUES[worth.indexOf(Math.max(...worth))] ?? 0;
  return rarity.map((rare) => rounded(due * rare));
}

/** The mean over classes of the harmonic mean of precision and recall. */
export function macroF1(read: readonly { readonly best: number; readonly truth: readonly number[] }[]): number {
  const classes = read[0]?.truth.length ?? 0;
  let sum = 0;
  for (let one = 0; one < classes; one += 1) {
    let [hits, said, is] = [0, 0, 0];
    for (const { best, truth } of read) {
      const gold = truth.indexOf(Math.max(...truth));
      if (best === one) said += 1;
      if (gold === one) is += 1;
      if (best === one && gold === one) hits += 1;
    }
    sum += hits === 0 ? 0 : (2 * hits) / (said + is);
  }
  return sum / classes;
}

/**
 * Finding calibrations: passes at most, the largest slope that is let stand, the share of a step of Newton's that is
 * taken (classes pull at each other, and half a step never overshoots), and the least curvature that is divided by.
 */
const CALIBRATE = { passes: 400, enough: 1e-6, share: 0.4, leastCurve: 1e-9 };

/** Temperature and a shift for each class that make the scores as likely as they can be. */
function calibrate(
  scored: readonly { readonly scores: readonly number[]; readonly truth: readonly number[] }[],
): Calibration {
  const classes = scored[0]?.truth.length ?? 0;
  const found = new Float64Array(classes + 1); // the shifts, and last what scores are multiplied by
  found[classes] = 1;
  for (let pass = 0; pass < CALIBRATE.passes; pass += 1) {
    const { slopes, curves } = slopesAt(found, scored);
    slopes.forEach((slope, at) => {
      found[at] = (found[at] ?? 0) - (CALIBRATE.share * slope) / ((curves[at] ?? 0) + CALIBRATE.leastCurve);
    });
    if (slopes.every((slope) => Math.abs(slope) < CALIBRATE.enough)) break;
  }
  const [temperature, shifts] = [1 / (found[classes] ?? 1), found.subarray(0, classes)];
  return { temperature, shift: Array.from(shifts, rounded) };
}

/** How steeply the chances fall short in each number sought, and how that bends; means over all examples. */
function slopesAt(
  found: Float64Array,
  scored: readonly { readonly scores: readonly number[]; readonly truth: readonly number[] }[],
): { readonly slopes: Float64Array; readonly curves: Float64Array } {
  const last = found.length - 1;
  const [slopes, curves] = [new Float64Array(found.length), new Float64Array(found.length)];
  const add = (sums: Float64Array, at: number, value: number) => {
    sums[at] = (sums[at] ?? 0) + value / scored.length;
  };
  for (const { scores, truth } of scored) {
    const chances = softmax(scores.map((score, at) => score * (found[last] ?? 1) + (found[at] ?? 0)));
    const mean = chances.reduce((sum, chance, at) => sum + chance * (scores[at] ?? 0), 0);
    chances.forEach((chance, at) => {
      const gap = chance - (truth[at] ?? 0);
      add(slopes, at, gap);
      add(curves, at, chance * (1 - chance));
      add(slopes, last, gap * (scores[at] ?? 0));
      add(curves, last, chance * ((scores[at] ?? 0) - mean) ** 2);
    });
  }
  return { slopes, curves };
}
