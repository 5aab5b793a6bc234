import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { expectSentences, runNod, startNod } from './command-line.ts';

/** What becomes of a command whose answer nobody takes: a full disk is said in a sentence, a closed pipe not at all. */

const EVENING = fileURLToPath(new URL('./evening.timeline.json', import.meta.url));
const FULL_DISK = '/dev/full';
const SAID = '{"id":1,"text":"got the job!!"}\n';

const COMMANDS: readonly (readonly [string, ...string[]])[] = [['replay', EVENING], ['detect']];

describe.skipIf(!existsSync(FULL_DISK))('a full disk', () => {
  it.each(COMMANDS)('is said in a sentence: %s', async (...args) => {
    const ended = await runNod(args, { into: FULL_DISK, piped: SAID });

    expectSentences(ended, /^What Nod prints could not be written\. Look whether the disk is full/);
  });
});

describe('a closed pipe', () => {
  it.each(COMMANDS)('is no failure: %s', async (...args) => {
    const { child, ended } = startNod(args, { piped: SAID });
    child.stdout.destroy();

    const { code, stderr } = await ended;

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});
