/** How answers are measured against labels: pure counting, shared by `nod eval` and `npm run eval`. */

/** A label that people gave, beside what Nod said; undefined where it said none. */
export interface Answer<Label extends string = string> {
  readonly truth: Label;
  readonly said: Label | undefined;
}

/** Whether something is there by the labels, and whether Nod said so. */
export interface Mark {
  readonly truth: boolean;
  readonly said: boolean;
}

/** How well one thing was found. A share of nothing is undefined. */
export interface Found {
  /** How often the labels have it. */
  readonly gold: number;
  readonly said: number;
  readonly right: number;
  readonly precision: number | undefined;
  readonly recall: number | undefined;
  /** 0 where nothing was right. */
  readonly f1: number;
}

export function found(marks: readonly Mark[]): Found {
  let [gold, said, right] = [0, 0, 0];
  for (const mark of marks) {
    if (mark.truth) gold += 1;
    if (mark.said) said += 1;
    if (mark.truth && mark.said) right += 1;
  }
  const f1 = right === 0 ? 0 : (2 * right) / (gold + said);
  return { gold, said, right, precision: shareOf(right, said), recall: shareOf(right, gold), f1 };
}

function shareOf(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

export function foundOf<Label extends string>(label: Label, answers: readonly Answer<Label>[]): Found {
  return found(answers.map(({ truth, said }) => ({ truth: truth === label, said: said === label })));
}

/** The mean F1 of the given labels, each counting alike; undefined without a label. */
export function macroF1<Label extends string>(
  labels: readonly Label[],
  answers: readonly Answer<Label>[],
): number | undefined {
  return mean(labels.map((label) => foundOf(label, answers).f1));
}

export function mean(values: readonly number[]): number | undefined {
  return shareOf(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

/** Those of the labels that occur, in the truth or in what was said. */
export function occurring<Label extends string>(
  labels: readonly Label[],
  answers: readonly Answer<Label>[],
): readonly Label[] {
  return labels.filter((label) => answers.some(({ truth, said }) => truth === label || said === label));
}

/** How often each label was taken for each: first the truth, then what was said. */
export function confusions<Label extends string>(
  labels: readonly Label[],
  answers: readonly Answer<Label>[],
): readonly { readonly truth: Label; readonly said: readonly number[] }[] {
  return labels.map((truth) => {
    const own = answers.filter((answer) => answer.truth === truth);
    return { truth, said: labels.map((label) => own.filter(({ said }) => said === label).length) };
  });
}

/** Something said with a confidence, and whether it was right. */
export interface Sure {
  readonly confidence: number;
  readonly right: boolean;
}

/** All that was said with a confidence in this tenth. */
export interface Bin {
  readonly from: number;
  readonly until: number;
  readonly said: number;
  /** Absent like the confidence where nothing was said. */
  readonly right: number | undefined;
  /** The mean confidence. */
  readonly confidence: number | undefined;
}

/** Ten equal bins, as expected calibration errors are usually measured (Guo et al. 2017). */
const BINS = 10;

/** What was said, by confidence; 1 belongs to the last bin. */
export function reliability(said: readonly Sure[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const within = said.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    return {
      from: bin / BINS,
      until: (bin + 1) / BINS,
      said: within.length,
      right: shareOf(within.filter(({ right }) => right).length, within.length),
      confidence: mean(within.map(({ confidence }) => confidence)),
    };
  });
}

/** Expected calibration error: how far, on average, confidence lies from how often it is right. */
export function calibrationError(bins: readonly Bin[]): number | undefined {
  const total = bins.reduce((sum, { said }) => sum + said, 0);
  const gaps = bins.map(({ said, right = 0, confidence = 0 }) => said * Math.abs(right - confidence));
  return shareOf(
    gaps.reduce((sum, gap) => sum + gap, 0),
    total,
  );
}
