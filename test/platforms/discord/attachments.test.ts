import { type APIMessage, EmbedType, MessageFlags } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { attachmentsOf } from '../../../src/platforms/discord/attachments.ts';

type Parts = Parameters<typeof attachmentsOf>[0];

function message(parts: Partial<Parts>): Parts {
  return { content: '', attachments: [], embeds: [], ...parts };
}

function file(content_type?: string): APIMessage['attachments'][number] {
  const shared = { id: '1', filename: 'private-name.bin', size: 1, url: 'https://x/1', proxy_url: 'https://x/1' };
  return content_type === undefined ? shared : { ...shared, content_type };
}

describe('what hangs on a message', () => {
  it.each([
    ['image/png', 'image'],
    ['image/gif', 'gif'],
    ['video/mp4', 'video'],
    ['audio/mpeg', 'file'],
    ['application/pdf', 'file'],
    [undefined, 'file'],
  ])('reads a file of type %s as %s', (type, kind) => {
    const found = attachmentsOf(message({ attachments: [file(type)] }));

    expect(found).toEqual([kind]);
  });

  it('reads a recorded voice note as voice, whatever its file says', () => {
    const found = attachmentsOf(message({ attachments: [file('audio/ogg')], flags: MessageFlags.IsVoiceMessage }));

    expect(found).toEqual(['voice']);
  });

  it.each([
    ['https://tenor.com/view/cat-12345', 'gif'],
    ['https://media.giphy.com/media/abc', 'gif'],
    ['https://klipy.com/gifs/hug', 'gif'],
    ['https://example.org/party.gif?width=3', 'gif'],
    ['look https://example.org/recipe', 'link'],
    ['<https://example.org/quiet>', 'link'],
    ['https://not-tenor.com.example.org/view', 'link'],
  ])('reads %s as a %s', (content, kind) => {
    const found = attachmentsOf(message({ content }));

    expect(found).toEqual([kind]);
  });

  it('counts a GIF once, though Discord shows its link as an embed too', () => {
    const embeds = [{ type: EmbedType.GIFV, url: 'https://tenor.com/view/cat-12345' }];

    const found = attachmentsOf(message({ content: 'https://tenor.com/view/cat-12345', embeds }));

    expect(found).toEqual(['gif']);
  });

  it('keeps stickers and several links in order', () => {
    const sticker_items = [{ id: '1', name: 'hug', format_type: 1 }];

    const found = attachmentsOf(message({ content: 'https://a.example and https://b.example', sticker_items }));

    expect(found).toEqual(['sticker', 'link', 'link']);
  });

  it('finds nothing on plain words', () => {
    const found = attachmentsOf(message({ content: 'good night, http is a protocol' }));

    expect(found).toEqual([]);
  });
});
