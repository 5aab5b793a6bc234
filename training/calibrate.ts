// What a confidence means: found on blocks that were left out of learning in turn.
import type { Answered } from '../src/learned/asker.ts';
import { createFastScorer } from '../src/learned/fast-part.ts';
import {
  blended,
  type Calibration,
  type Calibrations,
  calibrationOf,
  deepScores,
  indexOfMost,
  logChances,
  type Question,
  type Setting,
  softmax,
} from '../src/learned/model.ts';
import { type BlockLesson, type Course, learn } from './course.ts';

/** A lesson that was not learned from, and what was said of it. */
export interface Unseen {
  readonly lesson: BlockLesson;
  readonly fast: readonly number[];
  readonly deep: Float64Array | undefined;
}

/** Blocks are left out in so many groups; more would cost minutes each. */
const GROUPS = 3;
const BLENDS = [0.3, 0.4, 0.5, 0.6, 0.7];

/** Every lesson as a model saw it that had learned from other blocks. */
export function unseenScores(course: Course): readonly Unseen[] {
  const blocks = [...new Set(course.lessons.map(({ block }) => block))].sort();
  return Array.from({ length: GROUPS }, (_, group) => blocks.filter((_block, at) => at % GROUPS === group)).flatMap(
    (left) => {
      const model = learn(
        course.lessons.filter(({ block }) => !left.includes(block)),
        course,
      );
      const fastScores = createFastScorer(model.fast);
      return course.lessons
        .filter(({ block }) => left.includes(block))
        .map((lesson) => {
          const features = lesson.features.at(-1); // in its chat, where it has one
          if (!features) throw new RangeError('a lesson has features');
          const deep = features.dense ? deepScores(model.deep, features) : undefined;
          return { lesson, fast: fastScores(features), deep };
        });
    },
  );
}

/** One question's scores and truth. */
interface Scored {
  readonly setting: Setting | undefined;
  readonly fast: readonly number[];
  readonly deep: Float64Array | undefined;
  readonly truth: readonly number[];
}

export function scoredFor(
  unseen: readonly Unseen[],
  question: number,
  course: Pick<Course, 'asked'>,
): readonly Scored[] {
  const from = course.asked.slice(0, question).reduce((sum, { classes }) => sum + classes.length, 0);
  const until = from + (course.asked[question]?.classes.length ?? 0);
  return unseen.flatMap(({ lesson, fast, deep }) => {
    const truth = lesson.truth[question];
    return truth
      ? [{ setting: lesson.setting, truth, fast: fast.slice(from, until), deep: deep?.slice(from, until) }]
      : [];
  });
}

/** Each question with the blend that reads best and with what its scores mean. */
export function calibratedOn(unseen: readonly Unseen[], course: Course): readonly Question[] {
  return course.asked.map(({ name, classes }, question) => {
    const scored = scoredFor(unseen, question, course);
    const blend = bestBlend(scored);
    const within = (one: Setting) => scored.filter(({ setting }) => setting === one);
    const alone = within('alone');
    return {
      name,
      classes,
      blend,
      everyday: calibrationsOn(within('everyday'), blend),
      ...(alone.length > 0 ? { alone: calibrationsOn(alone, blend) } : {}),
    };
  });
}

function calibrationsOn(scored: readonly Scored[], blend: number): Calibrations {
  return {
    fast: calibrate(scored.map((one) => ({ ...one, scores: logChances(one.fast) }))),
    full: calibrate(
      scored.flatMap((one) => (one.deep ? [{ ...one, scores: blended(one.fast, one.deep, blend) }] : [])),
    ),
  };
}

/** What the question comes to for one example. */
export function answered(question: Question, { fast, deep, setting = 'everyday' }: Scored): Answered {
  const scores = deep ? blended(fast, deep, question.blend) : fast;
  const calibration = calibrationOf(question, { setting, hasDeep: deep !== undefined });
  return { scores, from: 0, until: scores.length, calibration };
}

function bestBlend(scored: readonly Scored[]): number {
  const withVector = scored.flatMap(({ fast, deep, truth }) => (deep ? [{ fast, deep, truth }] : []));
  const worth = BLENDS.map((blend) =>
    macroF1(withVector.map(({ fast, deep, truth }) => ({ best: indexOfMost(blended(fast, deep, blend)), truth }))),
  );
  return BLENDS[worth.indexOf(Math.max(...worth))] ?? 0.5;
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

/** Temperature and a shift for each class that make the scores as likely as they can be. */
function calibrate(
  scored: readonly { readonly scores: readonly number[]; readonly truth: readonly number[] }[],
): Calibration {
  const classes = scored[0]?.truth.length ?? 0;
  let slopeOfScores = 1;
  const shift = new Float64Array(classes);
  for (let round = 0; round < 300; round += 1) {
    const down = new Float64Array(classes);
    let downSlope = 0;
    for (const { scores, truth } of scored) {
      const chances = softmax(scores.map((score, at) => score * slopeOfScores + (shift[at] ?? 0)));
      chances.forEach((chance, at) => {
        const gap = (chance - (truth[at] ?? 0)) / scored.length;
        down[at] = (down[at] ?? 0) + gap;
        downSlope += gap * (scores[at] ?? 0);
      });
    }
    slopeOfScores -= 0.5 * downSlope;
    down.forEach((gap, at) => {
      shift[at] = (shift[at] ?? 0) - 2 * gap;
    });
  }
  return { temperature: 1 / slopeOfScores, shift: [...shift].map((value) => Math.round(value * 1e4) / 1e4) };
}
