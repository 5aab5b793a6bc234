import { MessageType } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageId, personId } from '../../src/domain/ids.ts';
import { createClient } from '../../src/platforms/discord/client.ts';
import { openStage, type Stage, TOKEN } from '../platforms/discord/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function hearing(play: () => void) {
  const before = stage.told.events.length;
  play();
  await stage.discord.settled();
  return stage.told.events.slice(before);
}

describe('history on Discord', () => {
  it('finds the heart of a partner behind those of a hundred others', async () => {
    const { discord, platform, ana, channel } = stage;
    const said = discord.say(ana, channel, 'look');
    const others = Array.from({ length: 100 }, (_, nth) => discord.addUser({ name: `Other ${nth}` }));
    const late = discord.addUser({ name: 'Late' });
    platform.watch([{ channel, partners: [personId(ana), personId(late)] }]);
    for (const one of [...others, late]) discord.react(one, said, '❤️');
    await discord.settled();

    const [found] = await platform.recall(channel, [messageId(said)]);

    platform.watch([{ channel, partners: [ana, stage.ben] }]);
    expect(found?.reactions).toEqual([{ emoji: '❤️', by: late }]);
  });
});

describe('hearing on Discord', () => {
  it('drops bots, webhooks, forwards, system lines and threads, even in a partner’s name', async () => {
    const { discord, ana, channel, guild } = stage;
    const other = discord.addUser({ name: 'Other bot', bot: true });
    discord.addMember(guild, other);

    const events = await hearing(() => {
      discord.say(other, channel, 'beep');
      discord.say(ana, channel, 'not mine', { webhook: true });
      discord.say(ana, channel, 'words of somebody else', { forwarded: true });
      discord.say(ana, channel, '', { type: MessageType.ChannelPinnedMessage });
      discord.say(ana, discord.addThread(channel, 'aside'), 'in a thread');
      discord.say(ana, discord.dm(ana).channel, 'to Nod alone');
    });

    expect(events).toEqual([]);
  });

  it('drops a partner of another couple in this couple’s channel', async () => {
    const { discord, platform, ana, ben, cam, channel, elsewhere } = stage;
    const dan = discord.addUser({ name: 'Dan' });
    platform.watch([
      { channel, partners: [ana, ben] },
      { channel: elsewhere, partners: [cam, dan] },
    ]);

    const events = await hearing(() => {
      discord.say(cam, channel, 'hello');
      discord.say(ana, elsewhere, 'hello');
      discord.type(cam, channel);
    });

    platform.watch([{ channel, partners: [ana, ben] }]);
    expect(events).toEqual([]);
  });

  it('tells what hangs on a message by kind, never by name', async () => {
    const { discord, ana, channel } = stage;

    const events = await hearing(() => {
      discord.say(ana, channel, 'look', { attachments: [{ filename: 'us.png', content_type: 'image/png' }] });
      discord.say(ana, channel, '', { attachments: [{ filename: 'v.ogg', content_type: 'audio/ogg' }], voice: true });
      discord.say(ana, channel, '', { stickers: ['hug'] });
      discord.say(ana, channel, 'https://tenor.com/view/hug-1');
    });

    expect(events.map(({ event }) => 'attachments' in event && event.attachments)).toEqual([
      ['image'],
      ['voice'],
      ['sticker'],
      ['gif'],
    ]);
  });

  it('tells a custom emoji by its number, never by the name somebody gave it', async () => {
    const { discord, ana, ben, channel } = stage;
    const said = discord.say(ana, channel, 'hey');
    await discord.settled();

    const [reaction] = await hearing(() => discord.react(ben, said, 'blobhug:42'));

    expect(reaction?.event).toMatchObject({ type: 'reaction', emoji: ':42:', by: ben, at: stage.clock.now() });
  });

  it('gives messages and edits a name by which a repeat is known, and each edit its own', async () => {
    const { discord, clock, ana, channel } = stage;
    const said = discord.say(ana, channel, 'helo');
    discord.edit(said, 'hello');
    await clock.advance(1_000);

    const events = await hearing(() => discord.edit(said, 'hello!'));

    const names = stage.told.events.slice(-3).map(({ dedupe }) => dedupe);
    expect(events).toHaveLength(1);
    expect(new Set(names).size).toBe(3);
    expect(names[0]).toBe(said);
  });

  it('tells of many deletions at once one by one', async () => {
    const { discord, ana, channel } = stage;
    const said = ['one', 'two', 'three'].map((text) => discord.say(ana, channel, text));
    await discord.settled();

    const events = await hearing(() => discord.removeMany(said));

    expect(events.map(({ event }) => 'target' in event && event.target)).toEqual(said);
  });

  it('tells of typing by a partner alone', async () => {
    const { discord, clock, ana, cam, channel } = stage;

    const events = await hearing(() => {
      discord.type(cam, channel);
      discord.type(ana, channel);
    });

    const at = Math.floor(clock.now() / 1_000) * 1_000;
    expect(events.map(({ event }) => event)).toEqual([{ type: 'typing', at, by: ana }]);
  });

  it('tells when one joins the other in a call, also one who was there before Nod was', async () => {
    const { discord, ana, ben, cam, guild } = stage;
    const kitchen = discord.addVoiceChannel(guild, { name: 'Kitchen' });
    discord.join(ana, kitchen);
    discord.join(cam, kitchen);
    await discord.settled();
    discord.forgetSessions();
    discord.kick('close');
    await discord.waitFor(() => discord.connected === 1);
    await discord.settled();

    const events = await hearing(() => discord.join(ben, kitchen));

    expect(events.map(({ event }) => event)).toContainEqual({ type: 'voice-join', at: stage.clock.now(), by: ben });
    expect(events.map(({ event }) => 'by' in event && event.by)).not.toContain(cam);
  });
});

describe('what is kept of it', () => {
  it('holds no word anybody wrote, and of people only the bot', async () => {
    const { discord, ana, ben, channel } = stage;
    const client = createClient({
      apiBase: discord.apiBase,
      ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    });
    await client.login(TOKEN);
    await discord.waitFor(() => client.isReady());
    const said = discord.say(ana, channel, 'quokka under the zeppelin');
    discord.edit(said, 'quokka over the zeppelin');
    discord.say(ben, channel, 'what quokka', { replyTo: said });
    discord.react(ben, said, '❤️');
    await discord.settled();

    const held = stringsIn(client);

    await client.destroy();
    expect(held.some((text) => text.includes(channel))).toBe(true); // the search finds what is there
    expect(held.filter((text) => /quokka|zeppelin/.test(text))).toEqual([]);
    expect([...client.users.cache.keys()].map(personId)).toEqual([discord.bot]);
  });
});

/** Every string that can be reached from an object, its private parts aside. */
function stringsIn(root: object): string[] {
  const seen = new Set<unknown>([root]);
  const found: string[] = [];
  for (const thing of seen) {
    if (typeof thing === 'string') found.push(thing);
    if (typeof thing !== 'object' || thing === null) continue;
    const parts = thing instanceof Map ? [...thing.keys(), ...thing.values()] : thing instanceof Set ? [...thing] : [];
    const own = Reflect.ownKeys(thing).map((key) => Object.getOwnPropertyDescriptor(thing, key)?.value as unknown);
    for (const part of [...parts, ...own]) seen.add(part);
  }
  return found;
}
