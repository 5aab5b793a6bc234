import type { Instant } from '../domain/time.ts';

/** Time, made in `main` or `cli` only, so that tests and replay can move it. */
export interface Clock {
  now(): Instant;
  /** Resolves at or after the instant; rejects with the signal's reason when aborted first. */
  sleepUntil(at: Instant, signal?: AbortSignal): Promise<void>;
}
