import type { APIDMChannel, APIMessage, REST } from 'discord.js';
import { ComponentType, Routes } from 'discord.js';
import { type ChannelId, channelId, messageId, type PersonId } from '../../domain/ids.ts';
import type { Card } from '../../ports/card.ts';
import type { SentCard } from '../../ports/platform.ts';
import { renderCard } from './cards.ts';
import { ANYONE, readCustomId } from './custom-id.ts';
import { isGone, named, nameFailure } from './failures.ts';

/** How far back a message is looked for after a crash. Design, "State and time". */
const LOOKS_BACK = 20;

/** How far back messages are looked for that nobody knows of any more: the largest page Discord gives. */
const LOOKS_FAR_BACK = 100;

/** Sends cards, finds them again, changes and removes them. */
export interface Whisper {
  post(channel: ChannelId, card: Card, nonce: string): Promise<SentCard>;
  whisper(to: PersonId, card: Card, nonce: string): Promise<SentCard>;
  find(to: PersonId, path: string, id: string): Promise<SentCard | undefined>;
  all(to: PersonId): Promise<readonly SentCard[]>;
  rewrite(sent: SentCard, card: Card): Promise<void>;
  remove(sent: SentCard): Promise<void>;
}

/** `bot` is known once Discord has let Nod in. */
export function createWhisper(rest: REST, bot: () => string): Whisper {
  const directChannels = new Map<PersonId, ChannelId>();

  async function directChannel(to: PersonId): Promise<ChannelId> {
    const known = directChannels.get(to);
    if (known !== undefined) return known;
    const made = (await named(rest.post(Routes.userChannels(), { body: { recipient_id: to } }))) as APIDMChannel;
    directChannels.set(to, channelId(made.id));
    return channelId(made.id);
  }

  /** discord.js repeats a call whose answer was lost; by its nonce Discord knows that it was there before. */
  async function send(channel: ChannelId, content: object, nonce: string): Promise<SentCard> {
    const body = { ...content, nonce, enforce_nonce: true };
    const sent = (await named(rest.post(Routes.channelMessages(channel), { body }))) as APIMessage;
    return { channel, message: messageId(sent.id) };
  }

  /** Nod's own of the newest messages with somebody. */
  async function ownAmong(limit: number, to: PersonId): Promise<{ channel: ChannelId; own: readonly APIMessage[] }> {
    const channel = await directChannel(to);
    const query = new URLSearchParams({ limit: String(limit) });
    const latest = (await named(rest.get(Routes.channelMessages(channel), { query }))) as APIMessage[];
    return { channel, own: latest.filter((message) => message.author.id === bot()) };
  }

  return {
    post: (channel, card, nonce) => send(channel, renderCard(card, ANYONE), nonce),
    whisper: async (to, card, nonce) => send(await directChannel(to), renderCard(card, to), nonce),
    async find(to, path, id) {
      const { channel, own } = await ownAmong(LOOKS_BACK, to);
      const found = own.find((message) => carries(message, path, id));
      return found && { channel, message: messageId(found.id) };
    },
    async all(to) {
      const { channel, own } = await ownAmong(LOOKS_FAR_BACK, to);
      return own.map((message) => ({ channel, message: messageId(message.id) }));
    },
    async rewrite({ channel, message }, card) {
      // In a direct message nobody but its reader can press, so the buttons need not say who.
      const body = renderCard(card, ANYONE);
      await untilGone(rest.patch(Routes.channelMessage(channel, message), { body }));
    },
    async remove({ channel, message }) {
      await untilGone(rest.delete(Routes.channelMessage(channel, message)));
    },
  };
}

function carries(message: APIMessage, path: string, id: string): boolean {
  return (message.components ?? []).some((row) => {
    if (row.type !== ComponentType.ActionRow) return false;
    return row.components.some((part) => {
      const carried = 'custom_id' in part ? readCustomId(part.custom_id) : undefined;
      return carried?.path === path && carried.id === id;
    });
  });
}

async function untilGone(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isGone(error)) throw nameFailure(error);
  }
}
