import type { BidKind } from '../domain/bid.ts';
import type { Reply } from '../domain/bid-response.ts';
import type { Said } from '../domain/reading.ts';
import { readAttachments } from './attachments.ts';
import { readReaction, toneOf } from './reactions.ts';
import type { ReadText } from './reply-text.ts';

/** A run of this many celebrating emoji is enthusiastic by itself. Source: annotation guide, "energy". */
const CELEBRATION_EMOJI = 3;

/** Whether the reply carries a run of celebrating emoji. */
export function isCelebration(reply: ReadText): boolean {
  return reply.emoji.filter((emoji) => toneOf(emoji) === 'celebrating').length >= CELEBRATION_EMOJI;
}

/** Reads a reply without words: emoji as reactions are read, then what is attached, then mere marks. */
export function readWordless(kind: BidKind, reply: ReadText, said: Said): Reply {
  if (isCelebration(reply)) return celebration(kind);
  const emoji = readEmoji(kind, reply.emoji);
  if (emoji !== undefined && (emoji.turn === 'against' || said.attachments.length === 0)) return emoji;
  if (said.attachments.length > 0) return readAttachments(kind, said.attachments);
  return readMarks(kind, said.text);
}

function celebration(kind: BidKind): Reply {
  const sent = readReaction(kind, '🎉');
  if (sent.turn !== 'toward') return sent;
  // Visible excitement is what makes an answer to news active.
  const style = kind === 'good-news' ? 'active-constructive' : sent.style;
  const reply = { turn: 'toward', energy: 'enthusiastic', confidence: sent.confidence } as const;
  return style === undefined ? reply : { ...reply, style };
}

/** The first emoji that turns the bid down decides, else the first of all. */
function readEmoji(kind: BidKind, emoji: readonly string[]): Reply | undefined {
  const replies = emoji.map((each) => readReaction(kind, each));
  return replies.find((reply) => reply.turn === 'against') ?? replies[0];
}

/** "??" and "!!!" react to what was said; "..." or a bare link alone says hardly anything. */
function readMarks(kind: BidKind, text: string): Reply {
  const sent = readReaction(kind, '❤️');
  if (/[?!]/.test(text)) return { ...sent, confidence: 0.6 };
  const passed = { turn: 'away', confidence: 0.5 } as const;
  switch (kind) {
    case 'good-news':
      return { ...passed, style: 'passive-destructive' };
    case 'vulnerability':
      return { ...passed, style: 'dismissing' };
    case 'repair':
      return { ...passed, style: 'deflecting' };
    case 'affection':
    case 'request':
    case 'interest':
    case 'attention':
    case 'play':
      return passed;
  }
}
