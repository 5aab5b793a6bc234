import type { BidKind } from '../domain/bid.ts';
import type { Reader, Reading } from '../domain/reading.ts';
import { CUES } from './cues.ts';
import { createHearing } from './hearing.ts';
import { weigh } from './weighing.ts';

/**
 * Makes the reader: a pure function from what was said to what it reaches for. It hears cues by fixed
 * rules and weighs them; each reading names the cues that spoke for it.
 */
export function createReader(): Reader {
  const hear = createHearing(CUES);
  return (said, context) => {
    const reading = weigh(hear(said, context));
    return context.replies ? withoutEcho(reading) : reading;
  };
}

/** Kinds that a reply is made of: "how did it go?", "love you too", the next turn of a bit. Annotation guide, "None". */
const ECHOES: ReadonlySet<BidKind> = new Set(['affection', 'interest', 'play'] as const);

function withoutEcho({ bid, ...reading }: Reading): Reading {
  return bid === undefined || ECHOES.has(bid.kind) ? reading : { ...reading, bid };
}
