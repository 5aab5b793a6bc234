import type { DyadId } from './ids.ts';

/**
 * What a partner can agree to, each off until their own click. Source: trust, "Consent".
 * A word here is a row in the ledger for ever: never rename one, never reuse one.
 */
export const PURPOSES = [
  'listening',
  'coaching',
  'reason:passed-over',
  'reason:silence',
  'reason:promise',
  'typing',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Goes up whenever what is asked changes; a consent to an older scope is asked again. */
export const CONSENT_SCOPE = 1;

/** One line of a partner's own ledger: append-only, shown to them alone. */
export interface LedgerEntry {
  readonly at: number;
  /** The couple or invitation it is about. */
  readonly dyad: DyadId;
  /** A purpose, or the name of the setting that changed. */
  readonly about: string;
  readonly to: string;
  readonly scope: number;
}
