import type { Bid, BidKind } from '../domain/bid.ts';
import type { Reader, Reading } from '../domain/reading.ts';
import { CUES } from './cues.ts';
import { createHearing, type Hearing } from './hearing.ts';
import { featuresOf } from './model/features.ts';
import { type Guess, guess, strainOf } from './model/model.ts';
import type { Weights } from './model/weights.ts';
import { usualIntensity, weigh } from './weighing.ts';

/** From this confidence on the rules stand; what they leave open is the model's. Our choice; what the model learns from: training/README.md. */
const RULES_STAND = 0.7;
/** Below this the rules' word goes when the model hears nothing. Our choice. */
const RULES_DOUBT = 0.5;
/** Below this the model's word is not worth a bid: two of three would be wrong. Our choice. */
const LEAST_CONFIDENCE = 0.3;
/** From here on coaching rests; low, since a rest costs little. Our choice, on blocks left out of training. */
const STRAINED = 0.3;
/** What is named as the reason where only the words' likeness to such bids spoke; one for each kind. */
const byLikeness = (kind: BidKind) => `words/like-${kind}`;

/**
 * Makes the reader: a pure function from what was said to what it reaches for. It hears cues by fixed rules
 * and weighs them; where they leave it open, a small model trained on authored chats decides. Without weights
 * the rules stand alone.
 */
export function createReader({ weights }: { readonly weights?: Weights } = {}): Reader {
  const hear = createHearing(CUES);
  return (said, context) => {
    const hearing = hear(said, context);
    const byRules = weigh(hearing);
    const reading = weights ? refine(byRules, hearing, weights) : byRules;
    return context.replies ? withoutEcho(reading) : reading;
  };
}

function refine(reading: Reading, hearing: Hearing, weights: Weights): Reading {
  if (reading.risk || reading.harshness || !hasOwnWords(hearing)) return reading;
  const features = featuresOf(hearing, reading.bid);
  const strained = strainOf(features, weights.strain) >= STRAINED ? ({ strained: true } as const) : {};
  return { ...refineBid(reading, hearing, guess(features, weights)), ...strained };
}

function refineBid(reading: Reading, hearing: Hearing, { kind, confidence }: Guess): Reading {
  const { bid, ...rest } = reading;
  if (bid && bid.confidence >= RULES_STAND) return reading;
  if (kind === 'none' || confidence < LEAST_CONFIDENCE) return bid && bid.confidence >= RULES_DOUBT ? reading : rest;
  return { bid: bid?.kind === kind ? { ...bid, confidence } : likeBid(kind, confidence, hearing), ...rest };
}

/** Quotes and code are somebody else's words; attachments speak for themselves. */
function hasOwnWords({ heard }: Hearing): boolean {
  const own = heard.words - (heard.setAside ? 1 : 0);
  return own > 0;
}

function likeBid(kind: BidKind, confidence: number, { heard, evidence }: Hearing): Bid {
  const because = evidence.map(({ cue }) => cue.id).filter((id) => id.startsWith(`${kind}/`));
  return { kind, confidence, intensity: usualIntensity(kind, heard), because: [...because, byLikeness(kind)] };
}

/** Kinds that a reply is made of: "how did it go?", "love you too", the next turn of a bit. Annotation guide, "None". */
const ECHOES: ReadonlySet<BidKind> = new Set(['affection', 'interest', 'play'] as const);

function withoutEcho({ bid, ...reading }: Reading): Reading {
  return bid === undefined || ECHOES.has(bid.kind) ? reading : { ...reading, bid };
}
