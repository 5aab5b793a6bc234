import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { expectSentences, runNod } from './command-line.ts';

/** `nod start` with something wrong, as a host meets it: a sentence that says what, and one that says what to do. */

const TOKEN = 'token-of-the-bot';
const NO_PORT = 'http://127.0.0.1:1/api'; // nothing ever listens on port 1

let discord: FakeDiscord;
let closed: FakeDiscord;
beforeAll(async () => {
  discord = new FakeDiscord({ now: Date.now, token: TOKEN });
  closed = new FakeDiscord({ now: Date.now, token: TOKEN, allowMessageContent: false });
  await Promise.all([discord.start(0), closed.start(0)]);
});
afterAll(() => Promise.all([discord.stop(), closed.stop()]));

const start = (env: Record<string, string>) => runNod(['start'], { env });

describe.concurrent('a start that cannot succeed', () => {
  it('names a token that Discord refuses, and does not repeat it', async () => {
    const ended = await start({ DISCORD_TOKEN: 'a-wrong-token', DISCORD_API_BASE: discord.apiBase });

    expectSentences(ended, /Discord refused the token\. .*Reset Token.*DISCORD_TOKEN in \.env\./);
    expect(ended.stderr).not.toContain('a-wrong-token');
  });

  it('names the switch in the portal without which Nod may not read', async () => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: closed.apiBase });

    expectSentences(ended, /developer portal.*switch on "Message Content Intent"/);
  });

  it('says that Discord cannot be reached, and ends', async () => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: NO_PORT });

    expectSentences(ended, /^Discord cannot be reached\. Check the internet connection/);
  });

  it('says that something else answers where Discord should be', async () => {
    const stranger = createServer((_, response) => response.writeHead(404).end('<html>no Discord here</html>'));
    await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
    const { port } = stranger.address() as AddressInfo;

    const ended = await start({ DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: `http://127.0.0.1:${port}/api` });

    stranger.close();
    expectSentences(ended, /^Discord did not answer as Discord does\. Check .*DISCORD_API_BASE/);
  });

  it('refuses a setting it does not know, and writes nothing', async () => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, NOD_GUILD: '1' });

    expectSentences(ended, /^NOD_GUILD is not a setting Nod has; there are .*NOD_GUILDS.*\. Correct its name/);
    expect(ended.files).toEqual([]);
  });

  it.each([
    ['DISCORD_API_BASE', 'discord.example'],
    ['DISCORD_TOKEN', 'two words'],
  ])('says what %s must be without repeating its value, and writes nothing', async (name, value) => {
    const ended = await start({ DISCORD_TOKEN: TOKEN, [name]: value });

    expectSentences(ended, new RegExp(`^${name} must be .+\\.`));
    expect(ended.stderr).not.toContain(value);
    expect(ended.files).toEqual([]);
  });
});
