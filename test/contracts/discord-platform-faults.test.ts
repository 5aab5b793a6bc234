import { PermissionFlagsBits as Permission, ReactionType } from 'discord-api-types/v10';
import { afterEach, describe, expect, it } from 'vitest';
import { SECOND } from '../../src/domain/time.ts';
import type { HistoryMessage } from '../../src/ports/platform.ts';
import { openStage, type Stage, type StageChoices, setStage } from '../platforms/discord/stage.ts';
import { COMMANDS, finish } from '../platforms/discord/trial-commands.ts';
import type { Answered } from '../support/fake-discord/interactions.ts';

let stage: Stage;
afterEach(() => stage.close());

async function open(choices: StageChoices = {}): Promise<Stage> {
  stage = await openStage(choices);
  return stage;
}

async function prepare(choices: StageChoices = {}): Promise<Stage> {
  stage = await setStage(choices);
  return stage;
}

async function historyAfter({ platform, channel }: Stage, cursor: string): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { text } of platform.history(channel, cursor as never)) found.push(text);
  return found;
}

describe('a call that fails', () => {
  it.each([429, 503] as const)('once with %s is repeated', async (how) => {
    const { discord, platform, ana } = await open();
    discord.fault({ match: /POST \/channels\/\d+\/messages/, how });

    await platform.whisper(ana, { text: 'x' }, 'n1');

    expect(discord.dm(ana).messages).toHaveLength(1);
    expect(platform.health().rateLimits).toBe(how === 429 ? 1 : 0);
  });

  it.each([503, 'reset'] as const)('again and again with %s is named', async (how) => {
    const { discord, platform, ana } = await open();
    discord.fault({ match: /POST \/channels\/\d+\/messages/, how, times: 10 });

    await expect(platform.whisper(ana, { text: 'x' }, 'n1')).rejects.toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });

  it.each([
    ['a call', { match: /POST \/channels\/\d+\/messages/ }],
    ['opening a direct channel', { match: 'POST /users/@me/channels' }],
  ])('because Discord wants long patience with %s is named at once, and not slept out', async (_, { match }) => {
    const { discord, platform, ana } = await open();
    discord.fault({ match, how: 429, retryAfterSeconds: 63 * 60 });

    const failed = platform.whisper(ana, { text: 'x' }, 'n1');

    await expect(failed).rejects.toMatchObject({ code: 'DISCORD_UNREACHABLE' });
    expect(discord.dm(ana).messages).toEqual([]);
    expect(platform.health().rateLimits).toBe(1);
  });

  it('for want of an answer is named', async () => {
    const { discord, platform, ana } = await open({ terms: { requestTimeoutSeconds: 0.05 } });
    discord.fault({ match: /POST \/channels\/\d+\/messages/, how: 'hang', times: 10 });

    await expect(platform.whisper(ana, { text: 'x' }, 'n1')).rejects.toMatchObject({ code: 'DISCORD_UNREACHABLE' });
  });

  it('while commands are registered does not keep Nod from starting, and is made good later', async () => {
    const { discord, clock, platform, listener, told } = await prepare();
    discord.fault({ match: /GET \/applications\/\d+\/commands/, how: 503, times: 4 });
    await platform.start(listener);
    const before = discord.world.commands.size;

    await clock.advance(61 * SECOND);
    await discord.waitFor(() => discord.world.commands.size > 0);

    expect(before).toBe(0);
    expect(told.ready).toBe(1);
  });
});

describe('an acknowledgement whose own answer is lost', () => {
  /** Answered after the time in which an acknowledgement has to come. */
  async function answerLate({ discord, clock }: Stage, answering: Promise<Answered>): Promise<Answered> {
    await discord.settled();
    await clock.advance(1.5 * SECOND);
    const acknowledged = await answering;
    finish({ card: { text: 'At last' } });
    return acknowledged;
  }

  it('costs a command nothing: the answer comes all the same', async () => {
    const { discord, ana, channel } = await open({ commands: COMMANDS });
    discord.fault({ match: '/callback', how: 503, afterEffect: true });

    const answer = await answerLate(stage, discord.slash(ana, channel, 'nod data slow'));

    expect((await discord.shown(answer)).content).toBe('At last');
  });

  it('costs a press nothing: the answer comes all the same', async () => {
    const { discord, ana, channel } = await open({ commands: COMMANDS });
    const card = await discord.slash(ana, channel, 'nod try');
    discord.fault({ match: '/callback', how: 503, afterEffect: true });

    const { followUps } = await answerLate(stage, discord.press(ana, card, 'Slow'));

    const added = await discord.waitFor(() => followUps[0]);
    expect(discord.message(added)?.content).toBe('At last');
  });
});

describe('commands', () => {
  it('are registered once, and again only when they change', async () => {
    const run = async () => ({ card: { text: 'x' } });
    const options = [{ name: 'until', summary: 'A time', kind: 'text', complete: () => [] }] as const;
    const command = { summary: 'Be busy', options, where: 'anywhere', run } as const;
    const { discord, anotherPlatform } = await open({ commands: [{ path: 'busy', command }] });
    const puts = () => discord.rest.filter(({ method, path }) => method === 'PUT' && path.endsWith('/commands')).length;
    const first = puts();

    const again = await anotherPlatform();

    await again.stop();
    expect([first, puts()]).toEqual([1, 1]);
  });
});

describe('history', () => {
  it('reads page after page, oldest first', async () => {
    const { discord, ana, channel } = await open();
    const cursor = discord.say(ana, channel, 'cursor');
    const said = Array.from({ length: 205 }, (_, n) => `m${n}`);
    for (const text of said) discord.say(ana, channel, text);

    const found = await historyAfter(stage, cursor);

    expect(found).toEqual(said);
    expect(discord.rest.filter(({ query }) => query['after'] !== undefined)).toHaveLength(3);
  });

  it('asks who reacted only for messages with reactions', async () => {
    const { discord, ana, ben, channel } = await open();
    const cursor = discord.say(ana, channel, 'cursor');
    discord.say(ana, channel, 'plain');
    const liked = discord.say(ana, channel, 'liked');
    discord.react(ben, liked, 'blobhug:42');

    await historyAfter(stage, cursor);

    const asked = discord.rest.filter(({ path }) => path.includes('/reactions/')).map(({ path }) => path);
    expect(asked).toEqual([`/channels/${channel}/messages/${liked}/reactions/blobhug%3A42`]);
  });

  it('finds whoever reacted with a burst, and once who did both', async () => {
    const { discord, platform, ana, ben, channel } = await open();
    const cursor = discord.say(ana, channel, 'cursor');
    const burst = discord.say(ana, channel, 'a burst alone');
    discord.react(ben, burst, '🎉', ReactionType.Super);
    const both = discord.say(ana, channel, 'both');
    discord.react(ben, both, '🎉');
    discord.react(ben, both, '🎉', ReactionType.Super);

    const found: HistoryMessage[] = [];
    for await (const message of platform.history(channel, cursor as never)) found.push(message);

    const once = [{ emoji: '🎉', by: ben }];
    expect(found.map(({ reactions }) => reactions)).toEqual([once, once]);
  });

  it('says which permission is missing instead of finding nothing', async () => {
    const { discord, ana, channel } = await open();
    const cursor = discord.say(ana, channel, 'cursor');
    discord.overwrite(channel, discord.bot, {
      allow: Permission.ViewChannel | Permission.SendMessages,
      deny: Permission.ReadMessageHistory,
    });
    await discord.settled();

    await expect(historyAfter(stage, cursor)).rejects.toMatchObject({ code: 'DISCORD_PERMISSION_MISSING' });
  });

  it('says when the channel is gone, hidden or nobody’s', async () => {
    const { discord, platform, ana, ben, channel, elsewhere } = await open();
    discord.showTo(channel, [ana, ben]);
    await expect(historyAfter(stage, '1')).rejects.toMatchObject({ code: 'DISCORD_PERMISSION_MISSING' });

    discord.deleteChannel(channel);
    await expect(historyAfter(stage, '1')).rejects.toMatchObject({ code: 'CHANNEL_UNKNOWN' });

    const nobodys = platform
      .history(elsewhere, '1' as never)
      [Symbol.asyncIterator]()
      .next();
    await expect(nobodys).rejects.toMatchObject({ code: 'CHANNEL_UNKNOWN' });
  });
});

describe('a channel that is lost', () => {
  it.each([
    ['deleted', ({ discord, channel }: Stage) => discord.deleteChannel(channel)],
    ['hidden from Nod', ({ discord, channel, ana, ben }: Stage) => discord.showTo(channel, [ana, ben])],
    ['in a server that Nod was put out of', ({ discord, guild }: Stage) => discord.removeMember(guild, discord.bot)],
    ['in a server that is gone', ({ discord, guild }: Stage) => discord.removeGuild(guild)],
  ])('because it is %s is told', async (_, lose) => {
    const { discord, told, channel } = await open();

    lose(stage);
    await discord.settled();

    expect(told.lost).toEqual([channel]);
  });

  it('is not one that somebody else’s permissions changed in', async () => {
    const { discord, told, channel, ana, ben, cam, elsewhere } = await open();

    discord.showTo(channel, [ana, ben, cam, discord.bot]);
    discord.deleteChannel(elsewhere);
    await discord.settled();

    expect(told.lost).toEqual([]);
  });
});

describe('an event that surprises', () => {
  it('is lost alone', async () => {
    const { discord, told, listener, ana, channel } = await open();
    const { heard } = listener;
    listener.heard = () => {
      listener.heard = heard;
      throw new Error('secret words');
    };
    discord.say(ana, channel, 'first');
    discord.say(ana, channel, 'second');
    await discord.settled();

    expect(told.events.map(({ event }) => 'text' in event && event.text)).toEqual(['second']);
    expect(told.lines.at(-1)).toMatch(/^error one event could not be taken in/);
    expect(told.lines.join('\n')).not.toContain('secret');
  });
});

describe('servers', () => {
  it('that are not in NOD_GUILDS are left, also when Nod is added later', async () => {
    const { discord, platform, listener, cam, guild } = await prepare({ terms: { guilds: ['no such server'] } });
    await platform.start(listener);
    await discord.waitFor(() => !discord.world.guild(guild).members.has(discord.bot));

    const later = discord.addGuild({ members: [cam] });

    await discord.waitFor(() => !discord.world.guild(later).members.has(discord.bot));
    const left = () => stage.told.lines.filter((line) => line.includes('left a server'));
    await discord.waitFor(() => left().length > 1); // logged once the answer is back
    expect(left()).toHaveLength(2);
  });
});

describe('stopping', () => {
  it('says goodbye, and nothing is told afterwards', async () => {
    const { discord, platform, told, ana, channel } = await open();

    await platform.stop();
    discord.say(ana, channel, 'too late');
    await discord.settled();

    expect(discord.connected).toBe(0);
    expect(told.events).toEqual([]);
    expect(platform.health().connected).toBe(false);
  });
});
