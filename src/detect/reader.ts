import { BID_KINDS, type Bid, type BidKind } from '../domain/bid.ts';
import type { Harshness, Reader, Reading, ReadingContext, Risk } from '../domain/reading.ts';
import { type Answered, ask, type Model, type Setting } from '../learned/model.ts';
import { CUES } from './cues.ts';
import { createHearing, type Hearing } from './hearing.ts';
import { denseOf } from './model/dense.ts';
import { featuresOf } from './model/features.ts';
import { UTTERANCE_QUESTIONS } from './model/questions.ts';
import { usualIntensity, weigh } from './weighing.ts';

/**
 * Rules this sure stand by themselves, but for two kinds: on blocks that no cue was written for, 70 of 77 such readings
 * were right, and of vulnerability and affection 143 of 225.
 */
const RULES_STAND = 0.87;
const NEVER_BY_RULES: ReadonlySet<BidKind> = new Set(['vulnerability', 'affection'] as const);
/**
 * From these chances on the model's word counts. Chosen on blocks left out of training and on one half of everyday SMS
 * (training/README.md): a bid that is right less than one time in four does more harm than good to what is heard. The
 * corpus holds far more danger than life does, so a risk needs more; so does vulnerability, which ordinary tiredness
 * resembles most: the higher bar halves how often it is heard in everyday SMS and costs half a point of macro-F1.
 */
const LEAST = {
  everyday: { bid: 0.25, vulnerability: 0.5, harshness: 0.35, risk: 0.45, tender: 0.2 },
  alone: { bid: 0.25, vulnerability: 0.5, harshness: 0.35, risk: 0.45, tender: 0.2 },
} as const;
type Least = (typeof LEAST)[Setting];
/** Less likely than this, a kind is no second thought: of the rows that are right in another kind, few lie below. Our choice. */
const LEAST_SECOND = 0.05;
/** Where the model is this sure of the contrary, a rule's harsh words were about somebody else. Chosen the same way. */
const REFUTED = 0.1;
/** What is named as the reason where only the words' likeness to such lines spoke; one for each kind. */
const byLikeness = (kind: string) => `words/like-${kind}`;

/**
 * Makes the reader: a pure function from what was said to what it reaches for. It hears cues by fixed rules and
 * weighs them; a model trained on authored chats weighs the cues, the words and, where there is one, the sentence
 * vector. Without a model the rules stand alone.
 */
export function createReader({ model }: { readonly model?: Model } = {}): Reader {
  const hear = createHearing(CUES);
  return (said, context) => {
    const hearing = hear(said, context);
    const byRules = weigh(hearing);
    const reading = model && hasOwnWords(hearing) ? refine(byRules, hearing, model) : byRules;
    return context.replies ? withoutEcho(reading, context) : reading;
  };
}

function refine(byRules: Reading, hearing: Hearing, model: Model): Reading {
  const { vector } = hearing.heard.said;
  const features = { ...featuresOf(hearing, byRules.bid), ...(vector ? { dense: denseOf(vector) } : {}) };
  const setting = settingOf(hearing.heard.context);
  const least = LEAST[setting];
  const [bid, harshness, risk, tender] = ask(model, features, setting) as [Answered, Answered, Answered, Answered];
  const heard = { hearing, least };
  const found = {
    bid: bidOf(byRules.bid, bid, heard),
    harshness:
      anyOf(harshness) < REFUTED ? undefined : surer(byRules.harshness, named('harshness', harshness, heard)),
    risk: surer(byRules.risk, named('risk', risk, heard)),
  };
  return {
    ...(found.bid ? { bid: found.bid, ...secondTo(found.bid, bid) } : {}),
    ...(found.harshness ? { harshness: found.harshness } : {}),
    ...(found.risk ? { risk: found.risk } : {}),
    tender: byRules.tender || anyOf(tender) >= least.tender,
  };
}

/** A line with nothing said before it stands alone, as in a file of single lines; in a chat hardly any does. */
export function settingOf({ earlier }: ReadingContext): Setting {
  return earlier.length === 0 ? 'alone' : 'everyday';
}

/** A rule says why, the model how sure: of two that spoke, the surer. */
function surer<One extends Harshness | Risk>(byRules: One | undefined, byModel: One | undefined): One | undefined {
  if (!byRules || !byModel) return byRules ?? byModel;
  return byModel.confidence > byRules.confidence ? byModel : byRules;
}

/** The chance that it is any class but none. */
const anyOf = ({ chances }: Answered) => 1 - (chances[0] ?? 0);

/** What was heard, and from which chances on the model's word counts there. */
interface Weighed {
  readonly hearing: Hearing;
  readonly least: Least;
}

function bidOf(byRules: Bid | undefined, { best, chances }: Answered, { hearing, least }: Weighed): Bid | undefined {
  if (byRules && byRules.confidence >= RULES_STAND && !NEVER_BY_RULES.has(byRules.kind)) return byRules;
  const kind = UTTERANCE_QUESTIONS.bid[best] ?? 'none';
  if (kind === 'none') return undefined;
  const confidence = chances[best] ?? 0;
  if (confidence < (kind === 'vulnerability' ? least.vulnerability : least.bid)) return undefined;
  return byRules?.kind === kind ? { ...byRules, confidence } : likeBid(kind, confidence, hearing);
}

/** The likeliest of the other kinds, where it is likely enough. */
function secondTo({ kind }: Bid, { chances }: Answered): Pick<Reading, 'second'> {
  const kinds = UTTERANCE_QUESTIONS.bid;
  const chanceOf = (one: BidKind) => chances[kinds.indexOf(one)] ?? 0;
  const [second] = BID_KINDS.filter((one) => one !== kind).sort((one, other) => chanceOf(other) - chanceOf(one));
  return second !== undefined && chanceOf(second) >= LEAST_SECOND ? { second } : {};
}

/** What strains or endangers, by the model's word; a rule that spoke says why. */
function named(question: 'harshness', answered: Answered, weighed: Weighed): Harshness | undefined;
function named(question: 'risk', answered: Answered, weighed: Weighed): Risk | undefined;
function named(
  question: 'harshness' | 'risk',
  answered: Answered,
  { hearing: { evidence }, least }: Weighed,
): Harshness | Risk | undefined {
  const confidence = anyOf(answered);
  if (confidence < least[question]) return undefined;
  const most = answered.chances
    .subarray(1)
    .reduce((found, chance, at, all) => (chance > (all[found] ?? 0) ? at : found), 0);
  const kind = UTTERANCE_QUESTIONS[question][most + 1] as Harshness['kind'] & Risk['kind'];
  const because = evidence.map(({ cue }) => cue.id).filter((id) => id.startsWith(`${kind}/`));
  return { kind, confidence, because: because.length > 0 ? because : [byLikeness(kind)] };
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

/** Asked how it went, one says that it went well; from here on it is news all the same. Our choice. */
const NEWS_THOUGH_ASKED = 0.75;

function withoutEcho({ bid, second, ...reading }: Reading, { asked }: ReadingContext): Reading {
  if (bid === undefined || ECHOES.has(bid.kind)) return reading;
  if (asked && bid.kind === 'good-news' && bid.intensity < NEWS_THOUGH_ASKED) return reading;
  return { ...reading, bid, ...(second === undefined ? {} : { second }) };
}
