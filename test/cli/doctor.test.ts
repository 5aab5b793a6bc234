import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/stores/sqlite.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { type Ended, emptyFolder, runNod } from './command-line.ts';

/** `nod doctor` as a host reads it: one line for each thing it looked at, and the way to mend it behind an arrow. */

const TOKEN = 'token-of-the-bot';
const KEY = 'correct horse battery staple';

let discord: FakeDiscord;
let closed: FakeDiscord;
beforeAll(async () => {
  discord = new FakeDiscord({ now: Date.now, token: TOKEN });
  closed = new FakeDiscord({ now: Date.now, token: TOKEN, allowMessageContent: false });
  for (const fake of [discord, closed]) {
    await fake.start(0);
    const ana = fake.addUser({ name: 'Ana' });
    const guild = fake.addGuild({ members: [ana], everyone: 0n });
    fake.addChannel(guild, { name: 'us', visibleTo: [ana, fake.bot] });
  }
});
afterAll(() => Promise.all([discord.stop(), closed.stop()]));

const doctor = (env: Record<string, string>, folder = emptyFolder()) => runNod(['doctor'], { env, folder });
const settings = () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: discord.apiBase, NOD_HOST_NAME: 'Robin' });

/** The findings by name; every line is a finding until the policy follows after an empty line. */
function findingsIn({ stdout, stderr }: Ended): Record<string, string> {
  expect(stderr).toBe('');
  const [found = '', policy] = stdout.split('\n\n');
  expect(policy).toContain('Discord forbids profiling users');
  const lines = found.split('\n').map((line) => /^(?<state>ok |FIX) {2}(?<name>\S+) +(?<said>.+)$/.exec(line)?.groups);
  return Object.fromEntries(
    lines.map((line) => [line?.['name'] ?? 'no finding', `${line?.['state']} ${line?.['said']}`]),
  );
}

/** What has to be mended, each with how. */
function fixesIn(ended: Ended): Record<string, string> {
  const broken = Object.entries(findingsIn(ended)).filter(([, said]) => said.startsWith('FIX'));
  for (const [, said] of broken) expect(said).toMatch(/ → \S.+\.$/);
  return Object.fromEntries(broken);
}

describe.concurrent('nod doctor', () => {
  it('ends with 0 when all is well, and makes no database', async () => {
    const ended = await doctor(settings());

    const findings = findingsIn(ended);
    expect(Object.keys(findings)).toEqual([
      'node',
      'settings',
      'database',
      'token',
      'message-content',
      'invite',
      'channels',
      'clock',
    ]);
    expect(fixesIn(ended)).toEqual({});
    expect({ code: ended.code, files: ended.files }).toEqual({ code: 0, files: [] });
  });

  it('names a token that Discord refuses, and does not repeat it', async () => {
    const ended = await doctor({ ...settings(), DISCORD_TOKEN: 'a-wrong-token' });

    expect(fixesIn(ended)).toEqual({ token: expect.stringMatching(/Discord refused the token\. → .*Reset Token/) });
    expect(ended.code).toBe(1);
    expect(ended.stdout).not.toContain('a-wrong-token');
  });

  it('names the switch for reading messages', async () => {
    const ended = await doctor({ ...settings(), DISCORD_API_BASE: closed.apiBase });

    const fix = expect.stringMatching(/→ .*switch on "Message Content Intent"/);
    expect(fixesIn(ended)).toEqual({ 'message-content': fix });
    expect(ended.code).toBe(1);
  });

  it('says where a token comes from when there is none', async () => {
    const ended = await doctor({});

    expect(fixesIn(ended)).toEqual({ token: expect.stringMatching(/^FIX No token is set.+ → README\.md/) });
    expect(ended.code).toBe(1);
  });

  it('asks for the name of whoever runs it once there is a token', async () => {
    const ended = await doctor({ ...settings(), NOD_HOST_NAME: '' });

    expect(fixesIn(ended)).toEqual({
      settings: expect.stringMatching(/whoever hosts Nod runs it.+ → .+NOD_HOST_NAME/),
    });
    expect(ended.code).toBe(1);
  });

  it('says that Discord cannot be reached', async () => {
    const ended = await doctor({ ...settings(), DISCORD_API_BASE: 'http://127.0.0.1:1/api' });

    expect(fixesIn(ended)).toEqual({ connection: expect.stringMatching(/Discord cannot be reached\. → Check/) });
    expect(ended.code).toBe(1);
  });

  it('says that another Nod has the database, and leaves it alone', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'nod.sqlite');
    const other = await createSqliteStore({ file });
    const ended = await doctor({ ...settings(), NOD_DATABASE: 'nod.sqlite' }, folder);
    await other.close();
    const after = readFileSync(file);

    const again = await doctor({ ...settings(), NOD_DATABASE: 'nod.sqlite' }, folder);

    expect(findingsIn(ended)['database']).toBe(
      'ok  nod.sqlite is in use by a Nod that runs; stop it first to have the file itself looked at.',
    );
    expect(fixesIn(again)).toEqual({});
    expect(readFileSync(file).equals(after)).toBe(true);
  });

  it('says that there is a folder where the database should be', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'nod.sqlite'));

    const ended = await doctor({ ...settings(), NOD_DATABASE: 'nod.sqlite' }, folder);

    expect(fixesIn(ended)).toEqual({ database: expect.stringMatching(/could not be read or written\. → Check/) });
  });

  it('says that the database cannot be made where nothing may be written', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'data'), 'no folder');

    const ended = await doctor(settings(), folder);

    expect(fixesIn(ended)).toEqual({ database: expect.stringMatching(/cannot be made\. → Let NOD_DATABASE name/) });
  });

  it('says that Nod does not speak a language', async () => {
    const ended = await doctor({ ...settings(), NOD_LANGUAGE: 'de' });

    expect(fixesIn(ended)).toEqual({ settings: expect.stringMatching(/does not speak\. → Nod speaks en/) });
  });

  it.each([
    [
      'half a key, the rest of which .env takes for a comment',
      'NOD_DB_KEY=long-enough-passphrase#and-the-rest',
      /16 to 200/,
    ],
    ['a file that is no plain text', Buffer.from('DISCORD_TOKEN=x', 'utf16le'), /→ Save it as plain text in UTF-8/],
    ['a key of another name', `NODE_DB_KEY=${KEY}`, /NODE_DB_KEY is not a setting Nod has; there are .*NOD_DB_KEY/],
    ['a slip in a name that is not Nod’s alone', 'OPENAI_BASE_UR=http://x', /OPENAI_BASE_UR is not .*OPENAI_BASE_URL/],
  ])('finds in .env %s', async (_what, env, said) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '.env'), env);

    const ended = await doctor(settings(), folder);

    expect(fixesIn(ended)).toEqual({ settings: expect.stringMatching(said) });
  });

  it('reads a .env with a comment behind a setting that follows an unset key', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '.env'), 'NOD_DB_KEY=\nNOD_LOG_LEVEL=warn # quieter\n');

    expect(fixesIn(await doctor(settings(), folder))).toEqual({});
  });

  it('names a setting it does not know, and looks no further', async () => {
    const ended = await doctor({ ...settings(), NOD_GUILD: '1' });

    expect(Object.keys(findingsIn(ended))).toEqual(['node', 'settings']);
    expect(fixesIn(ended)).toEqual({
      settings: expect.stringMatching(/NOD_GUILD is not a setting Nod has.+ → Correct/),
    });
  });
});

describe('nod doctor on the lock of the database', () => {
  it.each([
    ['encrypted, as it is', KEY, KEY, /^ok {2}nod\.sqlite opens, its layout is current, and it is encrypted\.$/],
    ['not encrypted, and how to', undefined, undefined, /^ok {2}nod\.sqlite opens.+ not encrypted\. → .+npx nod rekey/],
    [
      'locked with another key',
      KEY,
      'four more words than before',
      /^FIX NOD_DB_KEY does not open nod\.sqlite.+ → Put the right/,
    ],
    ['locked, and no key is set', KEY, undefined, /^FIX nod\.sqlite is encrypted.+ → Put its key behind NOD_DB_KEY=/],
    ['plain, though a key is set', undefined, KEY, /^FIX nod\.sqlite is not encrypted, though.+ → Run `npx nod rekey`/],
  ])('says that the database is %s, leaves it alone and repeats no key', async (_, key, set, said) => {
    const folder = emptyFolder();
    const file = join(folder, 'nod.sqlite');
    await (await createSqliteStore({ file, key })).close();
    const before = readFileSync(file);

    const ended = await doctor({ ...settings(), NOD_DATABASE: 'nod.sqlite', NOD_DB_KEY: set ?? '' }, folder);

    expect(findingsIn(ended)['database']).toMatch(said);
    expect(ended.code).toBe(said.source.startsWith('^ok') ? 0 : 1);
    expect(ended.stdout).not.toMatch(/horse|four more/);
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});
