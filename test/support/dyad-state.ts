import type {
  AnsweredBid,
  DyadState,
  OpenBid,
  OpenPromise,
  PartnerSettings,
  PartnerState,
} from '../../src/domain/dyad.ts';
import { messageId, partnerId } from '../../src/domain/ids.ts';
import { everythingOn } from '../../src/domain/settings.ts';
import { DAY, HOUR, type Instant, MINUTE } from '../../src/domain/time.ts';

/**
 * Small states for tests of single steps: Ana and Ben, both in Berlin, on a free Wednesday afternoon in
 * November, a month after both said yes to everything. Whatever a test is about, it says; the rest is here.
 */

export const ANA = partnerId(1);
export const BEN = partnerId(2);

/** `when('2026-11-25T14:00')` on Berlin's winter clock, or any instant with its own offset. */
export function when(iso: string): Instant {
  return Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : `${iso}+01:00`);
}

/** The end of the bid that `openBid` makes. */
export const BID_END = when('2026-11-25T14:00');

type PartnerChanges = Partial<Omit<PartnerState, 'settings'>> & { readonly settings?: Partial<PartnerSettings> };

/** Somebody who opted in to everything and was here a moment ago. */
export function partnerState({ settings, ...changes }: PartnerChanges = {}): PartnerState {
  return {
    id: ANA,
    settings: { ...everythingOn('Europe/Berlin'), ...settings },
    listening: true,
    consentedAt: BID_END - 30 * DAY,
    consent: {},
    busy: [],
    seenAt: BID_END,
    wroteAt: BID_END,
    whispers: 50,
    nudgedAt: [],
    hints: [],
    ignoredInARow: 0,
    ...changes,
  };
}

/** A couple about whom nothing is open. */
export function dyadState(changes: Partial<DyadState> = {}): DyadState {
  return {
    version: 2,
    time: BID_END,
    partners: [partnerState({ id: ANA }), partnerState({ id: BEN })],
    nextSeq: 100,
    bids: [],
    promises: [],
    answered: [],
    nudges: [],
    notices: [],
    early: [],
    recent: [],
    unobserved: [],
    ...changes,
  };
}

/** Ana's good news of two o'clock, nothing done about it yet. */
export function openBid(changes: Partial<OpenBid> = {}): OpenBid {
  const { seq = 1, endedAt = BID_END } = changes;
  return {
    seq,
    by: ANA,
    messages: [messageId(`m${seq}`)],
    startedAt: endedAt,
    endedAt,
    kind: 'good-news',
    intensity: 0.9,
    confidence: 0.9,
    because: ['good-news/made-it'],
    tender: false,
    halfAt: endedAt + 2 * HOUR,
    closesAt: endedAt + 4 * HOUR, // the response window
    acts: [],
    considered: [],
    ...changes,
  };
}

/** Ben's word of two o'clock to come back to Ana's good news at five. */
export function openPromise(changes: Partial<OpenPromise> = {}): OpenPromise {
  const { bidSeq = 1 } = changes;
  return {
    bidSeq,
    by: BEN,
    about: messageId(`m${bidSeq}`),
    messages: [messageId(`m${bidSeq}`)],
    kind: 'good-news',
    intensity: 0.9,
    confidence: 0.9,
    pairingConfidence: 0.9,
    because: ['good-news/made-it'],
    madeAt: BID_END,
    dueAt: BID_END + 3 * HOUR,
    endsAt: BID_END + 48 * HOUR,
    ...changes,
  };
}

/** Ben's warm answer to Ana's good news of two o'clock, two minutes after it. */
export function answeredBid(changes: Partial<AnsweredBid> = {}): AnsweredBid {
  const { bidSeq = 1, endedAt = BID_END } = changes;
  return {
    bidSeq,
    by: BEN,
    about: messageId(`m${bidSeq}`),
    messages: [messageId(`m${bidSeq}`)],
    kind: 'good-news',
    intensity: 0.9,
    confidence: 0.9,
    pairingConfidence: 0.9,
    because: ['good-news/made-it'],
    endedAt,
    answeredAt: endedAt + 2 * MINUTE,
    energy: 'attentive',
    considered: [],
    ...changes,
  };
}
