import { createFastScorer } from './fast-part.ts';
import { createFullScorer } from './full-parts.ts';
import { beforeFrom, impressionOf, type LineBefore } from './lines-before.ts';
import {
  type Calibration,
  calibrationsOf,
  type Features,
  intoChances,
  type Model,
  type Question,
  type Scores,
  type Setting,
  type Span,
  type Stacking,
  stacked,
  stackedFrom,
} from './model.ts';

/** What one question came to: its classes stand from `from` until `until` in the scores of all questions. */
export interface Answered extends Span {
  /** A score for each class when every class is given its due, also the rare ones; log-chances but for a constant. */
  readonly scores: readonly number[];
  /** What the scores mean where the line was met. */
  readonly calibration: Calibration;
}

/** Asks the questions of a model. */
export interface Asker {
  /** Answers every question. */
  answers(features: Features, where?: Where): readonly Answered[];
  /** What counts of a line where another is read after it; nothing where it has no vector. */
  impression(features: Features): readonly number[] | undefined;
}

/** Where a line is met, and what was said before it there, the nearest line first. */
export interface Where {
  readonly setting: Setting;
  readonly before?: readonly (LineBefore | undefined)[];
}

/** Makes a model ready to be asked. */
export function createAsker(model: Model): Asker {
  const [fastScores, fullScores] = [createFastScorer(model.fast), createFullScorer(model)];
  let outputs = 0;
  const asked = model.questions.map((question): Asked => {
    const from = outputs;
    outputs += question.classes.length;
    return { question, from, until: outputs };
  });
  return {
    answers(features, where = { setting: 'everyday' }) {
      const fastOnly = fastScores(features);
      if (features.dense) return stackedUp([fastOnly, ...fullScores(features)], asked, where);
      return asked.map(({ question, from, until }) => {
        return { scores: fastOnly, from, until, calibration: calibrationsOf(question, where.setting).fast };
      });
    },
    impression: (features) =>
      features.dense ? impressionOf([fastScores(features), ...fullScores(features)], asked) : undefined,
  };
}

/** A question, and where its classes stand among the scores of all. */
interface Asked extends Span {
  readonly question: Question;
}

function stackedUp(
  parts: readonly Scores[],
  asked: readonly Asked[],
  { setting, before = [] }: Where,
): readonly Answered[] {
  const [first] = asked;
  return asked.map((one) => {
    const inputs = stackedFrom(parts, one, first ?? one);
    const { full, after } = calibrationsOf(one.question, setting);
    return after && before[0]
      ? answeredFrom([...inputs, ...beforeFrom(before, one)], after)
      : answeredFrom(inputs, full);
  });
}

/** What a question comes to that is stacked from these. */
export function answeredFrom(inputs: readonly number[], stacking: Stacking): Answered {
  const { due } = stacking;
  const scores = stacked(inputs, stacking).map((score, at) => score + (due[at] ?? 0));
  return { scores, from: 0, until: due.length, calibration: { temperature: 1, shift: due.map((more) => -more) } };
}

/** The class with the highest score, by its number in the question. */
export function bestOf({ scores, from, until }: Answered): number {
  let best = from;
  for (let at = from + 1; at < until; at += 1) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best - from;
}

/** The chance of each class where the line was met, 0–1. */
export function chancesOf({ scores, from, until, calibration: { temperature, shift } }: Answered): number[] {
  const chances = scores.slice(from, until); // and not a new array, which could have holes: each number in it had its own object
  for (let at = 0; at < chances.length; at += 1) chances[at] = (chances[at] ?? 0) / temperature + (shift[at] ?? 0);
  return intoChances(chances);
}

/** The chance that it is any class but the first. */
export function chanceOfOthers(answered: Answered): number {
  return 1 - (chancesOf(answered)[0] ?? 0);
}

/** How far one of so many others must at least be ahead of the first class for all of them together to have this chance. */
export function leastLead(chance: number, others: number): number {
  return Math.log(chance / (1 - chance) / others) - ROUNDING;
}

/** More than sums of a few numbers can be off by. */
const ROUNDING = 1e-9;

/** False where the others surely have less than the chance that the lead stands for: no exponent is needed to see it. */
export function mayReach(
  { scores, from, until, calibration: { temperature, shift } }: Answered,
  lead: number,
): boolean {
  const first = (scores[from] ?? 0) / temperature + (shift[0] ?? 0);
  for (let at = from + 1; at < until; at += 1) {
    if ((scores[at] ?? 0) / temperature + (shift[at - from] ?? 0) - first >= lead) return true;
  }
  return false;
}
