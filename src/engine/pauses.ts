import { TYPING_CUES } from '../detect/cues.ts';
import { type HeardBid, isOpenedByWords } from '../domain/bid.ts';
import type { PartnerId } from '../domain/ids.ts';
import { endBid, retractNudgesAbout } from './bids.ts';
import { change, type Draft } from './draft.ts';

/**
 * They take back the leave to hear how they type: what only a pause of theirs opened ends, with what was promised of it
 * and what may follow it; what words opened is from now on as sure as these alone make it. Source: trust, "Consent".
 */
export function takePausesBack(draft: Draft, by: PartnerId): void {
  const theirs = draft.state.bids.filter((bid) => bid.by === by && bid.byWords !== undefined);
  for (const bid of theirs) {
    if (isOpenedByWords(bid)) retractNudgesAbout(draft, bid.seq);
    else endBid(draft, bid);
  }
  const { promises, answered } = draft.state; // of each it is the other who may come back to it
  for (const one of [...promises, ...answered])
    if (one.by !== by && one.byWords !== undefined) retractNudgesAbout(draft, one.bidSeq);
  change(draft, {
    bids: draft.state.bids.map((bid) => (bid.by === by ? asSureAsWords(bid) : bid)),
    promises: promises.flatMap((promise) => (promise.by === by ? [promise] : withoutPause(promise))),
    answered: answered.flatMap((one) => (one.by === by ? [one] : withoutPause(one))),
  });
}

const withoutPause = <One extends HeardBid>(one: One) => (isOpenedByWords(one) ? [asSureAsWords(one)] : []);

/** All of it but what tells of the pause. */
function asSureAsWords<One extends HeardBid>(one: One): Omit<One, 'byWords'> {
  const { byWords: confidence, ...heard } = one;
  if (confidence === undefined) return heard;
  return { ...heard, confidence, because: one.because.filter((id) => !TYPING_CUES.has(id)) };
}
