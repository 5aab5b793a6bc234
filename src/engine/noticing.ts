import type { HeardBid } from '../domain/bid.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import { LONGEST_OPEN } from '../domain/settings.ts';
import type { Instant } from '../domain/time.ts';
import type { Utterance } from '../domain/utterance.ts';
import type { Trace } from './effects.ts';

/** What came of one utterance, as its writer may be told; `nothing` stands for all that Nod stays out of as well. */
export type NoticedOnce = { readonly is: 'bid'; readonly bid: HeardBid } | { readonly is: 'nothing' | 'unread' };

/** So many of each one's utterances are remembered. Our choice: what one would still ask about. */
const REMEMBERED = 10;

interface Remembered extends Pick<Utterance, 'messages' | 'by' | 'startedAt'> {
  readonly noticed: NoticedOnce;
}

/**
 * What Nod heard in the last things that each of the two said, for them alone: without words, in memory only, and of
 * each as much as they said themselves, so that it tells nothing of what the other did (law 6).
 */
export interface Noticing {
  /** Takes from what a step saw the reading of the burst that it ended. */
  note(burst: Utterance | undefined, trace: readonly Trace[]): void;
  /** Undefined for what somebody else said, what was changed since, and what lies too far back. */
  of(by: PartnerId, message: MessageId, now: Instant): NoticedOnce | undefined;
  /** The message was changed or deleted. */
  drop(message: MessageId): void;
  /** They no longer allow it to be heard how they type. */
  forgetPauses(by: PartnerId): void;
  clear(): void;
}

export function createNoticing(): Noticing {
  let remembered: readonly Remembered[] = [];

  return {
    note(burst, trace) {
      if (!burst) return;
      const seen = trace.find((one) => one.saw === 'reading' && one.message === burst.messages[0]);
      if (seen?.saw !== 'reading') return;
      const { by, messages, startedAt } = burst;
      const own = remembered.filter((one) => one.by === by).slice(1 - REMEMBERED);
      const others = remembered.filter((one) => one.by !== by);
      remembered = [...others, ...own, { by, messages, startedAt, noticed: noticedIn(seen) }];
    },
    of(by, message, now) {
      const found = remembered.find((one) => one.by === by && one.messages.includes(message));
      return found && found.startedAt > now - LONGEST_OPEN ? found.noticed : undefined;
    },
    drop(message) {
      remembered = remembered.filter(({ messages }) => !messages.includes(message));
    },
    forgetPauses(by) {
      remembered = remembered.filter((one) => one.by !== by || !isMovedByPause(one.noticed));
    },
    clear() {
      remembered = [];
    },
  };
}

const isMovedByPause = (noticed: NoticedOnce) => noticed.is === 'bid' && noticed.bid.byWords !== undefined;

/**
 * By what was said alone, and never by whether a bid was opened: a rest would show in that. Harsh, dangerous and tender
 * words are none of Nod's business.
 */
function noticedIn({ reading, unread }: Extract<Trace, { saw: 'reading' }>): NoticedOnce {
  if (unread) return { is: 'unread' };
  const { bid, harshness, risk, tender } = reading;
  return bid && !harshness && !risk && !tender ? { is: 'bid', bid } : { is: 'nothing' };
}
