import { BID_KINDS, type Bid } from '../../domain/bid.ts';
import { ATTACHMENTS } from '../../domain/reading.ts';
import { fnv } from '../../learned/fnv.ts';
import { bucketAmong } from '../../learned/grams.ts';
import { averaged, type Features, inFull } from '../../learned/model.ts';
import type { Evidence } from '../cue.ts';
import type { Hearing } from '../hearing.ts';
import { denseOf } from './dense.ts';
import { gramsOf, wordsAndPairs } from './grams.ts';

/** Buckets that words and facts are hashed into: enough that few collide, small enough to ship. */
export const BUCKETS = 2 ** 15;

/** Facts are a fixed few, so their buckets are worked out once. */
const bucketOfFact = (fact: string) => bucketAmong(fnv(fact), BUCKETS);

/**
 * An utterance as the model sees it: a bag of hashed words and word pairs, and a few facts about it (its
 * length, its marks, what was said before, which cues spoke); where it has a sentence vector, that and many more n-grams.
 * The trainer and the reader share this file, so that what was learned is what is looked up.
 */
export function featuresOf({ heard, evidence }: Hearing, byRules: Bid | undefined): Features {
  const facts: number[] = [];
  addShape(facts, heard);
  addBefore(facts, heard.context);
  for (const one of evidence) facts.push(bucketOfCue(one));
  if (byRules) addRules(facts, byRules);
  const words = wordsAndPairs(heard.tokens, BUCKETS);
  const dense = denseOf(heard.said, heard.context);
  if (!dense) return { words, facts };
  return { words, facts, dense, grams: [...gramsOf(heard.tokens).map(averaged), inFull(facts)] };
}

const MOST_LINES = 4;
const MOST_LENGTH = 14;
/** By number of words: their logarithm, in halves. From so many words on all are as long. */
const LENGTHS = Array.from({ length: 2 ** (MOST_LENGTH / 2) }, (_, words) =>
  bucketOfFact(`words ${Math.min(Math.round(Math.log2(words + 1) * 2), MOST_LENGTH)}`),
);
const LINES = Array.from({ length: MOST_LINES + 1 }, (_, lines) => bucketOfFact(`lines ${lines}`));
const CLOSES = ['', '.', '!', '?', '..'] as const;
const CLOSED = CLOSES.map((close) => bucketOfFact(`closes ${close}`));
const EXCLAIMS = bucketOfFact('exclaims');
const SHOUTS = bucketOfFact('shouts');
const STRETCHES = bucketOfFact('stretches');
const SET_ASIDE = bucketOfFact('set aside');
const ATTACHED = new Map(ATTACHMENTS.map((attachment) => [attachment, bucketOfFact(`attached ${attachment}`)]));

function addShape(facts: number[], heard: Hearing['heard']): void {
  facts.push(LENGTHS[Math.min(heard.words, LENGTHS.length - 1)] ?? 0, LINES[linesOf(heard.said.text)] ?? 0);
  const before = facts.length;
  for (const { close } of heard.sentences) {
    const bucket = CLOSED[CLOSES.indexOf(close)] ?? 0;
    if (!facts.includes(bucket, before)) facts.push(bucket);
  }
  if (heard.exclaims > 0) facts.push(EXCLAIMS);
  if (heard.shouts > 0) facts.push(SHOUTS);
  if (heard.stretches > 0) facts.push(STRETCHES);
  if (heard.setAside > 0) facts.push(SET_ASIDE);
  for (const attachment of heard.said.attachments) facts.push(ATTACHED.get(attachment) ?? 0);
}

/** How many lines, as far as it matters. */
function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < MOST_LINES; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

const OPENS_TALK = bucketOfFact('opens');
const GOES_ON = bucketOfFact('goes on');
const AFTER_OTHER = bucketOfFact('after the other');
const WAS_ASKED = bucketOfFact('was asked');
const TENSE = bucketOfFact('tense');

/** Who spoke before, and whether it asked for this. */
function addBefore(facts: number[], { earlier, tense }: Hearing['heard']['context']): void {
  const last = earlier.at(-1);
  if (!last) {
    facts.push(OPENS_TALK);
    return;
  }
  facts.push(last.own ? GOES_ON : AFTER_OTHER);
  if (earlier.findLast((one) => !one.own)?.text.includes('?')) facts.push(WAS_ASKED);
  if (tense) facts.push(TENSE);
}

/** By cue id, as they are first heard; there are as many as cues. */
const CUE_BUCKETS = new Map<string, number>();

function bucketOfCue({ cue }: Evidence): number {
  const known = CUE_BUCKETS.get(cue.id);
  if (known !== undefined) return known;
  const bucket = bucketOfFact(`cue ${cue.id}`);
  CUE_BUCKETS.set(cue.id, bucket);
  return bucket;
}

/** Steps of the rules' confidence that are told apart. */
const FIFTHS = 5;
const BY_RULES = new Map(
  BID_KINDS.map((kind) => [
    kind,
    {
      kind: bucketOfFact(`rules ${kind}`),
      sure: Array.from({ length: FIFTHS + 1 }, (_, fifths) => bucketOfFact(`rules ${kind} ${fifths}`)),
    },
  ]),
);

function addRules(facts: number[], { kind, confidence }: Bid): void {
  const buckets = BY_RULES.get(kind);
  if (buckets) facts.push(buckets.kind, buckets.sure[Math.floor(confidence * FIFTHS)] ?? 0);
}
