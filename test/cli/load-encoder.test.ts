import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadEncoder } from '../../src/cli/load-encoder.ts';
import { type Encoder, NO_ENCODER } from '../../src/ports/encoder.ts';
import { emptyFolder, expectSentences, runNod } from './command-line.ts';

const EVENING = fileURLToPath(new URL('./evening.timeline.json', import.meta.url));
const SAID = '{"id":1,"text":"got the job!!","kind":"good-news"}\n';

describe('the encoder', () => {
  it('is none where the host has switched it off, and none is made', () => {
    const unwanted = (): Encoder => {
      throw new Error('an encoder was made');
    };

    expect(loadEncoder({ encoder: 'off' }, unwanted)).toBe(NO_ENCODER);
  });

  it('is made as it is wanted where it is on', () => {
    const wanted: Encoder = { ...NO_ENCODER };

    expect(loadEncoder({ encoder: 'on' }, () => wanted)).toBe(wanted);
  });
});

describe.concurrent('NOD_ENCODER', () => {
  it.each([['replay', EVENING], ['detect'], ['pair'], ['eval']])('is heeded by nod %s', async (...args) => {
    const ended = await runNod(args, { env: { NOD_ENCODER: 'perhaps' }, piped: SAID });

    expectSentences(ended, /^NOD_ENCODER must be one of on, off/);
  });

  it('may stand in .env, and what eval then misses is said to be the host’s choice', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '.env'), 'NOD_ENCODER=off\n');

    const { code, stderr } = await runNod(['eval', '--json'], { folder, piped: SAID });

    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        '1 text was read without the sentence encoder, so Nod may read better than this. Set NOD_ENCODER=on, then `npx nod eval`.\n',
    });
  });

  it('needs no other setting beside it, nor that the others are right', async () => {
    const env = { NOD_ENCODER: 'off', NOD_JUDGE: 'perhaps', NOD_UNHEARD_OF: 'yes' };

    const { code, stdout, stderr } = await runNod(['detect'], { env, piped: SAID });

    expect({ code, kind: JSON.parse(stdout).bid.kind, stderr }).toEqual({ code: 0, kind: 'good-news', stderr: '' });
  });
});
