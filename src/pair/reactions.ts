import type { BidKind } from '../domain/bid.ts';
import type { Reply, Style } from '../domain/bid-response.ts';
import { plainEmoji } from './reply-text.ts';

/** What an emoji says by itself. */
export type EmojiTone = 'celebrating' | 'caring' | 'warm' | 'laughing' | 'scornful' | 'other';

// The annotation guide's table comes first in each row; the rest are its close kin.
const TONES: Readonly<Record<Exclude<EmojiTone, 'other'>, string>> = {
  celebrating: '🎉 👏 🔥 🥳 🎊 🙌 🍾 🥂 🏆 💃 🕺 🤩 ✨ 💪 🚀 🎂 🎈 💯',
  caring: '😢 🫂 🤗 🥺 💔 😞 😔 ❤‍🩹',
  warm: '❤ 🥰 👍 😍 😘 💕 💖 💗 💓 💞 💘 💝 💛 💚 💙 💜 🧡 🖤 🤍 🤎 🩷 🩵 🩶 ♥ ❣ 💟 😊 ☺ 🫶 👌 🙏 😇 🥹 😻 💋',
  laughing: '😂 🤣 😆 😹 😅 💀',
  scornful: '👎 🙄 🖕 😒 😤 🤮 🤡 😑 🤦 💩 🥱',
};

const TONE_BY_EMOJI: ReadonlyMap<string, EmojiTone> = new Map(
  (Object.keys(TONES) as (keyof typeof TONES)[]).flatMap((tone) =>
    TONES[tone].split(' ').map((emoji) => [emoji, tone] as const),
  ),
);

/** Only these turn a bid down by themselves. Source: annotation guide, "Reactions". */
const AGAINST = new Set(['👎', '🙄', '🖕']);
const LAUGHING = new Set(['😂', '🤣', '😹', '😆']); // one laugh, drawn four ways

/** The tone of one emoji; custom ones and those we do not know are `other`. */
export function toneOf(emoji: string): EmojiTone {
  const plain = plainEmoji(emoji);
  return TONE_BY_EMOJI.get(plain) ?? TONE_BY_EMOJI.get([...plain][0] ?? '') ?? 'other';
}

/** What a lone emoji does with a bid of this kind. A heart is an answer: our choice (annotation guide). */
export function readReaction(kind: BidKind, emoji: string): Reply {
  const plain = plainEmoji(emoji);
  const [first = ''] = plain;
  const turnsDown = AGAINST.has(first) || (kind === 'vulnerability' && LAUGHING.has(first));
  if (turnsDown) return withStyle({ turn: 'against', confidence: 0.9 }, AGAINST_STYLE[kind]);
  const confidence = toneOf(plain) === 'other' ? 0.75 : 0.95; // an emoji we do not know is likely, not surely, kind
  return withStyle({ turn: 'toward', energy: 'low', confidence }, TOWARD_STYLE[kind]);
}

type StyleByKind = Readonly<Partial<Record<BidKind, Style>>>;

const TOWARD_STYLE: StyleByKind = {
  'good-news': 'passive-constructive',
  vulnerability: 'comforting',
  repair: 'accepting',
};
const AGAINST_STYLE: StyleByKind = {
  'good-news': 'active-destructive',
  vulnerability: 'dismissing',
  repair: 'rejecting',
};

function withStyle(reply: Reply, style: Style | undefined): Reply {
  return style === undefined ? reply : { ...reply, style };
}
