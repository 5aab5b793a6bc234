import type { EarlierSaid, ReadingContext, Said } from '../domain/reading.ts';
import type { Asker } from '../learned/asker.ts';
import { LINES_BEFORE, type LineBefore } from '../learned/lines-before.ts';
import type { Hearing } from './hearing.ts';
import { featuresOf } from './model/features.ts';
import { weigh } from './weighing.ts';

/** What was said longer ago belongs to another talk, as scenes of the corpus are one. Our choice; seconds. */
const FURTHEST_BACK = 2 * 60 * 60;

/**
 * The first impression of the lines before an utterance, the nearest first; nothing of one without a vector or long ago, and
 * of none where the nearest is such: then what stood before it counts nothing either (ADR 37).
 */
export type LookBack = (context: Pick<ReadingContext, 'earlier' | 'tense'>) => readonly (LineBefore | undefined)[];

/**
 * Makes what looks back. Each line is looked at anew, with what is known to have stood before it: were it kept what was
 * found when it was said, a reading would hang on whether Nod was there. Whether the two were tense then is not known any
 * more, so they are taken to have been as they are now: in learning that differs for four lines in a hundred.
 */
export function createLookBack(hear: (said: Said, context: ReadingContext) => Hearing, asker: Asker): LookBack {
  return ({ earlier, tense }) => {
    if (!earlier.slice(-1).some(isKnown)) return [];
    return earlier
      .slice(-LINES_BEFORE)
      .map((line, at, { length }) => {
        if (!isKnown(line)) return undefined;
        const { own, secondsAgo, ...said } = line;
        const before = earlier.slice(0, earlier.length - length + at).map((one) => ({
          ...one,
          own: one.own === own,
          secondsAgo: one.secondsAgo - secondsAgo,
        }));
        const hearing = hear(said, { tense, earlier: before });
        const chances = asker.impression(featuresOf(hearing, weigh(hearing).bid));
        return chances && { own, chances };
      })
      .reverse();
  };
}

const isKnown = ({ vector, secondsAgo }: EarlierSaid) => vector !== undefined && secondsAgo <= FURTHEST_BACK;
