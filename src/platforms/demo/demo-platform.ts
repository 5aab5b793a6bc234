import type { ChatEvent } from '../../domain/chat-event.ts';
import { type ChannelId, channelId, type MessageId, messageId, type PersonId } from '../../domain/ids.ts';
import type { Card } from '../../ports/card.ts';
import type { HistoryMessage, Platform, PlatformListener, SentCard } from '../../ports/platform.ts';

/** What the demonstration shows of direct messages. */
export interface DemoScreen {
  whispered(to: PersonId, card: Card, sent: SentCard): void;
  rewritten(sent: SentCard, card: Card): void;
}

/** A chat of two in one process: what is typed is heard, what is whispered is shown. */
export interface DemoPlatform extends Platform {
  readonly channel: ChannelId;
  say(by: PersonId, text: string, at: number): MessageId;
  react(by: PersonId, target: MessageId, emoji: string, at: number): void;
}

export function createDemoPlatform(screen: DemoScreen): DemoPlatform {
  const channel = channelId('demo');
  const said: HistoryMessage[] = [];
  let listener: PlatformListener | undefined;
  let count = 0;

  const nextId = () => {
    count += 1;
    return messageId(String(count));
  };

  function hear(event: ChatEvent<PersonId>, dedupe?: string): void {
    listener?.heard(channel, event, dedupe);
  }

  return {
    name: 'demo',
    channel,
    async start(to) {
      listener = to;
      to.ready();
    },
    async stop() {
      listener = undefined;
    },
    say(by, text, at) {
      const message = { by, at, id: nextId(), text, attachments: [] };
      said.push({ ...message, reactions: [] });
      hear({ type: 'message', ...message }, message.id);
      return message.id;
    },
    react(by, target, emoji, at) {
      hear({ type: 'reaction', at, by, target, emoji });
    },
    watch() {}, // there is only one channel, and only the two are in it
    async *history(_, after) {
      yield* said.filter((message) => Number(message.id) > Number(after));
    },
    recall: async (_, ids) => said.filter((message) => ids.includes(message.id)),
    cursorAt: () => messageId(String(count)),
    inspect: async () => ({ readable: true, missing: [], others: 0, absent: [], bots: [] }),
    post: async () => ({ channel, message: nextId() }),
    async whisper(to, card) {
      const sent = { channel: channelId(`direct:${to}`), message: nextId() };
      screen.whispered(to, card, sent);
      return sent;
    },
    findWhisper: async () => undefined, // nothing is ever left over: the file is new each time
    whispers: async () => [],
    async rewrite(sent, card) {
      screen.rewritten(sent, card);
    },
    async remove() {},
    names: async (_, people) => new Map(people.map((person) => [person, [person]])),
    linkTo: (_, message) => `message ${message}`,
  };
}
