import { describe, expect, it } from 'vitest';
import { CUES } from '../../src/detect/cues.ts';
import { createHearing } from '../../src/detect/hearing.ts';
import { createLookBack } from '../../src/detect/look-back.ts';
import { featuresOf } from '../../src/detect/model/features.ts';
import { weigh } from '../../src/detect/weighing.ts';
import type { EarlierSaid, ReadingContext, SentenceVector } from '../../src/domain/reading.ts';
import type { Features } from '../../src/learned/model.ts';
import { SHIPPED } from '../support/shipped.ts';

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
    impression(features: Features) {
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

  it('looks at a line as at one that is read: with what stood before it, from its speaker’s side, at its time', () => {
    const demand = (secondsAgo: number): EarlierSaid => ({
      text: 'where are you??',
      attachments: [],
      own: false,
      secondsAgo,
      vector: vectorOf(1),
    });
    const [first, second] = [demand(4_000), demand(500)]; // within the hour of each other, not of now
    const { looked } = lookBackFrom({ earlier: [first, second], tense: true });
    const { own: _, secondsAgo, ...said } = second;
    const asRead = hear(said, { tense: true, earlier: [{ ...first, own: true, secondsAgo: 3_500 }] });

    expect(asRead.evidence.map(({ kind }) => kind)).toContain('coercion');
    expect(looked.at(-1)).toEqual(featuresOf(asRead, weigh(asRead).bid));
    expect(looked).toHaveLength(2);
  });

  it('goes no further back than one talk', () => {
    const [first, second] = EARLIER.slice(0, 2) as [EarlierSaid, EarlierSaid];
    const earlier = [
      { ...first, secondsAgo: 7_201 },
      { ...second, secondsAgo: 7_200 },
    ];

    expect(lookBackFrom({ earlier, tense: false }).lines).toEqual([{ own: true, chances: [1] }, undefined]);
  });

  it('does not look beyond a last line that was said long ago or has no vector', () => {
    const [first, last] = EARLIER.slice(0, 2) as [EarlierSaid, EarlierSaid];
    const { vector: _, ...bare } = last;

    for (const nearest of [{ ...last, secondsAgo: 7_201 }, bare]) {
      const found = lookBackFrom({ earlier: [first, nearest], tense: false });
      expect(found).toEqual({ lines: [], looked: [] });
    }
  });

  it('finds nothing where nothing was said', () => {
    expect(lookBackFrom({ earlier: [], tense: false }).lines).toEqual([]);
  });
});

describe('a line as it ships is read', () => {
  /** Both speak by turns. */
  async function read(before: readonly string[], text: string) {
    const vectors = await SHIPPED.encoder.encode([...before, text]);
    const said = [...before, text].map((one, at) => {
      const vector = vectors[at];
      return { text: one, attachments: [], ...(vector ? { vector } : {}) };
    });
    const earlier = said.slice(0, -1).map((one, at) => ({ ...one, own: at % 2 === 0, secondsAgo: 600 - 120 * at }));
    return SHIPPED.reader(said.at(-1) ?? { text, attachments: [] }, { tense: false, earlier });
  }

  it('by what stood before it: at a door that somebody is afraid to open, the same words are a danger', async () => {
    const line = "i'm outside. open the door";
    const afraid = ['if you leave tonight i will find you', 'please stop, you are scaring me'];
    const threatened = [...afraid, "you don't walk out on me. not ever", "i'm going to my sister's"];
    const cake = ['traffic is terrible on the bridge', 'take your time', 'got the cake and the candles'];

    const [inDanger, atHome] = [await read(threatened, line), await read([...cake, "i'm at my sister's"], line)];

    expect(inDanger.risk?.kind).toBe('violence');
    expect(atHome.risk).toBeUndefined();
  });
});
