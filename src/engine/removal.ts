import { MINUTE } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Platform, SentCard } from '../ports/platform.ts';
import { CARD_LIVES } from './outbox-order.ts';

/** Deletes messages of Nod's that nothing else knows of any more: whoever asks has no second chance. */
export interface Removal {
  /** Resolves after the first try; where that failed, it is tried again meanwhile. Never rejects. */
  soon(card: SentCard): Promise<void>;
  /** Resolves when the card is gone or given up; rejects when Nod stops before. */
  surely(card: SentCard): Promise<void>;
}

export interface RemovalParts {
  readonly platform: Pick<Platform, 'remove'>;
  readonly clock: Clock;
  readonly stopping: AbortSignal;
}

/** What failed is tried again after 1 minute, then 2, 4, 8 …, for a day at most. Our choice. */
const FIRST_RETRY = MINUTE;

export function createRemoval({ platform, clock, stopping }: RemovalParts): Removal {
  const isGone = (card: SentCard) =>
    platform.remove(card).then(
      () => true,
      () => false,
    );

  async function again(card: SentCard): Promise<void> {
    for (let wait = FIRST_RETRY; wait <= CARD_LIVES; wait *= 2) {
      await clock.sleepUntil(clock.now() + wait, stopping);
      if (await isGone(card)) return;
    }
  }

  return {
    async soon(card) {
      if (!(await isGone(card))) again(card).catch(() => {}); // what a stop leaves behind nothing knows of
    },
    async surely(card) {
      if (!(await isGone(card))) await again(card);
    },
  };
}
