import type { BidKind } from '../domain/bid.ts';
import type { Energy, Reply, Style } from '../domain/bid-response.ts';
import type { Attachment } from '../domain/reading.ts';

/** What something sent without a word does with a bid of this kind: always toward, the question is how warm. */
export function readAttachments(kind: BidKind, attachments: readonly Attachment[]): Reply {
  const energy: Energy = attachments.some((attachment) => isAttentive(kind, attachment)) ? 'attentive' : 'low';
  const style = styleOf(kind, energy);
  // Nod hears no voice note and sees no picture, so it is less sure than of a heart.
  const confidence = energy === 'attentive' ? 0.85 : 0.8;
  return style === undefined ? { turn: 'toward', energy, confidence } : { turn: 'toward', energy, style, confidence };
}

function isAttentive(kind: BidKind, attachment: Attachment): boolean {
  switch (attachment) {
    case 'voice':
      return true;
    case 'image':
    case 'video':
      // A picture answers "did you get the milk" and "look at this dog"; to news it is a token.
      return kind === 'request' || kind === 'attention';
    case 'gif':
    case 'sticker':
    case 'link':
    case 'file':
      return false;
  }
}

function styleOf(kind: BidKind, energy: Energy): Style | undefined {
  switch (kind) {
    case 'good-news':
      return energy === 'low' ? 'passive-constructive' : 'active-constructive';
    case 'vulnerability':
      return 'comforting';
    case 'repair':
      return 'accepting';
    case 'affection':
    case 'request':
    case 'interest':
    case 'attention':
    case 'play':
      return undefined;
  }
}
