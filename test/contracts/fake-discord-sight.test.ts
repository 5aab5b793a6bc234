import { type Client, Events, GatewayIntentBits as Intent, PermissionFlagsBits as Permission } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoupleStage, NOON, openStage, TOKEN } from '../support/fake-discord/couple-stage.ts';
import { collect, connect, createClient, INTENTS } from '../support/fake-discord/real-client.ts';

let now: number;
let stage: CoupleStage;
let client: Client<true>;

beforeEach(async () => {
  now = NOON;
  stage = await openStage({ now: () => now });
  client = await connect(createClient(stage.discord), TOKEN);
});

afterEach(async () => {
  await client.destroy();
  await stage.discord.stop();
});

async function reconnect(intents: number): Promise<void> {
  await client.destroy();
  client = await connect(createClient(stage.discord, { intents }), TOKEN);
}

describe('what a session may hear', () => {
  it('blanks the words of a server without the MessageContent intent, but not of mentions, own and direct messages', async () => {
    const { discord, ana, channel } = stage;
    await reconnect(INTENTS & ~Intent.MessageContent);
    const heard = collect(client, Events.MessageCreate);

    discord.say(ana, channel, 'secret', { attachments: [{ filename: 'dog.png' }] });
    discord.say(ana, channel, `<@${discord.bot}> hello`);
    discord.say(ana, discord.dm(ana).channel, 'a direct message');
    await discord.settled();

    expect(heard.map(([{ content, attachments }]) => [content, attachments.size])).toEqual([
      ['', 0],
      [`<@${discord.bot}> hello`, 0],
      ['a direct message', 0],
    ]);
  });

  it('hears nothing that no intent was asked for', async () => {
    const { discord, ana, ben, guild, channel } = stage;
    await reconnect(Intent.Guilds);
    const heard: string[] = [];
    client.on(Events.Raw, (packet: { t: string }) => heard.push(packet.t));
    const message = discord.say(ana, channel, 'hello');

    discord.react(ben, message, '❤️');
    discord.type(ben, channel);
    discord.say(ana, discord.dm(ana).channel, 'direct');
    discord.removeMember(guild, ben);
    discord.deleteChannel(channel);
    await discord.settled();

    expect(heard).toEqual(['CHANNEL_DELETE']);
  });

  it('keeps the intents of servers and of direct messages apart', async () => {
    const { discord, ana, channel } = stage;
    await reconnect(Intent.Guilds | Intent.GuildMessages | Intent.GuildMessageReactions | Intent.DirectMessageTyping);
    const heard: string[] = [];
    client.on(Events.Raw, (packet: { t: string; d: { channel_id: string } }) =>
      heard.push(`${packet.t} ${packet.d.channel_id === channel ? 'server' : 'direct'}`),
    );

    for (const where of [channel, discord.dm(ana).channel]) {
      discord.react(ana, discord.say(ana, where, 'hello'), '❤️');
      discord.type(ana, where);
    }
    await discord.settled();

    expect(heard).toEqual(['MESSAGE_CREATE server', 'MESSAGE_REACTION_ADD server', 'TYPING_START direct']);
  });

  it('opens a direct channel at the first message in it', async () => {
    const { discord, ana } = stage;
    const heard = collect(client, Events.MessageCreate);

    discord.say(ana, discord.dm(ana).channel, 'hi');
    await discord.settled();
    await client.users.send(ana, 'hi yourself');

    expect(heard.map(([message]) => [message.content, message.guildId, message.channel.isDMBased()])).toEqual([
      ['hi', null, true],
      ['hi yourself', null, true],
    ]);
    expect(discord.dm(ana).messages.map(({ content }) => content)).toEqual(['hi', 'hi yourself']);
  });

  it('neither shows nor tells of a channel that the bot is not let into', async () => {
    const { discord, ana, ben, guild } = stage;
    const hidden = discord.addChannel(guild, { name: 'hidden', visibleTo: [ana, ben] });
    const heard = collect(client, Events.MessageCreate);

    discord.say(ana, hidden, 'secret');
    await discord.settled();

    expect(heard).toEqual([]);
    await expect(client.rest.get(`/channels/${hidden}/messages`)).rejects.toMatchObject({ code: 50001 });
  });

  it('lets discord.js work out what the bot may do, also after it changed', async () => {
    const { discord, ana, ben, guild, channel } = stage;
    const where = client.guilds.cache.get(guild)?.channels.cache.get(channel);
    const own = () => where?.permissionsFor(client.user);
    expect([own()?.has(Permission.SendMessages), own()?.has(Permission.ManageMessages)]).toEqual([true, false]);

    discord.overwrite(channel, discord.bot, { allow: Permission.ViewChannel, deny: Permission.SendMessages });
    await discord.settled();

    expect([own()?.has(Permission.ViewChannel), own()?.has(Permission.SendMessages)]).toEqual([true, false]);
    await expect(client.rest.post(`/channels/${channel}/messages`, { body: { content: 'x' } })).rejects.toMatchObject({
      code: 50013,
    });
    discord.showTo(channel, [ana, ben]);
    await discord.settled();
    expect(own()?.has(Permission.ViewChannel)).toBe(false);
  });

  it('tells when a channel, a server or the bot’s place in it is gone', async () => {
    const { discord, ana, guild, channel } = stage;
    const [channels, guilds] = [collect(client, Events.ChannelDelete), collect(client, Events.GuildDelete)];
    const other = discord.addGuild({ members: [ana] });

    discord.deleteChannel(channel);
    discord.removeGuild(guild);
    await discord.waitFor(() => client.guilds.cache.has(other));
    await client.guilds.cache.get(other)?.leave();
    await discord.settled();

    expect(channels.map(([{ id }]) => id)).toEqual([channel]);
    expect(guilds.map(([{ id }]) => id)).toEqual([guild, other]);
  });

  it('tells each shard of its own servers, and the first of direct messages', async () => {
    const { discord, ana, guild, channel } = stage;
    now = NOON + 1;
    const odd = discord.addGuild({ members: [ana] });
    const there = discord.addChannel(odd, { name: 'there' });
    await client.destroy();
    client = await connect(createClient(discord, { shards: [0, 1], shardCount: 2 }), TOKEN);
    const heard: [string, number][] = [];
    client.ws.on('MESSAGE_CREATE' as never, (message: { content: string }, shard: number) =>
      heard.push([message.content, shard]),
    );

    discord.say(ana, channel, 'even');
    discord.say(ana, there, 'odd');
    discord.say(ana, discord.dm(ana).channel, 'direct');
    await discord.settled();

    expect(heard).toHaveLength(3);
    expect(Object.fromEntries(heard)).toEqual({
      even: client.guilds.cache.get(guild)?.shardId,
      odd: client.guilds.cache.get(odd)?.shardId,
      direct: 0,
    });
    expect(new Set(client.guilds.cache.map(({ shardId }) => shardId)).size).toBe(2);
  });
});
