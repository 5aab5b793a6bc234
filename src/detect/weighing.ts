import { BID_KINDS, type Bid, type BidKind } from '../domain/bid.ts';
import {
  HARSHNESS_KINDS,
  type Harshness,
  type HarshnessKind,
  type Reading,
  RISK_KINDS,
  type Risk,
  type RiskKind,
} from '../domain/reading.ts';
import { moodOf } from './afinn.ts';
import type { CueKind, Evidence } from './cue.ts';
import { type Heard, hasTrait } from './heard.ts';
import type { Hearing } from './hearing.ts';

/** Below this, before calibration, a bid is not reported: more would be wrong than right. Set on labelled chats outside the repository. */
const LEAST_CONFIDENCE = 0.4;
/** A kind earlier in the table wins over a later one it comes this near to. Source: annotation guide, precedence. */
const NEAR_ENOUGH = 0.75;
/** Rules alone are never surer than this. */
const MOST_CONFIDENCE = 0.97;
/** How far AFINN may move a kind's odds, at most; one weak input. */
const MOOD_ODDS = 1.25;
/** What is left of a bid that is not repair when the same words are harsh: the harshness is what was said. */
const BID_LEFT_BESIDE_HARSHNESS = 0.35;
/** Laughter takes back some of a complaint ("today was awful lol"); our choice. */
const DISTRESS_LEFT_BESIDE_LAUGHTER = 0.75;

/**
 * What noisy-or says → how often it is right: it overrates lone weak cues. Measured on labelled chats outside the
 * repository; straight lines between.
 */
const CALIBRATION: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.4, 0.3],
  [0.5, 0.4],
  [0.6, 0.54],
  [0.7, 0.68],
  [0.8, 0.82],
  [1, 0.99],
];

function calibrate(raw: number): number {
  for (let at = 1; at < CALIBRATION.length; at += 1) {
    const below = CALIBRATION[at - 1] as readonly [number, number];
    const above = CALIBRATION[at] as readonly [number, number];
    if (raw <= above[0]) return below[1] + ((raw - below[0]) / (above[0] - below[0])) * (above[1] - below[1]);
  }
  return raw;
}

const USUAL_INTENSITY: Readonly<Record<BidKind, number>> = {
  repair: 0.65,
  vulnerability: 0.65,
  'good-news': 0.65,
  affection: 0.45,
  request: 0.35,
  interest: 0.4,
  attention: 0.3,
  play: 0.3,
};

interface Weighed {
  readonly confidence: number;
  readonly because: readonly string[];
  readonly intensity: number;
}

/** Turns what was heard into at most one bid, one harshness, one risk, and whether it is tender. */
export function weigh({ heard, evidence }: Hearing): Reading {
  if (evidence.length === 0) return { tender: false };
  const harshness = strongest<HarshnessKind>(HARSHNESS_KINDS, evidence, LEAST_HARSHNESS);
  const risk = strongest<RiskKind>(RISK_KINDS, evidence, LEAST_RISK);
  const bid = weighBid(evidence, heard, { harshness, risk });
  const tender = evidence.some(({ kind }) => kind.startsWith('tender-'));
  return asReading({ bid, second: undefined, harshness, risk, tender });
}

/** A reading in the making: all of it named, undefined where nothing was heard. */
export type Found = { readonly [Part in keyof Required<Reading>]: Reading[Part] };

/** Leaves out what was not heard; one part at a time is put in, since spreading objects costs more than all sums. */
export function asReading({ bid, second, harshness, risk, tender }: Found): Reading {
  if (!harshness && !risk) {
    // Nearly always; what is written down at once is made faster than what is put together.
    if (!bid) return { tender };
    return second ? { bid, second, tender } : { bid, tender };
  }
  const reading: { -readonly [Part in keyof Reading]?: Reading[Part] } = {};
  if (bid) reading.bid = bid;
  if (second) reading.second = second;
  if (harshness) reading.harshness = harshness;
  if (risk) reading.risk = risk;
  reading.tender = tender;
  return reading as Reading;
}

const NONE: readonly Evidence[] = [];

/** The evidence for a kind, in the order in which it was heard. */
function evidenceFor(sought: CueKind, evidence: readonly Evidence[]): readonly Evidence[] {
  for (const { kind } of evidence) if (kind === sought) return evidence.filter((one) => one.kind === sought);
  return NONE; // most often, and without making a list
}

/** Noisy-or: each cue is an independent chance of being right. */
function weighCues(evidence: readonly Evidence[]): Weighed | undefined {
  if (evidence.length === 0) return undefined;
  let doubt = 1;
  let intensity = 0;
  for (const { cue } of evidence) {
    doubt *= 1 - cue.weight;
    intensity = Math.max(intensity, cue.intensity ?? 0);
  }
  return { confidence: Math.min(MOST_CONFIDENCE, 1 - doubt), because: becauseOf(evidence), intensity };
}

/** Cue ids, the surest first. */
function becauseOf(evidence: readonly Evidence[]): readonly string[] {
  const surestFirst =
    evidence.length > 1 ? evidence.toSorted((one, other) => other.cue.weight - one.cue.weight) : evidence;
  return surestFirst.map(({ cue }) => cue.id);
}

/** Hints of guardedness count from two on, at least one of them the person's own doing. Source: annotation guide. */
function countingEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  if (!evidence.some(({ cue }) => cue.guarded)) return evidence;
  const hints = evidence.filter(({ cue }) => cue.guarded);
  const enough = hints.length >= 2 && hints.some(({ cue }) => cue.guarded !== 'around');
  return enough ? evidence : evidence.filter(({ cue }) => !cue.guarded);
}

/** Which way a bright mood moves the odds of a kind; the other kinds come in any mood. */
const MOOD_OF_KIND: Partial<Record<BidKind, 1 | -1>> = { 'good-news': 1, affection: 1, vulnerability: -1 };

function tilt(confidence: number, mood: number): number {
  const odds = (confidence / (1 - confidence)) * MOOD_ODDS ** mood;
  return odds / (1 + odds);
}

/** What is said beside a bid in the same words. */
interface Beside {
  readonly harshness: Harshness | undefined;
  readonly risk: Risk | undefined;
}

function weighBid(heardFor: readonly Evidence[], heard: Heard, beside: Beside): Bid | undefined {
  const candidates: Candidate[] = [];
  let mood: number | undefined;
  for (const kind of BID_KINDS) {
    const found = weighCues(countingEvidence(evidenceFor(kind, heardFor)));
    if (!found) continue;
    let { confidence } = found;
    const direction = MOOD_OF_KIND[kind];
    if (direction) {
      mood ??= moodOf(heard.tokens);
      confidence = tilt(confidence, direction * mood);
    }
    confidence = Math.min(MOST_CONFIDENCE, confidence * shareLeft(kind, heard, beside));
    candidates.push({ kind, confidence, because: found.because, intensity: found.intensity });
  }
  const chosen = choose(candidates, heard.context.tense);
  if (!chosen || chosen.confidence < LEAST_CONFIDENCE) return undefined;
  const { kind, confidence, because } = chosen;
  return { kind, intensity: intensityOf(kind, chosen, heard), confidence: round(calibrate(confidence)), because };
}

function shareLeft(kind: BidKind, heard: Heard, beside: Beside): number {
  if (kind === 'repair') return 1;
  if (beside.harshness) return BID_LEFT_BESIDE_HARSHNESS;
  if (kind === 'vulnerability') return hasTrait(heard, 'laugh') ? DISTRESS_LEFT_BESIDE_LAUGHTER : 1;
  return beside.risk ? BID_LEFT_BESIDE_HARSHNESS : 1;
}

/** A kind that cues spoke for. */
interface Candidate extends Weighed {
  readonly kind: BidKind;
}

/** The surest kind, unless one of higher precedence comes near; repair comes first in tension and last outside it. */
function choose(candidates: readonly Candidate[], tense: boolean): Candidate | undefined {
  const repair = candidates.find(({ kind }) => kind === 'repair');
  if (tense && repair && repair.confidence >= LEAST_CONFIDENCE) return repair;
  let best = 0;
  for (const { confidence } of candidates) best = Math.max(best, confidence);
  return candidates.find((one) => one !== repair && one.confidence >= best * NEAR_ENOUGH) ?? repair;
}

/** How much hangs on a bid of this kind, where no cue says more. */
export function usualIntensity(kind: BidKind, heard: Heard): number {
  return forceful(USUAL_INTENSITY[kind], 0, heard);
}

/** How much hangs on it: the cue's own, raised by signs of force. */
function intensityOf(kind: BidKind, { intensity, because }: Weighed, heard: Heard): number {
  return forceful(intensity || USUAL_INTENSITY[kind], Math.max(0, because.length - 1), heard);
}

/** An intensity raised by signs of force, of which one is how many further cues were heard. */
function forceful(intensity: number, furtherCues: number, heard: Heard): number {
  const force =
    Math.min(heard.exclaims, 4) * 0.04 +
    Math.min(heard.shouts, 3) * 0.04 +
    Math.min(heard.stretches, 2) * 0.04 +
    (hasTrait(heard, 'party') ? 0.08 : 0) +
    (hasTrait(heard, 'tears') ? 0.06 : 0) +
    Math.min(furtherCues, 3) * 0.05;
  return round(Math.min(1, intensity + force));
}

const LEAST_HARSHNESS = 0.5; // harshness only makes coaching rest, so even odds are enough
const LEAST_RISK = 0.5; // a risk missed costs more than a day of rest

function strongest<Kind extends HarshnessKind | RiskKind>(
  kinds: readonly Kind[],
  evidence: readonly Evidence[],
  least: number,
): { readonly kind: Kind; readonly confidence: number; readonly because: readonly string[] } | undefined {
  let surest: (Weighed & { readonly kind: Kind }) | undefined;
  for (const kind of kinds) {
    const weighed = weighCues(evidenceFor(kind, evidence));
    if (weighed && weighed.confidence > (surest?.confidence ?? 0)) surest = { kind, ...weighed };
  }
  if (!surest || surest.confidence < least) return undefined;
  return { kind: surest.kind, confidence: round(surest.confidence), because: surest.because };
}

const round = (share: number) => Math.round(share * 1000) / 1000;
