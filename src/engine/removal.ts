import { MINUTE } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Platform, SentCard } from '../ports/platform.ts';

/** Deletes messages of Nod's for callers that forget them after asking. */
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

/** What failed is tried again after 1 minute, then 2, 4, 8 …, up to 512: within a day, after which Nod's messages are gone. Our choice. */
export const RETRY_AFTER: readonly number[] = Array.from({ length: 10 }, (_, tries) => 2 ** tries * MINUTE);

export function createRemoval({ platform, clock, stopping }: RemovalParts): Removal {
  const isGone = (card: SentCard) =>
    platform.remove(card).then(
      () => true,
      () => false,
    );

  async function again(card: SentCard): Promise<void> {
    for (const wait of RETRY_AFTER) {
      await clock.sleepUntil(clock.now() + wait, stopping);
      if (await isGone(card)) return;
    }
  }

  return {
    async soon(card) {
      if (!(await isGone(card))) again(card).catch(() => {}); // after a stop nobody tries again
    },
    async surely(card) {
      if (!(await isGone(card))) await again(card);
    },
  };
}
