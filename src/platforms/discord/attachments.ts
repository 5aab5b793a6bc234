import type { APIAttachment, APIMessage } from 'discord.js';
import { EmbedType, MessageFlags } from 'discord.js';
import type { Attachment } from '../../domain/reading.ts';

const LINK = /https?:\/\/[^\s<>|]+/gi;
/** Where Discord's own GIF button, and most people, take GIFs from. */
const GIF_LINK = /^https?:\/\/(?:[a-z0-9-]+\.)*(?:tenor|giphy|klipy)\.com\/|^[^?#]+\.gif(?:[?#]|$)/i;

/** What hangs on a message, by kind only: names, sizes and addresses are left where they are. */
export function attachmentsOf(
  message: Pick<APIMessage, 'content' | 'attachments' | 'embeds' | 'sticker_items' | 'flags'>,
): readonly Attachment[] {
  const voice = ((message.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0;
  const files = (message.attachments ?? []).map((file) => (voice ? 'voice' : kindOfFile(file)));
  const stickers = (message.sticker_items ?? []).map((): Attachment => 'sticker');
  const links = (message.content.match(LINK) ?? []).map((link): Attachment => (GIF_LINK.test(link) ? 'gif' : 'link'));
  return [...files, ...stickers, ...links, ...gifsWithoutLink(message, links)];
}

function kindOfFile(file: APIAttachment): Attachment {
  const type = file.content_type ?? '';
  if (type === 'image/gif') return 'gif';
  if (type.startsWith('image/')) return 'image';
  if (type.startsWith('video/')) return 'video';
  return 'file';
}

/** An embed shows what a link in the text points to; it counts only where no link was recognised as a GIF. */
function gifsWithoutLink(message: Pick<APIMessage, 'embeds'>, links: readonly Attachment[]): readonly Attachment[] {
  if (links.includes('gif')) return [];
  return (message.embeds ?? []).some((embed) => embed.type === EmbedType.GIFV) ? ['gif'] : [];
}
