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
  'reason:more-to-say',
  'reason:promise',
  'reason:follow-up',
  'typing',
  'judge:local',
  'judge:cloud',
  'judge:vulnerable',
  'own-messages',
  'recap',
  'check-in',
  'check-in:numbers',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Goes up whenever what is asked changes; a consent to an older scope is asked again. */
export const CONSENT_SCOPE = 4;
/** From this scope on a yes to `typing` is also one to hearing a pause; before, it was one to being seen. ADR 30. */
export const PAUSES_ASKED_SINCE = 3;

/** Stands where a host has given no name. */
export const UNNAMED_HOST = 'whoever hosts Nod';

/** What the consent card says of an installation and a channel. A yes was given to these. */
export interface Terms {
  readonly scope: number;
  /** Who runs Nod, as they named themselves. */
  readonly host: string;
  /** Whether what Nod keeps is encrypted. */
  readonly encrypted: boolean;
  /** People besides the two and Nod who can read the channel. */
  readonly readers: number;
  /** The computer that a language model answers at, where they said yes to one. */
  readonly judgeHost?: string | undefined;
}

/** What is no longer as it was when somebody said yes, so that they are asked again. */
export const TERM_CHANGES = ['scope', 'host', 'encrypted', 'readers', 'judge'] as const;
export type TermChange = (typeof TERM_CHANGES)[number];

/** Which terms have changed for the worse, in the order of `TERM_CHANGES`. Source: trust, "Consent". */
export function changesFor(agreed: Terms, now: Terms): readonly TermChange[] {
  const changed: Record<TermChange, boolean> = {
    scope: now.scope > agreed.scope,
    host: now.host !== agreed.host,
    encrypted: agreed.encrypted && !now.encrypted,
    readers: now.readers > agreed.readers,
    judge: now.judgeHost !== undefined && now.judgeHost !== agreed.judgeHost,
  };
  return TERM_CHANGES.filter((change) => changed[change]);
}

/** A partner's own yes. */
export interface OwnConsent {
  /** This and the next are absent where nobody is asked again: in replay and the demonstration. */
  readonly terms?: Terms;
  /** When it is asked for again; unanswered for `RENEWAL_ANSWER` more, it lapses. */
  readonly askAgainAt?: number;
  /** A direct message asked already. */
  readonly whispered?: true;
  /** Nobody answered, so their switch went off. */
  readonly lapsed?: true;
}

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
