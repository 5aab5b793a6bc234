import type { ReadingContext, Said } from '../domain/reading.ts';
import type { Asker } from '../learned/asker.ts';
import { LINES_BEFORE, type LineBefore } from '../learned/lines-before.ts';
import type { Hearing } from './hearing.ts';
import { featuresOf } from './model/features.ts';
import { weigh } from './weighing.ts';

/** What the lines before an utterance were at a glance, the nearest first; nothing of one without a vector. */
export type LookBack = (context: Pick<ReadingContext, 'earlier' | 'tense'>) => readonly (LineBefore | undefined)[];

/**
 * Makes what looks back. Each line is read anew with what stood before it, so that a reading hangs on nothing but what was
 * said: keeping what was found once would make it hang on when Nod was started.
 */
export function createLookBack(hear: (said: Said, context: ReadingContext) => Hearing, asker: Asker): LookBack {
  return ({ earlier, tense }) =>
    earlier
      .slice(-LINES_BEFORE)
      .map((line, at, { length }) => {
        const { own, secondsAgo, ...said } = line;
        if (said.vector === undefined) return undefined;
        const before = earlier.slice(0, earlier.length - length + at).map((one) => ({
          ...one,
          own: one.own === own,
          secondsAgo: one.secondsAgo - secondsAgo,
        }));
        const hearing = hear(said, { tense, earlier: before });
        const chances = asker.glance(featuresOf(hearing, weigh(hearing).bid));
        return chances && { own, chances };
      })
      .reverse();
}
