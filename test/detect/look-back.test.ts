import { describe, expect, it } from 'vitest';
import { CUES } from '../../src/detect/cues.ts';
import { createHearing } from '../../src/detect/hearing.ts';
import { createLookBack } from '../../src/detect/look-back.ts';
import { featuresOf } from '../../src/detect/model/features.ts';
import { weigh } from '../../src/detect/weighing.ts';
import type { EarlierSaid, ReadingContext, SentenceVector } from '../../src/domain/reading.ts';
import type { Features } from '../../src/learned/model.ts';

const hear = createHearing(CUES);
const vectorOf = (place: number): SentenceVector => new Float32Array(512).fill(0).with(place, 1);

/** Lines a minute apart, of both by turns; the one with which nothing came has no vector. */
const EARLIER: readonly EarlierSaid[] = ['how was it?', 'they took me', 'no!', 'yes', 'tell me all', 'not now'].map(
  (text, at, all) => ({
    text,
    attachments: [],
    own: at % 2 === 1,
    secondsAgo: 60 * (all.length - at),
    ...(text === 'yes' ? {} : { vector: vectorOf(at) }),
  }),
);

/** Looks back from the context, and tells at what features it looked. */
function lookBackFrom(context: Pick<ReadingContext, 'earlier' | 'tense'>) {
  const looked: Features[] = [];
  const asker = {
    answers: () => [],
    glance(features: Features) {
      looked.push(features);
      return features.dense && [looked.length];
    },
  };
  return { lines: createLookBack(hear, asker)(context), looked };
}

describe('looking back', () => {
  it('goes over the last four lines, the nearest first, and passes by one without a vector', () => {
    const { lines } = lookBackFrom({ earlier: EARLIER, tense: false });

    expect(lines).toEqual([
      { own: true, chances: [3] },
      { own: false, chances: [2] },
      undefined,
      { own: false, chances: [1] },
    ]);
  });

  it('reads a line as it was read when it was said: with what stood before it, from its speaker’s side', () => {
    const { looked } = lookBackFrom({ earlier: EARLIER.slice(0, 2), tense: true });
    const [first, second] = EARLIER.slice(0, 2) as [EarlierSaid, EarlierSaid];
    const { own: _, secondsAgo, ...said } = second;
    const asSaid = hear(said, {
      tense: true,
      earlier: [{ ...first, own: false, secondsAgo: first.secondsAgo - secondsAgo }],
    });

    expect(looked.at(-1)).toEqual(featuresOf(asSaid, weigh(asSaid).bid));
    expect(looked).toHaveLength(2);
  });

  it('finds nothing where nothing was said', () => {
    expect(lookBackFrom({ earlier: [], tense: false }).lines).toEqual([]);
  });
});
