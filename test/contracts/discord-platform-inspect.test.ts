import { afterEach, describe, expect, it } from 'vitest';
import { channelId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import { openStage, type Stage } from '../platforms/discord/stage.ts';

let stage: Stage;
afterEach(() => stage.close());

async function open(): Promise<Stage> {
  stage = await openStage();
  return stage;
}

describe('looking at a channel before a couple is invited there', () => {
  it('finds a private channel readable, and the owner of the server beside the two', async () => {
    const { platform, channel, ana, ben } = await open();

    const report = await platform.inspect(channel, [ana, ben]);

    // Cam owns the server and sees every channel of it.
    expect(report).toEqual({ readable: true, missing: [], others: 1, absent: [], bots: [] });
  });

  it('counts everybody by name in the channel, bots too', async () => {
    const { discord, platform, channel, guild, ana, ben } = await open();
    const bot = discord.addUser({ name: 'Other bot', bot: true });
    const dan = discord.addUser({ name: 'Dan' });
    for (const each of [bot, dan]) discord.addMember(guild, each);
    discord.showTo(channel, [ana, ben, dan, bot, discord.bot]);

    const report = await platform.inspect(channel, [ana, ben]);

    expect(report.others).toBe(3);
  });

  it('counts the whole server where everyone can see the channel', async () => {
    const { discord, platform, elsewhere, guild, ana, ben } = await open();
    for (const name of ['Dan', 'Eve', 'Fay']) discord.addMember(guild, discord.addUser({ name }));

    const report = await platform.inspect(elsewhere, [ana, ben]);

    expect(report.others).toBe(4);
  });

  it('names people who are not there, cannot see it, or are bots', async () => {
    const { discord, platform, channel, guild, ana } = await open();
    const stranger = discord.addUser({ name: 'Stranger' });
    const outside = discord.addUser({ name: 'Outside' });
    const bot = discord.addUser({ name: 'Other bot', bot: true });
    for (const each of [outside, bot]) discord.addMember(guild, each);

    const report = await platform.inspect(channel, [ana, stranger, outside, bot]);

    expect(report.absent).toEqual([stranger, outside, bot]);
    expect(report.bots).toEqual([bot]);
  });

  it('names the permissions that Nod lacks', async () => {
    const { discord, platform, channel, ana, ben } = await open();
    discord.overwrite(channel, discord.bot, { allow: 1n << 10n, deny: 1n << 16n });

    const lacking = await platform.inspect(channel, [ana, ben]);
    discord.showTo(channel, [ana, ben]);
    const hidden = await platform.inspect(channel, [ana, ben]);

    expect([lacking.readable, hidden.readable]).toEqual([false, false]);
    expect(lacking.missing).toEqual(['Read Message History']);
    expect(hidden.missing).toEqual(['View Channel']);
  });

  it('lacks what a moderator’s time-out takes from it, and can still read, until it is over', async () => {
    const { discord, clock, platform, guild, channel, ana, ben } = await open();
    discord.timeOut(guild, discord.bot, clock.now() + MINUTE);

    const timedOut = await platform.inspect(channel, [ana, ben]);
    const refused: unknown = await platform.post(channel, { text: 'hello' }, 'post.1').catch((error) => error);
    await clock.advance(MINUTE);
    const after = await platform.inspect(channel, [ana, ben]);

    expect([timedOut, after].map(({ readable, missing }) => [readable, missing])).toEqual([
      [true, ['Send Messages']],
      [true, []],
    ]);
    expect(refused).toMatchObject({ code: 'DISCORD_PERMISSION_MISSING' });
  });

  it('finds no text channel in direct messages, voice channels, threads and nowhere', async () => {
    const { discord, platform, channel, guild, ana, ben } = await open();
    const places = [
      discord.dm(ana).channel,
      discord.addVoiceChannel(guild, { name: 'Kitchen' }),
      discord.addThread(channel, 'aside'),
      channelId('1'),
    ];

    const reports = await Promise.all(places.map((place) => platform.inspect(place, [ana, ben])));

    expect(reports.map(({ readable, missing }) => [readable, missing])).toEqual(places.map(() => [false, []]));
  });
});
