// A hope that came to nothing is told in much the same words as good news.
import type { Bid } from '../domain/bid.ts';
import { type CueKind, idsFor } from './cue.ts';
import type { Hearing } from './hearing.ts';
import { SETBACK } from './lexicons/en/setbacks.ts';

/** Enough to be heard, too little for a whisper about it (design, "Coach"). Our choice. */
const MOST_OF_A_SETBACK = 0.7;

/**
 * Whether what was taken for good news tells of a setback: "pregnancy test negative again". To whisper that one should
 * celebrate it would hurt more than anything else Nod could do, so such words weigh more than all that spoke for news.
 */
export function isSetback(bid: Bid | undefined, { heard }: Hearing): bid is Bid {
  return bid?.kind === 'good-news' && SETBACK.test(heard.said.text.toLowerCase().replace(/['’]/g, ''));
}

/** It as what it is: something hard that was said, and not sure. */
export function asSetback(bid: Bid, { evidence }: Hearing, byLikeness: (kind: CueKind) => string): Bid {
  const because = [...idsFor('vulnerability', evidence), byLikeness('vulnerability')];
  return { ...bid, kind: 'vulnerability', confidence: Math.min(bid.confidence, MOST_OF_A_SETBACK), because };
}
