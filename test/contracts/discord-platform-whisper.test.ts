import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelId } from '../../src/domain/ids.ts';
import type { Card } from '../../src/ports/card.ts';
import { openStage, type Stage } from '../platforms/discord/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

function card(seq: number): Card {
  const open = { label: 'Open', path: 'whisper', action: 'open', id: `7.${seq}`, look: 'primary' } as const;
  return { text: 'Something small, when you have a minute.', rows: [{ buttons: [open] }] };
}

describe('direct messages on Discord', () => {
  it('carry a button for their reader, a nonce against repeats, and ping nobody', async () => {
    const { discord, platform, ana } = stage;

    const sent = await platform.whisper(ana, card(1), '7.1');

    const posted = discord.rest.findLast(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    expect(posted?.body).toMatchObject({ nonce: '7.1', enforce_nonce: true, allowed_mentions: { parse: [] } });
    expect(discord.message(sent.message)?.components).toMatchObject([
      { components: [{ custom_id: `whisper:open:7.1:${ana}`, style: 1 }] },
    ]);
  });

  it.each([50007, 50278] as const)('closed with %s are named alike, and not tried again', async (how) => {
    const { discord, platform, ana } = stage;
    discord.fault({ match: /POST \/channels\/\d+\/messages/, how });
    const before = discord.rest.length;

    const failed = platform.whisper(ana, card(2), '7.2');

    await expect(failed).rejects.toMatchObject({ code: 'DIRECT_MESSAGES_CLOSED' });
    expect(discord.rest.slice(before).filter(({ path }) => path.endsWith('/messages'))).toHaveLength(1);
  });

  it('are found again after their answer was lost, though the post is not repeated', async () => {
    const { discord, platform, ben } = stage;
    discord.fault({ match: /POST \/channels\/\d+\/messages/, how: 'reset', afterEffect: true });

    const failed = platform.whisper(ben, card(3), '7.3');

    await expect(failed).rejects.toMatchObject({ code: 'DISCORD_UNREACHABLE' });
    const found = await platform.findWhisper(ben, 'whisper', '7.3');
    expect(found?.message).toBe(discord.dm(ben).messages.at(-1)?.id);
  });

  it('are posted once where Discord hangs and the call is repeated', async () => {
    const { discord, ben, close, platform } = await openStage({ terms: { requestTimeoutSeconds: 0.2 } });
    discord.fault({ match: /POST \/channels\/\d+\/messages/, how: 'hang', afterEffect: true });

    await platform.whisper(ben, card(4), '7.4');

    const posts = discord.rest.filter(({ method, path }) => method === 'POST' && path.endsWith('/messages'));
    expect(posts.length).toBeGreaterThan(1);
    expect(discord.dm(ben).messages).toHaveLength(1);
    await close();
  });

  it('are looked for among the last twenty only', async () => {
    const { platform, cam } = stage;
    for (let seq = 1; seq <= 21; seq++) await platform.whisper(cam, card(seq), `7.${seq}`);

    const [first, second] = await Promise.all(['7.1', '7.2'].map((id) => platform.findWhisper(cam, 'whisper', id)));

    expect(first).toBeUndefined();
    expect(second).toBeDefined();
  });

  it('are all found, a hundred back, whatever they say', async () => {
    const { discord, platform, cam } = stage;
    const mine = await platform.whisper(cam, { text: 'without a button' }, '7.60');
    discord.say(cam, mine.channel, 'thanks');
    const before = discord.rest.length;

    const found = await platform.whispers(cam);

    expect(found).toContainEqual(mine);
    expect(found.length).toBeGreaterThan(20);
    expect(found.every(({ message }) => discord.message(message)?.author.id === discord.bot)).toBe(true);
    expect(discord.rest.slice(before).map(({ query }) => query)).toEqual([{ limit: '100' }]);
  });

  it('that somebody else wrote are not taken for own', async () => {
    const { discord, platform, ana } = stage;
    discord.say(ana, discord.dm(ana).channel, 'whisper:open:7.99:1');

    const found = await platform.findWhisper(ana, 'whisper', '7.99');

    expect(found).toBeUndefined();
  });
});

describe('posts on Discord', () => {
  it('carry buttons for whoever they are about', async () => {
    const { discord, platform, channel } = stage;

    const sent = await platform.post(channel, card(5), 'post.5');

    expect(discord.message(sent.message)?.components).toMatchObject([
      { components: [{ custom_id: 'whisper:open:7.5:0' }] },
    ]);
  });

  it('are there once, however often the answer to them is lost', async () => {
    const { discord, platform, channel } = stage;
    const before = discord.messages(channel).length;
    discord.fault({ match: `POST /channels/${channel}`, how: 503, afterEffect: true, times: 3 });

    const sent = await platform.post(channel, card(7), 'post.7');

    expect(discord.messages(channel)).toHaveLength(before + 1);
    expect(sent.message).toBe(discord.messages(channel).at(-1)?.id);
  });

  it('say which permission is missing, and when a channel is gone', async () => {
    const { discord, platform, channel } = stage;
    discord.fault({ match: `POST /channels/${channel}`, how: 50013 });

    await expect(platform.post(channel, card(6), 'post.6')).rejects.toMatchObject({
      code: 'DISCORD_PERMISSION_MISSING',
    });
    await expect(platform.post(channelId('1'), card(6), 'post.6')).rejects.toMatchObject({ code: 'CHANNEL_UNKNOWN' });
  });

  it('are linked to by server, channel and message', async () => {
    const { discord, platform, ana, channel, guild } = stage;
    const said = discord.say(ana, channel, 'here');

    const link = platform.linkTo(channel, said);

    expect(link).toBe(`https://discord.com/channels/${guild}/${channel}/${said}`);
  });
});
