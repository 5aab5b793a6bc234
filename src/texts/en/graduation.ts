import type { BidKind } from '../../domain/bid.ts';

/** What Nod says, once, to somebody who needs no nudges. */
export const graduation = {
  heading: '**You do this by yourself**',
  text: 'For weeks you have answered, again and again, before Nod said anything. So it steps back: no more messages about moments, unless you want them.',
  /** One new thing to notice, in the words of what the reader would do. */
  notice: {
    'good-news': 'If you like one new thing to notice: small good news, and a question about it.',
    affection: 'If you like one new thing to notice: a loving word in passing, and one back.',
    request: 'If you like one new thing to notice: what they ask for without quite asking.',
    interest: 'If you like one new thing to notice: their questions about your day, and a longer answer than usual.',
    attention: 'If you like one new thing to notice: what they show you, and a moment to really look.',
    play: 'If you like one new thing to notice: when they are playful, and to play along.',
  } satisfies Partial<Record<BidKind, string>>,
  goodbye:
    'Or say goodbye: `/nod data delete` deletes everything Nod has of you. If you stay, `/nod me` and the rest go on as they are.',
  keep: 'Keep the messages',
  kept: 'Done, on your side. The messages stay as they were.',
  settings: 'Choose again what messages are for',
} as const;
