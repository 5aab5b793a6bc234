import { type MessageId, messageId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';

/** First millisecond of Discord's ids. Source: Discord API reference, "Snowflakes". */
const DISCORD_EPOCH = 1_420_070_400_000;
/** The lower bits of an id count within the millisecond. Same source. */
const COUNTER_BITS = 22n;

/** When the thing with this id was made, by Discord's clock. */
export function timeOf(id: string): Instant {
  return Number(BigInt(id) >> COUNTER_BITS) + DISCORD_EPOCH;
}

/** The id just below every id that is minted at or after the instant. */
export function cursorAt(at: Instant): MessageId {
  const first = BigInt(Math.max(0, Math.floor(at) - DISCORD_EPOCH)) << COUNTER_BITS;
  return messageId(first === 0n ? '0' : String(first - 1n));
}

/** Oldest first; ids are compared as numbers, since their lengths differ over the years. */
export function byAge(a: { readonly id: string }, b: { readonly id: string }): number {
  const difference = BigInt(a.id) - BigInt(b.id);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
