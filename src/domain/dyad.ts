import type { Act, EarlyAct } from './act.ts';
import type { BidKind, HeardBid } from './bid.ts';
import type { Energy, Reply } from './bid-response.ts';
import type { CheckIn } from './check-in.ts';
import type { OwnConsent } from './consent.ts';
import type { MessageId, PartnerId } from './ids.ts';
import type { Languages } from './language.ts';
import type { LiveNudge, Notice, NoticeReason, Reason } from './nudge.ts';
import type { Instant } from './time.ts';
import type { Utterance } from './utterance.ts';
import type { WishCard } from './wishes.ts';

/** A stretch of time, start included, end excluded. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** A moment of the quiet first days: would a word have helped? Never which message it was. */
export interface FirstMoment {
  readonly kind: BidKind;
  /** The strongest cue, so that "never" can name it. */
  readonly cue?: string;
  readonly answered?: true;
}

/** A stretch of the local day in minutes since midnight; `until` before `from` runs past midnight. */
export interface DaySpan {
  readonly from: number;
  readonly until: number;
}

/** What a partner chose; every field has a default in `settings.ts` and a line in /nod settings. */
export interface PartnerSettings {
  /** IANA name. */
  readonly zone: string;
  readonly quiet: DaySpan;
  /** Hours one cannot answer, such as work: several a day. */
  readonly away: readonly DaySpan[];
  /** When the two usually talk: never quiet. */
  readonly usual: readonly DaySpan[];
  readonly coaching: boolean;
  readonly reasons: readonly Reason[];
  /** Unasked direct messages a day, 0–2. */
  readonly nudgesPerDay: number;
  /** Whether one's own typing counts: as presence and, ticked where the card says so, as a hint of guardedness (ADR 30). */
  readonly typing: boolean;
  /** Help with messages in the two's own direct messages, once both want it. */
  readonly ownMessages: boolean;
  /** The weekly recap by direct message. */
  readonly recap: boolean;
  /** The weekly check-in by direct message. */
  readonly checkIn: boolean;
  /** Whether the numbers of check-ins are kept for their own eyes; words never are. */
  readonly checkInNumbers: boolean;
  /** Whether /nod me shows numbers. */
  readonly numbers: boolean;
  /** Whether the self-harm card may come, where the host has switched it on at all. */
  readonly supportCard: boolean;
  /** Whether a language model may look at what Nod leaves open: none, one on the host's computer, or any. */
  readonly judge: 'off' | 'local' | 'cloud';
  readonly judgeHost?: string; // the computer it answered at when they last said yes; no other is sent a word
  /** Whether it may also look at lines in which somebody is vulnerable. */
  readonly judgeVulnerable: boolean;
  /** What this person asked not to be nudged about, by cue id or `kind/likeness`; never a phrase. */
  readonly exceptions: readonly string[];
  /** How often they said that a moment of a kind was a joke: the more, the surer Nod must be of it. */
  readonly jokes: Readonly<Partial<Record<BidKind, number>>>;
  /** How they like to be met; absent until they first write it, and once they leave. */
  readonly wishes?: WishCard;
}

/** One partner's side of the state. */
export interface PartnerState {
  readonly id: PartnerId;
  readonly settings: PartnerSettings;
  /** The partner's own switch; listening is the AND of both. */
  readonly listening: boolean;
  /** When the own consent to listening began; coaching is quiet for the first days. */
  readonly consentedAt: Instant;
  readonly consent: OwnConsent;
  /** They cannot read the channel any more: Nod listens to nobody there until they can. */
  readonly absent?: true;
  /** Busy spans of the last 48 h, and at most one that is still running. */
  readonly busy: readonly Span[];
  readonly snoozedUntil?: Instant;
  /** They left: their switch stays off and nothing of theirs goes on. */
  readonly left?: true;
  /** Direct messages cannot reach them (closed, blocked): coaching is silent until one can. */
  readonly unreachable?: true;
  /** Last message, reaction, typing, voice join or press. */
  readonly seenAt?: Instant;
  /** Last message: what the other can see for themselves, so it may move what Nod does for the other (law 6). */
  readonly wroteAt?: Instant;
  /** Unasked messages ever made for them: in buttons, so apart from the other's and from the bids' (law 6). */
  readonly whispers: number;
  /** Unasked direct messages of the last 7 days. */
  readonly nudgedAt: readonly Instant[];
  /** The last nudge about a moment. */
  readonly coachedAt?: Instant;
  /** Hint ids of the last nudges, newest last, so that none comes again soon. */
  readonly hints: readonly string[];
  /** Nudges in a row that were never opened. */
  readonly ignoredInARow: number;
  /** Own bids in a row that stayed unanswered, forgotten after 24 h. */
  readonly waiting?: { readonly count: number; readonly since: Instant };
  /** Ends of their last utterances of a day, three at most, since the other last said or reacted to anything. */
  readonly unmet?: readonly Instant[];
  /** Running mean of words per utterance, and of how many it is. */
  readonly usualWords?: { readonly mean: number; readonly count: number };
  /** Running mean of how warmly they answer good news (`low` 0, `attentive` 1, `enthusiastic` 2), and of how many. */
  readonly usualJoy?: { readonly mean: number; readonly count: number };
  /** Nudges of the last 7 days about what was answered already. */
  readonly addedAt?: readonly { readonly reason: Reason; readonly at: Instant }[];
  /** Which of their last 20 utterances were in English; absent before the first that could be told. */
  readonly languages?: Languages;
  /** They were told that Nod does not read what they write. */
  readonly toldUnread?: true;
  /** When each notice is next to be thought of; none where it is not wanted. */
  readonly due?: Readonly<Partial<Record<NoticeReason, Due>>>;
  /** Their own numbers, oldest first, if they ticked that; never shown to the other, never merged with counts. */
  readonly checkIns?: readonly CheckIn[];
  /** Toward responses without a nudge in each of the last weeks, oldest first: as these rise, coaching fades. */
  readonly ownAccord?: readonly WeekOfOwnAccord[];
  /** Promises to come back that they kept in each of the last weeks, oldest first. */
  readonly kept?: readonly WeekOfKept[];
  /** Moments of the last quiet day about which Nod would have written: asked about once, and gone a day later. */
  readonly firstLook?: readonly FirstMoment[];
  /** They need no nudges: a notice says so once, and nudges go off when it is read. */
  readonly graduated?: 'sent' | 'told';
}

/** When a notice is to be thought of. */
export interface Due {
  /** The time it belongs to; too long after that, it is left out. */
  readonly since: Instant;
  /** When it is next looked at, by the couple's own time and nobody's doing (law 6). */
  readonly at: Instant;
}

/** A UTC week by its Monday, and what was answered in it unprompted. */
export interface WeekOfOwnAccord {
  readonly week: number;
  readonly count: number;
  /** A nudge about what waited for them went out in it. */
  readonly nudged?: true;
}

/** A UTC week by its Monday, and how many promises to come back were kept in it. */
export interface WeekOfKept {
  readonly week: number;
  readonly count: number;
}

/** One of the last utterances, with what it reached out for, if it did. */
export interface RecentUtterance extends Utterance {
  readonly kind?: BidKind;
}

/** A bid that may still be answered. */
export interface OpenBid extends Utterance, HeardBid {
  readonly seq: number;
  readonly tender: boolean;
  /** End of the response window, as things stand; moves when quiet or busy hours change. */
  readonly closesAt: Instant;
  /** When half of the window has gone. */
  readonly halfAt: Instant;
  readonly acts: readonly Act[];
  /** First time the responder said something else after the bid; forgotten with every `away` act (`engine/passing.ts`). */
  readonly passedAt?: Instant;
  /** First time the responder said something after the bid that Nod cannot read: it may have been the answer. */
  readonly unreadAt?: Instant;
  /** Reasons already settled for this bid: nudged, or refused for good. */
  readonly considered: readonly Reason[];
  /** A nudge was sent about it, so an answer is not unprompted. */
  readonly nudged?: true;
  /** They said that they talked about it elsewhere: what comes here still counts, and its silence tells nothing. */
  readonly talked?: true;
  /** It came after three utterances of a day that the other did nothing about, and so far still does not. */
  readonly inARow?: true;
  /** When a judge was asked about it, and whether it has answered. */
  readonly asked?: { readonly at: Instant; readonly answered?: true };
  /** What a judge calls it, where that is something else: only what is written down goes by it. ADR 23. */
  readonly judged?: BidKind | 'none';
  /** A reply that a judge was asked about while it was being said. */
  readonly doubt?: ReplyInDoubt;
  /** The window has passed without an answer: only a reply by reference can still reach it. */
  readonly lapsed?: true;
}

/** A reply that may be none, as it stood when a judge was asked: with another word in it, nothing was said of it. */
export interface ReplyInDoubt extends Pick<Utterance, 'startedAt' | 'messages'> {
  /** What the judge takes it for. */
  readonly judged?: Reply;
}

/** "In a meeting, want to hear it tonight": what was promised, until they come back to it. */
export interface OpenPromise extends HeardBid {
  readonly bidSeq: number;
  readonly by: PartnerId;
  readonly about: MessageId;
  readonly messages: readonly MessageId[];
  readonly pairingConfidence: number;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  /** 48 h after the bid's end: its message ids may rest no longer. */
  readonly endsAt: Instant;
  /** Already nudged about, or refused for good; kept so that coming back to it takes the nudge back. */
  readonly considered?: true;
  /** A judge was asked about the bid: once is enough. */
  readonly asked?: true;
}

/** A bid that was answered, for as long as a later word about it may do good. */
export interface AnsweredBid extends HeardBid {
  readonly bidSeq: number;
  /** Who answered, and could come back to it. */
  readonly by: PartnerId;
  readonly about: MessageId;
  readonly messages: readonly MessageId[];
  readonly pairingConfidence: number;
  readonly endedAt: Instant;
  readonly answeredAt: Instant;
  readonly energy: Energy;
  /** There was an emoji in or for an answer: a heart says all that a few words can. */
  readonly withEmoji?: true;
  /** Reasons already settled for it. */
  readonly considered: readonly Reason[];
  /** A nudge went out about it: once is enough. */
  readonly nudged?: true;
  /** A judge was asked about it: once is enough. */
  readonly asked?: true;
}

/**
 * All that Nod remembers of a couple between two events: one versioned JSON column, no text.
 * Message ids rest while their moment is live, 48 h at most.
 */
export interface DyadState {
  readonly version: 2;
  /** Time of the newest event; never goes back. */
  readonly time: Instant;
  /** Newest message read; catch-up starts after it. */
  readonly cursor?: MessageId;
  /** Where that was at the second yes: what is done to older messages is nobody's to hear. */
  readonly from?: MessageId;
  readonly partners: readonly [PartnerState, PartnerState];
  readonly nextSeq: number;
  /** The utterance being said; its `endedAt` is its last message so far. */
  readonly burst?: Utterance;
  readonly bids: readonly OpenBid[];
  readonly promises: readonly OpenPromise[];
  readonly answered: readonly AnsweredBid[];
  /** The couple's own sign: as a reaction it means "seen, I want to hear this, not now". Either may choose it. */
  readonly sign?: string;
  readonly nudges: readonly LiveNudge[];
  /** Notices that are out, and go like nudges after their day. */
  readonly notices: readonly Notice[];
  /** What the other did while the utterance was being said, which may turn out to be a bid. */
  readonly early: readonly EarlyAct[];
  /** The last utterances, for context. */
  readonly recent: readonly RecentUtterance[];
  /** An exchange is tense until then: `repair` outranks other kinds. */
  readonly tenseUntil?: Instant;
  /** The channel is gone or closed to Nod: it listens to nobody there until it is open again. */
  readonly shutOut?: true;
  /** Coaching rests until then; the cause is kept nowhere. */
  readonly restUntil?: Instant;
  /** Time of the last 48 h that counts nowhere: gaps, switches off, rest. May reach into the future. */
  readonly unobserved: readonly Span[];
  /** Until then Nod was off or cut off: what was said is read since, calls are in no history. Only whispers go by it. */
  readonly unheardUntil?: Instant;
  /** The day, in UTC, for which the day off was last drawn. */
  readonly drawnDay?: string;
  /** The next instant at which time alone changes something. */
  readonly wakeAt?: Instant;
}
