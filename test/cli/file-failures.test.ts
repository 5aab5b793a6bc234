import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, expectSentences, runNod } from './command-line.ts';

/** Files and words of the command line that cannot be read: each is named, and nothing is written. */

const MESSAGE = { id: 'm1', at: '2026-05-04T09:00:00+02:00', type: 'message', by: 'ana', text: 'quokka' };
const PARTNERS = [
  { id: 'ana', name: 'Ana', timezone: 'Europe/Berlin' },
  { id: 'ben', name: 'Ben', timezone: 'Europe/Berlin' },
];

/** Plays a file that holds this, in a folder of its own. */
async function replay(content: string) {
  const folder = emptyFolder();
  writeFileSync(join(folder, 'chat.json'), content);
  const ended = await runNod(['replay', 'chat.json'], { folder });
  return { ...ended, files: ended.files.filter((file) => file !== 'chat.json') };
}

const timeline = (...events: readonly object[]) => JSON.stringify({ title: 'x', partners: PARTNERS, events });

describe.concurrent('nod replay', () => {
  it.each([
    ['a broken JSON', timeline(MESSAGE).slice(0, -2), /^This file is not JSON\. Check it/],
    [
      'an event without a time',
      timeline(MESSAGE, { ...MESSAGE, at: 'noon' }),
      /^Event 2 has a mistake in "at": .+ Mend/,
    ],
    ['an event without an id', timeline(MESSAGE, { ...MESSAGE, id: '' }), /^Event 2 has a mistake in "id": .+ Mend/],
    ['an unknown partner', timeline({ ...MESSAGE, by: 'cam' }), /^Event 1 is by "cam", who is not a partner\. Mend/],
    ['nothing in it', '\uFEFF \n', /^This file is empty\. docs\/reference\/timeline\.md shows/],
    ['partners who are one', timeline().replace('"ben"', '"ana"'), /^The two partners need different ids\. Mend/],
  ])('says what is wrong with %s, without a word that anybody said', async (_, content, pattern) => {
    const ended = await replay(content);

    expectSentences(ended, pattern);
    expect({ stdout: ended.stdout, files: ended.files }).toEqual({ stdout: '', files: [] });
    expect(ended.stderr).not.toContain('quokka');
  });

  it('says that a file is not there', async () => {
    const ended = await runNod(['replay', 'missing.json']);

    expectSentences(ended, /^The file missing\.json cannot be read\. Check its name/);
  });
});

describe.concurrent('what is piped in', () => {
  it('is played as a file is', async () => {
    const { code, stdout } = await runNod(['replay', '-'], { piped: timeline(MESSAGE) });

    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^# x /) });
  });
});

describe.concurrent('nod detect and nod pair', () => {
  it.each([
    ['detect', { id: 1, text: 'got the job!!' }, { id: 2, text: 7, note: 'quokka' }, '"text" must be text'],
    [
      'pair',
      { id: 1, bidKind: 'play', bid: 'boo' },
      { id: 2, bidKind: 'quokka', bid: 'x' },
      '"bidKind" must be one of',
    ],
  ])('%s: names a broken line by its number, goes on, and ends with 1', async (command, good, bad, wrong) => {
    const piped = [JSON.stringify(good), 'quokka {', JSON.stringify(bad), JSON.stringify({ ...good, id: 4 })].join(
      '\n',
    );

    const { code, stdout, stderr, files } = await runNod([command], { piped });

    const answered = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id);
    expect({ code, answered, files }).toEqual({ code: 1, answered: [1, 4], files: [] });
    const [first, second, ...more] = stderr.trim().split('\n');
    expect(first).toBe('Line 2 was skipped: it is not JSON.');
    expect(second).toContain(`Line 3 was skipped: ${wrong}`);
    expect(more).toEqual([]);
    expect(stderr).not.toContain('quokka');
  });

  it('say that a folder is no file', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'lines'));

    const ended = await runNod(['detect', 'lines'], { folder });

    expectSentences(ended, /^lines is a folder\. Name a file in it\./);
  });
});

describe.concurrent('a file in UTF-16', () => {
  const lines = '{"id":1,"text":"x"}\n{"id":2,"text":"x"}\n';
  const little = Buffer.from(`\uFEFF${lines}`, 'utf16le');

  it.each([
    ['detect', ['detect', 'FILE'], little],
    ['replay', ['replay', 'FILE'], Buffer.from(little).swap16()],
  ])('is told what to save it as: nod %s', async (_, args, content) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'FILE'), content);

    const ended = await runNod(args, { folder });

    expectSentences(ended, /^What Nod was given is in UTF-16\. Save it as UTF-8 and try again\./);
  });
});

describe.concurrent('a command line that means nothing', () => {
  it.each([
    ['an unknown command', ['strat'], /^Unknown command 'strat' \(Did you mean start\?\)\. Run/],
    ['help for an unknown command', ['help', 'strat'], /^Unknown command 'strat'\. Run `npx nod help`/],
    ['an unknown option', ['replay', 'x.json', '--loud'], /^Unknown option '--loud'\. Run `npx nod help`/],
    ['a file left out', ['replay'], /^Missing required argument 'file'\. Run `npx nod help`/],
  ])('is told %s and where to look', async (_, args, pattern) => {
    const ended = await runNod(args);

    expectSentences(ended, pattern);
    expect(ended.files).toEqual([]);
  });
});
