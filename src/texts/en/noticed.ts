import type { BidKind } from '../../domain/bid.ts';

/** "What did Nod notice?", in the menu of one's own message. */
export const noticed = {
  name: 'What did Nod notice?',
  where: 'This is in the menu of a message: hold it, or click it with the right button, then “Apps”.',

  heard: {
    repair: 'Nod heard a hand held out to make things good again.',
    vulnerability: 'Nod heard something that weighs on you.',
    'good-news': 'Nod heard good news.',
    affection: 'Nod heard something warm.',
    request: 'Nod heard you ask for something.',
    interest: 'Nod heard you ask about their life.',
    attention: 'Nod heard you show or share something.',
    play: 'Nod heard something playful.',
  } satisfies Record<BidKind, string>,
  because: (sentences: readonly string[]) => sentences.map((sentence) => `· It ${sentence}.`).join('\n'),
  /** Where nothing can be named: a likeness to such lines and no more. */
  likeness: '· It sounds like such lines do.',
  about: 'That is about your words alone, and Nod is wrong at times. Only you see this.',
  aboutTyped: 'That is about your words and how you typed them, and Nod is wrong at times. Only you see this.',

  /** Alike for a message without anything in it, for one that Nod stays out of, and for a rest. */
  nothing: 'There is nothing in this one that Nod would act on.',
  beingSaid: 'Nod waits until you have said it all, and then a minute or two. Try again in a moment.',
  unread: 'Nod reads English only, so it leaves this one alone.',
  forgotten: 'Nod no longer has this one in mind: it remembers only the last few things that were said.',
  elsewhere: 'This works on your own messages, in the channel that you two share with Nod.',
} as const;
