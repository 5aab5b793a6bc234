import { BID_KINDS, type BidKind } from '../../domain/bid.ts';
import { HARSHNESS_KINDS, RISK_KINDS } from '../../domain/reading.ts';

/** What the model of utterances is asked, in order; the trainer and the reader share it. */
export const UTTERANCE_QUESTIONS = {
  bid: ['none', ...BID_KINDS],
  harshness: ['none', ...HARSHNESS_KINDS],
  risk: ['none', ...RISK_KINDS],
  tender: ['none', 'tender'],
} as const;

/** No bid, or one kind. */
export type BidClass = 'none' | BidKind;
