import type { BidKind } from '../domain/bid.ts';
import type { AnsweredBid, DyadState, OpenBid, OpenPromise, PartnerState } from '../domain/dyad.ts';
import type { MessageId, PartnerId } from '../domain/ids.ts';
import type { Reason } from '../domain/nudge.ts';
import type { Instant } from '../domain/time.ts';

/** A bid or a promise that a rule may whisper about, once its time has come. */
export interface Moment {
  readonly reason: Reason;
  /** Who can still answer. */
  readonly to: PartnerId;
  /** Who made the bid. */
  readonly from: PartnerId;
  readonly bidSeq: number;
  readonly about: MessageId;
  readonly kind: BidKind;
  readonly intensity: number;
  readonly readingConfidence: number;
  /** How sure it is that the reply was what the rule takes it for; absent where there is no reply. */
  readonly pairingConfidence?: number;
  /** Cue ids of the bid, strongest first. */
  readonly because: readonly string[];
  readonly tender: boolean;
  /** End of the bid; of a promise whose bid is already closed, when it was made. */
  readonly endedAt: Instant;
  readonly dueAt: Instant;
}

/** The two sides of a moment, as they stand. */
export function sidesOf(state: DyadState, to: PartnerId): { recipient: PartnerState; bidder: PartnerState } {
  const [first, second] = state.partners;
  return first.id === to ? { recipient: first, bidder: second } : { recipient: second, bidder: first };
}

/** The partner of the one named. */
export function partnerOf(state: DyadState, id: PartnerId): PartnerState {
  return sidesOf(state, id).bidder;
}

export function momentOfBid(state: DyadState, bid: OpenBid, when: { reason: Reason; dueAt: Instant }): Moment {
  const away = bid.acts.filter((act) => act.reply.turn === 'away').map((act) => act.reply.confidence);
  return {
    ...when,
    to: partnerOf(state, bid.by).id,
    from: bid.by,
    bidSeq: bid.seq,
    about: firstMessage(bid),
    kind: bid.kind,
    intensity: bid.intensity,
    readingConfidence: bid.confidence,
    // Any of several replies that went past may have been an answer: the least certain one speaks for all.
    ...(away.length > 0 ? { pairingConfidence: Math.min(...away) } : {}),
    because: bid.because,
    tender: bid.tender,
    endedAt: bid.endedAt,
  };
}

export function momentOfPromise(
  state: DyadState,
  promise: OpenPromise,
  when: { reason: Reason; dueAt: Instant },
): Moment {
  const bid = state.bids.find((open) => open.seq === promise.bidSeq);
  return {
    ...when,
    to: promise.by,
    from: partnerOf(state, promise.by).id,
    bidSeq: promise.bidSeq,
    about: promise.about,
    kind: promise.kind,
    intensity: promise.intensity,
    readingConfidence: promise.confidence,
    pairingConfidence: promise.pairingConfidence,
    because: promise.because,
    tender: bid?.tender ?? false,
    endedAt: bid?.endedAt ?? promise.madeAt,
  };
}

export function momentOfAnswered(
  state: DyadState,
  answered: AnsweredBid,
  when: { reason: Reason; dueAt: Instant },
): Moment {
  const { by, bidSeq, about, kind, intensity, confidence, pairingConfidence, because, endedAt } = answered;
  return {
    ...when,
    to: by,
    from: partnerOf(state, by).id,
    bidSeq,
    about,
    kind,
    intensity,
    readingConfidence: confidence,
    pairingConfidence,
    because,
    tender: false, // a tender bid is never kept once it is answered
    endedAt,
  };
}

function firstMessage(bid: OpenBid): MessageId {
  const [first] = bid.messages;
  if (first === undefined) throw new RangeError(`bid ${bid.seq} has no message`);
  return first;
}
