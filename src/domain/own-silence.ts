import type { Instant } from './time.ts';

/** What of a person's own keeps Nod from writing to them; it tells of nobody else, so they may know it. */
export const OWN_SILENCES = [
  'wants-messages',
  'reachable',
  'busy',
  'quiet-hours',
  'snoozed',
  'apart',
  'day',
  'week',
  'back-off',
  'fading',
] as const;
export type OwnSilence = (typeof OWN_SILENCES)[number];

export interface OwnSilenceNow {
  readonly because: OwnSilence;
  /** Where it ends by itself at a known time. */
  readonly until?: Instant;
}
