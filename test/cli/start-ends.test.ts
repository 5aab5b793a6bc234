import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';
import { expectSentences, startNod } from './command-line.ts';

/** `nod start` after it has begun well: how it ends, by itself or when it is told to. */

const TOKEN = 'token-of-the-bot';

let discord: FakeDiscord;
beforeAll(async () => {
  discord = new FakeDiscord({ now: Date.now, token: TOKEN });
  await discord.start(0);
});
afterAll(() => discord.stop());

describe.concurrent('a start that went well', () => {
  const settings = () => ({ DISCORD_TOKEN: TOKEN, DISCORD_API_BASE: discord.apiBase });

  it('ends with what to do when the token is reset later on', async () => {
    const ana = discord.addUser({ name: 'Ana' });
    const ben = discord.addUser({ name: 'Ben' });
    const channel = discord.addChannel(discord.addGuild({ members: [ana, ben] }), { name: 'us' });
    const running = startNod(['start'], { env: settings() });
    await discord.waitFor(() => running.printed().includes('Nod is listening'), 15_000);
    discord.fault({ match: `GET /channels/${channel}`, how: 401 });

    const answer = await discord.slash(ana, channel, 'nod start', { partner: ben });

    const ended = await running.ended;
    expectSentences({ ...ended, stdout: '' }, /^Discord refused the token\. .*Reset Token/);
    expect(answer.data.content).toMatch(/^Discord refused the token\./);
    expect(ended.files).toEqual(['data', 'data/nod.sqlite']);
  });

  it('ends when it is told to, also while Discord leaves a call unanswered', async () => {
    const ana = discord.addUser({ name: 'Ana' });
    const channel = discord.addChannel(discord.addGuild({ members: [ana] }), { name: 'us' });
    const running = startNod(['start'], { env: settings() });
    await discord.waitFor(() => running.printed().includes('Nod is listening'), 15_000);
    discord.fault({ match: `GET /channels/${channel}`, how: 'hang', times: 10 });
    await discord.slash(ana, channel, 'nod start', { partner: discord.bot }); // deferred: the answer hangs
    const asked = performance.now();

    running.child.kill('SIGTERM');

    const { code, stderr } = await running.ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(performance.now() - asked).toBeLessThan(10_000);
  });
});
