import type { DyadState } from '../domain/dyad.ts';
import type { MessageId } from '../domain/ids.ts';

/** Ids of all messages that a live moment holds: as long as it does, their words are kept in memory. Design, law 2. */
export function heldBy(state: DyadState): readonly MessageId[] {
  const { burst, bids, promises, answered, recent } = state;
  return [...(burst ? [burst] : []), ...bids, ...promises, ...answered, ...recent].flatMap((one) => one.messages);
}
