import type { ChatEvent } from '../domain/chat-event.ts';
import type { ChannelId, MessageId, PersonId } from '../domain/ids.ts';
import type { Attachment } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import type { Card } from './card.ts';
import type { Answer, Ask, Command, Menu, Pointed, Press } from './command.ts';

/** What a platform tells Nod; every promise it waits for may take as long as it needs. */
export interface PlatformListener {
  /** Something happened in a watched channel. */
  heard(channel: ChannelId, event: ChatEvent<PersonId>, dedupe?: string): void;
  /**
   * The platform is connected, first or again: read what was missed. A resumed session has told it again by then, so
   * that only times are missing; of one that was lost, nobody knows what no history holds.
   */
  ready(session?: 'resumed'): void;
  /** The connection is gone for now: what happens meanwhile is read later, and until then nothing is known. */
  away(): void;
  /** A slash command. */
  asked(command: Command, ask: Ask): Promise<Answer>;
  /** A button, a select or a modal of Nod's. */
  pressed(command: Command, press: Press): Promise<Answer>;
  /** An entry in a message's menu, and the command it belongs to. */
  pointed(command: Command, menu: Menu, pointed: Pointed): Promise<Answer>;
  /** A channel is gone, can no longer be read, or was out of hearing for a while: look again. */
  lost(channel: ChannelId): void;
  /** Who can read a channel may have changed. */
  changed(channel: ChannelId): void;
}

/** A message as history holds it: times of reactions and typing are not kept there. */
export interface HistoryMessage {
  readonly by: PersonId;
  readonly at: Instant;
  readonly id: MessageId;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly replyTo?: MessageId;
  readonly editedAt?: Instant;
  /** Reactions that stand now. */
  readonly reactions: readonly { readonly emoji: string; readonly by: PersonId }[];
}

/** A direct message that is out. */
export interface SentCard {
  readonly channel: ChannelId;
  readonly message: MessageId;
}

/** What could be learned about a channel, before a couple is invited there and whenever that may have changed. */
export interface ChannelReport {
  /** Whether it is a text channel in a server that Nod can read. */
  readonly readable: boolean;
  /** Which of the named permissions Nod lacks there, in the platform's words. */
  readonly missing: readonly string[];
  /** People besides the two and Nod who can read it. */
  readonly others: number;
  /** Of the people asked about, those who are bots or not in the server or cannot see the channel. */
  readonly absent: readonly PersonId[];
  readonly bots: readonly PersonId[];
}

/** What Nod needs from a place where people chat. Failures it can name are NodErrors. */
export interface Platform {
  readonly name: string;
  /** Connects and registers the commands; resolves once `ready` was called for the first time. */
  start(listener: PlatformListener): Promise<void>;
  stop(): Promise<void>;
  /**
   * The channels to listen in and who is heard there, replacing earlier ones; what anybody else says is dropped before
   * parsing. That one is lost, or that who can read it has changed, is told of each, also where nobody is heard.
   */
  watch(channels: readonly { readonly channel: ChannelId; readonly partners: readonly PersonId[] }[]): void;
  /**
   * Messages after the cursor, oldest first; throws CHANNEL_UNKNOWN or DISCORD_PERMISSION_MISSING. Waits, as `recall`
   * does, until the channel is heard, so that nothing is said between what was read and what is heard.
   */
  history(channel: ChannelId, after: MessageId): AsyncIterable<HistoryMessage>;
  /** The messages by id; one that is gone is left out. */
  recall(channel: ChannelId, ids: readonly MessageId[]): Promise<readonly HistoryMessage[]>;
  /** A cursor that lies just before anything said at or after the instant. */
  cursorAt(at: Instant): MessageId;
  inspect(channel: ChannelId, people: readonly PersonId[]): Promise<ChannelReport>;
  /** Posts one card in the channel where an invitation is made; `nonce` guards against a repeat. */
  post(channel: ChannelId, card: Card, nonce: string): Promise<SentCard>;
  /** Sends a direct message; `nonce` as in `post`. Throws DIRECT_MESSAGES_CLOSED. */
  whisper(to: PersonId, card: Card, nonce: string): Promise<SentCard>;
  /** Looks among the last 20 own direct messages for one that carries this button. */
  findWhisper(to: PersonId, path: string, id: string): Promise<SentCard | undefined>;
  /** Nod's own among the last 100 direct messages with the person, whoever still knows of them. */
  whispers(to: PersonId): Promise<readonly SentCard[]>;
  /** Replaces a card; repeating it changes nothing. A message that is gone is no error. */
  rewrite(sent: SentCard, card: Card): Promise<void>;
  /** Deletes a card; one that is gone is no error. */
  remove(sent: SentCard): Promise<void>;
  /**
   * What people in the channel are called there, so that it can be taken out of what leaves Nod; held no longer than
   * that takes. Throws what it can name where it cannot be known.
   */
  names(channel: ChannelId, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, readonly string[]>>;
  /** A link that opens the message. */
  linkTo(channel: ChannelId, message: MessageId): string;
}
