import type { BidKind } from '../../domain/bid.ts';
import type { Reason } from '../../domain/nudge.ts';

/** Nod's direct messages. The first line is alike for all of them, so that a glance at a phone tells nothing. */
export const whisper = {
  line: 'Something small, when you have a minute.',
  open: 'Open',
  done: 'All done here.',

  /** One fixed sentence per kind; never the partner's words. */
  about: {
    repair: 'A kind word was offered.',
    vulnerability: 'Something seemed to weigh on them.',
    'good-news': 'There was some good news.',
    affection: 'Something warm was said.',
    request: 'Something was asked of you.',
    interest: 'You were asked about your life.',
    attention: 'Something was shown to you.',
    play: 'There was something playful.',
  } satisfies Record<BidKind, string>,
  /** For a reason that says more than the kind. */
  because: {
    promise: 'You said you would come back to this.',
    'more-to-say': 'There was good news today. Perhaps there is more to it.',
    'follow-up': 'Yesterday there was something worth asking after.',
  } satisfies Partial<Record<Reason, string>>,
  /** `ago`: such as `3 hours ago`. */
  promised: (ago: string) => `You said ${ago} that you would come back to this.`,
  link: (url: string) => `[To the message](${url})`,

  /** As on the page a host reads before switching it on: docs/support-card.md. */
  heavy: (lines: string) =>
    [
      'Something you wrote sounded heavy. Nod may have misread it. Nod told nobody.',
      `If you would like a person to talk to, any hour:\n${lines}`,
      'Nod does not watch for emergencies.',
    ].join('\n'),
  heavyAnswer: 'All right.',
  noMore: 'No more of these',

  helpful: 'Helpful',
  notThis: 'Not this',
  joke: 'A joke',
  talked: 'We talked',
  notToday: 'Not today',
  stop: 'Stop these',

  helpfulAnswer: 'Glad to hear that.',
  notThisAnswer: 'Thank you. Nod will leave moments like this alone.',
  jokeAnswer: 'Ah. Nod will be surer before it writes about moments like this.',
  talkedAnswer: 'Lovely. Nothing more about this one.',
  notTodayAnswer: 'Of course. Nothing more today.',
  stopAnswer: 'Done, on your side. `/nod settings`, “What direct messages are for”, brings them back.',
} as const;
