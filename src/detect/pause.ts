// How a pause is heard beside the words. ADR 30.
import type { Bid } from '../domain/bid.ts';
import { idsFor } from './cue.ts';
import type { Hearing } from './hearing.ts';

/** What was heard as the model knows it; most often all. */
export function withoutUnlearned(hearing: Hearing): Hearing {
  if (hearing.heard.context.typed === undefined) return hearing;
  return { heard: hearing.heard, evidence: hearing.evidence.filter(({ cue }) => !cue.unlearned) };
}

/**
 * What the words say comes first: where they open a bid, a pause can make that surer if it is vulnerable, and does
 * nothing else to it; where they open none, it can. `told` is what was heard but for the pause.
 */
export function besidePause(byWords: Bid | undefined, paused: Bid | undefined, told: Hearing): Bid | undefined {
  if (paused?.kind !== 'vulnerability') return byWords;
  const known = idsFor('vulnerability', told.evidence);
  const reasons = paused.because.filter((id) => !known.includes(id));
  if (reasons.length === 0) return byWords;
  if (!byWords) return paused;
  const isSurer = byWords.kind === 'vulnerability' && paused.confidence > byWords.confidence;
  return isSurer ? { ...byWords, confidence: paused.confidence, because: [...byWords.because, ...reasons] } : byWords;
}
