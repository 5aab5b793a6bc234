import { afterEach, describe, expect, it } from 'vitest';
import { checkDiscord, type Finding } from '../../src/platforms/discord/doctor-checks.ts';
import { createVirtualClock } from '../support/clock.ts';
import { FakeDiscord } from '../support/fake-discord/fake-discord.ts';

const TOKEN = 'the-token-of-the-bot';
const NOW = Date.parse('2026-03-02T09:00:00.500Z');

let discord: FakeDiscord;
afterEach(() => discord.stop());

async function open(options: { allowMessageContent?: boolean } = {}): Promise<FakeDiscord> {
  discord = new FakeDiscord({ now: () => NOW, token: TOKEN, ...options });
  await discord.start();
  return discord;
}

async function check(changes: { token?: string; ahead?: number; guilds?: readonly string[] } = {}) {
  const { token = TOKEN, ahead = 0, guilds = [] } = changes;
  const clock = createVirtualClock(NOW + ahead);
  const { ok, findings } = await checkDiscord({ token, apiBase: discord.apiBase, guilds, clock });
  const find = (name: string): Finding | undefined => findings.find((finding) => finding.name === name);
  return { ok, findings, find };
}

describe('the doctor on Discord', () => {
  it('is content with a bot that reads one channel', async () => {
    const { bot } = await open();
    const ana = discord.addUser({ name: 'Ana' });
    const guild = discord.addGuild({ members: [ana], everyone: 0n });
    discord.addChannel(guild, { name: 'us', visibleTo: [ana, bot] });
    discord.addChannel(guild, { name: 'lobby' });

    const { ok, findings, find } = await check();

    expect(findings.map(({ name, ok }) => [name, ok])).toEqual([
      ['token', true],
      ['message-content', true],
      ['invite', true],
      ['channels', true],
      ['clock', true],
    ]);
    expect(ok).toBe(true);
    expect(find('channels')?.line).toBe('Nod can read 1 text channel in 1 server.');
    expect(find('invite')?.line).toContain(`?client_id=${bot}&scope=bot+applications.commands&permissions=0`);
  });

  it('names a token that Discord refuses', async () => {
    await open();

    const { ok, find } = await check({ token: 'wrong' });

    expect(ok).toBe(false);
    expect(find('token')).toMatchObject({ ok: false, fix: expect.stringContaining('Reset Token') });
  });

  it('names the switch for reading messages', async () => {
    await open({ allowMessageContent: false });

    const { ok, find } = await check();

    expect(ok).toBe(false);
    expect(find('message-content')).toMatchObject({
      ok: false,
      fix: expect.stringContaining('Message Content Intent'),
    });
  });

  it('says when Nod sees more than it needs, or nothing', async () => {
    await open();
    const nothing = await check();
    const guild = discord.addGuild({ members: [discord.addUser({ name: 'Ana' })] });
    for (const name of ['us', 'lobby']) discord.addChannel(guild, { name });

    const tooMuch = await check();

    expect(nothing.find('channels')).toMatchObject({ ok: false, line: 'Nod can read 0 text channels in 0 servers.' });
    expect(nothing.find('channels')?.fix).toContain('add Nod to your server');
    expect(tooMuch.find('channels')).toMatchObject({ line: 'Nod can read 2 text channels in 1 server.' });
    expect(tooMuch.find('channels')?.fix).toMatch(/and no other/);
  });

  it('says before the start which servers Nod will leave, as a slip in NOD_GUILDS may be the cause', async () => {
    await open();
    const guild = discord.addGuild({ members: [discord.addUser({ name: 'Ana' })] });
    discord.addChannel(guild, { name: 'us' });

    const slipped = await check({ guilds: ['112233445566778899'] });
    const right = await check({ guilds: [guild] });

    expect(slipped.find('servers')).toMatchObject({ ok: false, line: expect.stringContaining(guild) });
    expect(slipped.find('servers')?.fix).toContain('put its id into .env as NOD_GUILDS');
    expect(slipped.ok).toBe(false);
    expect(slipped.find('channels')).toBeUndefined();
    expect(right.find('servers')).toBeUndefined();
    expect(right.find('channels')).toMatchObject({ ok: true });
  });

  it('says how wrong the clock is', async () => {
    await open();

    const { find } = await check({ ahead: 90_000 });

    expect(find('clock')).toMatchObject({ ok: false, line: 'The clock is 90 seconds ahead of Discord’s.' });
  });

  it('says when Discord cannot be reached', async () => {
    await open();
    const { apiBase } = discord;
    await discord.stop();

    const { ok, findings } = await checkDiscord({ token: TOKEN, apiBase, guilds: [], clock: createVirtualClock(NOW) });

    expect(ok).toBe(false);
    expect(findings).toMatchObject([{ name: 'connection', line: 'Discord cannot be reached.' }]);
  });
});
