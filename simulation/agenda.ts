import type { Instant } from '../src/domain/time.ts';

/** What is still to happen, soonest first; of two at one instant the one put down first. */
export interface Agenda {
  put(at: Instant, act: () => void): void;
  nextAt(): Instant;
  take(): { readonly at: Instant; readonly act: () => void } | undefined;
}

export function createAgenda(): Agenda {
  const items: { readonly at: Instant; readonly act: () => void }[] = [];
  return {
    put(when, act) {
      const at = Math.round(when);
      let low = 0;
      let high = items.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        // The soonest stands last, so that taking it moves nothing.
        if ((items[middle]?.at ?? 0) > at) low = middle + 1;
        else high = middle;
      }
      items.splice(low, 0, { at, act });
    },
    nextAt: () => items.at(-1)?.at ?? Number.POSITIVE_INFINITY,
    take: () => items.pop(),
  };
}
