/** Whether two emoji are the same but for how they are drawn: colour, outline and tone of skin change no meaning. */
export function isSameEmoji(one: string, other: string): boolean {
  return withoutLook(one) === withoutLook(other);
}

/** Whether the text is one emoji and nothing else. */
export function isOneEmoji(text: string): boolean {
  const characters = [...new Intl.Segmenter('en').segment(text)];
  return characters.length === 1 && /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text);
}

/** What people answer with every day: as a sign it would turn every such answer into "not now". Our choice. */
const EVERYDAY = [
  ...'❤♥🩷🧡💛💚💙🩵💜🤎🖤🩶🤍💕💖💗💓💞💘💝❣',
  '👍',
  '👎',
  '😂',
  '🤣',
  '😢',
  '🎉',
  '🙄',
  '🥰',
  '😍',
  '😘',
  '🔥',
  '👏',
  '😮',
  '😡',
  '💀',
  '🙏',
  '😊',
  '😭',
  '👌',
  '✅',
  '💯',
  '🤗',
];

/** Whether the emoji already says something by itself. */
export function isEveryday(emoji: string): boolean {
  return EVERYDAY.some((one) => isSameEmoji(one, emoji));
}

function withoutLook(emoji: string): string {
  return emoji.replaceAll(LOOK, '');
}

/** Of U+FE0E and U+FE0F the one asks for an outline and the other for colour. */
const LOOK = /[\uFE0E\uFE0F]|\p{Emoji_Modifier}/gu;
