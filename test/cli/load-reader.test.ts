import { describe, expect, it } from 'vitest';
import { loadModels, madeForThis } from '../../src/cli/load-reader.ts';

const { utterances, replies, madeFrom } = loadModels();

describe('loading the models', () => {
  it.each([
    ['both in place of the other', { utterances: replies, replies: utterances }],
    ['the model of utterances for replies', { utterances, replies: utterances }],
    ['the model of replies for utterances', { utterances: replies, replies }],
  ])('refuses %s', (_, models) => {
    const refused = expect.objectContaining({ name: 'NodError', code: 'FILE_UNREADABLE' });

    expect(() => madeForThis({ madeFrom, ...models })).toThrow(refused);
  });

  it('takes them as they ship', () => {
    const models = { madeFrom, utterances, replies };

    expect(madeForThis(models)).toBe(models);
  });
});
