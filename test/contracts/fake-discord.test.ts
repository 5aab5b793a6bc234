import { type Client, Events, type Message } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CoupleStage, NOON, openStage, TOKEN } from '../support/fake-discord/couple-stage.ts';
import { collect, connect, createClient } from '../support/fake-discord/real-client.ts';

let stage: CoupleStage;
let client: Client<true>;

beforeEach(async () => {
  stage = await openStage();
  client = await connect(createClient(stage.discord), TOKEN);
});

afterEach(async () => {
  await client.destroy();
  await stage.discord.stop();
});

async function history(query: object): Promise<string[]> {
  const where = await client.channels.fetch(stage.channel);
  if (!where?.isTextBased()) return [];
  return [...(await where.messages.fetch({ ...query })).values()].map(({ content }) => content);
}

describe('messages', () => {
  it('carries the words, the author and the time of the injected clock', async () => {
    const { discord, ana, guild, channel } = stage;
    const heard = collect(client, Events.MessageCreate);

    const id = discord.say(ana, channel, 'hello');
    await discord.settled();

    expect(heard).toHaveLength(1);
    const message = heard[0]?.[0] as Message<true>;
    expect([message.id, message.content, message.author.id]).toEqual([id, 'hello', ana]);
    expect([message.createdTimestamp, message.guildId, message.channelId]).toEqual([NOON, guild, channel]);
  });

  it('mints growing ids while the clock stands still', () => {
    const { discord, ana, channel } = stage;
    const ids = Array.from({ length: 50 }, () => BigInt(discord.say(ana, channel, 'x')));

    expect(ids).toEqual([...new Set(ids)].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('marks a reply and hands the message along that it answers', async () => {
    const { discord, ana, ben, channel } = stage;
    const heard = collect(client, Events.MessageCreate);

    const first = discord.say(ana, channel, 'got the job');
    discord.say(ben, channel, 'omg', { replyTo: first });
    await discord.settled();

    const reply = heard[1]?.[0];
    expect([reply?.type, reply?.reference?.messageId]).toEqual([19, first]);
    expect((await reply?.fetchReference())?.content).toBe('got the job');
  });

  it('hangs attachments, stickers, embeds, voice notes and forwards on messages', async () => {
    const { discord, ana, channel } = stage;
    const heard = collect(client, Events.MessageCreate);

    discord.say(ana, channel, '', {
      attachments: [{ filename: 'dog.png', content_type: 'image/png' }],
      stickers: ['wave'],
    });
    discord.say(ana, channel, '', { attachments: [{ filename: 'voice.ogg' }], voice: true });
    discord.say(ana, channel, 'theirs', { forwarded: true });
    discord.say(ana, channel, 'by a webhook', { webhook: true });
    await discord.settled();

    const [image, voice, forward, webhook] = heard.map(([message]) => message);
    expect(image?.attachments.first()?.contentType).toBe('image/png');
    expect(image?.stickers.first()?.name).toBe('wave');
    expect(voice?.flags.has('IsVoiceMessage')).toBe(true);
    expect([forward?.content, forward?.messageSnapshots.first()?.content]).toEqual(['', 'theirs']);
    expect([typeof webhook?.webhookId, webhook?.author.bot]).toEqual(['string', true]);
  });

  it('tells of edits and deletions, one or many', async () => {
    const { discord, ana, channel } = stage;
    const edits = collect(client, Events.MessageUpdate);
    const [single, bulk] = [collect(client, Events.MessageDelete), collect(client, Events.MessageBulkDelete)];
    const [a, b, c] = [discord.say(ana, channel, 'a'), discord.say(ana, channel, 'b'), discord.say(ana, channel, 'c')];

    discord.edit(a, 'changed');
    discord.remove(a);
    discord.removeMany([b, c]);
    await discord.settled();

    expect(edits.map(([, { id, content, editedTimestamp }]) => [id, content, editedTimestamp])).toEqual([
      [a, 'changed', NOON],
    ]);
    expect(single.map(([{ id }]) => id)).toEqual([a]);
    expect(bulk.map(([messages]) => [...messages.keys()])).toEqual([[b, c]]);
  });

  it('gives a link its preview without an edit', async () => {
    const { discord, ana, channel } = stage;
    const changes = collect(client, Events.MessageUpdate);
    const link = discord.say(ana, channel, 'https://example.org');

    discord.unfurl(link, [{ title: 'Example' }]);
    await discord.settled();

    expect(changes.map(([, { editedAt, embeds }]) => [editedAt, embeds[0]?.title])).toEqual([[null, 'Example']]);
  });

  it('repeats a message when told to', async () => {
    const { discord, ana, channel } = stage;
    const heard: string[] = [];
    client.on(Events.Raw, (packet: { t: string; d: { id: string } }) => heard.push(packet.d.id));

    const id = discord.say(ana, channel, 'hello');
    discord.repeat(id);
    await discord.settled();

    expect(heard).toEqual([id, id]);
  });

  it('carries threads as channels of their own', async () => {
    const { discord, ana, channel } = stage;
    const heard = collect(client, Events.MessageCreate);

    const thread = discord.addThread(channel, 'aside');
    discord.say(ana, thread, 'in a thread');
    await discord.settled();

    expect(heard.map(([message]) => [message.channelId, message.channel.isThread()])).toEqual([[thread, true]]);
  });

  it('pages through history from a cursor, before a message and in small steps', async () => {
    const { discord, ana, channel } = stage;
    const ids = Array.from({ length: 120 }, (_, n) => discord.say(ana, channel, String(n)));
    const [first, last] = [ids[0], ids.at(-1)];

    expect(await history({ after: first, limit: 100 })).toEqual(Array.from({ length: 100 }, (_, n) => String(100 - n)));
    expect(await history({ before: last, limit: 2 })).toEqual(['118', '117']);
    expect(await history({ limit: 1 })).toEqual(['119']);
    await expect(history({ limit: 101 })).rejects.toMatchObject({ code: 50035 });
  });

  it('tells of reactions and keeps who gave them', async () => {
    const { discord, ana, ben, channel } = stage;
    const [added, removed] = [
      collect(client, Events.MessageReactionAdd),
      collect(client, Events.MessageReactionRemove),
    ];
    const message = discord.say(ana, channel, 'got the job');

    discord.react(ben, message, '❤️');
    discord.react(ana, message, '❤️');
    discord.react(ben, message, 'party:123456789012345678');
    discord.unreact(ana, message, '❤️');
    await discord.settled();
    const where = await client.channels.fetch(channel);
    const fetched = where?.isTextBased() ? await where.messages.fetch({ message, force: true }) : undefined;
    const hearts = fetched?.reactions.cache.get('❤️');

    expect(added.map(([{ emoji }, { id }]) => [emoji.name, id])).toEqual([
      ['❤️', ben],
      ['❤️', ana],
      ['party', ben],
    ]);
    expect(removed.map(([{ emoji }, { id }]) => [emoji.name, id])).toEqual([['❤️', ana]]);
    expect(hearts?.count).toBe(1);
    expect([...((await hearts?.users.fetch())?.keys() ?? [])]).toEqual([ben]);
  });

  it('tells of typing in seconds, and of people entering and leaving a call', async () => {
    const { discord, ana, guild, channel } = stage;
    const typing = collect(client, Events.TypingStart);
    const voice: (string | null)[][] = [];
    client.on(Events.VoiceStateUpdate, (before, after) => voice.push([before.channelId, after.channelId]));
    const call = discord.addVoiceChannel(guild, { name: 'call' });

    discord.type(ana, channel);
    discord.join(ana, call);
    discord.join(ana, null);
    await discord.settled();

    expect(typing.map(([{ user, startedTimestamp }]) => [user.id, startedTimestamp])).toEqual([[ana, NOON]]);
    expect(voice).toEqual([
      [null, call],
      [call, null],
    ]);
  });

  it('posts, edits and deletes for the bot, and refuses what Discord refuses', async () => {
    const { discord, ana, channel } = stage;
    const where = await client.channels.fetch(channel);
    if (!where?.isSendable()) throw new Error('unreachable');
    const sent = await where.send('hello');

    await sent.edit('hello again');
    const theirs = discord.say(ana, channel, 'mine');

    expect(discord.messages(channel).map(({ content }) => content)).toEqual(['hello again', 'mine']);
    await expect(where.send('x'.repeat(2_001))).rejects.toMatchObject({ code: 50035 });
    await expect(where.send({ content: 'x', nonce: 'n'.repeat(26), enforceNonce: true })).rejects.toMatchObject({
      code: 50035,
    });
    await expect(where.messages.edit(theirs, 'yours')).rejects.toMatchObject({ code: 50005 });
    await expect(where.messages.delete(theirs)).rejects.toMatchObject({ code: 50013 });
    await sent.delete();
    await expect(sent.fetch(true)).rejects.toMatchObject({ code: 10008 });
  });

  it('serves what the bot uploads', async () => {
    const { discord, ana } = stage;
    await client.users.send(ana, { files: [{ name: 'data.json', attachment: Buffer.from('{"a":1}') }] });

    const file = discord.dm(ana).messages[0]?.attachments[0];

    expect(file?.filename).toBe('data.json');
    expect(await (await fetch(file?.url ?? '')).json()).toEqual({ a: 1 });
  });
});
