import type { Bid, BidKind } from './bid.ts';
import { ENERGIES, type Reply, type ReplyChoice, type Style, stylesFor } from './bid-response.ts';

/** Why an utterance that looks like a bid is none, as only a careful reader sees. */
export const VETOES = ['sarcasm', 'joke', 'quote', 'lyrics', 'third-party'] as const;
export type Veto = (typeof VETOES)[number];

/** What a judge makes of an utterance: one of the kinds it was asked about, none of them, or a reason to drop it. */
export type ReadOpinion =
  | { readonly veto: Veto; readonly confidence: number }
  | { readonly kind: 'none'; readonly confidence: number }
  /** The intensity is never above the reader's. */
  | { readonly kind: BidKind; readonly intensity: number; readonly confidence: number };

/** What a judge makes of a reply: one of those it was asked about, or none of them. */
export type PairOpinion = Reply | { readonly turn: 'none'; readonly confidence: number };

/** From here on Nod's own reading is sure: a judge may make it less so, never other. Source: design, "Coach", gates. */
const SURE = 0.8;
/** The same for what a reply does. */
const SURE_OF_REPLY = 0.7;
/** What only a judge says is never sure enough for a whisper: below both gates. Our choice. */
const HEARSAY = 0.5;

/** Whether a judge may be asked to choose: the reading is in the band where rules and model leave it open. */
export function isUncertain({ confidence }: Bid): boolean {
  return confidence < SURE;
}

/** The same for a reply. */
export function isUncertainReply({ confidence }: Reply): boolean {
  return confidence < SURE_OF_REPLY;
}

/** Whether it may only look like an answer: "good for you". */
export function isInDoubt(reply: Reply): boolean {
  return reply.turn === 'toward' && isUncertainReply(reply);
}

/**
 * The bid after a second opinion: undefined where it is none after all. Its kind is the reader's best or second best,
 * whatever the judge says; any other word is doubt. Neither intensity nor confidence ever rises, so that no gate is
 * lifted; a sure reading keeps its kind and can only become less sure, so that a judge that lies moves no count that the
 * rules are sure of. Source: ADR 5.
 */
export function refine(bid: Bid, opinion: ReadOpinion, second?: BidKind): Bid | undefined {
  const confidence = Math.min(bid.confidence, opinion.confidence);
  if ('kind' in opinion && opinion.kind !== 'none') {
    const { kind } = opinion;
    const intensity = Math.min(bid.intensity, opinion.intensity);
    if (kind === bid.kind) return { ...bid, intensity, confidence };
    const hearsay = Math.min(confidence, HEARSAY);
    return { ...bid, intensity, confidence: hearsay, ...(kind === second && isUncertain(bid) ? { kind } : {}) };
  }
  return isUncertain(bid) ? undefined : { ...bid, confidence: Math.min(bid.confidence, HEARSAY) };
}

/** The reply after a second opinion, under the same law: what only a judge calls passed by leads to no whisper. */
export function refineReply(reply: Reply, opinion: PairOpinion, second?: ReplyChoice): Reply {
  const confidence = Math.min(reply.confidence, opinion.confidence);
  const hearsay = Math.min(confidence, HEARSAY);
  if (opinion.turn === 'none') return { ...reply, confidence: hearsay };
  const isOf = (choice: ReplyChoice | undefined) => choice?.turn === opinion.turn && choice.style === opinion.style;
  const isOffered = isOf(reply) || isOf(second);
  if (isOffered && opinion.turn === reply.turn) return { ...lowered(opinion, reply), confidence };
  if (isOffered && isUncertainReply(reply)) return { ...lowered(opinion, reply), confidence: hearsay };
  return { ...reply, confidence: hearsay };
}

/** No opinion makes a reply warmer than it was read. */
function lowered(opinion: Reply, read: Reply): Reply {
  if (opinion.turn !== 'toward') return opinion;
  const atMost = read.turn === 'toward' ? read.energy : 'low';
  const warmth = Math.min(ENERGIES.indexOf(opinion.energy), ENERGIES.indexOf(atMost));
  return { ...opinion, energy: ENERGIES[warmth] ?? 'low' };
}

/** A reply as a judge can choose it; how warm a `toward` is it says beside. */
export function choiceOf({ turn, style }: ReplyChoice): ReplyChoice {
  return { turn, ...(style === undefined ? {} : { style }) };
}

/** Everything a reply to this kind can be. Source: annotation guide, "Response". */
export function repliesTo(kind: BidKind): readonly ReplyChoice[] {
  const styles = stylesFor(kind);
  if (styles.length === 0) return [{ turn: 'toward' }, { turn: 'away' }, { turn: 'against' }];
  return styles.flatMap((style) => turnsOf(style).map((turn) => ({ turn, style })));
}

/** What a style can do with a bid. */
function turnsOf(style: Style): readonly Reply['turn'][] {
  switch (style) {
    case 'active-constructive':
    case 'passive-constructive':
    case 'validating':
    case 'exploring':
    case 'comforting':
    case 'advising':
    case 'accepting':
      return ['toward'];
    case 'minimizing':
      return ['toward', 'against'];
    case 'passive-destructive':
    case 'dismissing':
      return ['away', 'against'];
    case 'deflecting':
      return ['away'];
    case 'active-destructive':
    case 'rejecting':
      return ['against'];
  }
}
