import type { Bid } from '../../domain/bid.ts';
import type { Hearing } from '../hearing.ts';

/**
 * An utterance as the model sees it: a bag of hashed words and word pairs, and a few facts about it (its
 * length, its marks, what was said before, which cues spoke). The trainer and the reader share this file, so
 * that what was learned is what is looked up.
 */
export interface Features {
  /** Buckets of words and word pairs; their weights are averaged out by length. */
  readonly words: readonly number[];
  /** Buckets of facts; their weights count in full. */
  readonly facts: readonly number[];
}

/** Buckets that words and facts are hashed into: enough that few collide, small enough to ship (161 kB in all). */
export const BUCKETS = 2 ** 14;

/** FNV-1a, 32 bits (Fowler, Noll, Vo; public domain). */
function bucketOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash ^= text.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0) % BUCKETS;
}

export function featuresOf({ heard, evidence }: Hearing, byRules: Bid | undefined): Features {
  const words = heard.tokens.map(({ lexeme }) => lexeme.word);
  return {
    words: wordFeatures(words).map(bucketOf),
    facts: [
      ...shapeOf(heard),
      ...beforeIt(heard),
      ...evidence.map(({ cue }) => `cue ${cue.id}`),
      ...(byRules ? [`rules ${byRules.kind}`, `rules ${byRules.kind} ${Math.floor(byRules.confidence * 5)}`] : []),
    ].map(bucketOf),
  };
}

function wordFeatures(words: readonly string[]): readonly string[] {
  const first = words[0] ?? '';
  return [
    ...words,
    ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
    `^${first}`,
    `^${first} ${words[1] ?? ''}`,
    `${words.at(-1) ?? ''}$`,
  ];
}

function shapeOf({
  said,
  words,
  sentences,
  exclaims,
  shouts,
  stretches,
  setAside,
}: Hearing['heard']): readonly string[] {
  const closes = new Set(sentences.map(({ close }) => close));
  const counted = { exclaims, shouts, stretches };
  return [
    `words ${Math.min(Math.round(Math.log2(words + 1) * 2), 14)}`,
    `lines ${Math.min(said.text.split('\n').length, 4)}`,
    ...[...closes].map((close) => `closes ${close}`),
    ...Object.entries(counted).flatMap(([name, count]) => (count > 0 ? [name] : [])),
    ...(setAside ? ['set aside'] : []),
    ...said.attachments.map((attachment) => `attached ${attachment}`),
  ];
}

/** Who spoke before, and whether it asked for this. */
function beforeIt({ context }: Hearing['heard']): readonly string[] {
  const last = context.earlier.at(-1);
  if (!last) return ['opens'];
  const tense = context.tense ? ['tense'] : [];
  const other = context.earlier.findLast((one) => !one.own);
  return [last.own ? 'goes on' : 'after the other', ...(other?.text.includes('?') ? ['was asked'] : []), ...tense];
}
