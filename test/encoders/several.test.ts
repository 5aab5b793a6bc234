import { describe, expect, it } from 'vitest';
import { createSentenceEncoder } from '../../src/encoders/sentences.ts';
import { createSharingEncoder } from '../../src/encoders/several.ts';
import { type Encoder, NO_ENCODER } from '../../src/ports/encoder.ts';

/** Sentence encoders that write down what each was asked. */
function watched() {
  const asked: string[][] = [];
  const create = (): Encoder => {
    const mine: string[] = [];
    asked.push(mine);
    const encoder = createSentenceEncoder();
    return {
      encode(texts) {
        mine.push(...texts);
        return encoder.encode(texts);
      },
      async close() {
        await encoder.close();
        mine.push('closed');
      },
    };
  };
  return { asked, create };
}

const manyTexts = Array.from({ length: 40 }, (_, at) =>
  ['vet at', `${at}`, ...'so be it'.split(' ', at % 4)].join(' '),
);

describe('encoders that share texts', () => {
  it('give each text the vector that one encoder gives, in order', async () => {
    const { create } = watched();

    const vectors = await createSharingEncoder(3, create).encode(['', ...manyTexts]);

    const alone = await createSentenceEncoder().encode(['', ...manyTexts]);
    expect(vectors[0]).toBeUndefined();
    expect(vectors.filter((vector) => vector !== undefined)).toHaveLength(manyTexts.length);
    vectors.forEach((vector, at) => {
      vector?.forEach((value, index) => {
        expect(value).toBeCloseTo(alone[at]?.[index] ?? Number.NaN, 5);
      });
    });
  });

  it.each([0, 1])('leave nothing unread that one of them could not read: number %i', async (broken) => {
    const { create } = watched();
    let made = 0;
    const encoder = createSharingEncoder(2, () => {
      made += 1;
      return made - 1 === broken ? NO_ENCODER : create();
    });

    const vectors = await encoder.encode(manyTexts);

    expect(vectors.every((vector) => vector !== undefined)).toBe(true);
  });

  it('share many texts alike', async () => {
    const { asked, create } = watched();

    await createSharingEncoder(2, create).encode(manyTexts);

    expect(asked.map(({ length }) => length)).toEqual([24, 16]);
    expect(asked.flat().sort()).toEqual([...manyTexts].sort());
  });

  it('leave a few texts to one', async () => {
    const { asked, create } = watched();

    await createSharingEncoder(4, create).encode(manyTexts.slice(0, 10));

    expect(asked).toHaveLength(1);
  });

  it('close all that were made', async () => {
    const { asked, create } = watched();
    const encoder = createSharingEncoder(2, create);
    await encoder.encode(manyTexts);

    await encoder.close();

    expect(asked.map((texts) => texts.at(-1))).toEqual(['closed', 'closed']);
  });
});
