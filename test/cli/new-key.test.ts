import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { askNewKey } from '../../src/cli/new-key.ts';
import { SETTINGS } from '../../src/config.ts';
import { sayError } from '../../src/errors.ts';

const KEY = 'correct horse battery staple';

/** What comes of it when these are typed, or piped in, one after the other, and all that was shown meanwhile. */
async function asking(typed: readonly string[], on: 'terminal' | 'pipe'): Promise<{ key: unknown; shown: string }> {
  const input = Object.assign(new PassThrough(), { isTTY: on === 'terminal' });
  const output = new PassThrough().setEncoding('utf8');
  for (const part of typed) input.write(part);
  if (on === 'pipe') input.end();
  const key = await askNewKey({ input, output }).catch(sayError);
  return { key, shown: String(output.read() ?? '') };
}

describe('a new key on a terminal', () => {
  it('is asked for twice and never shown', async () => {
    const { key, shown } = await asking([`${KEY}\r`, `${KEY}\r`], 'terminal');

    expect({ key, shown }).toEqual({ key: KEY, shown: 'New key (it is not shown): \nThe same again: \n' });
  });

  it('can be mended while it is typed', async () => {
    const { key, shown } = await asking([`${KEY}xy`, '\x7f\x7f', `\r${KEY}\r`], 'terminal');

    expect(key).toBe(KEY);
    expect(shown).not.toMatch(/horse|xy/);
  });

  it.each([
    ['the two differ', [`${KEY}\r`, `${KEY}r\r`], /^The two were not the same\. Nothing was changed/],
    ['nothing is typed', ['\r'], /^No new key was given\. Nothing was changed/],
    ['Ctrl-D ends it', ['\x04'], /^No new key was given\. Nothing was changed/],
    ['Ctrl-C ends it', ['\x03'], /^No new key was given\. Nothing was changed/],
    ['Ctrl-C ends it the second time', [`${KEY}\r`, '\x03'], /^The two were not the same\. Nothing was changed/],
    ['it is too short', ['swordfish\r'], /^The new key must be .+16 to 200 characters.+\. Nothing was changed/],
  ])('is refused when %s, and is not repeated', async (_, typed, refusal) => {
    const { key, shown } = await asking(typed, 'terminal');

    expect(key).toMatch(refusal);
    expect(`${key}${shown}`).not.toMatch(/horse|swordfish/);
  });
});

describe('a new key from a pipe', () => {
  it.each([[[`${KEY}\n`]], [[`${KEY}\r\n`, 'and more\n']], [['correct horse ', 'battery staple']]])(
    'is the first line of %j',
    async (piped) => {
      const { key, shown } = await asking(piped, 'pipe');

      expect({ key, shown }).toEqual({ key: KEY, shown: '' });
    },
  );

  it.each([
    ['nothing comes', [], /^No new key was given\./],
    ['its line is empty', ['\n', KEY], /^No new key was given\./],
    ['it is fifteen characters', ['fifteen letters\n'], /^The new key must be/],
    [
      'it is the published example',
      [SETTINGS.find(({ name }) => name === 'NOD_DB_KEY')?.example ?? ''],
      /not the example/,
    ],
    ['a file without lines is piped in', ['x'.repeat(100_000)], /^The new key must be/],
  ])('is refused when %s', async (_, piped, refusal) => {
    const { key } = await asking(piped, 'pipe');

    expect(key).toMatch(refusal);
  });
});
