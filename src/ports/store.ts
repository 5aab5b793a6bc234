import type { LedgerEntry } from '../domain/consent.ts';
import type { DyadState } from '../domain/dyad.ts';
import type { ChannelId, DyadId, MessageId, PartnerId, PersonId } from '../domain/ids.ts';
import type { Moment } from '../domain/moment.ts';
import type { Whisper } from '../domain/nudge.ts';
import type { Instant } from '../domain/time.ts';
import type { WeekTotal } from '../domain/week.ts';

/** The words of the store's records live in `domain`, where steps may use them too. */
export type { Moment, WeekTotal };

/** A couple as it stands in the store. */
export interface DyadRow {
  readonly id: DyadId;
  readonly platform: string;
  readonly channel: ChannelId;
  /** The asker first. */
  readonly partners: readonly [
    { readonly id: PartnerId; readonly person: PersonId },
    { readonly id: PartnerId; readonly person: PersonId },
  ];
  readonly askedAt: Instant;
  /** Absent until both have consented. */
  readonly state?: DyadState;
}

/** A direct message on its way, out, or being taken back. Never any words. */
export interface OutboxRow {
  readonly dyad: DyadId;
  readonly whisper: Whisper;
  readonly status: 'queued' | 'sending' | 'sent' | 'retracting' | 'retracted';
  readonly attempts: number;
  /** Not before this instant. */
  readonly dueAt: Instant;
  readonly sent?: { readonly channel: ChannelId; readonly message: MessageId; readonly at: Instant };
}

/** What one transaction of the runner makes durable, all or nothing. */
export interface Batch {
  readonly states: readonly { readonly dyad: DyadId; readonly state: DyadState }[];
  readonly moments: readonly { readonly dyad: DyadId; readonly moment: Moment }[];
  readonly outbox: readonly OutboxRow[];
  readonly ledger: readonly { readonly partner: PartnerId; readonly entry: LedgerEntry }[];
}

/** Where Nod remembers. Failures it can name are NodErrors; every method is one transaction. */
export interface Store {
  /** A random secret, made once for this installation. */
  secret(): Promise<string>;

  /** Couples and open invitations of a platform. */
  dyads(platform: string): Promise<readonly DyadRow[]>;
  /** The couples and invitations this person belongs to. */
  dyadsOf(platform: string, person: PersonId): Promise<readonly DyadRow[]>;
  /** Makes an invitation: the two partners, if new, and a dyad without state. */
  invite(invitation: {
    platform: string;
    channel: ChannelId;
    by: PersonId;
    to: PersonId;
    at: Instant;
  }): Promise<DyadRow>;
  /** Remembers that this pair was asked, so that it is not asked again for 30 days. */
  rememberAsked(fingerprint: string, at: Instant): Promise<void>;
  wasAsked(fingerprint: string, since: Instant): Promise<boolean>;
  /** "Never ask me again"; the fingerprint is of the one person. */
  refuseForEver(fingerprint: string, at: Instant): Promise<void>;
  refuses(fingerprint: string): Promise<boolean>;
  /** They may be asked again. */
  takeBackRefusal(fingerprint: string): Promise<void>;
  /**
   * Ends a couple or an invitation: its state, moments, weeks and outbox go, down to the bytes; so do
   * its lines in the ledgers, and a partner no other couple refers to. An unknown dyad is no error. Where the disk
   * does not allow it the bytes stay until the next purge, which is no error either.
   */
  endDyad(dyad: DyadId): Promise<void>;
  /**
   * Forgets a person, down to the bytes and their number: no row of any table refers to them any more. Gives the
   * couples and invitations that stay for the other's sake, with nobody in their place; `states` are newer than the
   * store's. When it rejects, nothing is forgotten; of the bytes the same is true as of a couple that ends.
   */
  forget(gone: {
    readonly platform: string;
    readonly person: PersonId;
    readonly states: Batch['states'];
  }): Promise<readonly DyadRow[]>;

  /**
   * Makes a batch durable. Rejects, and writes nothing of it, when a moment is there already or a dyad
   * has ended: the cursor commits with its moments, so both are bugs.
   */
  commit(batch: Batch): Promise<void>;

  ledger(partner: PartnerId): Promise<readonly LedgerEntry[]>;
  /** Deposits of one person since the instant, oldest first. */
  momentsBy(dyad: DyadId, by: PartnerId, since: Instant): Promise<readonly Moment[]>;
  weeks(dyad: DyadId): Promise<readonly WeekTotal[]>;

  outbox(dyad: DyadId): Promise<readonly OutboxRow[]>;
  /** Rows of every couple, as a start or a crash finds them. */
  wholeOutbox(): Promise<readonly OutboxRow[]>;
  removeFromOutbox(dyad: DyadId, seq: number): Promise<void>;

  /**
   * Folds moments past their time into weekly totals and removes what the retention table says. Rejects also when
   * bytes of what was ever deleted are left, so that whoever hosts it hears of a disk that fails.
   */
  purge(now: Instant): Promise<void>;
  /** Leaves no earlier version of rows that were changed, as far as that takes no time; the rest is the purge's. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}
