import type { Act } from '../domain/act.ts';
import type { BidKind } from '../domain/bid.ts';
import type { BidResponse, Reply } from '../domain/bid-response.ts';
import type { LedgerEntry } from '../domain/consent.ts';
import type { OpenBid } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import type { Notice, Nudge, Reason } from '../domain/nudge.ts';
import type { HeardReading } from '../domain/reading.ts';
import type { Instant } from '../domain/time.ts';
import type { Moment } from '../ports/store.ts';
import type { Asking } from './asking.ts';

/** What is to be done in the world after a step: data, carried out by the runner. Never any words. */
export type Effect =
  /** A deposit to write down; nothing but deposits is ever written. */
  | { readonly do: 'record'; readonly moment: Moment }
  /** `since` is set where it had to wait for a second opinion: it counts from its own time, and goes from then on. */
  | { readonly do: 'nudge'; readonly nudge: Nudge; readonly since?: Instant }
  | { readonly do: 'notice'; readonly notice: Notice }
  /** Offers support lines to the one who wrote something heavy; in memory only, however it is carried out. */
  | { readonly do: 'support'; readonly to: PartnerId }
  /** A second opinion is wanted; the runner reads the words. */
  | { readonly do: 'ask-judge'; readonly asking: Asking }
  /** `at` is set where time alone made it moot, not something that somebody did. */
  | { readonly do: 'retract'; readonly seq: number; readonly at?: Instant }
  /** A line of a partner's own ledger; which couple it is about, the desk knows. */
  | { readonly do: 'ledger'; readonly partner: PartnerId; readonly entry: Omit<LedgerEntry, 'dyad'> };

/**
 * What a step saw and why it kept silent, for replay, the demonstration and tests: memory only, thrown
 * away by the runner.
 */
export type Trace =
  | {
      readonly saw: 'reading';
      readonly message: MessageId;
      readonly by: PartnerId;
      readonly at: Instant;
      readonly reading: HeardReading;
      /** Set when a bid was opened; a bid inside a rest is heard but not opened. */
      readonly bidSeq?: number;
      /** In a language that Nod cannot read: left alone. */
      readonly unread?: true;
    }
  | {
      readonly saw: 'response';
      readonly bid: OpenBid;
      /** Absent for a bid that counts nowhere: deleted, unobserved or dropped by a rest. */
      readonly response?: BidResponse;
      /** The act that decided. */
      readonly act?: Act;
      readonly at: Instant;
    }
  | {
      /** What a judge made of a bid, or of a reply to it; without a bid in it, that it was none. */
      readonly saw: 'opinion';
      readonly message: MessageId;
      readonly bidSeq: number;
      readonly bid?: Pick<OpenBid, 'kind' | 'intensity' | 'confidence'>;
      readonly reply?: Reply;
      readonly at: Instant;
    }
  | {
      readonly saw: 'silence';
      readonly about: MessageId;
      readonly bidSeq: number;
      readonly kind: BidKind;
      readonly to: PartnerId;
      readonly reason: Reason;
      readonly gate: string;
      readonly because: string;
      readonly at: Instant;
    };
