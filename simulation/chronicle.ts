import type { BidKind } from '../src/domain/bid.ts';
import type { DaySpan, Span } from '../src/domain/dyad.ts';
import type { Nudge, Reason } from '../src/domain/nudge.ts';
import type { RiskKind } from '../src/domain/reading.ts';
import type { Instant } from '../src/domain/time.ts';

/** What truly happened in a simulated life, as only its writer can know it. Nothing in here comes from what Nod heard. */
export interface Chronicle {
  readonly startedAt: Instant;
  readonly people: Readonly<Record<Who, PersonTruth>>;
  readonly lines: readonly Line[];
  readonly bids: readonly TrueBid[];
  readonly strains: readonly Strain[];
  /** When a repair was accepted. */
  readonly mended: readonly Instant[];
  /** Silent days off, from the utterance with which one began; how long it lasts only Nod knows, a day at the least. */
  readonly daysOff: readonly Instant[];
  readonly whispers: readonly Told[];
}

export type Who = 'ana' | 'ben';
export const otherOf = (who: Who): Who => (who === 'ana' ? 'ben' : 'ana');

export interface PersonTruth {
  /** What they had told Nod, from when on; oldest first. */
  readonly chose: readonly Chosen[];
  /** Told Nod: busy, or wanting quiet. */
  readonly busy: readonly Span[];
  readonly snoozed: readonly Span[];
  /** Their own switch was off. */
  readonly off: readonly Span[];
  /** Could not answer, and had not told Nod. */
  readonly tied: readonly Span[];
  /** Few words are their way of being warm. */
  readonly isBrief: boolean;
}

/** The choices the judge looks at. */
export interface Chosen {
  readonly at: Instant;
  readonly zone: string;
  readonly quiet: DaySpan;
  readonly away: readonly DaySpan[];
  readonly coaching: boolean;
  readonly reasons: readonly Reason[];
  readonly nudgesPerDay: number;
}

/** One message; made up, so it may be kept for whoever looks into a verdict. */
export interface Line {
  readonly id: string;
  readonly at: Instant;
  readonly by: Who | 'stranger';
  readonly text: string;
  /** The message it points at. */
  readonly replyTo?: string;
}

/** Somebody reached out. */
export interface TrueBid {
  readonly messages: readonly string[];
  readonly by: Who;
  readonly kind: BidKind;
  readonly intensity: number;
  readonly text: string;
  readonly endedAt: Instant;
  readonly acts: readonly TrueAct[];
  /** When the other means to answer without anybody telling them. */
  readonly plannedAt?: Instant;
}

/** What the other did about it. */
export interface TrueAct {
  readonly at: Instant;
  readonly does: 'answers' | 'refuses' | 'puts-off' | 'comes-back';
  readonly warm: boolean;
  /** They talked, where Nod cannot hear it. */
  readonly aloud?: true;
  /** After they had opened a whisper about it. */
  readonly prompted?: true;
}

/** What must not be coached. */
export interface Strain {
  /** Its last message. */
  readonly at: Instant;
  readonly what: 'harsh' | 'tender' | RiskKind;
}

/** A whisper of Nod's and what became of it. */
export interface Told {
  readonly nudge: Pick<Nudge, 'reason' | 'at'> & { readonly to: Who; readonly about: string };
  takenBackAt?: Instant;
  openedAt?: Instant;
}
