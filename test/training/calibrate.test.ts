import { describe, expect, it } from 'vitest';
import { bestOf, chancesOf } from '../../src/learned/asker.ts';
import { countBefore } from '../../src/learned/lines-before.ts';
import type { Question, Setting } from '../../src/learned/model.ts';
import { answered, calibratedOn, scoredFor, type Unseen } from '../../training/calibrate.ts';
import type { Course } from '../../training/course.ts';
import { createDice } from '../../training/dice.ts';

const COURSE: Course = {
  lessons: [],
  asked: [{ name: 'which', classes: ['no', 'yes'], weight: 1, lift: 0.5 }],
  buckets: 1,
  dense: 1,
  factBuckets: 1,
  gramBuckets: 1,
  fastSteps: 1,
  wide: { cost: 1, scale: 1 },
};

/** Examples whose scores claim too much: each score is so many times what it should be, and yes is as rare as said. */
function claiming({ setting, times, rare }: { setting: Setting; times: number; rare: number }): readonly Unseen[] {
  const dice = createDice(7);
  return Array.from({ length: 6_000 }, (): Unseen => {
    const odds = 4 * dice() - 2 - rare;
    const isYes = dice() < 1 / (1 + Math.exp(-odds));
    const scores = [0, times * (odds + rare)];
    const lesson = { block: 'b', scene: 's', setting, features: [], truth: [[isYes ? 0 : 1, isYes ? 1 : 0]] };
    return { lesson, fast: scores, full: [Float64Array.from(scores)], gauge: undefined };
  });
}

/** How far the chance of yes lies from how often it is yes, over all examples of the setting. */
function gapIn(unseen: readonly Unseen[], setting: Setting): number {
  const [question] = calibratedOn(unseen, COURSE);
  if (!question) throw new Error('the course asks one question');
  const scored = scoredFor(unseen, 0, COURSE).filter((one) => one.setting === setting);
  const gaps = scored.map((one) => (chancesOf(answered(question, one))[1] ?? 0) - (one.truth[1] ?? 0));
  return Math.abs(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
}

/** How much more yes counts for the class than no does, over both parts. */
function weightOf(question: Question | undefined, one: 'no' | 'yes'): number {
  const [fastNo, fastYes, deepNo, deepYes] = question?.everyday.full.weights[one === 'no' ? 0 : 1] ?? [];
  return ((fastYes ?? 0) + (deepYes ?? 0) - (fastNo ?? 0) - (deepNo ?? 0)) / 2;
}

describe('what a score means', () => {
  it('is found also where a class is rare', () => {
    const unseen = claiming({ setting: 'everyday', times: 3, rare: 4 });

    expect(gapIn(unseen, 'everyday')).toBeLessThan(0.001);
  });

  it('takes back what scores claim too much', () => {
    const unseen = claiming({ setting: 'everyday', times: 3, rare: 0 });
    const [question] = calibratedOn(unseen, COURSE);

    expect(question?.everyday.fast.temperature).toBeGreaterThan(2.5);
    expect(question?.everyday.fast.temperature).toBeLessThan(3.5);
    // Each part claims three times too much, and both say the same: together they count a third.
    expect(weightOf(question, 'yes') - weightOf(question, 'no')).toBeCloseTo(1 / 3, 1);
  });

  it('counts what counts several times as if it were there so often', () => {
    const [ours, others] = [
      claiming({ setting: 'alone', times: 1, rare: 0 }),
      claiming({ setting: 'alone', times: 3, rare: 4 }),
    ];
    const counting = (times: number) =>
      others.map((one) => ({ ...one, lesson: { ...one.lesson, counts: { which: times, another: 7 } } }));

    const found = (unseen: readonly Unseen[]) => {
      const { fast, full } = calibratedOn(unseen, COURSE)[0]?.alone ?? {};
      return [fast?.temperature, ...(fast?.shift ?? []), ...(full?.bias ?? [])].map((one) => one?.toFixed(3));
    };

    const thrice = found([...ours, ...counting(3)]);

    expect(thrice).toEqual(found([...ours, ...others, ...others, ...others]));
    expect(thrice).not.toEqual(found([...ours, ...counting(1)]));
  });

  it('is set apart for lines alone', () => {
    const unseen = [
      ...claiming({ setting: 'everyday', times: 1, rare: 3 }),
      ...claiming({ setting: 'alone', times: 1, rare: 0 }),
    ];

    expect(gapIn(unseen, 'everyday')).toBeLessThan(0.001);
    expect(gapIn(unseen, 'alone')).toBeLessThan(0.001);
  });

  it('is the same for both where nothing stood alone', () => {
    const [question] = calibratedOn(claiming({ setting: 'everyday', times: 1, rare: 1 }), COURSE);

    expect(question?.alone).toBeUndefined();
  });

  it('does not hang on how frequent a class is where that must not be taught', () => {
    const known = claiming({ setting: 'everyday', times: 1, rare: 0 });
    const elsewhere = claiming({ setting: 'everyday', times: 1, rare: 4 });
    const untold = elsewhere.map((one) => ({ ...one, lesson: { ...one.lesson, frequencyUntold: ['which'] } }));
    const gapWith = (more: readonly Unseen[]) => {
      const [question] = calibratedOn([...known, ...more], COURSE);
      const gaps = scoredFor(known, 0, COURSE).map(
        (one) => (chancesOf(answered(question as Question, one))[1] ?? 0) - (one.truth[1] ?? 0),
      );
      return Math.abs(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
    };

    expect(gapWith(elsewhere)).toBeGreaterThan(0.05);
    expect(gapWith(untold)).toBeLessThan(0.01);
  });

  it('is told in a chat by the line before too, if that tells, and never where a line stands alone', () => {
    const dice = createDice(9);
    const shown = Array.from({ length: 4_000 }, () => dice() < 0.5);
    const drawn = Array.from({ length: 4_000 }, () => dice() < 0.5);
    // A line is what the other's line before it was shown to be; after an own line, and alone, it is left to chance.
    const unseen = shown.map((isShown, at): Unseen => {
      const setting = at % 4 === 0 ? 'alone' : 'everyday';
      const own = at % 2 === 0;
      const isYes = setting === 'everyday' && !own ? shown[at - 1] : drawn[at];
      const lesson = {
        block: 'b',
        scene: 's',
        setting,
        features: [],
        truth: [[isYes ? 0 : 1, isYes ? 1 : 0]],
      } as const;
      const before = setting === 'everyday' ? { before: [{ lesson: at - 1, own }] } : {};
      const scores = [0, isShown ? 3 : -3];
      return { lesson: { ...lesson, ...before }, fast: scores, full: [Float64Array.from(scores)], gauge: undefined };
    });

    const [question] = calibratedOn(unseen, { ...COURSE, lessons: unseen.map(({ lesson }) => lesson) });

    const parts = 4; // two parts, two classes; behind them the own line, then the other's
    const ofYes = question?.everyday.after?.weights[1]?.slice(parts) ?? [];
    const leads = [(ofYes[1] ?? 0) - (ofYes[0] ?? 0), (ofYes[3] ?? 0) - (ofYes[2] ?? 0)];
    expect(ofYes).toHaveLength(countBefore(2));
    expect(leads[1]).toBeGreaterThan(2);
    expect(Math.abs(leads[0] ?? 9)).toBeLessThan(0.5);
    expect(question?.everyday.full.weights[1]).toHaveLength(parts);
    expect(question?.alone?.after).toBeUndefined();
  });

  it('gives a rare class its due while the best is sought, and takes it off its chance', () => {
    const unseen = claiming({ setting: 'everyday', times: 1, rare: 3 });
    const [question] = calibratedOn(unseen, COURSE);
    if (!question) throw new Error('the course asks one question');

    const answers = scoredFor(unseen, 0, COURSE).map((one) => answered(question, one));
    const said = answers.filter((one) => bestOf(one) === 1);

    expect(question.everyday.full.due[1]).toBeGreaterThan(question.everyday.full.due[0] ?? 0);
    expect(said.some((one) => (chancesOf(one)[1] ?? 0) < 0.5)).toBe(true);
  });
});
