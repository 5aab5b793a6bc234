import type { Instant } from '../../../src/domain/time.ts';

/** The first millisecond of 2015, from which Discord counts. Source: Discord API reference, "Snowflakes". */
const DISCORD_EPOCH = 1_420_070_400_000n;
/** The bits below the milliseconds: worker, process and increment. */
const TIME_SHIFT = 22n;

/** Mints ids that carry the injected time, unique and growing even while the clock stands still. */
export function createSnowflakes(now: () => Instant): () => string {
  let last = 0n;
  return () => {
    const first = (BigInt(Math.floor(now())) - DISCORD_EPOCH) << TIME_SHIFT;
    last = first > last ? first : last + 1n;
    return last.toString();
  };
}

/** Which shard hears a guild. Source: Discord gateway documentation, "Sharding". */
export function shardOf(guild: string, shardCount: number): number {
  return Number((BigInt(guild) >> TIME_SHIFT) % BigInt(shardCount));
}
