import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../src/domain/chat-event.ts';
import type { ChannelId, MessageId, PersonId } from '../../src/domain/ids.ts';
import { messageId } from '../../src/domain/ids.ts';
import { MINUTE } from '../../src/domain/time.ts';
import type { HistoryMessage, Platform } from '../../src/ports/platform.ts';

/** A started platform with people on it whom a test can play. */
export interface PeopledPlatform {
  readonly platform: Platform;
  /** The couple's channel, watched already. */
  readonly channel: ChannelId;
  readonly partners: readonly [PersonId, PersonId];
  /** Another channel, and somebody else who can write in both. */
  readonly elsewhere: ChannelId;
  readonly third: PersonId;
  readonly heard: readonly ChatEvent<PersonId>[];
  say(by: PersonId, channel: ChannelId, text: string, replyTo?: MessageId): MessageId;
  edit(message: MessageId, text: string): void;
  remove(message: MessageId): void;
  react(by: PersonId, message: MessageId, emoji: string): void;
  unreact(by: PersonId, message: MessageId, emoji: string): void;
  wait(milliseconds: number): Promise<void>;
  settled(): Promise<void>;
  close(): Promise<void>;
}

const CARD = { text: 'x', rows: [{ buttons: [{ label: 'Open', path: 'whisper', action: 'open', id: '7.1' }] }] };

/** What every platform promises, whoever runs it. */
export function platformContract(name: string, open: () => Promise<PeopledPlatform>): void {
  describe(`${name} keeps the platform contract`, () => {
    let stage: PeopledPlatform;
    beforeAll(async () => {
      stage = await open();
    });
    afterAll(() => stage.close());

    /** What is heard while something is played. */
    async function hearing(play: () => void): Promise<readonly ChatEvent<PersonId>[]> {
      await stage.settled();
      const before = stage.heard.length;
      play();
      await stage.settled();
      return stage.heard.slice(before);
    }

    it('tells of messages, replies, edits, reactions, their removal and deletions, in order', async () => {
      const { partners, channel } = stage;
      const [ana, ben] = partners;

      const events = await hearing(() => {
        const first = stage.say(ana, channel, 'got the job');
        const reply = stage.say(ben, channel, 'omg yes', first);
        stage.react(ben, first, '🎉');
        stage.unreact(ben, first, '🎉');
        stage.edit(reply, 'OMG yes');
        stage.remove(first);
      });

      expect(events.map(({ type }) => type)).toEqual([
        'message',
        'message',
        'reaction',
        'unreaction',
        'edit',
        'delete',
      ]);
      const [first, reply, reaction, , edit, gone] = events;
      const id = first?.type === 'message' ? first.id : undefined;
      expect(first).toMatchObject({ by: ana, text: 'got the job', attachments: [] });
      expect(reply).toMatchObject({ by: ben, replyTo: id });
      expect(reaction).toMatchObject({ by: ben, target: id, emoji: '🎉' });
      expect(edit).toMatchObject({ text: 'OMG yes' });
      expect(gone).toMatchObject({ target: id });
    });

    it('tells nothing of other channels and of other people', async () => {
      const { partners, channel, elsewhere, third } = stage;

      const events = await hearing(() => {
        const theirs = stage.say(third, channel, 'hello you two');
        stage.edit(theirs, 'hello');
        stage.say(partners[0], elsewhere, 'hello all');
        const own = stage.say(partners[0], channel, 'hello you');
        stage.react(third, own, '❤️');
      });

      expect(events.map((event) => ('text' in event ? event.text : event.type))).toEqual(['hello you']);
    });

    it('hands out the same later: oldest first, after the cursor, with the reactions that stand', async () => {
      const { platform, partners, channel, third } = stage;
      const [ana, ben] = partners;
      const before = stage.say(ana, channel, 'before');
      const first = stage.say(ana, channel, 'first');
      stage.say(third, channel, 'not for Nod');
      const second = stage.say(ben, channel, 'second', first);
      stage.edit(second, 'second, changed');
      stage.react(ben, first, '❤️');
      stage.react(third, first, '❤️');

      const found: HistoryMessage[] = [];
      for await (const message of platform.history(channel, before)) found.push(message);

      expect(found.map(({ text, by }) => [text, by])).toEqual([
        ['first', ana],
        ['second, changed', ben],
      ]);
      expect(found[0]?.reactions).toEqual([{ emoji: '❤️', by: ben }]);
      expect(found[0]?.editedAt).toBeUndefined();
      expect(found[1]).toMatchObject({ replyTo: first, reactions: [], editedAt: expect.any(Number) });
    });

    it('recalls messages by id and leaves out those that are gone', async () => {
      const { platform, partners, channel } = stage;
      const kept = stage.say(partners[0], channel, 'kept');
      const gone = stage.say(partners[0], channel, 'gone');
      stage.remove(gone);

      const found = await platform.recall(channel, [kept, gone, messageId('1')]);

      expect(found.map(({ id, text }) => [id, text])).toEqual([[kept, 'kept']]);
    });

    it('makes a cursor that lies before what is said at that instant and after what was said earlier', async () => {
      const { platform, partners, channel } = stage;
      stage.say(partners[0], channel, 'earlier');
      await stage.wait(MINUTE);
      const later = stage.say(partners[0], channel, 'later');
      const [{ at } = { at: 0 }] = await platform.recall(channel, [later]);

      const found: string[] = [];
      for await (const { text } of platform.history(channel, platform.cursorAt(at))) found.push(text);

      expect(found).toEqual(['later']);
    });

    it('sends a direct message once, finds it by its button, changes and removes it, however often', async () => {
      const { platform, partners } = stage;

      const sent = await platform.whisper(partners[1], CARD, '7.1');
      const again = await platform.whisper(partners[1], CARD, '7.1');
      const found = await platform.findWhisper(partners[1], 'whisper', '7.1');
      const other = await platform.findWhisper(partners[1], 'whisper', '7.10');

      expect(again).toEqual(sent);
      expect(found).toEqual(sent);
      expect(other).toBeUndefined();
      await platform.rewrite(sent, { text: 'All done here.' });
      await platform.rewrite(sent, { text: 'All done here.' });
      expect(await platform.findWhisper(partners[1], 'whisper', '7.1')).toBeUndefined();
      await platform.remove(sent);
      await platform.remove(sent);
      await platform.rewrite(sent, { text: 'All done here.' });
    });

    it('finds all of its own direct messages with one person, and nobody else’s', async () => {
      const { platform, partners } = stage;
      const [ana, ben] = partners;
      const hers = [await platform.whisper(ana, CARD, '8.1'), await platform.whisper(ana, { text: 'Two.' }, '8.2')];
      const his = await platform.whisper(ben, CARD, '8.3');

      const found = await platform.whispers(ana);

      expect(found).toEqual(expect.arrayContaining(hers));
      expect(found).not.toContainEqual(his);
      for (const sent of found) await platform.remove(sent);
      expect(await platform.whispers(ana)).toEqual([]);
      await platform.remove(his);
    });

    it('listens only where it is told to, from then on', async () => {
      const { platform, partners, channel, elsewhere } = stage;
      platform.watch([{ channel: elsewhere, partners }]);

      const events = await hearing(() => {
        stage.say(partners[0], channel, 'here no more');
        stage.say(partners[0], elsewhere, 'there now');
      });

      platform.watch([{ channel, partners }]);
      expect(events.map((event) => ('text' in event ? event.text : event.type))).toEqual(['there now']);
    });

    it('hears nobody in a channel that is watched for its door alone', async () => {
      const { platform, partners, channel, elsewhere } = stage;
      platform.watch([
        { channel, partners: [] },
        { channel: elsewhere, partners },
      ]);

      const events = await hearing(() => {
        stage.say(partners[0], channel, 'nobody hears this');
        stage.say(partners[0], elsewhere, 'there');
      });

      platform.watch([{ channel, partners }]);
      expect(events.map((event) => ('text' in event ? event.text : event.type))).toEqual(['there']);
    });
  });
}
