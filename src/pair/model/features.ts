import type { BidKind } from '../../domain/bid.ts';
import type { SentenceVector } from '../../domain/reading.ts';
import { fnv } from '../../learned/fnv.ts';
import { bucketAmong } from '../../learned/grams.ts';
import { averaged, type Features } from '../../learned/model.ts';
import type { ReadText } from '../reply-text.ts';
import type { Evidence } from '../signs.ts';
import { replyGramsOf } from './grams.ts';

/** A bid and its reply as the model sees them; the trainer and the pairer share this file. */
export interface Paired {
  readonly kind: BidKind;
  readonly reply: ReadText;
  readonly evidence: Evidence;
  readonly vectors?: { readonly bid: SentenceVector; readonly reply: SentenceVector };
}

/** Buckets that words and facts are hashed into: enough that few collide, small enough to ship. */
export const REPLY_BUCKETS = 2 ** 15;
/** The vectors of bid and reply, how they differ and where they agree: 4 × 512. */
export const REPLY_DENSE = 2_048;
export const REPLY_FACTS = 512;

const bucketOf = (feature: string) => bucketAmong(fnv(feature), REPLY_BUCKETS);

/** Kinds that have styles are answered in their own ways; the other five in much the same. */
function familyOf(kind: BidKind): string {
  return kind === 'good-news' || kind === 'vulnerability' || kind === 'repair' ? kind : 'other';
}

export function pairFeatures({ kind, reply, evidence, vectors }: Paired): Features {
  const { words } = reply;
  const family = familyOf(kind);
  const own = [...words, ...words.slice(1).map((word, at) => `${words[at]} ${word}`), `^${words[0] ?? ''}`];
  const signs = [...evidence.keys()];
  return {
    words: [...own, ...own.map((feature) => `${family}|${feature}`)].map(bucketOf),
    facts: [`kind ${kind}`, ...signs, ...signs.map((sign) => `${family}|${sign}`)].map((fact) =>
      bucketOf(`sign ${fact}`),
    ),
    ...(vectors ? { dense: denseOf(vectors), grams: replyGramsOf(reply, family).map(averaged) } : {}),
  };
}

/** Brings each part to about the same size; chosen on blocks left out of training. */
const SCALES = { bid: 4, reply: 8, apart: 8, alike: 100 };

function denseOf({ bid, reply }: NonNullable<Paired['vectors']>): Float32Array {
  const size = reply.length;
  const dense = new Float32Array(4 * size);
  for (let at = 0; at < size; at += 1) {
    const [one, other] = [bid[at] ?? 0, reply[at] ?? 0];
    dense[at] = SCALES.bid * one;
    dense[size + at] = SCALES.reply * other;
    dense[2 * size + at] = SCALES.apart * Math.abs(one - other);
    dense[3 * size + at] = SCALES.alike * one * other;
  }
  return dense;
}
