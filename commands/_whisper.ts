import type { BidKind } from '../src/domain/bid.ts';
import type { Reason } from '../src/domain/nudge.ts';
import type { Instant } from '../src/domain/time.ts';
import type { Button, Card } from '../src/ports/card.ts';
import { texts } from '../src/texts/texts.ts';
import { sayAgo } from '../src/texts/times.ts';

const wording = texts.whisper;

/** What can be pressed on an opened whisper, in this order: what stands on the button, and the line it is answered with. */
export const WHISPER_REPLIES = {
  helpful: { label: wording.helpful, answer: wording.helpfulAnswer },
  'not-this': { label: wording.notThis, answer: wording.notThisAnswer },
  joke: { label: wording.joke, answer: wording.jokeAnswer },
  talked: { label: wording.talked, answer: wording.talkedAnswer },
  later: { label: wording.notToday, answer: wording.notTodayAnswer },
  stop: { label: wording.stop, answer: wording.stopAnswer },
} as const;

/** So many of them are about this one moment; the rest are about all that Nod sends. */
const ON_THIS_ONE = 4;

export type WhisperReply = keyof typeof WHISPER_REPLIES;

/** What an opened whisper is about. */
export interface Opened {
  readonly kind: BidKind;
  readonly reason: Reason;
  readonly hintText: string;
  /** Opens the message; a made-up chat has none. */
  readonly link?: string;
  /** When they promised to come back to it. */
  readonly promisedAt?: Instant;
}

/** What the one it was made for reads: a plain sentence, a hint, and the way to the message. */
export function openedCard(opened: Opened, button: (reply: WhisperReply, label: string) => Button): Card {
  const link = opened.link === undefined ? [] : [wording.link(opened.link)];
  const replies = Object.keys(WHISPER_REPLIES) as WhisperReply[];
  return {
    text: [sayAbout(opened), opened.hintText, ...link].join('\n'),
    rows: [replies.slice(0, ON_THIS_ONE), replies.slice(ON_THIS_ONE)].map((row) => ({
      buttons: row.map((reply) => button(reply, WHISPER_REPLIES[reply].label)),
    })),
  };
}

function sayAbout({ kind, reason, promisedAt }: Opened): string {
  const { about, because, promised } = texts.whisper;
  if (promisedAt !== undefined) return promised(sayAgo(promisedAt));
  return reason in because ? because[reason as keyof typeof because] : about[kind];
}
